/** One way back for everything the pane wrote: a button in its header, and beneath it what came of it. */
import { html, nothing, type TemplateResult } from "lit";
import { goToCell, splitAddress } from "../../excel/navigate.ts";
import { PaneElement } from "../element.ts";
import { ACTION_EVENT, isRunning, lastAction, takeBackAction, type ActionName } from "../model/undo-here.ts";
import { undoTexts } from "../texts/undo.ts";
import { undoIcon } from "./icons.ts";
import { notice, problemNotice, working, type Action } from "./notice.ts";

/** Fired on the window to have the last action taken back. */
const TAKE_BACK = "kc-take-back";

function ask(): void {
  window.dispatchEvent(new Event(TAKE_BACK));
}

/** Beside the news of an action just done; nothing where there is nothing to take back. */
export function undoAction(): Action | undefined {
  return lastAction() === null ? undefined : { label: undoTexts().undo, run: ask };
}

/** The header's button; it says what it would take back. */
export function undoButton(): TemplateResult | typeof nothing {
  const what = lastAction();
  if (what === null) return nothing;
  const label = undoTexts().undoWhat(what);
  return html`<fluent-button
    appearance="subtle"
    size="small"
    icon-only
    aria-label=${label}
    title=${label}
    data-testid="undo-last"
    @click=${ask}
    >${undoIcon()}</fluent-button
  >`;
}

export class UndoNews extends PaneElement {
  static override properties = {
    busy: { state: true },
    undone: { state: true },
    blocked: { state: true },
    error: { state: true },
  };
  declare busy: boolean;
  declare undone: ActionName | null;
  /** The cell in the way; "" = none. */
  declare blocked: string;
  declare error: unknown;
  readonly #asked = () => void this.#takeBack();
  /** What was said is old once the next action begins. */
  readonly #begun = () => {
    if (isRunning()) this.clear();
  };

  constructor() {
    super();
    this.busy = false;
    this.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(TAKE_BACK, this.#asked);
    window.addEventListener(ACTION_EVENT, this.#begun);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(TAKE_BACK, this.#asked);
    window.removeEventListener(ACTION_EVENT, this.#begun);
  }

  private clear(): void {
    this.undone = null;
    this.blocked = "";
    this.error = null;
  }

  async #takeBack(): Promise<void> {
    const what = lastAction();
    if (this.busy || what === null) return;
    this.clear();
    this.busy = true;
    try {
      this.blocked = (await takeBackAction()) ?? "";
      if (this.blocked === "") this.undone = what;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
      await this.updateComplete;
      this.scrollIntoView({ block: "nearest" });
    }
  }

  #goTo(): void {
    const { sheet, address } = splitAddress(this.blocked);
    goToCell(sheet, address).catch((error: unknown) => (this.error = error));
  }

  protected override render(): TemplateResult {
    const t = undoTexts();
    return html`<div role="status" data-testid="undo-news">
        ${this.busy ? working(t.undoing) : nothing}
        ${this.undone === null ? nothing : notice("ok", t.undone(this.undone))}
      </div>
      ${this.blocked === ""
        ? nothing
        : notice("warning", t.blocked(this.blocked), { label: t.toCell, run: () => this.#goTo() })}
      ${this.error === null ? nothing : problemNotice(this.error)}`;
  }
}
customElements.define("kc-undo", UndoNews);
