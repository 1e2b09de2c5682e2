/**
 * `npm run icons`: draws the product's mark and the ribbon's button pictures into addin/assets/. The PNG files are
 * committed; run this only after changing a drawing here (it needs Chromium).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "./lib/chromium.mjs";
import { root } from "./lib/paths.mjs";

const TEAL = "#0f5b78";
const AMBER = "#e2a11b";

/** Teeth of the gear, every 45°, on a 64-unit square. */
const TEETH = Array.from(
  { length: 8 },
  (_, index) =>
    `<rect x="26.5" y="1.5" width="11" height="13" rx="2.5" transform="rotate(${index * 45} 32 32)"/>`,
).join("");

/** A gear (industry) with three bars that rise inside it (what the support is for). */
const MARK = `<g fill="${TEAL}">${TEETH}<circle cx="32" cy="32" r="25"/></g>
  <circle cx="32" cy="32" r="18.5" fill="#fff"/>
  <rect x="20" y="33" width="6.5" height="9" rx="1" fill="${TEAL}"/>
  <rect x="28.75" y="27" width="6.5" height="15" rx="1" fill="${TEAL}"/>
  <rect x="37.5" y="20" width="6.5" height="22" rx="1" fill="${AMBER}"/>`;

/** At 16 pixels teeth and bars would blur: the same idea with fewer, thicker parts. */
const SMALL_MARK = `<g fill="${TEAL}">${TEETH}<circle cx="32" cy="32" r="26"/></g>
  <rect x="16" y="32" width="8" height="12" fill="#fff"/>
  <rect x="28" y="26" width="8" height="18" fill="#fff"/>
  <rect x="40" y="18" width="8" height="26" fill="${AMBER}"/>`;

/** @param {string} body */
const lines = (body) =>
  `<g fill="none" stroke="${TEAL}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${body}</g>`;

const SHEET = `<rect x="9" y="7" width="40" height="50" rx="4"/>`;

const BUTTONS = {
  draft:
    lines(`<path d="M47 28V11a4 4 0 0 0-4-4H13a4 4 0 0 0-4 4v42a4 4 0 0 0 4 4h16M19 20h18M19 31h13"/>`) +
    `<path d="M36 57l2-9 15-15a5 5 0 0 1 7 7L45 55z" fill="${AMBER}"/>`,
  check:
    lines(`${SHEET}<path d="M19 20h20M19 31h8"/>`) +
    `<path d="M27 43l9 9 20-22" fill="none" stroke="${AMBER}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>`,
  submit:
    lines(`<path d="M9 38v15a4 4 0 0 0 4 4h38a4 4 0 0 0 4-4V38"/>`) +
    `<path d="M32 43V11M18 24L32 10l14 14" fill="none" stroke="${AMBER}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>`,
  track:
    lines(`<path d="M27 14h30M27 32h30M27 50h30"/>`) +
    `<circle cx="12" cy="14" r="6" fill="${TEAL}"/><circle cx="12" cy="32" r="6" fill="${TEAL}"/><circle cx="12" cy="50" r="6" fill="${AMBER}"/>`,
};

/** @returns {[name: string, size: number, body: string][]} */
function drawings() {
  const marks = [16, 32, 64, 80, 128].map((size) => [`icon-${size}`, size, size === 16 ? SMALL_MARK : MARK]);
  const buttons = Object.entries(BUTTONS).flatMap(([name, body]) =>
    [16, 32, 80].map((size) => [`${name}-${size}`, size, body]),
  );
  return /** @type {[string, number, string][]} */ ([...marks, ...buttons]);
}

const executablePath = findChromium();
if (!executablePath) {
  process.stderr.write("Không tìm thấy Chromium (đặt CHROMIUM=đường/dẫn). / No Chromium found.\n");
  process.exit(1);
}
const folder = join(root, "addin", "assets");
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
const page = await browser.newPage();
for (const [name, size, body] of drawings()) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 64 64">${body}</svg>`;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
}
writeFileSync(
  join(folder, "icon.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${MARK}</svg>\n`,
);
await browser.close();
