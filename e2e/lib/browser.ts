/** One real Chromium for a test file, its pages checked for script errors and accessibility. */
import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Pictures of every run, in a folder git ignores. */
export const PICTURES = new URL("../../test-output/screenshots/", import.meta.url).pathname;

export async function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Script errors seen so far on the page. */
  readonly errors: string[];
}

export async function openPage(
  browser: Browser,
  viewport: { width: number; height: number },
  baseURL: string,
): Promise<Opened> {
  const context = await browser.newContext({ viewport, baseURL, locale: "vi-VN", acceptDownloads: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  return { context, page, errors };
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}

/** The user guide's pictures; a run renews them when KC_PICTURES=1 (`npm run pictures`). */
const GUIDE = new URL("../../docs/huong-dan/hinh/", import.meta.url).pathname;

/** A picture of the guide: the page, or one part of it. Taken on every run, kept only when asked for. */
export async function guidePicture(what: Page | Locator, name: string): Promise<void> {
  const folder = process.env["KC_PICTURES"] === "1" ? GUIDE : PICTURES;
  mkdirSync(folder, { recursive: true });
  await what.screenshot({ path: `${folder}${name}.png` });
}

/** No serious or critical finding; Univer's own canvas and menus are its makers' and are left out. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    .exclude("#grid")
    .exclude("[data-u-comp]")
    .analyze();
  expect(passes.length).toBeGreaterThan(5);
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`),
  ).toEqual([]);
}
