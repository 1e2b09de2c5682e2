/** Vietnamese first; English by choice, remembered for this browser and shared with the review site. */
import { en } from "./en.ts";
import { vi, type Texts } from "./vi.ts";

export type Lang = "vi" | "en";
export type { Texts };

export const LANG_EVENT = "kc-lang";
const KEY = "kc.lang";

export function lang(): Lang {
  return localStorage.getItem(KEY) === "en" ? "en" : "vi";
}

export function texts(): Texts {
  return lang() === "en" ? en : vi;
}

export function chooseLang(choice: Lang): void {
  localStorage.setItem(KEY, choice);
  document.documentElement.lang = choice;
  window.dispatchEvent(new Event(LANG_EVENT));
}
