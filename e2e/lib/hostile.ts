/** What strangers may write into every field, and a browser that notices when any of it does something. */
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { day } from "../../shared/kernel/date.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { dong } from "../../shared/kernel/money.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { buildFlatWorkbook } from "../../shared/workbook/build.ts";

export const MARK = "kc-xss";
/** Each breaks out of another place: text, attribute, script, template, URL, SVG, comment. */
export const PAYLOADS = [
  `<img src=x onerror="window.kcXss='img'">${MARK}`,
  `"><script>window.kcXss='script'</script>`,
  `' onmouseover='window.kcXss=1' x='`,
  `</textarea></title></style><svg onload="window.kcXss='svg'">`,
  `<iframe srcdoc="<script>parent.kcXss=1</script>"></iframe>`,
  `javascript:window.kcXss='url'//`,
  `\${alert(1)}{{constructor.constructor('alert(1)')()}}<!--`,
] as const;
export const all = PAYLOADS.join(" ");
export const [first] = PAYLOADS;

/** @param more at the end of the name of the đề án: what a corrected version changes. */
export function hostileWorkbook(more = ""): FlatWorkbook {
  const text = (index: number) => PAYLOADS[index % PAYLOADS.length] ?? "";
  const flat = buildFlatWorkbook(
    {
      info: {
        province: "Quảng Ninh",
        organisation: text(0),
        year: 2019,
        asOf: day("2019-01-15"),
        localBudgetDong: dong(2_000_000_000),
        drafter: text(1),
        note: all,
      },
      deAn: [
        {
          code: "DA01",
          name: all + more,
          content: 3,
          kind: "MAY-MOC",
          fund: "ĐP",
          count: quantity(1),
          place: "Quảng Ninh",
          beneficiary: text(3),
          trade: "Gốm sứ",
          start: day("2019-03-01"),
          end: day("2019-10-31"),
          result: text(4),
          source: text(5),
          note: all,
        },
      ],
      costLines: [
        {
          deAnCode: "DA01",
          item: all,
          unit: "máy",
          quantity: quantity(1),
          unitPriceDong: dong(400_000_000),
          supportDong: dong(200_000_000),
          note: all,
        },
      ],
    },
    builtinLawBook(),
  );
  const own = Object.fromEntries(
    PAYLOADS.map((value, index) => [`A${index + 1}`, { value, formula: `="${"<b>"}"&A9` }]),
  );
  return { sheets: [...flat.sheets, { name: "<img src=x>&\"'b", cells: own }] };
}

export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly dialogs: string[];
  readonly errors: string[];
}

/** `bypassCSP`: escaping alone must hold; the policy is a second wall, not the first. */
export async function watch(browser: Browser, bypassCSP: boolean): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: inject("origin"),
    locale: "vi-VN",
    bypassCSP,
    viewport: { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  const dialogs: string[] = [];
  const errors: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return { context, page, dialogs, errors };
}

export async function signIn(page: Page, personId: string): Promise<void> {
  await page.goto("/");
  await page.getByTestId(`person-${personId}`).click();
  await page.getByTestId("signed-in").waitFor();
}

/** No frame of the page has been touched, and the text was really there to be read. */
export async function expectUntouched({ page, dialogs, errors }: Watched, shown: boolean): Promise<void> {
  await page.waitForTimeout(150);
  const frames: Frame[] = page.frames();
  for (const frame of frames) {
    expect(
      await frame.evaluate(() => (window as unknown as { kcXss?: unknown }).kcXss),
      frame.url(),
    ).toBeUndefined();
    expect(
      await frame.locator("img[src=x], svg[onload], [onmouseover], iframe[srcdoc]").count(),
      frame.url(),
    ).toBe(0);
  }
  if (shown) {
    const texts = await Promise.all(frames.map((frame) => frame.evaluate(() => document.body.innerText)));
    expect(texts.join(" ")).toContain(MARK);
  }
  expect(dialogs).toEqual([]);
  expect(errors).toEqual([]);
}
