/** Figures of a comparison in words. */
import { dong, formatDong } from "../../../shared/kernel/money.ts";
import { formatQuantity, quantity, timesPrice } from "../../../shared/kernel/quantity.ts";

export const show = (decimal: string) => formatQuantity(quantity(decimal));

export const isMoney = (unit: string) => /^đồng(?:\/|$)/.test(unit);

/** What is worked out of many figures has a fraction; of money there is no smaller piece than the đồng: half-up. */
export const showWorkedOut = (decimal: string, unit: string) =>
  isMoney(unit) ? formatDong(timesPrice(quantity(decimal), dong(1))) : show(decimal);
