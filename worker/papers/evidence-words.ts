/** How the evidence of a draft norm book is said in its annexes, and who is named in them. */
import type { OutlierView, Summary } from "../../shared/contract/comparison.ts";
import type {
  NormProposal,
  ProposalComponent,
  ProposalService,
} from "../../shared/contract/norm-proposal.ts";
import { formatDong } from "../../shared/kernel/money.ts";
import { formatQuantity, quantity } from "../../shared/kernel/quantity.ts";
import { sha256Hex } from "../../shared/kernel/sha256.ts";

/**
 * Annexes leave the house. With fewer provinces than this behind a service, each could be told by its figures; so they
 * are numbered instead of named, in an order that has nothing to do with theirs.
 */
export const NAMED_FROM = 10;

/** What an annex is written from. */
export interface EvidenceInput {
  readonly proposal: NormProposal;
  readonly title: string;
  readonly ministryName: string;
  /** yyyy-mm-dd */
  readonly date: string;
  /** Every figure of every component that was sent, by service key. */
  readonly figures: ReadonlyMap<string, readonly SentFigure[]>;
}

export interface SentFigure {
  readonly component: string;
  readonly part: ProposalComponent["parts"][number]["part"];
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly year: number;
  readonly value: string;
  readonly submissionId: string;
  readonly sheet: string;
  readonly cell: string;
}

export const isNamed = ({ provinces }: Pick<ProposalService, "provinces">) => provinces >= NAMED_FROM;

/** Province code → what it is called in the annexes. */
export function namesIn(service: ProposalService, figures: readonly SentFigure[]): Map<string, string> {
  const names = new Map(figures.map(({ provinceCode, provinceName }) => [provinceCode, provinceName]));
  if (isNamed(service)) return names;
  const order = [...names.keys()].sort((a, b) =>
    sha256Hex(`${service.key} ${a}`) < sha256Hex(`${service.key} ${b}`) ? -1 : 1,
  );
  return new Map(order.map((code, at) => [code, `Tỉnh ${at + 1}`]));
}

export const PART_NAME: Readonly<Record<SentFigure["part"], string>> = {
  quantity: "",
  unloaded: " (không tải)",
  loss: " (hao hụt %)",
  recovery: " (thu hồi %)",
  life: " (thời hạn, tháng)",
};

export const LEFT_OUT: Readonly<Record<NonNullable<ProposalComponent["leftOut"]>, string>> = {
  "too-few": "quá ít tỉnh ghi",
  minority: "chưa tới một nửa số tỉnh có dịch vụ này ghi",
  zero: "ước lượng bằng không",
};

export const show = (decimal: string) => formatQuantity(quantity(decimal));

const POWER: Readonly<Record<number, string>> = { 1: "10", 2: "100", 3: "1.000", 6: "1.000.000" };

export function causeWords({ side, distanceHundredths, cause }: OutlierView): string {
  const where = side === "high" ? "cao" : "thấp";
  const apart =
    distanceHundredths === null
      ? `${where}, khác số chung của hơn một nửa`
      : `${where}, cách trung vị ${(distanceHundredths / 100).toFixed(1).replace(".", ",")} lần độ lệch chuẩn bền`;
  if (cause.kind === "zero") return `${apart}; số bằng 0`;
  if (cause.kind === "unknown") return apart;
  const times = POWER[Math.abs(cause.power)] ?? `10^${Math.abs(cause.power)}`;
  return cause.power > 0
    ? `${apart}; gấp khoảng ${times} lần trung vị, có thể sai dấu thập phân hoặc đơn vị tính`
    : `${apart}; bằng khoảng 1/${times} trung vị, có thể sai dấu thập phân hoặc đơn vị tính`;
}

export function intervalWords(summary: Summary): string {
  if (!summary.enough) return `mới ${summary.provinces}/${summary.needed} tỉnh`;
  return `${show(summary.low)} – ${show(summary.high)} (${(summary.coverage / 100).toFixed(2).replace(".", ",")} %)`;
}

const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);

export function differenceWords(dong: number | null, hundredths: number | null): string {
  if (dong === null) return "";
  const amount = `${signed(dong, formatDong(dong))} đ`;
  if (hundredths === null) return amount;
  return `${amount} (${signed(hundredths, (hundredths / 100).toFixed(2).replace(".", ","))} %)`;
}
