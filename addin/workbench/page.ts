/** Small helpers of the page: elements, a question, files in and out. */
import { texts } from "./texts.ts";
import { OFFICE_MEDIA } from "../../shared/kernel/media.ts";

export function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} on the page`);
  return found;
}

/** Asks and waits; false for cancel and for Escape. */
export function confirmed(title: string, body: string): Promise<boolean> {
  const t = texts();
  const dialog = document.createElement("dialog");
  const heading = document.createElement("h2");
  heading.id = "kc-question";
  heading.textContent = title;
  dialog.setAttribute("aria-labelledby", heading.id);
  const words = document.createElement("p");
  words.textContent = body;
  const form = document.createElement("form");
  form.method = "dialog";
  for (const [value, label] of [
    ["", t.cancel],
    ["yes", t.confirm],
  ] as const) {
    const button = document.createElement("button");
    button.value = value;
    button.textContent = label;
    if (value === "yes") button.className = "primary";
    form.append(button);
  }
  dialog.append(heading, words, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

export function pickFile(accept: string): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}

export function downloadBytes(name: string, bytes: Uint8Array): void {
  const blob = new Blob([bytes as BlobPart], {
    type: OFFICE_MEDIA.xlsx,
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

/** A promise that somebody else fulfils. */
export function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
