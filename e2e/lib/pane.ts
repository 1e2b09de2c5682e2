/** The task pane inside the workbench, driven as a person drives it. */
import type { FrameLocator, Locator, Page } from "playwright-core";
import { expect } from "vitest";

export interface PaneDeAn {
  readonly kind: string;
  readonly name: string;
  readonly fund: "QG" | "ĐP";
  readonly count?: string;
  readonly beneficiary?: string;
  readonly place?: string;
  readonly source?: string;
  readonly item: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly support: string;
}

export function paneOf(page: Page): FrameLocator {
  return page.frameLocator("iframe");
}

/** The workbench with nothing in it yet, and its pane ready to make a workbook. */
export async function openWorkbench(page: Page): Promise<FrameLocator> {
  await page.goto("/workbench/");
  const pane = paneOf(page);
  await pane.getByTestId("make-book").waitFor({ timeout: 60_000 });
  return pane;
}

/**
 * The pane at this width, by dragging the line beside it as a person does. The workbench then holds the width itself;
 * one written into the style from outside is lost to the resize event of an earlier setViewportSize.
 */
export async function dragPaneTo(page: Page, width: number): Promise<void> {
  const splitter = page.locator(".splitter");
  const shown = page.viewportSize();
  const box = await splitter.boundingBox();
  if (shown === null || box === null) throw new Error("no line beside the pane");
  const middle = box.x + box.width / 2;
  const height = box.y + box.height / 2;
  await page.mouse.move(middle, height);
  await page.mouse.down();
  await page.mouse.move(shown.width - width - box.width / 2, height, { steps: 4 });
  await page.mouse.up();
  const frame = page.frame({ url: /\/workbench\/taskpane\.html/ });
  await expect.poll(() => frame?.evaluate(() => window.innerWidth)).toBe(width);
}

/** What the element says, with ordinary spaces: amounts keep their sign on the line with a hard one. */
export async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\u00a0/g, " ");
}

export async function makeBook(pane: FrameLocator, info: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(info)) {
    const input = pane.locator(`#book-${name}`);
    if (name === "province") await input.selectOption({ label: value });
    else await input.fill(value);
  }
  await pane.getByTestId("make-book").click();
  await pane.getByTestId("new-de-an").waitFor({ timeout: 60_000 });
}

/** Another workbook in place of the open one, asked about where something would be lost; the pane starts again. */
export async function openExample(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  const again = page.waitForEvent("framenavigated");
  await page.getByTestId("open-file").click();
  await (await chooser).setFiles(path);
  const agree = page.getByRole("button", { name: "Đồng ý" });
  await Promise.race([again, agree.waitFor().catch(() => undefined)]);
  if (await agree.isVisible()) await agree.click();
  await again;
  const name = path.split("/").at(-1) ?? path;
  await page.locator("footer.status", { hasText: `Đã mở ${name}` }).waitFor({ timeout: 30_000 });
}

export async function addDeAn(pane: FrameLocator, deAn: PaneDeAn): Promise<void> {
  await pane.getByTestId("new-de-an").click();
  await pane.locator(`[data-testid="kinds"] input[value="${deAn.kind}"]`).check({ force: true });
  await pane.getByTestId("wizard-next").click();
  await pane.locator("#wizard-name").fill(deAn.name);
  await pane.locator(`input[name="fund"][value="${deAn.fund}"]`).check({ force: true });
  for (const field of ["count", "beneficiary", "place", "source"] as const) {
    const value = deAn[field];
    if (value !== undefined) await pane.locator(`#wizard-${field}`).fill(value);
  }
  await pane.getByTestId("wizard-next").click();
  const lines = pane.locator("li.cost-line");
  while ((await lines.count()) > 1) await lines.last().locator(".cost-line-head fluent-button").click();
  const line = lines.first();
  for (const field of ["item", "unit", "quantity", "unitPrice"] as const) {
    await line.locator(`input[id$="-${field}"]`).fill(deAn[field]);
  }
  await pane.locator("#wizard-requested").fill(deAn.support);
  await pane.getByTestId("wizard-submit").click();
  await pane.getByTestId("wizard").waitFor({ state: "detached", timeout: 30_000 });
}

/** The tab Gửi: a reason for every warning, the promise, and off it goes. */
export async function fillAndSend(pane: FrameLocator): Promise<void> {
  const reasons = pane.locator("kc-send-view textarea");
  await pane.getByTestId("confirm").waitFor();
  for (const reason of await reasons.all()) await reason.fill("Theo mức chi đào tạo nghề của tỉnh.");
  await pane.getByTestId("confirm").check({ force: true });
  await pane.getByTestId("send").click();
}
