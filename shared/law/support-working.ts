/** The arithmetic of a ceiling as one Vietnamese sentence. */
import { VERIFIED_LABEL, type Verified } from "../kernel/citation.ts";
import { formatDong } from "../kernel/money.ts";
import { formatQuantity, quantity, type Quantity } from "../kernel/quantity.ts";
import type { SupportKind } from "./support-kinds.ts";
import type { Levels } from "./support.ts";

export interface Working {
  readonly kind: SupportKind;
  readonly levels: Levels;
  readonly costDong: number;
  readonly count: Quantity;
  readonly factors: { readonly cap: number; readonly percent: number };
  readonly amounts: {
    readonly percent: bigint | null;
    readonly cap: bigint | null;
    readonly cost: bigint | null;
  };
  readonly max: bigint;
  readonly verified: Verified;
}

const ONE = quantity(1);

function show(amount: bigint): string {
  return `${formatDong(Number(amount))} đ`;
}

function times(factor: number): string {
  return factor === 1 ? "" : ` × ${String(factor).replace(".", ",")} (ưu tiên)`;
}

function capPart({ kind, levels, count, factors, amounts }: Working): string | null {
  if (levels.cap === null || amounts.cap === null) return null;
  const units = count === ONE ? `/${kind.unitVi}` : ` × ${formatQuantity(count)} ${kind.unitVi}`;
  const result = count === ONE && factors.cap === 1 ? "" : ` = ${show(amounts.cap)}`;
  return `trần ${formatDong(levels.cap.value)} đ${units}${times(factors.cap)}${result}`;
}

function percentPart({ levels, costDong, factors, amounts }: Working): string | null {
  if (levels.percent === null || amounts.percent === null) return null;
  const percent = String(levels.percent.value).replace(".", ",");
  return `${percent} %${times(factors.percent)} × ${formatDong(costDong)} đ = ${show(amounts.percent)}`;
}

function costPart({ amounts, max }: Working): string | null {
  const own = [amounts.percent, amounts.cap].filter((amount) => amount !== null);
  const capped = amounts.cost !== null && max === amounts.cost && own.every((amount) => amount > max);
  return capped ? `không quá tổng chi phí ${show(max)}` : null;
}

const LEVEL_NOTE = {
  national: null,
  local: "mức của tỉnh",
  "national-for-local": "chưa ghi nhận nghị quyết của tỉnh cho loại này, dùng mức khuyến công quốc gia",
} as const;

export function supportWorking(working: Working): string {
  const parts = [percentPart(working), capPart(working), costPart(working), LEVEL_NOTE[working.levels.level]];
  const mark = working.verified === "text" ? "" : `; ${VERIFIED_LABEL[working.verified].vi}`;
  return `${parts.filter((part) => part !== null).join("; ")}${mark}.`;
}
