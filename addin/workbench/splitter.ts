/** The line between spreadsheet and pane. */
const KEY = "kc.workbench.paneWidth";
const MIN_WIDTH = 320;
const DEFAULT_WIDTH = 400;
const SHEET_MIN_WIDTH = 420;
const STEP = 16;

function clamp(width: number): number {
  const most = Math.max(MIN_WIDTH, window.innerWidth - SHEET_MIN_WIDTH);
  return Math.round(Math.min(most, Math.max(MIN_WIDTH, width)));
}

export function startSplitter(splitter: HTMLElement): void {
  const root = document.documentElement;
  let width = DEFAULT_WIDTH;
  const set = (next: number): void => {
    width = clamp(next);
    root.style.setProperty("--pane-width", `${width}px`);
    splitter.setAttribute("aria-valuenow", String(width));
    splitter.setAttribute("aria-valuemin", String(MIN_WIDTH));
    splitter.setAttribute("aria-valuemax", String(clamp(Number.MAX_SAFE_INTEGER)));
  };
  const keep = (): void => localStorage.setItem(KEY, String(width));
  set(Number(localStorage.getItem(KEY)) || DEFAULT_WIDTH);
  splitter.addEventListener("pointerdown", (down) => {
    splitter.setPointerCapture(down.pointerId);
    document.body.classList.add("dragging");
    const move = (event: PointerEvent): void => set(window.innerWidth - event.clientX - 3);
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener(
      "lostpointercapture",
      () => {
        splitter.removeEventListener("pointermove", move);
        document.body.classList.remove("dragging");
        keep();
      },
      { once: true },
    );
  });
  splitter.addEventListener("keydown", (event) => {
    const direction = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    set(width + direction * STEP);
    keep();
  });
  splitter.addEventListener("dblclick", () => {
    set(DEFAULT_WIDTH);
    keep();
  });
  window.addEventListener("resize", () => set(width));
}
