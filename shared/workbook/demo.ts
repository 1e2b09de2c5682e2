/**
 * Demo workbooks. Totals and named lines are press figures (each line says where from, rounded as printed); whatever
 * the press did not print is blank or labelled "giả định để minh hoạ". They are facts for trying the product, not law.
 */
import { day } from "../kernel/date.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import type { LawBook } from "../law/types.ts";
import type { Fund } from "../plan/shapes.ts";
import { buildFlatWorkbook, type CostDraft, type DeAnDraft, type PlanDraft } from "./build.ts";

export interface DemoWorkbook {
  /** Province code of today. */
  readonly provinceCode: string;
  readonly year: number;
  readonly title: string;
  readonly flat: FlatWorkbook;
}

interface Project {
  readonly name: string;
  readonly kind: string;
  readonly content: number;
  readonly fund: Fund;
  readonly count?: number;
  readonly place?: string;
  readonly beneficiary?: string;
  readonly trade?: string;
  readonly item: string;
  readonly unit: string;
  readonly units: number;
  /** Million đồng, as the press prints them. */
  readonly totalMillion: number;
  readonly supportMillion: number;
  readonly source: string;
  readonly note?: string;
}

const ILLUSTRATION = "giả định để minh hoạ";
const QUANG_NINH_PRESS =
  "Báo Công Thương, “Quảng Ninh: 2,8 tỷ đồng cho khuyến công năm 2018”: 4 đề án quốc gia 800 triệu, 10–15 đề án địa phương 2.000 triệu";
const SPLIT_NOTE = `Chi tiết từng đề án là ${ILLUSTRATION}; báo chỉ đăng tổng theo nguồn`;
const GROUP = "Lập theo nhóm";

function million(amount: number): ReturnType<typeof dong> {
  return dong(Math.round(amount * 1_000_000));
}

function machine(
  name: string,
  trade: string,
  totalMillion: number,
  supportMillion: number,
  fund: Fund,
): Project {
  return {
    name,
    kind: "MAY-MOC",
    content: 3,
    fund,
    trade,
    item: "Máy móc, thiết bị tiên tiến",
    unit: "bộ",
    units: 1,
    totalMillion,
    supportMillion,
    source: ILLUSTRATION,
    note: GROUP,
  };
}

const QUANG_NINH_2018: readonly Project[] = [
  {
    name: "Mô hình trình diễn kỹ thuật sản xuất gạch không nung",
    kind: "MO-HINH",
    content: 3,
    fund: "QG",
    trade: "Vật liệu xây dựng",
    item: "Máy móc, thiết bị và tài liệu kỹ thuật của mô hình",
    unit: "mô hình",
    units: 1,
    totalMillion: 1000,
    supportMillion: 300,
    source: ILLUSTRATION,
    note: GROUP,
  },
  machine("Ứng dụng máy móc tiên tiến trong sản xuất gốm sứ", "Gốm sứ", 450, 200, "QG"),
  machine("Ứng dụng máy móc tiên tiến trong chế biến thủy sản", "Chế biến thủy sản", 400, 200, "QG"),
  {
    name: "Tham gia hội chợ hàng công nghiệp nông thôn trong nước",
    kind: "GIAN-HANG",
    content: 4,
    fund: "QG",
    count: 10,
    item: "Thuê gian hàng",
    unit: "gian hàng",
    units: 10,
    totalMillion: 125,
    supportMillion: 100,
    source: ILLUSTRATION,
    note: GROUP,
  },
  machine("Ứng dụng máy móc trong chế biến chè", "Chế biến nông sản", 360, 170, "ĐP"),
  machine("Ứng dụng máy móc trong sản xuất đồ gỗ", "Chế biến gỗ", 350, 170, "ĐP"),
  machine("Ứng dụng máy móc trong may công nghiệp", "May mặc", 340, 170, "ĐP"),
  machine("Ứng dụng máy móc trong cơ khí sửa chữa", "Cơ khí", 340, 170, "ĐP"),
  machine("Ứng dụng máy móc trong chế biến miến dong", "Chế biến thực phẩm", 345, 170, "ĐP"),
  machine("Ứng dụng máy móc trong chế biến dược liệu", "Chế biến nông sản", 400, 190, "ĐP"),
  {
    name: "Đào tạo nghề may công nghiệp",
    kind: "DAO-TAO",
    content: 1,
    fund: "ĐP",
    trade: "May mặc",
    item: "Tổ chức lớp đào tạo nghề",
    unit: "lớp",
    units: 2,
    count: 2,
    totalMillion: 150,
    supportMillion: 120,
    source: ILLUSTRATION,
    note: GROUP,
  },
  {
    name: "Đào tạo nghề gốm mỹ nghệ",
    kind: "DAO-TAO",
    content: 1,
    fund: "ĐP",
    trade: "Thủ công mỹ nghệ",
    item: "Tổ chức lớp đào tạo nghề",
    unit: "lớp",
    units: 2,
    count: 2,
    totalMillion: 150,
    supportMillion: 120,
    source: ILLUSTRATION,
    note: GROUP,
  },
  {
    name: "Mô hình trình diễn chế biến hải sản khô",
    kind: "MO-HINH",
    content: 3,
    fund: "ĐP",
    trade: "Chế biến thủy sản",
    item: "Máy móc, thiết bị và tài liệu kỹ thuật của mô hình",
    unit: "mô hình",
    units: 1,
    totalMillion: 1500,
    supportMillion: 450,
    source: ILLUSTRATION,
    note: GROUP,
  },
  {
    name: "Gian hàng sản phẩm công nghiệp nông thôn tại các hội chợ",
    kind: "GIAN-HANG",
    content: 4,
    fund: "ĐP",
    count: 20,
    item: "Thuê gian hàng",
    unit: "gian hàng",
    units: 20,
    totalMillion: 250,
    supportMillion: 200,
    source: ILLUSTRATION,
    note: GROUP,
  },
  {
    name: "Xây dựng thương hiệu sản phẩm gốm",
    kind: "THUONG-HIEU",
    content: 4,
    fund: "ĐP",
    trade: "Gốm sứ",
    item: "Thiết kế và đăng ký nhãn hiệu",
    unit: "thương hiệu",
    units: 1,
    totalMillion: 70,
    supportMillion: 35,
    source: ILLUSTRATION,
    note: GROUP,
  },
  {
    name: "Tư vấn quản lý sản xuất cho cơ sở chế biến",
    kind: "TU-VAN",
    content: 5,
    fund: "ĐP",
    trade: "Chế biến thực phẩm",
    item: "Thuê tư vấn",
    unit: "cơ sở",
    units: 1,
    totalMillion: 70,
    supportMillion: 35,
    source: ILLUSTRATION,
    note: GROUP,
  },
];

const QUANG_NINH_2019: readonly Project[] = [
  {
    name: "Ứng dụng máy ép song động, máy CNC, máy ép bán dẻo trong sản xuất gốm sứ",
    kind: "MAY-MOC",
    content: 3,
    fund: "QG",
    place: "Quảng Ninh",
    beneficiary: "Chi nhánh Công ty TNHH Gốm sứ Quang Vinh",
    trade: "Gốm sứ",
    item: "Máy ép song động, máy CNC, máy ép bán dẻo",
    unit: "dây máy",
    units: 1,
    totalMillion: 604,
    supportMillion: 300,
    source: "ipc1.gov.vn, “Nghiệm thu đề án khuyến công quốc gia năm 2019”",
  },
];

const DAK_LAK_2018: readonly Project[] = [
  {
    name: "Dây chuyền chế biến gạo 3.000 tấn/năm",
    kind: "MAY-MOC",
    content: 3,
    fund: "ĐP",
    place: "Ea Kar",
    beneficiary: "Công ty TNHH MTV Cà phê 721",
    trade: "Chế biến nông sản",
    item: "Thiết bị chế biến gạo",
    unit: "dây chuyền",
    units: 1,
    totalMillion: 750,
    supportMillion: 150,
    source: "mekongsean.vn, “Đắk Lắk hỗ trợ dây chuyền chế biến gạo tại huyện Ea Kar”",
  },
];

const GIA_LAI_2020: readonly Project[] = [
  {
    name: "Ứng dụng máy móc sản xuất trà túi lọc",
    kind: "MAY-MOC",
    content: 3,
    fund: "QG",
    place: "Chư Pưh",
    beneficiary: "HTX Nông nghiệp hữu cơ an toàn FAOS",
    trade: "Chế biến nông sản",
    item: "Thiết bị sản xuất trà túi lọc",
    unit: "bộ",
    units: 1,
    totalMillion: 413,
    supportMillion: 200,
    source: "Báo Gia Lai, 08/2020 (tổng “hơn 413 triệu”)",
  },
  {
    name: "Máy ép gạch không nung 8 triệu viên/năm",
    kind: "MAY-MOC",
    content: 3,
    fund: "ĐP",
    place: "Bình Định",
    beneficiary: "Công ty TNHH Cường Thịnh Nguyên",
    trade: "Vật liệu xây dựng",
    item: "Máy ép gạch không nung",
    unit: "máy",
    units: 1,
    totalMillion: 2000,
    supportMillion: 300,
    source: "khuyencongonline.gov.vn, Bình Định 2020",
    note: `Nguồn ĐP là ${ILLUSTRATION}: báo không ghi cấp kinh phí`,
  },
];

function toDraft(info: PlanDraft["info"], projects: readonly Project[]): PlanDraft {
  const deAn: DeAnDraft[] = [];
  const costLines: CostDraft[] = [];
  projects.forEach((project, index) => {
    const code = `DA${String(index + 1).padStart(2, "0")}`;
    deAn.push({
      code,
      name: project.name,
      content: project.content,
      kind: project.kind,
      fund: project.fund,
      count: quantity(project.count ?? 1),
      place: project.place ?? info.province,
      ...(project.beneficiary === undefined ? {} : { beneficiary: project.beneficiary }),
      ...(project.trade === undefined ? {} : { trade: project.trade }),
      source: project.source,
      ...(project.note === undefined ? {} : { note: project.note }),
    });
    costLines.push({
      deAnCode: code,
      item: project.item,
      unit: project.unit,
      quantity: quantity(project.units),
      unitPriceDong: million(project.totalMillion / project.units),
      supportDong: million(project.supportMillion),
      note: project.source,
    });
  });
  return { info, deAn, costLines };
}

/** Quảng Ninh's plan of 2018: 4 national đề án for 800 million and 12 local ones for 2,000 million. */
export function quangNinh2018(): PlanDraft {
  return toDraft(
    {
      province: "Quảng Ninh",
      organisation: "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp Quảng Ninh",
      year: 2018,
      asOf: day("2018-01-15"),
      nationalBudgetDong: dong(800_000_000),
      localBudgetDong: dong(2_000_000_000),
      note: `${QUANG_NINH_PRESS}. ${SPLIT_NOTE}. Năm 2017: 14 đề án, 800 triệu quốc gia và 1.000 triệu địa phương.`,
    },
    QUANG_NINH_2018,
  );
}

/** All demo workbooks, with the figures their formulas give. */
export function demoWorkbooks(law: LawBook): DemoWorkbook[] {
  const press = "Số liệu báo chí, làm tròn; dùng để minh hoạ.";
  const drafts: { provinceCode: string; title: string; draft: PlanDraft }[] = [
    { provinceCode: "22", title: "Quảng Ninh 2018", draft: quangNinh2018() },
    {
      provinceCode: "22",
      title: "Quảng Ninh 2019",
      draft: toDraft(
        {
          province: "Quảng Ninh",
          organisation: "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp Quảng Ninh",
          year: 2019,
          asOf: day("2019-01-15"),
          note: press,
        },
        QUANG_NINH_2019,
      ),
    },
    {
      provinceCode: "66",
      title: "Đắk Lắk 2018",
      draft: toDraft(
        {
          province: "Đắk Lắk",
          organisation: "Trung tâm Khuyến công tỉnh Đắk Lắk",
          year: 2018,
          asOf: day("2018-01-15"),
          note: `${press} Tên đơn vị là ${ILLUSTRATION}.`,
        },
        DAK_LAK_2018,
      ),
    },
    {
      provinceCode: "52",
      title: "Gia Lai 2020",
      draft: toDraft(
        {
          province: "Gia Lai",
          organisation: "Trung tâm Khuyến công tỉnh Gia Lai",
          year: 2020,
          asOf: day("2020-01-15"),
          note: `${press} Tên đơn vị là ${ILLUSTRATION}; gồm cả Bình Định cũ.`,
        },
        GIA_LAI_2020,
      ),
    },
  ];
  return drafts.map(({ provinceCode, title, draft }) => ({
    provinceCode,
    title,
    year: draft.info.year,
    flat: buildFlatWorkbook(draft, law),
  }));
}
