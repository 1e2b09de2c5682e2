/** What a rule on the records of the work sees and says, and how it cites TT 36/2013/TT-BCT. */
import type { Citation, Verified } from "../kernel/citation.ts";
import { day } from "../kernel/date.ts";
import { dong, formatDong } from "../kernel/money.ts";
import type { LawBook } from "../law/types.ts";
import type { LineWork, OrderedLine, RecordKind, WorkRecord } from "./execution.ts";

export interface WorkContext {
  readonly law: LawBook;
  readonly line: OrderedLine;
  /** Year of the plan. */
  readonly year: number;
  readonly before: LineWork;
  readonly after: LineWork;
  readonly records: readonly WorkRecord[];
  readonly record: WorkRecord;
}

export interface Hit {
  readonly message: string;
  /** Absent: the order's own arithmetic. */
  readonly cite?: Citation;
  readonly verified?: Verified;
  /** Never blocks: the law allows it to be decided otherwise. */
  readonly soft?: true;
}

export interface WorkRule {
  readonly id: string;
  readonly vi: string;
  readonly kinds: readonly RecordKind[];
  readonly check: (context: WorkContext) => Hit | null;
}

export const TT36 = "tt-36-2013-bct";
/** Last day before TT 17/2018/TT-BCT, whose changes to TT 36 were not at hand. */
const LAST_OLD_WORDING = day("2018-07-09");

export function tt36(
  context: WorkContext,
  article: string,
  clause?: string,
  point?: string,
): Pick<Hit, "cite" | "verified"> {
  const old = context.record.on <= LAST_OLD_WORDING;
  const cite: Citation = {
    doc: TT36,
    article,
    ...(clause === undefined ? {} : { clause }),
    ...(point === undefined ? {} : { point }),
    ...(old ? {} : { note: "nguyên văn 2013; Thông tư 17/2018/TT-BCT có sửa đổi, chưa đối chiếu" }),
  };
  const verified = old ? "text" : "memory";
  return { cite, verified: context.line.fund === "QG" ? verified : "secondary" };
}

export const money = (amount: number) => `${formatDong(amount)} đ`;
export const ZERO = dong(0);
