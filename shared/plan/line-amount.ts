import { MAX_LINE_DONG, type Dong } from "../kernel/money.ts";
import { QUANTITY_SCALE, timesPrice, type Quantity } from "../kernel/quantity.ts";

/** quantity × unit price, or null beyond what one line may hold (kernel/money.ts MAX_LINE_DONG). */
export function lineAmount(quantity: Quantity, unitPriceDong: Dong): Dong | null {
  const scaled = quantity * BigInt(unitPriceDong);
  const magnitude = scaled < 0n ? -scaled : scaled;
  return magnitude > BigInt(MAX_LINE_DONG) * QUANTITY_SCALE ? null : timesPrice(quantity, unitPriceDong);
}
