/** Rules on advances (TT 36/2013/TT-BCT Đ.12–16). */
import { divideRounded } from "../kernel/money.ts";
import { QUANTITY_SCALE, quantity } from "../kernel/quantity.ts";
import { readParameter } from "../law/read.ts";
import { moneyOf } from "./execution.ts";
import { TT36, money, tt36, type Hit, type WorkContext } from "./execution-rule.ts";

const CLUSTER = ["HA-TANG-CCN", "O-NHIEM-CCN"];
const AFTER_WORK = ["MO-HINH", "MAY-MOC", "DAY-CHUYEN", "O-NHIEM-CO-SO"];
const AT_ONCE = [
  "DAO-TAO",
  "TAP-HUAN",
  "THONG-TIN",
  "TU-VAN",
  "THUONG-HIEU",
  "HIEP-HOI-VUNG",
  "HIEP-HOI-QG",
  "CUM-LIEN-KET",
  "KHAO-SAT-NN",
  "HOI-CHO",
  "GIAN-HANG",
  "QUY-HOACH-CCN",
];

interface FirstAdvance {
  readonly parameter: string;
  /** Work that must be done before, per cent, more than this. */
  readonly above: number;
  readonly clause: string;
}

/** TT 36/2013 Đ.13; null for kinds it does not name (Đ.15, 16). */
export function firstAdvanceOf(kind: string | null): FirstAdvance | null {
  if (kind === null) return null;
  if (CLUSTER.includes(kind)) return { parameter: "TAM-UNG-LAN-1.CCN", above: 50, clause: "1" };
  if (AFTER_WORK.includes(kind)) return { parameter: "TAM-UNG-LAN-1.CHUNG", above: 70, clause: "2" };
  if (AT_ONCE.includes(kind)) return { parameter: "TAM-UNG-LAN-1.CHUNG", above: 0, clause: "2" };
  return kind === "LAP-DN" ? { parameter: "TAM-UNG-LAN-1.LAP-DN", above: 0, clause: "3" } : null;
}

export function firstAdvanceRate(context: WorkContext): Hit | null {
  const { law, line, before, after, record } = context;
  const first = firstAdvanceOf(line.kind);
  if (first === null || before.accepted !== null) return null;
  const rate = readParameter(law, first.parameter, record.on);
  if (!rate.ok) return null;
  const { value, cite } = rate.value;
  const most = divideRounded(BigInt(after.supportDong) * quantity(value), 100n * QUANTITY_SCALE, "down");
  const held = moneyOf(after).heldDong;
  if (BigInt(held) <= most) return null;
  return {
    message: `Tạm ứng trước khi nghiệm thu là ${money(held)}, vượt ${String(value).replace(".", ",")} % kinh phí hỗ trợ (${money(Number(most))}). Phần còn lại tạm ứng sau khi hoàn thành và nghiệm thu cơ sở.`,
    cite: { doc: TT36, article: "13", clause: first.clause },
    verified: line.fund === "QG" ? cite.verified : "secondary",
    // Đ.16: the head of the agency may decide another rate, which is then the paper the record names.
    ...(record.document === "" ? {} : { soft: true }),
  };
}

export function workBeforeAdvance(context: WorkContext): Hit | null {
  const { line, before } = context;
  const first = firstAdvanceOf(line.kind);
  if (first === null || first.above === 0 || before.accepted !== null || before.percent > first.above)
    return null;
  return {
    message: `Mới thực hiện ${before.percent} %; tạm ứng lần một cần báo cáo tiến độ xác định trên ${first.above} %.`,
    ...tt36(context, "13", first.clause, first.clause === "1" ? "b" : "d"),
    soft: true,
  };
}

export function overAdvance(context: WorkContext): Hit | null {
  const { toRefundDong } = moneyOf(context.after);
  if (toRefundDong === 0) return null;
  const treasury = context.record.on >= "2024-05-01";
  return {
    message: `Đã tạm ứng vượt giá trị nghiệm thu: phải hoàn trả ${money(toRefundDong)}.`,
    ...(treasury
      ? {
          cite: { doc: "tt-17-2024-btc", article: "5", clause: "2", note: "điểm 2.4" },
          verified: "text" as const,
        }
      : tt36(context, "12", "6")),
    soft: true,
  };
}
