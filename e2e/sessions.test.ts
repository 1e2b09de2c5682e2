/** One's own sessions, in two real browsers: one sees and ends the other, which is out at its next step. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject("chromium"));
});
afterAll(() => browser?.close());

async function signedIn(id: string, width = 1366): Promise<Opened> {
  const opened = await openPage(browser, { width, height: 768 }, inject("origin"));
  await opened.page.goto("/");
  await opened.page.getByTestId(`person-${id}`).click();
  await opened.page.getByTestId("signed-in").waitFor();
  return opened;
}

const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

it("are reached by one's name, name this browser, and end another one or all others", async () => {
  const [here, there, far] = [
    await signedIn("duyet-24"),
    await signedIn("duyet-24"),
    await signedIn("duyet-24"),
  ];
  const { page } = here;
  await page.getByTestId("signed-in").click();
  await page.getByTestId("own-session").nth(2).waitFor();
  expect(await page.getByTestId("own-session").first().innerText()).toMatch(/Chrome · \S+\s+Phiên này/);
  expect(await page.getByTestId("end-session").count()).toBe(2);
  await expectAccessible(page);
  await picture(page, "sessions");
  for (const width of [320, 400]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await fits(page), String(width)).toBe(true);
    await picture(page, `sessions-${width}`);
  }
  await expectAccessible(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  // The newest of the others stands first: the third browser.
  await page.getByTestId("end-session").first().press("Enter");
  await page.getByTestId("session-ended").waitFor();
  await expect.poll(() => page.getByTestId("own-session").count()).toBe(2);
  // A second Enter ends nothing more.
  await page.keyboard.press("Enter");
  expect(await page.getByTestId("own-session").count()).toBe(2);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe(
    "session-ended",
  );
  await expectAccessible(page);
  await picture(page, "sessions-ended");
  await far.page.goto("/console/#/phien");
  await far.page.getByTestId("sign-in-card").waitFor();
  await there.page.goto("/console/#/phien");
  await there.page.getByTestId("own-session").first().waitFor();
  await page.getByTestId("end-others").click();
  await page.getByTestId("only-this").waitFor();
  await there.page.reload();
  await there.page.getByTestId("sign-in-card").waitFor();
  await page.reload();
  await page.getByTestId("own-session").waitFor();
  expect([...here.errors, ...there.errors, ...far.errors]).toEqual([]);
});

it("are there for every role, in English too", async () => {
  for (const id of ["soan-24", "tham-dinh-2", "quan-tri-2"]) {
    const { page, errors, context } = await signedIn(id);
    await page.getByTestId("switch-lang").click();
    await page.getByTestId("signed-in").click();
    await page.getByTestId("current-session").waitFor();
    expect(await page.locator("h1").innerText()).toBe("My sessions");
    expect(await page.locator(".sections [aria-current=true]").count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }
});
