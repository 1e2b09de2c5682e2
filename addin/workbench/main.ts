/** The workbench page: a spreadsheet at the left, the same task pane as in Excel at the right. */
import type { Grid, WorkbenchBridge } from "./grid.ts";
import { keepForOffline } from "../offline/register.ts";
import { confirmed, deferred, downloadBytes, element, pickFile } from "./page.ts";
import { startSplitter } from "./splitter.ts";
import {
  ANONYMOUS,
  currentOwner,
  isSessionKey,
  loadSnapshot,
  putAside,
  rememberedSheet,
  rememberSheet,
  removeSnapshot,
  saveSnapshot,
} from "./storage.ts";
import { isLangKey, lang, texts } from "./texts.ts";

const SAVE_DELAY_MS = 800;

const bar = element("header.bar");
const sheetHost = element("div.sheet-host");
const loading = element("div.loading");
const pane = element("aside.pane");
const statusLine = element("footer.status");

let grid: Grid | null = null;
let owner = currentOwner();
/** Only one tab saves a person's workbook. */
let mayStore = false;
/** The content of the file opened or downloaded last. */
let inFile: string | null = null;
let saveTimer: ReturnType<typeof setTimeout> | undefined;
let gridReady = deferred<Grid>();
const frame = document.createElement("iframe");
let savedLabel: HTMLElement | null = null;

function say(text: string, isProblem = false): void {
  statusLine.textContent = text;
  statusLine.title = text;
  statusLine.classList.toggle("problem", isProblem);
}

async function save(): Promise<void> {
  clearTimeout(saveTimer);
  saveTimer = undefined;
  if (grid === null || !mayStore) return;
  try {
    await saveSnapshot(owner, grid.snapshot());
    if (savedLabel !== null && saveTimer === undefined) savedLabel.textContent = texts().saved;
  } catch {
    if (savedLabel !== null) savedLabel.textContent = "";
    say(texts().notSaved, true);
  }
}

function saveSoon(): void {
  if (!mayStore) return;
  if (savedLabel !== null) savedLabel.textContent = texts().saving;
  clearTimeout(saveTimer);
  saveTimer = setTimeout(() => void save(), SAVE_DELAY_MS);
}

/** Held until the tab closes; a second tab of the same person does not get it. */
function takeLock(name: string): Promise<boolean> {
  const answer = deferred<boolean>();
  void navigator.locks.request(`kc-workbench:${name}`, { ifAvailable: true }, (lock) => {
    answer.resolve(lock !== null);
    return lock === null ? undefined : new Promise<never>(() => undefined);
  });
  return answer.promise;
}

/** The sentence behind an error value, when the selected cell shows one. */
function explain(current: Grid): void {
  if (current !== grid) return;
  const { sheetId, row, column } = current.selection();
  const sentence = current.errorSentence(sheetId, row, column);
  if (sentence !== null) say(sentence, true);
  else if (!mayStore) say(texts().otherTab, true);
  else say(texts().ready);
}

function useGrid(next: Grid): void {
  grid = next;
  next.onAnyChange(saveSoon);
  next.onActivated((sheetId) => rememberSheet(owner, sheetId));
  next.onSelection(() => explain(next));
  next.onCells(() => void next.whenCalculated().then(() => explain(next)));
  loading.hidden = true;
  element("section.sheet").setAttribute("aria-busy", "false");
  gridReady.resolve(next);
  explain(next);
}

/** Shown while the curtain is still down: no glance at the first sheet before. */
function showLastSheet(restored: Grid): void {
  const last = restored.sheets().find(({ id, hidden }) => id === rememberedSheet(owner) && !hidden);
  if (last !== undefined) restored.activateSheet(last.id);
}

async function openStored(): Promise<void> {
  loading.textContent = texts().loading;
  const [{ openGrid }, snapshot] = await Promise.all([
    import("./univer/open-grid.ts"),
    loadSnapshot(owner).catch(() => null),
  ]);
  mayStore = await takeLock(owner);
  try {
    const restored = await openGrid(sheetHost, snapshot);
    showLastSheet(restored);
    useGrid(restored);
  } catch (error) {
    if (snapshot === null) throw error;
    console.error(error);
    await putAside(owner);
    sheetHost.replaceChildren();
    useGrid(await openGrid(sheetHost, null));
    say(texts().damaged, true);
  }
}

/** Another workbook in place of the open one; the pane starts again, as when Excel opens another file. */
async function replaceGrid(fill: (grid: Grid) => void): Promise<void> {
  const { openGrid } = await import("./univer/open-grid.ts");
  grid?.dispose();
  grid = null;
  inFile = null;
  sheetHost.replaceChildren();
  gridReady = deferred<Grid>();
  const next = await openGrid(sheetHost, null);
  fill(next);
  useGrid(next);
  frame.contentWindow?.location.reload();
  await save();
}

/** What was opened or downloaded last stands in a file: only what differs from it, or was never in one, can be lost. */
async function wouldLose(): Promise<boolean> {
  if (grid === null) return false;
  const { contentOf, isBlank } = await import("./files.ts");
  await grid.whenCalculated();
  return !isBlank(grid) && contentOf(grid) !== inFile;
}

async function startFresh(): Promise<void> {
  const t = texts();
  if ((await wouldLose()) && !(await confirmed(t.freshTitle, t.freshBody))) return;
  await removeSnapshot(owner).catch(() => undefined);
  await replaceGrid(() => undefined);
}

async function openFile(): Promise<void> {
  const file = await pickFile(".xlsx");
  if (file === null) return;
  const t = texts();
  const { readFile, fillGrid, contentOf } = await import("./files.ts");
  const reading = await readFile(new Uint8Array(await file.arrayBuffer()));
  if (!reading.ok) {
    say(lang() === "en" ? reading.error.en : reading.error.vi, true);
    return;
  }
  if ((await wouldLose()) && !(await confirmed(t.openTitle, t.openBody))) return;
  await replaceGrid((next) => {
    fillGrid(next, reading.value);
    inFile = contentOf(next);
  });
  say([t.opened(file.name), ...reading.value.notes].join(" "));
}

async function download(): Promise<void> {
  if (grid === null) return;
  try {
    const { contentOf, writeFile } = await import("./files.ts");
    downloadBytes(texts().fileName, await writeFile(grid));
    inFile = contentOf(grid);
  } catch (error) {
    console.error(error);
    say(texts().downloadFailed, true);
  }
}

function setPaneShown(shown: boolean): void {
  element("main").classList.toggle("no-pane", !shown);
  drawBar();
}

function button(label: string, testId: string, action: () => void | Promise<void>): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.dataset["testid"] = testId;
  made.addEventListener("click", () => void action());
  return made;
}

function drawBar(): void {
  const t = texts();
  const brand = document.createElement("h1");
  brand.className = "brand";
  const mark = document.createElement("img");
  mark.src = "/icons/icon.svg";
  mark.alt = "";
  const name = document.createElement("span");
  name.textContent = t.product;
  brand.append(mark, name);
  const saved = document.createElement("span");
  saved.className = "saved";
  saved.textContent = savedLabel?.textContent ?? "";
  savedLabel = saved;
  const home = document.createElement("a");
  home.href = "/";
  home.textContent = t.home;
  const shown = !element("main").classList.contains("no-pane");
  bar.replaceChildren(
    brand,
    button(t.fresh, "new-workbook", startFresh),
    button(t.open, "open-file", openFile),
    button(t.download, "download-file", download),
    saved,
    button(shown ? t.hidePane : t.showPane, "toggle-pane", () => setPaneShown(!shown)),
    home,
  );
  document.documentElement.lang = lang();
  frame.title = t.paneTitle;
  element("div.splitter").setAttribute("aria-label", t.splitter);
}

/** Signing in must not take a started workbook away; an already known person gets their own back. */
async function changeOwner(next: string): Promise<void> {
  const before = owner;
  await save();
  const known = await loadSnapshot(next).catch(() => null);
  if (before === ANONYMOUS && known === null) {
    owner = next;
    mayStore = await takeLock(next);
    if (grid !== null) rememberSheet(next, grid.activeSheetId());
    await save();
    await removeSnapshot(ANONYMOUS).catch(() => undefined);
    return;
  }
  location.reload();
}

window.addEventListener("storage", (event) => {
  if (isLangKey(event.key)) {
    drawBar();
    if (grid !== null) explain(grid);
  }
  if (isSessionKey(event.key) && currentOwner() !== owner) void changeOwner(currentOwner());
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && saveTimer !== undefined) void save();
});
window.addEventListener("pagehide", () => void (saveTimer === undefined ? undefined : save()));

const bridge: WorkbenchBridge = { whenGrid: () => gridReady.promise, setPaneShown };
window.kcWorkbench = bridge;
drawBar();
keepForOffline("/workbench/offline.js", "/workbench/");
startSplitter(element("div.splitter"));
frame.src = "/workbench/taskpane.html";
pane.append(frame);
openStored().catch((error: unknown) => {
  console.error(error);
  loading.classList.add("failed");
  loading.textContent = texts().loadFailed;
});
