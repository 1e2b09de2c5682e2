/** Fluent tokens in our own accent (deep teal-blue #0f5b78), light and dark. */
import { createDarkTheme, createLightTheme, type BrandVariants } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";

const BRAND: BrandVariants = {
  10: "#021118",
  20: "#041b26",
  30: "#062634",
  40: "#083040",
  50: "#093a4d",
  60: "#0b445a",
  70: "#0d4f69",
  80: "#0f5b78",
  90: "#2d7c99",
  100: "#5fa9c7",
  110: "#77b8d3",
  120: "#8fc6dc",
  130: "#a9d5e6",
  140: "#c3e3ef",
  150: "#dbeff6",
  160: "#eef7fa",
};

export const THEME_CHOICES = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const KEY = "kc.theme";
const darkQuery = window.matchMedia("(prefers-color-scheme: dark)");

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(KEY);
  return THEME_CHOICES.find((choice) => choice === stored) ?? "system";
}

function apply(): void {
  const choice = themeChoice();
  const dark = choice === "dark" || (choice === "system" && darkQuery.matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  setTheme(dark ? createDarkTheme(BRAND) : createLightTheme(BRAND));
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice);
  apply();
}

/** Call once when a page starts. Paper is always light. */
export function startTheme(): void {
  apply();
  darkQuery.addEventListener("change", apply);
  window.addEventListener("beforeprint", () => setTheme(createLightTheme(BRAND)));
  window.addEventListener("afterprint", apply);
}
