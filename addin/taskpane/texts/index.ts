/** Vietnamese first; English by choice, remembered for this browser and shared with the review site. */
import { vi, type Texts } from "./vi.ts";

export type Lang = "vi" | "en";
export type { Texts };

export const LANG_EVENT = "kc-lang";
const KEY = "kc.lang";

export function lang(): Lang {
  return localStorage.getItem(KEY) === "en" ? "en" : "vi";
}

let english: Texts | null = null;

/** Fetches the English texts, which few people read, apart from the pane's first script; without them all stays Vietnamese. */
export async function loadEnglish(): Promise<void> {
  english ??= await import("./en.ts").then(
    ({ en }) => en,
    () => null,
  );
}

export function texts(): Texts {
  return lang() === "en" ? (english ?? vi) : vi;
}

export async function chooseLang(choice: Lang): Promise<void> {
  if (choice === "en") await loadEnglish();
  localStorage.setItem(KEY, choice);
  document.documentElement.lang = choice;
  window.dispatchEvent(new Event(LANG_EVENT));
}
