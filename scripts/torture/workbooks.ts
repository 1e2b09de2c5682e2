/** Small right workbooks, each of its own content, for every province. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { day } from "../../shared/kernel/date.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { dong } from "../../shared/kernel/money.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { PROVINCES } from "../../shared/law/provinces.ts";
import { buildFlatWorkbook } from "../../shared/workbook/build.ts";

export interface Order {
  readonly personId: string;
  readonly provinceCode: string;
  readonly key: string;
  /** Request body, ready to send. */
  readonly body: string;
  /** sha256 (hex) of the canonical workbook, computed here, not by the service. */
  readonly contentHash: string;
}

function workbook(province: string, number: number): FlatWorkbook {
  return buildFlatWorkbook(
    {
      info: {
        province,
        organisation: `Trung tâm Khuyến công (${province})`,
        year: 2019,
        asOf: day("2019-01-15"),
        localBudgetDong: dong(2_000_000_000),
        drafter: "Người soạn",
      },
      deAn: [
        {
          code: "DA01",
          name: `Ứng dụng máy móc trong sản xuất, hồ sơ thử số ${number}`,
          content: 3,
          kind: "MAY-MOC",
          fund: "ĐP",
          count: quantity(1),
          place: province,
          beneficiary: "Cơ sở thử nghiệm",
          trade: "Gốm sứ",
          start: day("2019-03-01"),
          end: day("2019-10-31"),
          result: "Tăng sản lượng",
          source: "giả định để minh hoạ",
        },
      ],
      costLines: [
        {
          deAnCode: "DA01",
          item: "Máy ép",
          unit: "bộ",
          quantity: quantity(1),
          unitPriceDong: dong(450_000_000 + number),
          supportDong: dong(200_000_000),
        },
      ],
    },
    builtinLawBook(),
  );
}

export function orders(count: number, seed: number): Order[] {
  return Array.from({ length: count }, (_, number) => {
    const province = PROVINCES[number % PROVINCES.length];
    if (province === undefined) throw new Error("no provinces");
    const flat = workbook(province.name, number);
    return {
      personId: `soan-${province.code}`,
      provinceCode: province.code,
      key: `torture-${seed}-${number}`,
      body: JSON.stringify({ workbook: flat }),
      contentHash: createHash("sha256").update(canonicalJson(flat)).digest("hex"),
    };
  });
}
