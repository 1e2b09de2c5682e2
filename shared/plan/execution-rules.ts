/**
 * Rules on the records of ordered đề án. A rule blocks only by arithmetic of the order itself or by words read in the
 * law's own text for that day and that fund; otherwise it warns. TT 36/2013 is the national fund's: for the local fund,
 * whose procedure the province sets (TT 46/2012 Đ.8 khoản 3), it is a measure and not a rule.
 */
import { VERIFIED_LABEL, type Verified } from "../kernel/citation.ts";
import { addDays, dateFromParts, formatDate } from "../kernel/date.ts";
import { citationText } from "../law/read.ts";
import type { LawBook } from "../law/types.ts";
import {
  foldWork,
  moneyOf,
  standing,
  type OrderedLine,
  type RecordKind,
  type WorkRecord,
} from "./execution.ts";
import { firstAdvanceRate, overAdvance, workBeforeAdvance } from "./execution-advance.ts";
import { changeWithoutPaper, nextYear } from "./execution-changes.ts";
import { ZERO, money, tt36, type Hit, type WorkContext, type WorkRule } from "./execution-rule.ts";

export interface WorkFinding {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly basis: string;
  readonly verified: Verified | null;
}

function lateSettlement(context: WorkContext): Hit | null {
  const last = dateFromParts(context.year + 1, 1, 22);
  if (!last.ok || context.record.on <= last.value) return null;
  return {
    message: `Quyết toán sau ngày ${formatDate(last.value)}.`,
    ...tt36(context, "18", "2"),
    soft: true,
  };
}

function lateFile(context: WorkContext): Hit | null {
  const { accepted } = context.before;
  if (accepted === null || context.record.on <= addDays(accepted.on, 15)) return null;
  return {
    message: `Hồ sơ quyết toán lập sau 15 ngày kể từ ngày nghiệm thu (${formatDate(accepted.on)}).`,
    ...tt36(context, "18", "1"),
    soft: true,
  };
}

function settledMoney({ before, record }: WorkContext): Hit | null {
  const accepted = before.accepted?.amountDong ?? ZERO;
  const settled = record.amountDong ?? ZERO;
  if (settled > accepted)
    return { message: `Quyết toán ${money(settled)} vượt giá trị nghiệm thu ${money(accepted)}.` };
  const owed = moneyOf(before).toRefundDong;
  return owed > 0
    ? { message: `Còn ${money(owed)} tạm ứng vượt chưa hoàn trả; ghi hoàn trả trước khi quyết toán.` }
    : null;
}

function backwards({ before, record }: WorkContext): Hit | null {
  if (record.percent === null || record.percent >= before.percent) return null;
  return { message: `Tiến độ ${record.percent} % thấp hơn báo cáo trước (${before.percent} %).`, soft: true };
}

function afterEnd({ before, record }: WorkContext): Hit | null {
  if (before.end === null || record.on <= before.end || before.accepted !== null) return null;
  return {
    message: `Đã quá ngày hoàn thành ${formatDate(before.end)} mà chưa có điều chỉnh thời gian.`,
    soft: true,
  };
}

function closed({ before, records, line, record }: WorkContext): Hit | null {
  if (record.kind === "effective" || record.kind === "refund") return null;
  if (before.settled !== null)
    return { message: "Đề án đã quyết toán; hủy bản ghi quyết toán trước khi ghi thêm." };
  const stopped = before.stopped !== null && ["progress", "advance", "change"].includes(record.kind);
  if (stopped)
    return { message: "Đề án đã ngừng; chỉ còn nghiệm thu phần đã làm, hoàn trả, thanh lý, quyết toán." };
  const dates = standing(records, line.code).filter(({ kind }) => kind === record.kind);
  const earlier = dates.some(({ on }) => on > record.on);
  return earlier ? { message: "Ngày ghi sớm hơn một bản ghi cùng loại đã có.", soft: true } : null;
}

const NEEDS_AMOUNT: readonly RecordKind[] = ["acceptance", "advance", "refund", "liquidation", "settlement"];

export const WORK_RULES: readonly WorkRule[] = [
  {
    id: "KC-TH-001",
    vi: "Tạm ứng lần một không vượt tỷ lệ",
    kinds: ["advance"],
    check: firstAdvanceRate,
  },
  {
    id: "KC-TH-002",
    vi: "Có khối lượng trước khi tạm ứng lần một",
    kinds: ["advance"],
    check: workBeforeAdvance,
  },
  {
    id: "KC-TH-003",
    vi: "Tổng tạm ứng không vượt kinh phí đặt hàng",
    kinds: ["advance"],
    check: ({ after }) => {
      const { heldDong } = moneyOf(after);
      if (heldDong <= after.supportDong) return null;
      return {
        message: `Tổng tạm ứng ${money(heldDong)} vượt kinh phí đặt hàng ${money(after.supportDong)}.`,
      };
    },
  },
  {
    id: "KC-TH-004",
    vi: "Hoàn trả không vượt số đang tạm ứng",
    kinds: ["refund"],
    check: ({ after }) =>
      moneyOf(after).heldDong < 0 ? { message: "Hoàn trả nhiều hơn số đã tạm ứng." } : null,
  },
  {
    id: "KC-TH-005",
    vi: "Giá trị nghiệm thu không vượt kinh phí đặt hàng",
    kinds: ["acceptance"],
    check: ({ after, record }) =>
      (record.amountDong ?? ZERO) > after.supportDong
        ? {
            message: `Giá trị nghiệm thu ${money(record.amountDong ?? ZERO)} vượt kinh phí đặt hàng ${money(after.supportDong)}.`,
          }
        : null,
  },
  {
    id: "KC-TH-006",
    vi: "Tạm ứng vượt giá trị nghiệm thu phải hoàn trả",
    kinds: ["acceptance", "stop"],
    check: overAdvance,
  },
  {
    id: "KC-TH-007",
    vi: "Điều chỉnh, ngừng phải có văn bản cho phép",
    kinds: ["change", "stop"],
    check: changeWithoutPaper,
  },
  { id: "KC-TH-008", vi: "Gia hạn sang năm sau phải ghi đúng loại", kinds: ["change"], check: nextYear },
  {
    id: "KC-TH-009",
    vi: "Lý do điều chỉnh, ngừng",
    kinds: ["change", "stop"],
    check: (context) =>
      context.record.note === ""
        ? { message: "Phải nêu rõ lý do điều chỉnh hoặc ngừng thực hiện.", ...tt36(context, "11", "1") }
        : null,
  },
  {
    id: "KC-TH-010",
    vi: "Thanh lý, quyết toán sau khi nghiệm thu",
    kinds: ["liquidation", "settlement"],
    check: ({ before }) =>
      before.accepted === null
        ? { message: "Chưa nghiệm thu thì chưa có giá trị để thanh lý, quyết toán." }
        : null,
  },
  { id: "KC-TH-011", vi: "Hồ sơ quyết toán trong 15 ngày", kinds: ["settlement"], check: lateFile },
  {
    id: "KC-TH-012",
    vi: "Quyết toán chậm nhất ngày 22 tháng 01 năm sau",
    kinds: ["settlement"],
    check: lateSettlement,
  },
  {
    id: "KC-TH-013",
    vi: "Số quyết toán khớp nghiệm thu và tạm ứng",
    kinds: ["settlement"],
    check: settledMoney,
  },
  { id: "KC-TH-014", vi: "Tiến độ không lùi", kinds: ["progress"], check: backwards },
  { id: "KC-TH-015", vi: "Quá hạn mà chưa điều chỉnh", kinds: ["progress"], check: afterEnd },
  {
    id: "KC-TH-016",
    vi: "Đề án đã khép lại",
    kinds: [
      "progress",
      "change",
      "stop",
      "acceptance",
      "advance",
      "refund",
      "liquidation",
      "settlement",
      "effective",
    ],
    check: closed,
  },
  {
    id: "KC-TH-017",
    vi: "Số tiền phải ghi",
    kinds: NEEDS_AMOUNT,
    check: ({ record }) => (record.amountDong === null ? { message: "Chưa ghi số tiền." } : null),
  },
  {
    id: "KC-TH-018",
    vi: "Đánh giá hiệu quả khi đã quyết toán",
    kinds: ["effective"],
    check: ({ before }) =>
      before.settled === null ? { message: "Chỉ đánh giá hiệu quả sau khi đề án đã quyết toán." } : null,
  },
  {
    id: "KC-TH-019",
    vi: "Nghiệm thu, thanh lý, quyết toán phải ghi văn bản",
    kinds: ["acceptance", "liquidation", "settlement"],
    check: (context) =>
      context.record.document === ""
        ? { message: "Chưa ghi số, ngày biên bản hoặc văn bản.", ...tt36(context, "18"), soft: true }
        : null,
  },
];

function finding(context: WorkContext, rule: WorkRule, hit: Hit): WorkFinding {
  const sure = hit.cite === undefined || hit.verified === "text";
  const basis = hit.cite === undefined ? "Nguyên tắc nghiệp vụ" : citationText(context.law, hit.cite);
  const mark =
    hit.verified === undefined || hit.verified === "text" ? "" : `; ${VERIFIED_LABEL[hit.verified].vi}`;
  return {
    rule: rule.id,
    severity: sure && hit.soft !== true ? "error" : "warning",
    message: hit.message,
    basis: `${basis}${mark}`,
    verified: hit.cite === undefined ? null : (hit.verified ?? "memory"),
  };
}

/** What is wrong with adding `record`; an error keeps it out, a warning needs only to be seen. */
export function checkRecord(
  law: LawBook,
  line: OrderedLine,
  year: number,
  records: readonly WorkRecord[],
  record: WorkRecord,
): WorkFinding[] {
  const before = foldWork(line, records);
  const after = foldWork(line, [...records, record]);
  const context = { law, line, year, before, after, records, record };
  return WORK_RULES.filter(({ kinds }) => kinds.includes(record.kind)).flatMap((rule) => {
    const hit = rule.check(context);
    return hit === null ? [] : [finding(context, rule, hit)];
  });
}

/** Whether a record may be cancelled: never what a later step rests on. */
export function checkCancel(records: readonly WorkRecord[], cancelled: WorkRecord): WorkFinding[] {
  const own = standing(records, cancelled.deAnCode);
  const problem = (message: string): WorkFinding[] => [
    { rule: "KC-TH-020", severity: "error", message, basis: "Nguyên tắc nghiệp vụ", verified: null },
  ];
  if (!own.some(({ id }) => id === cancelled.id))
    return problem("Bản ghi này đã bị hủy hoặc không hủy được.");
  const later = own.slice(own.findIndex(({ id }) => id === cancelled.id) + 1);
  const needed =
    (cancelled.kind === "acceptance" &&
      later.some(({ kind }) => kind === "liquidation" || kind === "settlement")) ||
    (cancelled.kind === "settlement" && later.some(({ kind }) => kind === "effective"));
  return needed ? problem("Bước sau đang dựa vào bản ghi này; hủy bước sau trước.") : [];
}
