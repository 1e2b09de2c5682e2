import { MAX_LINE_DONG, type Dong } from "../kernel/money.ts";
import { QUANTITY_SCALE, timesPrice, type Quantity } from "../kernel/quantity.ts";

const MOST = BigInt(MAX_LINE_DONG) * QUANTITY_SCALE;

/** quantity × unit price, or null beyond what one line may hold (kernel/money.ts MAX_LINE_DONG). */
export function lineAmount(quantity: Quantity, unitPriceDong: Dong): Dong | null {
  const scaled = quantity * BigInt(unitPriceDong);
  return scaled > MOST || scaled < -MOST ? null : timesPrice(quantity, unitPriceDong);
}
