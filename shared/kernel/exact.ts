/** Where arithmetic outgrows the exact range of đồng: an answer, not a crash. */
import { fail, type Result } from "./result.ts";

/** The kernel throws RangeError beyond the exact range; every other error stays what it is. */
export function withinExact<T>(compute: () => Result<T>): Result<T> {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail("NUM", "price-too-large", "Số quá lớn để tính chính xác.", "Too large to compute exactly.");
  }
}
