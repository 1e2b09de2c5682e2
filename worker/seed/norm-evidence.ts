/**
 * Twelve provinces' own norms and prices, so that comparing and proposing norms has something to stand on. Made up
 * around the shipped draft by plain arithmetic and labelled so on every line; two of them carry the slips people make.
 */
import { day } from "../../shared/kernel/date.ts";
import { dong } from "../../shared/kernel/money.ts";
import { quantity, type Quantity } from "../../shared/kernel/quantity.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { PROVINCES, type Province } from "../../shared/law/provinces.ts";
import { draftBook } from "../../shared/norms/books/du-thao-khuyen-cong.ts";
import { illustrativePrices } from "../../shared/norms/books/gia-minh-hoa.ts";
import type { Norm, NormLine } from "../../shared/norms/model.ts";
import {
  buildFlatWorkbook,
  type NormLineDraft,
  type PlanDraft,
  type PriceDraft,
} from "../../shared/workbook/build.ts";
import type { DemoSubmission } from "./demo.ts";

const YEAR = 2027;
const AS_OF = day("2026-11-16");
const ILLUSTRATION = "giả định để minh hoạ";
/** Those of the other demonstration submissions keep their own stories. */
const ELSEWHERE = new Set(["22", "52", "66"]);
const SENDERS = PROVINCES.filter(({ code }) => !ELSEWHERE.has(code)).slice(0, 12);

/** Which draft norm, how many provinces send it, and whether each gives it a code of its own. */
const SERVICES = [
  { code: "KC.05.0210", senders: 12, own: false },
  { code: "KC.06.0120", senders: 12, own: false },
  { code: "KC.03.0210", senders: 8, own: true },
  { code: "KC.09.0220", senders: 4, own: false },
] as const;

/** province, service, resource → what the quantity is wrongly multiplied by. */
const SLIPS: readonly (readonly [number, string, string, number])[] = [
  [4, "KC.05.0210", "Giấy A4", 1000],
  [9, "KC.06.0120", "Máy vi tính", 10],
];

/** 88…112 %, the same for the same three numbers. */
function percentOf(province: number, service: number, line: number): number {
  return 88 + ((province * 37 + service * 53 + line * 29) % 25);
}

/** To three places, as provinces write. */
function spread(text: string, percent: number): Quantity {
  return quantity((Math.round(Number(text) * percent * 10) / 1000).toFixed(3));
}

/** A figure of a line; percentages are the same everywhere. */
function ofLine(line: NormLine): Partial<NormLineDraft> & { readonly text: string | null } {
  switch (line.kind) {
    case "labour":
      return {
        type: "NC",
        text: line.quantity,
        ...(line.grade === undefined
          ? {}
          : { scale: line.grade.scale, coefficient: quantity(line.grade.coefficient) }),
      };
    case "machine":
      return { type: "M", text: line.loaded };
    case "tool":
      return { type: "DC", text: line.quantity, lifeMonths: quantity(line.lifeMonths) };
    case "percent":
      return { type: line.of, text: line.quantity };
    default:
      return { type: "VL", text: line.quantity };
  }
}

function normLinesOf(norm: Norm, province: number, service: number, code: string): NormLineDraft[] {
  return norm.lines.flatMap((line, at): NormLineDraft[] => {
    const { text, ...typed } = ofLine(line);
    if (text === null) return [];
    const percent = percentOf(province, service, at);
    const slip =
      SLIPS.find(
        ([who, what, name]) => who === province && what === norm.code && name === line.resource,
      )?.[3] ?? 1;
    const unloaded = line.kind === "machine" ? (line.unloaded ?? null) : null;
    return [
      {
        ...typed,
        code,
        resource: line.resource,
        unit: line.unit,
        quantity: line.unit === "%" ? quantity(text) : spread(text, percent * slip),
        ...(unloaded === null ? {} : { unloaded: spread(unloaded, percent) }),
        ...(at === 0
          ? { name: norm.name, serviceUnit: norm.unit, content: norm.content, conditions: norm.conditions }
          : {}),
        ...(at === 0 ? { process: norm.process.join("; "), quality: norm.quality.join("; ") } : {}),
        note: ILLUSTRATION,
      },
    ];
  });
}

/** The illustrative prices of the materials and machines these norms use, spread in hundreds of đồng. */
function priceLines(norms: readonly Norm[], province: number): PriceDraft[] {
  const used = new Set(norms.flatMap(({ lines }) => lines.map(({ resource }) => resource)));
  return illustrativePrices()
    .prices.filter(({ resource }) => used.has(resource))
    .map((entry, at): PriceDraft => {
      const percent = percentOf(province, 7, at);
      const near = (amount: number) => dong(Math.round((amount * percent) / 10_000) * 100);
      return {
        type: entry.type,
        code: entry.code ?? null,
        resource: entry.resource,
        unit: entry.unit,
        priceDong: near(entry.priceDong),
        depreciationDong: entry.depreciationDong === undefined ? null : near(entry.depreciationDong),
        from: day("2026-01-01"),
        source: ILLUSTRATION,
      };
    });
}

const million = (amount: number) => dong(amount * 1_000_000);

function planOf({ code: provinceCode, name, fullName }: Province, at: number): PlanDraft {
  const sent = SERVICES.flatMap((service, index) => {
    const norm = draftBook().norms.find(({ code }) => code === service.code);
    if (norm === undefined) throw new Error(`no norm ${service.code}`);
    return at < service.senders ? [{ ...service, norm, index }] : [];
  });
  const inside = fullName.charAt(0).toLocaleLowerCase("vi") + fullName.slice(1);
  const common = { place: name, source: ILLUSTRATION, note: "Lập theo nhóm" } as const;
  return {
    info: {
      province: name,
      organisation: `Trung tâm Khuyến công (${inside})`,
      year: YEAR,
      asOf: AS_OF,
      note: `Toàn bộ số liệu là ${ILLUSTRATION}.`,
    },
    deAn: [
      {
        ...common,
        code: "DA01",
        name: `Ứng dụng máy móc tiên tiến trong chế biến nông sản tại ${name}`,
        content: 3,
        kind: "MAY-MOC",
        fund: "QG",
        count: quantity(1),
        trade: "Chế biến nông sản",
      },
      {
        ...common,
        code: "DA02",
        name: `Gian hàng sản phẩm công nghiệp nông thôn của ${name}`,
        content: 4,
        kind: "GIAN-HANG",
        fund: "ĐP",
        count: quantity(10),
      },
    ],
    costLines: [
      {
        deAnCode: "DA01",
        item: "Máy móc, thiết bị tiên tiến",
        unit: "bộ",
        quantity: quantity(1),
        unitPriceDong: million(600 + at * 10),
        supportDong: million(at === 7 ? 30 : 200 + ((at * 7) % 12) * 8),
        note: ILLUSTRATION,
      },
      {
        deAnCode: "DA02",
        item: "Thuê gian hàng",
        unit: "gian hàng",
        quantity: quantity(10),
        unitPriceDong: million(12),
        supportDong: million(80 + ((at * 5) % 12) * 2),
        note: ILLUSTRATION,
      },
    ],
    normLines: sent.flatMap(({ norm, index, own }) =>
      normLinesOf(norm, at, index, own ? `T${provinceCode}.03.0010` : norm.code),
    ),
    priceLines: priceLines(
      sent.map(({ norm }) => norm),
      at,
    ),
  };
}

/** One that only warned and is waived, one that could block and waits for a second person; by the place of the sender. */
const WAIVERS: Readonly<Record<number, NonNullable<DemoSubmission["waiver"]>>> = {
  0: {
    personId: "tham-dinh-1",
    rule: "KC-DG-004",
    reason: "Dữ liệu minh hoạ: báo giá đã gửi bản giấy kèm công văn.",
  },
  1: {
    personId: "tham-dinh-2",
    rule: "KC-NV-002",
    reason: "Dữ liệu minh hoạ: máy do đối tác tặng một phần.",
  },
};

export function evidenceSubmissions(law: LawBook): DemoSubmission[] {
  return SENDERS.map((province, at) => ({
    key: `seed-dinh-muc-${province.code}-${YEAR}`,
    title: `${province.name} ${YEAR}`,
    provinceCode: province.code,
    flat: buildFlatWorkbook(planOf(province, at), law),
    steps: [
      {
        personId: `duyet-${province.code}`,
        action: "forward",
        comment: "Dữ liệu minh hoạ: tỉnh đã duyệt.",
      },
    ],
    ...(WAIVERS[at] === undefined ? {} : { waiver: WAIVERS[at] }),
  }));
}
