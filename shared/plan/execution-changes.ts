/** Changes and stops: who decides, and what a record of one must say (TT 36/2013/TT-BCT Đ.11). */
import { formatDate, yearOf } from "../kernel/date.ts";
import { citationText } from "../law/read.ts";
import type { LawBook } from "../law/types.ts";
import type { ChangeKind, OrderedLine } from "./execution.ts";
import { TT36, tt36, type Hit, type WorkContext } from "./execution-rule.ts";

function decidedBy(
  change: ChangeKind,
  grouped: boolean,
): { readonly who: string; readonly clause: string; readonly point?: string } {
  if (grouped && ["place", "beneficiary", "partner"].includes(change))
    return { who: "Sở Công Thương", clause: "4" };
  if (["support-more", "content", "next-year"].includes(change))
    return { who: "Bộ trưởng Bộ Công Thương", clause: "2", point: "a" };
  return {
    who: "cơ quan quản lý khuyến công của Bộ Công Thương (nguyên văn: Cục Công nghiệp địa phương)",
    clause: "2",
    point: "b",
  };
}

/** Who decides a change of a đề án, with its place in the law (TT 36/2013 Đ.11); a stop is the Minister's. */
export function whoDecides(
  law: LawBook,
  line: Pick<OrderedLine, "fund" | "grouped">,
  change: ChangeKind | "stop",
): { readonly who: string; readonly basis: string } {
  if (line.fund !== "QG") {
    return {
      who: "theo quy định của Ủy ban nhân dân cấp tỉnh",
      basis: citationText(law, { doc: "tt-46-2012-bct", article: "8", clause: "3" }),
    };
  }
  const found =
    change === "stop"
      ? { who: "Bộ trưởng Bộ Công Thương", clause: "2", point: "a" }
      : decidedBy(change, line.grouped);
  const { who, ...place } = found;
  return { who, basis: citationText(law, { doc: TT36, article: "11", ...place }) };
}

export function changeWithoutPaper(context: WorkContext): Hit | null {
  const { law, line, record } = context;
  if (record.document !== "") return null;
  const what = record.kind === "stop" ? "stop" : (record.detail.change ?? "other");
  return {
    message: `Chưa ghi văn bản cho phép; thẩm quyền quyết định: ${whoDecides(law, line, what).who}.`,
    ...tt36(context, "11", "2"),
    soft: true,
  };
}

export function nextYear(context: WorkContext): Hit | null {
  const { record, year } = context;
  const end = record.detail.newEnd;
  if (end === undefined || yearOf(end) <= year || record.detail.change === "next-year") return null;
  return {
    message: `Ngày mới ${formatDate(end)} sang năm sau: phải ghi là gia hạn sang năm sau.`,
    ...tt36(context, "11", "2", "a"),
  };
}
