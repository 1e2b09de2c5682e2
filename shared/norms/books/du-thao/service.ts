/** Shorthand for the draft book: a reviewer reads who, how many days and why on one line. */
import {
  STATUS_LABEL,
  type Decimal,
  type LabourLine,
  type Norm,
  type NormLine,
  type PercentLine,
} from "../../model.ts";

export const DRAFT_LABEL = STATUS_LABEL["du-thao"].vi;

/** Pay grades by scale and coefficient, never by a title: titles changed on 01/07/2026 (NĐ 232/2026), scales did not. */
const GRADES = {
  A2: { resource: "Viên chức loại A2.1, hệ số 4,40", grade: { scale: "A2.1", coefficient: "4.40" } },
  A1: { resource: "Viên chức loại A1, hệ số 3,00", grade: { scale: "A1", coefficient: "3.00" } },
  B: { resource: "Nhân viên loại B, hệ số 2,26", grade: { scale: "B", coefficient: "2.26" } },
} as const;

export type Work = readonly [grade: keyof typeof GRADES, days: Decimal, why: string];
export type Step = readonly [id: string, name: string, ...work: readonly Work[]];
/** `more`: hao hụt %, thu hồi %, yêu cầu kỹ thuật. */
export type Supply = readonly [
  resource: string,
  unit: string,
  quantity: Decimal,
  why: string,
  more?: {
    readonly lossPercent?: Decimal;
    readonly recoveryPercent?: Decimal;
    readonly requirement?: string;
  },
];
export type Shift = readonly [resource: string, loaded: Decimal, unloaded: Decimal | null, why: string];
export type Tool = readonly [resource: string, shifts: Decimal, lifeMonths: Decimal, why: string];

export interface Service {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly conditions: string;
  readonly steps: readonly Step[];
  readonly supplies: readonly Supply[];
  readonly shifts: readonly Shift[];
  readonly tools?: readonly Tool[];
  readonly quality: readonly string[];
  /** What a reviewer should question first. */
  readonly doubt: string;
}

const INDIRECT: PercentLine = {
  kind: "percent",
  of: "NC",
  resource: "Lao động gián tiếp",
  unit: "%",
  quantity: "15",
  note: labelled(
    "tỷ lệ của lao động trực tiếp theo khung TT 47/2018/TT-BCT Đ.7; 15 % mượn tiền lệ TT 16/2024/TT-BVHTTDL, chờ thống kê 3 năm",
  ),
};

const SMALL_MATERIALS: PercentLine = {
  kind: "percent",
  of: "VL",
  resource: "Vật liệu khác",
  unit: "%",
  quantity: "5",
  note: labelled("ghim, kẹp, băng dính; 5 % giá trị vật tư trong bảng, thấp hơn mức 8–10 % của các bộ khác"),
};

/** Labour is counted at the standard difficulty; the factors follow the 10–20 % between classes of sister rules. */
const DIFFICULTY = [
  { id: "binh-thuong", name: "Điều kiện bình thường", factor: "1", appliesTo: ["NC"] },
  { id: "kho-khan", name: "Xã khó khăn, miền núi, hải đảo (đề xuất)", factor: "1.2", appliesTo: ["NC"] },
] as const;

function labelled(why: string): string {
  return `${why} (${DRAFT_LABEL})`;
}

function labourLines(steps: readonly Step[]): LabourLine[] {
  return steps.flatMap(([step, , ...work]) =>
    work.map(
      ([grade, days, why]): LabourLine => ({
        kind: "labour",
        ...GRADES[grade],
        unit: "công",
        quantity: days,
        step,
        note: labelled(why),
      }),
    ),
  );
}

function lines(service: Service): NormLine[] {
  return [
    ...labourLines(service.steps),
    INDIRECT,
    ...service.supplies.map(
      ([resource, unit, quantity, why, more = {}]): NormLine => ({
        kind: "material",
        resource,
        unit,
        quantity,
        ...more,
        note: labelled(why),
      }),
    ),
    ...(service.tools ?? []).map(
      ([resource, shifts, lifeMonths, why]): NormLine => ({
        kind: "tool",
        resource,
        unit: "ca",
        quantity: shifts,
        lifeMonths,
        note: labelled(why),
      }),
    ),
    SMALL_MATERIALS,
    ...service.shifts.map(
      ([resource, loaded, unloaded, why]): NormLine => ({
        kind: "machine",
        resource,
        unit: "ca",
        loaded,
        unloaded,
        note: labelled(why),
      }),
    ),
  ];
}

/** Services of one khoản of NĐ 45/2012/NĐ-CP Đ.4 as norms. */
export function draftNorms(content: number, services: readonly Service[]): Norm[] {
  return services.map((service) => ({
    code: service.code,
    name: service.name,
    unit: service.unit,
    content,
    conditions: `${service.conditions} Chưa gồm công tác phí, thuê ngoài, thù lao theo chế độ riêng: lập dự toán riêng.`,
    steps: service.steps.map(([id, name]) => ({ id, name })),
    lines: lines(service),
    difficulty: [...DIFFICULTY],
    process: service.steps.map(([, name], at) => `Bước ${at + 1}: ${name}.`),
    quality: service.quality,
    note: `Dự thảo nội bộ, chưa ban hành: số liệu đề xuất để khảo sát và góp ý, chưa qua thẩm định theo Điều 9 Thông tư 47/2018/TT-BCT. Cần xem trước: ${service.doubt}`,
  }));
}
