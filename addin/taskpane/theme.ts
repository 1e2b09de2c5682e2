/** Fluent tokens in our accent, light and dark; high contrast is left to the system's own colours. */
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

/** The choice made on the review site holds here too. */
const KEY = "kc.theme";

function apply(query: MediaQueryList): void {
  const choice = localStorage.getItem(KEY);
  const dark = choice === "dark" || (choice !== "light" && query.matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  setTheme(dark ? createDarkTheme(BRAND) : createLightTheme(BRAND));
}

export function startTheme(): void {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  apply(query);
  query.addEventListener("change", () => apply(query));
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) apply(query);
  });
}
