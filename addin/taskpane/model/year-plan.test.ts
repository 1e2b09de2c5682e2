/**
 * A year's plan of 20 đề án as a drafter types it into the pane, from projects the press told of. Names, investment and
 * support are copied facts, rounded as printed; where the press gives no investment, twice the support stands for it
 * and says so. Places and dates are assumptions: the projects were done in many provinces and years.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { day } from "../../../shared/kernel/date.ts";
import type { FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { buildFlatWorkbook } from "../../../shared/workbook/build.ts";
import { judgeWorkbook, type Verdict } from "../../../shared/workbook/judge.ts";
import { readXlsx, writeXlsx } from "../../../shared/workbook/xlsx/index.ts";
import { unmetDemands } from "../../../shared/workbook/xlsx/excel/demands.ts";
import { chooseKind, editLine, newWizard, toDrafts, type Drafts, type WizardState } from "./wizard.ts";

const SOFFICE = "/usr/bin/soffice";
const ASSUMED = "giả định để minh hoạ";
const law = builtinLawBook();
const asOf = day("2026-01-15");

interface Told {
  readonly name: string;
  readonly beneficiary: string;
  readonly trade: string;
  /** Million đồng, as printed; null where the press gives none. */
  readonly investment: string | null;
  readonly support: string;
  readonly fund: "QG" | "ĐP";
  readonly source: string;
  readonly kind?: "MO-HINH";
}

const QG = "QG" as const;
const LOCAL = "ĐP" as const;
const PROJECTS: readonly Told[] = [
  {
    name: "Máy ép gạch không nung 8 triệu viên/năm",
    beneficiary: "Công ty TNHH Cường Thịnh Nguyên",
    trade: "Vật liệu xây dựng",
    investment: "2000",
    support: "300",
    fund: QG,
    source: "khuyencongonline.gov.vn, Bình Định 2020",
  },
  {
    name: "Dây chuyền chế biến gạo 3.000 tấn/năm",
    beneficiary: "Công ty TNHH MTV Cà phê 721",
    trade: "Chế biến lương thực",
    investment: "750",
    support: "150",
    fund: LOCAL,
    source: "mekongsean.vn, Đắk Lắk 2018",
  },
  {
    name: "Máy đóng gói bánh tráng AT25",
    beneficiary: "Cơ sở Thu Ngân",
    trade: "Chế biến thực phẩm",
    investment: "220",
    support: "107,5",
    fund: LOCAL,
    source: "nscl.eprodata.vn, Tây Ninh 2019",
  },
  {
    name: "Hai máy ép mo cau",
    beneficiary: "HTX Nông nghiệp kỹ nghệ Quảng Nam",
    trade: "Hàng tiêu dùng từ mo cau",
    investment: "620",
    support: "300",
    fund: QG,
    source: "langngheviet.com.vn, Quảng Nam 2022",
  },
  {
    name: "Máy CNC đục tượng, CNC phẳng",
    beneficiary: "Công ty TNHH TM&XD Thành Nhật Minh",
    trade: "Đồ gỗ mỹ nghệ",
    investment: "609",
    support: "300",
    fund: QG,
    source: "baoquangnam.vn, Quảng Nam 2023 (tổng “hơn 609”)",
  },
  {
    name: "Máy trộn ngang sản xuất bánh tráng trộn",
    beneficiary: "Hộ kinh doanh bánh tráng Tân An",
    trade: "Chế biến thực phẩm",
    investment: "77",
    support: "38,5",
    fund: LOCAL,
    source: "baolongan.vn, Long An 2018",
  },
  {
    name: "Máy cán tôn hai tầng",
    beneficiary: "Công ty TNHH TM và SX tôn Sơn Hảo",
    trade: "Cơ khí",
    investment: "570",
    support: "200",
    fund: QG,
    source: "arid.gov.vn, Hậu Giang 2018 (tổng “hơn 570”)",
  },
  {
    name: "Máy ép song động, CNC, ép bán dẻo gốm sứ",
    beneficiary: "Chi nhánh Công ty TNHH Gốm sứ Quang Vinh",
    trade: "Gốm sứ",
    investment: "604",
    support: "300",
    fund: QG,
    source: "ipc1.gov.vn, Quảng Ninh 2019",
  },
  {
    name: "Chế biến táo sấy",
    beneficiary: "Hộ kinh doanh xã Phước Thuận",
    trade: "Chế biến nông sản",
    investment: "290",
    support: "130",
    fund: LOCAL,
    source: "tapchicongthuong.vn, Ninh Thuận 2024",
  },
  {
    name: "Hai máy sấy nông sản",
    beneficiary: "Cơ sở Thùy Trang",
    trade: "Chế biến nông sản",
    investment: "320",
    support: "150",
    fund: QG,
    source: "dantocmiennui.vn, Ninh Thuận 2018",
  },
  {
    name: "Máy đóng gói trà túi lọc",
    beneficiary: "HTX Nông nghiệp hữu cơ an toàn FAOS",
    trade: "Chế biến chè",
    investment: "413",
    support: "200",
    fund: QG,
    source: "baogialai.com.vn, Gia Lai 2020 (tổng “hơn 413”)",
  },
  {
    name: "Dây chuyền bánh tráng tự động 15.000 kg/tháng",
    beneficiary: "Cơ sở bánh tráng",
    trade: "Chế biến thực phẩm",
    investment: "2115",
    support: "140",
    fund: LOCAL,
    source: "arit.gov.vn, Long An (năm không rõ)",
    kind: "MO-HINH",
  },
  {
    name: "Máy sấy ngô 30 tấn/ngày",
    beneficiary: "Công ty TNHH TM Quang Lanh",
    trade: "Chế biến nông sản",
    investment: "700",
    support: "250",
    fund: QG,
    source: "ven.vn, Điện Biên 2016",
  },
  {
    name: "Máy xẻ gỗ KS226, đồ gỗ văn phòng",
    beneficiary: "Công ty TNHH Leading",
    trade: "Chế biến gỗ",
    investment: "350",
    support: "175",
    fund: QG,
    source: "ven.vn, Điện Biên 2016",
  },
  {
    name: "Máy làm đồ gỗ",
    beneficiary: "DNTN An Đức",
    trade: "Chế biến gỗ",
    investment: "514",
    support: "200",
    fund: LOCAL,
    source: "ven.vn, Bình Định 2012–2016",
  },
  {
    name: "Máy gia công hàng may mặc",
    beneficiary: "Hộ kinh doanh phường Hưng Thành",
    trade: "May mặc",
    investment: null,
    support: "100",
    fund: LOCAL,
    source: "baotuyenquang.com.vn, Tuyên Quang 2023",
  },
  {
    name: "Máy sản xuất rượu",
    beneficiary: "HTX Sản xuất và Thương mại Xứ Tuyên",
    trade: "Chế biến thực phẩm",
    investment: null,
    support: "100",
    fund: LOCAL,
    source: "socongthuong.tuyenquang.gov.vn, Tuyên Quang 2023",
  },
  {
    name: "Máy sản xuất ngói xi măng",
    beneficiary: "Cơ sở ngói xi măng Vĩnh Thạch",
    trade: "Vật liệu xây dựng",
    investment: null,
    support: "110",
    fund: LOCAL,
    source: "ven.vn, Khánh Hòa 2019",
  },
  {
    name: "Máy sản xuất tấm ốp nano, sàn nhựa",
    beneficiary: "Công ty CP XS Plus Việt Nam",
    trade: "Vật liệu xây dựng",
    investment: null,
    support: "300",
    fund: LOCAL,
    source: "hatinh24h.com.vn, Hà Tĩnh 2024",
  },
  {
    name: "Trạm trộn bê tông tươi 7.600 m3/năm",
    beneficiary: "Công ty TNHH Thành Nghĩa",
    trade: "Vật liệu xây dựng",
    investment: null,
    support: "60",
    fund: LOCAL,
    source: "baochinhphu.vn, Đắk Lắk (năm không rõ)",
  },
];

/** "107,5" triệu as the drafter types it in đồng. */
const typed = (million: string) => String(Number(million.replace(",", ".")) * 1_000_000);

/** The three steps of the wizard, as typed. */
function draft(told: Told, taken: readonly string[]): Drafts {
  const kind = told.kind ?? "MAY-MOC";
  const investment = told.investment ?? String(Number(told.support.replace(",", ".")) * 2);
  const chosen = chooseKind(newWizard(taken), kind, [{ item: told.name, unit: "bộ" }]);
  const priced = editLine(chosen, 1, {
    quantity: "1",
    unitPrice: typed(investment),
    ...(told.investment === null ? { note: `Tổng kinh phí: ${ASSUMED}` } : {}),
  });
  const state: WizardState = {
    ...priced,
    name: told.name,
    fund: told.fund,
    place: "Quảng Ninh",
    beneficiary: told.beneficiary,
    trade: told.trade,
    start: "01/03/2026",
    end: "30/11/2026",
    result: "Đưa máy vào sản xuất, nghiệm thu trong năm",
    source: `Số liệu báo chí: ${told.source}`,
    note: `Địa bàn, thời gian: ${ASSUMED}`,
    requested: typed(told.support),
  };
  const drafts = toDrafts(state, { law, asOf, takenCodes: taken });
  if (drafts === null) throw new Error(`not a whole đề án: ${told.name}`);
  return drafts;
}

function yearPlan(): FlatWorkbook {
  const all: Drafts[] = [];
  for (const told of PROJECTS)
    all.push(
      draft(
        told,
        all.map(({ deAn }) => deAn.code),
      ),
    );
  const info = { province: "22", organisation: "Trung tâm Khuyến công Quảng Ninh", year: 2026, asOf };
  const costLines = all.flatMap(({ costs }) => costs);
  return buildFlatWorkbook({ info, deAn: all.map(({ deAn }) => deAn), costLines }, law);
}

const told = ({ findings }: Verdict) =>
  findings.map(
    ({ rule, severity, where, message }) =>
      `${severity} ${rule} ${where.sheet}!${where.cell ?? ""} ${message}`,
  );
/** What a sound plan is still told: nothing to put right. */
const toPutRight = (verdict: Verdict) => told(verdict).filter((line) => !line.startsWith("info"));

async function reopened(bytes: Uint8Array): Promise<FlatWorkbook> {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.en);
  return read.value;
}

describe("a year's plan of 20 đề án", () => {
  const plan = yearPlan();
  const verdict = judgeWorkbook(plan, law);

  it("has nothing to put right, and the totals the press prints", () => {
    expect(toPutRight(verdict)).toEqual([]);
    expect(verdict.totals.all).toMatchObject({ count: 20, supportDong: 3_611_000_000 });
    expect(verdict.totals.byFund.QG).toMatchObject({ count: 9, supportDong: 2_175_000_000 });
    expect(verdict.differences).toEqual([]);
  });

  it("is told the same from its file", async () => {
    const bytes = await writeXlsx(plan);
    expect(unmetDemands(bytes)).toEqual([]);
    expect(told(judgeWorkbook(await reopened(bytes), law))).toEqual(told(verdict));
  });

  it.skipIf(!existsSync(SOFFICE))(
    "is told the same when LibreOffice has opened and saved it",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "kc-year-"));
      try {
        const file = join(folder, "ke-hoach.xlsx");
        writeFileSync(file, await writeXlsx(plan));
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const saved = join(folder, "saved");
        execFileSync(SOFFICE, ["--headless", profile, "--convert-to", "xlsx", "--outdir", saved, file], {
          stdio: "ignore",
          timeout: 120_000,
        });
        const back = await reopened(new Uint8Array(readFileSync(join(saved, "ke-hoach.xlsx"))));
        expect(told(judgeWorkbook(back, law))).toEqual(told(verdict));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    150_000,
  );

  it("one đồng over a ceiling, typed by hand, is found", () => {
    const sheets = plan.sheets.map((sheet) =>
      sheet.name === "KC_DuToan"
        ? { ...sheet, cells: { ...sheet.cells, G5: { value: 300_000_001 } } }
        : sheet,
    );
    const found = judgeWorkbook({ sheets }, law).findings.filter(({ severity }) => severity !== "info");
    expect(found.map(({ rule }) => rule)).toContain("KC-MH-001");
    expect(found.find(({ rule }) => rule === "KC-MH-001")?.differenceDong).toBe(1);
  });
});
