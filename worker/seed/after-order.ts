/**
 * Demonstration orders on their way: one settled, three under way, one plan waiting for its order. Names and figures are assumed for illustration and
 * say so in every file; their days lie in their own years, so that the law of those days speaks.
 */
import type { RecordRequest } from "../../shared/contract/execution.ts";
import { day } from "../../shared/kernel/date.ts";
import { dong } from "../../shared/kernel/money.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import type { Fund } from "../../shared/plan/shapes.ts";
import type { ExecutionAction } from "../../shared/plan/states.ts";
import type { PlanDraft } from "../../shared/workbook/build.ts";

const ASSUMED = "giả định để minh hoạ";

interface DemoProject {
  readonly name: string;
  readonly kind: string;
  readonly content: number;
  readonly fund: Fund;
  readonly place: string;
  readonly trade?: string;
  readonly unit: string;
  readonly units?: number;
  /** Million đồng. */
  readonly total: number;
  readonly support: number;
  readonly result: string;
}

type DemoRecord = Omit<RecordRequest, "after" | "dryRun"> & { readonly by: "soan" | "duyet" };

/** A step of the whole order between the records. */
interface DemoMove {
  readonly step: ExecutionAction;
  readonly by: "soan" | "duyet";
}

export interface DemoOrder {
  readonly key: string;
  readonly provinceCode: string;
  readonly title: string;
  readonly draft: PlanDraft;
  readonly sentAt: string;
  /** Null: accepted, and still waiting for its order. */
  readonly orderedAt: string | null;
  readonly ordererName: string;
  readonly work: readonly (DemoRecord | DemoMove)[];
}

function draftOf(province: string, year: number, projects: readonly DemoProject[]): PlanDraft {
  const code = (index: number) => `DA${String(index + 1).padStart(2, "0")}`;
  return {
    info: {
      province,
      organisation: `Trung tâm Khuyến công (${province})`,
      year,
      asOf: day(`${year}-01-15`),
      note: `Danh mục, tên và số liệu là ${ASSUMED}.`,
    },
    deAn: projects.map((project, index) => ({
      code: code(index),
      name: project.name,
      content: project.content,
      kind: project.kind,
      fund: project.fund,
      count: quantity(project.units ?? 1),
      place: project.place,
      beneficiary: `Cơ sở công nghiệp nông thôn (${ASSUMED})`,
      ...(project.trade === undefined ? {} : { trade: project.trade }),
      start: day(`${year}-03-15`),
      end: day(`${year}-10-31`),
      result: project.result,
      source: ASSUMED,
    })),
    costLines: projects.map((project, index) => ({
      deAnCode: code(index),
      item: project.name,
      unit: project.unit,
      quantity: quantity(project.units ?? 1),
      unitPriceDong: dong((project.total * 1_000_000) / (project.units ?? 1)),
      supportDong: dong(project.support * 1_000_000),
      note: ASSUMED,
    })),
  };
}

const million = (amount: number) => amount * 1_000_000;

/** Records of one đề án on the usual way. */
function usual(code: string, year: number, amounts: { advance: number; accepted: number }): DemoRecord[] {
  const paper = (name: string, number: string) => `${name} số ${number}/${code} (${ASSUMED})`;
  return [
    {
      by: "soan",
      deAnCode: code,
      kind: "progress",
      on: `${year}-06-20`,
      percent: 75,
      note: "Đã lắp đặt thiết bị chính.",
    },
    {
      by: "duyet",
      deAnCode: code,
      kind: "advance",
      on: `${year}-07-05`,
      amountDong: million(amounts.advance),
      document: paper("Giấy rút dự toán", "12"),
    },
    {
      by: "duyet",
      deAnCode: code,
      kind: "acceptance",
      on: `${year}-10-20`,
      amountDong: million(amounts.accepted),
      document: paper("Biên bản nghiệm thu cơ sở", "05"),
      note: "Đạt khối lượng, chất lượng theo đề án.",
    },
  ];
}

function settle(code: string, year: number, accepted: number): DemoRecord[] {
  const record = (kind: "liquidation" | "settlement", name: string) => ({
    by: "duyet" as const,
    deAnCode: code,
    kind,
    on: `${year}-11-02`,
    amountDong: million(accepted),
    document: `${name} (${ASSUMED})`,
  });
  return [record("liquidation", "Biên bản thanh lý"), record("settlement", "Biểu quyết toán")];
}

const effective = (code: string, year: number, note: string): DemoRecord => ({
  by: "duyet",
  deAnCode: code,
  kind: "effective",
  on: `${year}-12-20`,
  detail: { effective: true },
  note,
});

function stopped(code: string, year: number, note: string): DemoRecord {
  return {
    by: "duyet",
    deAnCode: code,
    kind: "stop",
    on: `${year}-08-10`,
    document: `Văn bản cho phép ngừng (${ASSUMED})`,
    note,
  };
}

const START: DemoMove = { step: "start", by: "soan" };

const machine = (
  name: string,
  trade: string,
  fund: Fund,
  place: string,
  total: number,
  support: number,
): DemoProject => ({
  name,
  kind: "MAY-MOC",
  content: 3,
  fund,
  place,
  trade,
  unit: "bộ",
  total,
  support,
  result: "Tăng năng suất, giảm hao phí nguyên liệu",
});

const booths = (place: string, units: number, total: number, support: number): DemoProject => ({
  name: "Gian hàng sản phẩm công nghiệp nông thôn tại hội chợ trong nước",
  kind: "GIAN-HANG",
  content: 4,
  fund: "ĐP",
  place,
  unit: "gian hàng",
  units,
  total,
  support,
  result: "Giới thiệu sản phẩm của cơ sở",
});

const QUANG_NINH_2017: DemoOrder = {
  key: "seed-order-22-2017",
  provinceCode: "22",
  title: "Quảng Ninh 2017",
  draft: draftOf("Quảng Ninh", 2017, [
    machine(
      "Ứng dụng máy sấy lạnh trong chế biến hải sản",
      "Chế biến thủy sản",
      "QG",
      "Quảng Ninh",
      420,
      200,
    ),
    {
      name: "Mô hình trình diễn kỹ thuật sản xuất gạch không nung",
      kind: "MO-HINH",
      content: 3,
      fund: "QG",
      place: "Quảng Ninh",
      trade: "Vật liệu xây dựng",
      unit: "mô hình",
      total: 1000,
      support: 300,
      result: "Trình diễn cho các cơ sở trong tỉnh",
    },
    machine("Ứng dụng máy ép viên trong sản xuất chè", "Chế biến nông sản", "ĐP", "Quảng Ninh", 300, 150),
    booths("Quảng Ninh", 10, 125, 100),
  ]),
  sentAt: "2017-02-01T02:00:00.000Z",
  orderedAt: "2017-03-10T02:00:00.000Z",
  ordererName: "Ủy ban nhân dân tỉnh Quảng Ninh",
  work: [
    START,
    ...usual("DA01", 2017, { advance: 140, accepted: 200 }),
    ...usual("DA02", 2017, { advance: 210, accepted: 290 }),
    ...usual("DA03", 2017, { advance: 105, accepted: 150 }),
    stopped("DA04", 2017, "Hội chợ không tổ chức."),
    { step: "confirm", by: "duyet" },
    ...settle("DA01", 2017, 200),
    ...settle("DA02", 2017, 290),
    ...settle("DA03", 2017, 150),
    effective("DA01", 2017, `Sản lượng tăng, hai cơ sở khác đã làm theo (${ASSUMED}).`),
    effective("DA02", 2017, `Mô hình được nhiều cơ sở đến học (${ASSUMED}).`),
    { step: "settle", by: "duyet" },
  ],
};

const QUANG_NINH_2025: DemoOrder = {
  key: "seed-order-22-2025",
  provinceCode: "22",
  title: "Quảng Ninh 2025",
  draft: draftOf("Quảng Ninh", 2025, [
    machine("Ứng dụng dây máy CNC trong sản xuất đồ gỗ", "Chế biến gỗ", "QG", "Quảng Ninh", 640, 300),
    machine(
      "Ứng dụng máy đóng gói trong chế biến miến dong",
      "Chế biến thực phẩm",
      "ĐP",
      "Quảng Ninh",
      420,
      200,
    ),
    machine("Ứng dụng máy cắt trong may công nghiệp", "May mặc", "ĐP", "Quảng Ninh", 380, 180),
    booths("Quảng Ninh", 12, 180, 140),
  ]),
  sentAt: "2025-02-03T02:00:00.000Z",
  orderedAt: "2025-03-12T02:00:00.000Z",
  ordererName: "Ủy ban nhân dân tỉnh Quảng Ninh",
  work: [
    START,
    ...usual("DA01", 2025, { advance: 210, accepted: 300 }),
    ...usual("DA02", 2025, { advance: 140, accepted: 120 }),
    {
      by: "soan",
      deAnCode: "DA03",
      kind: "progress",
      on: "2025-06-20",
      percent: 40,
      note: "Đang chờ thiết bị.",
    },
    {
      by: "duyet",
      deAnCode: "DA03",
      kind: "change",
      on: "2025-09-15",
      detail: { change: "within-year", newEnd: "2025-12-20" },
      document: `Công văn đồng ý điều chỉnh (${ASSUMED})`,
      note: "Thiết bị về chậm.",
    },
  ],
};

const HA_TINH_2025: DemoOrder = {
  key: "seed-order-42-2025",
  provinceCode: "42",
  title: "Hà Tĩnh 2025",
  draft: draftOf("Hà Tĩnh", 2025, [
    machine("Ứng dụng máy sấy trong chế biến gạo", "Chế biến nông sản", "ĐP", "Hà Tĩnh", 500, 240),
    machine("Ứng dụng máy ép trong sản xuất tấm ốp", "Vật liệu xây dựng", "QG", "Hà Tĩnh", 620, 300),
  ]),
  sentAt: "2025-01-20T02:00:00.000Z",
  orderedAt: "2025-03-05T02:00:00.000Z",
  ordererName: "Ủy ban nhân dân tỉnh Hà Tĩnh",
  work: [
    START,
    ...usual("DA01", 2025, { advance: 168, accepted: 240 }),
    ...usual("DA02", 2025, { advance: 210, accepted: 280 }),
    { step: "confirm", by: "duyet" },
    ...settle("DA01", 2025, 240),
  ],
};

const TAY_NINH_2025: DemoOrder = {
  key: "seed-order-80-2025",
  provinceCode: "80",
  title: "Tây Ninh 2025",
  draft: draftOf("Tây Ninh", 2025, [
    machine("Ứng dụng máy đóng gói bánh tráng", "Chế biến thực phẩm", "ĐP", "Tây Ninh", 220, 107),
    booths("Tây Ninh", 8, 100, 80),
  ]),
  sentAt: "2025-02-10T02:00:00.000Z",
  orderedAt: "2025-04-01T02:00:00.000Z",
  ordererName: "Ủy ban nhân dân tỉnh Tây Ninh",
  work: [START, stopped("DA02", 2025, "Cơ sở rút đăng ký.")],
};

const QUANG_NINH_2026: DemoOrder = {
  key: "seed-order-22-2026",
  provinceCode: "22",
  title: "Quảng Ninh 2026",
  draft: draftOf("Quảng Ninh", 2026, [
    machine(
      "Ứng dụng máy sấy thăng hoa trong chế biến dược liệu",
      "Chế biến nông sản",
      "QG",
      "Quảng Ninh",
      640,
      300,
    ),
    machine(
      "Ứng dụng máy chiết rót trong chế biến nước mắm",
      "Chế biến thủy sản",
      "ĐP",
      "Quảng Ninh",
      400,
      190,
    ),
    booths("Quảng Ninh", 10, 150, 120),
  ]),
  sentAt: "2026-02-02T02:00:00.000Z",
  orderedAt: null,
  ordererName: "Ủy ban nhân dân tỉnh Quảng Ninh",
  work: [],
};

export const DEMO_ORDERS: readonly DemoOrder[] = [
  QUANG_NINH_2017,
  HA_TINH_2025,
  TAY_NINH_2025,
  QUANG_NINH_2025,
  QUANG_NINH_2026,
];

/** A centre's estimate, so that its degree of autonomy can be read off at once. */
export const DEMO_ESTIMATE = {
  provinceCode: "22",
  year: 2025,
  spendingDong: 2_400_000_000,
  detail: JSON.stringify({
    others: [
      { code: "11.2.a", dong: 900_000_000 },
      { code: "11.2.b", dong: 400_000_000, lessDong: 310_000_000 },
    ],
    oneMore: { priceDong: 200_000_000, costDong: 120_000_000 },
    investment: null,
  }),
  note: `Dự toán ${ASSUMED}.`,
  personId: "soan-22",
  at: "2025-03-20T02:00:00.000Z",
} as const;
