/** Demonstration submissions: sent and moved through the same doors as real ones. */
import { demoWorkbooks } from "../../shared/workbook/demo.ts";
import type { REVIEW_ACTIONS } from "../../shared/contract/submission.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";

export interface DemoStep {
  readonly personId: string;
  readonly action: (typeof REVIEW_ACTIONS)[number];
  readonly comment: string;
}

export interface DemoSubmission {
  /** Idempotency key: seeding again finds the same submission. */
  readonly key: string;
  readonly title: string;
  readonly provinceCode: string;
  readonly flat: FlatWorkbook;
  readonly steps: readonly DemoStep[];
  /** A rule the Ministry waives for it. */
  readonly waiver?: { readonly personId: string; readonly rule: string; readonly reason: string };
}

/** Provinces other than the one of the guided example are already with the ministry, so that its queue has work. */
const STAYS_WITH_PROVINCE = "22";

export function demoSubmissions(): DemoSubmission[] {
  return demoWorkbooks(builtinLawBook()).map(({ provinceCode, year, title, flat }, index) => ({
    key: `seed-${provinceCode}-${year}-${index}`,
    title,
    provinceCode,
    flat,
    steps:
      provinceCode === STAYS_WITH_PROVINCE
        ? []
        : [
            {
              personId: `duyet-${provinceCode}`,
              action: "forward",
              comment: "Dữ liệu minh hoạ: tỉnh đã duyệt.",
            },
          ],
  }));
}
