/** Every tab at the narrowest width Excel gives a pane, in light, dark and the system's high contrast. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Frame, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { openExample, openWorkbench } from "./lib/pane.ts";

/** Excel's own least width. */
const NARROW = 320;
const MODES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  contrast: { colorScheme: "dark", forcedColors: "active" },
} as const;

/** Serious findings in the pane alone; outside light only the colours can differ. */
async function graveFindings(page: Page, mode: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include({ fromFrames: ["iframe", "body"] });
  const { violations, passes } = await (mode === "light" ? axe : axe.withRules(["color-contrast"])).analyze();
  expect(passes.length).toBeGreaterThan(0);
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(" | ")}`);
}

/** What stands out of the pane to the right, or is cut inside a box that does not scroll; fields scroll by nature. */
function sticksOut(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const page = scrollWidth > clientWidth ? [`page ${scrollWidth} > ${clientWidth}`] : [];
    const parts = [...document.querySelectorAll("[role=tabpanel]:not([hidden]) *")].filter((part) => {
      const { right, width } = part.getBoundingClientRect();
      return width > 1 && right > clientWidth + 1;
    });
    return [...page, ...parts.slice(0, 5).map((part) => `${part.tagName}.${part.className}`)];
  });
}

describe("the pane at 320 px", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  let pane: FrameLocator;
  let frame: Frame;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: NARROW + 430, height: 1000 }, inject("origin"));
    ({ page } = opened);
    await page.addInitScript(
      (width) => localStorage.setItem("kc.workbench.paneWidth", String(width)),
      NARROW,
    );
    pane = await openWorkbench(page);
    await openExample(page, "examples/loi-thuong-gap.xlsx");
    await pane.getByTestId("new-de-an").waitFor({ timeout: 60_000 });
    await pane.getByTestId("tab-check").click();
    await pane.getByTestId("run-check").click();
    await pane.getByTestId("counts").waitFor({ timeout: 30_000 });
    const found = page.frame({ url: /\/workbench\/taskpane\.html/ });
    if (found === null) throw new Error("no task pane");
    frame = found;
    const width = await frame.evaluate(() => window.innerWidth);
    if (width !== NARROW) throw new Error(`the pane is ${width} px wide`);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
  });

  for (const [mode, media] of Object.entries(MODES))
    it(`is whole and readable: ${mode}`, async () => {
      await page.emulateMedia(media);
      const tabs = await pane.getByRole("tab").all();
      expect(tabs.length).toBeGreaterThanOrEqual(6);
      for (const tab of tabs) {
        const name = (await tab.getAttribute("id")) ?? "";
        await tab.click();
        await pane.locator(`[role=tabpanel][aria-labelledby="${name}"] h2`).first().waitFor();
        expect(await sticksOut(frame), name).toEqual([]);
        // A button changes its colour over a moment when work behind it ends: what stays is judged.
        await expect
          .poll(() => graveFindings(page, mode), { timeout: 10_000, interval: 500, message: name })
          .toEqual([]);
        await picture(page, `pane-${mode}-${name}`);
      }
      expect(opened.errors).toEqual([]);
    });
});
