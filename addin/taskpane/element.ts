/** Base of every element of the pane: drawn into the page itself, so one style sheet and all labels work as usual. */
import { LitElement } from "lit";
import { SESSION_EVENT } from "./auth.ts";
import { ACTION_EVENT, UNDONE_EVENT } from "./model/undo-here.ts";
import { LANG_EVENT } from "./texts/index.ts";
import { WORKSPACE_EVENT } from "./workspace.ts";

const EVENTS = [LANG_EVENT, SESSION_EVENT, WORKSPACE_EVENT, ACTION_EVENT] as const;

export class PaneElement extends LitElement {
  readonly #refresh = () => this.requestUpdate();
  readonly #undone = () => this.forget();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const event of EVENTS) window.addEventListener(event, this.#refresh);
    window.addEventListener(UNDONE_EVENT, this.#undone);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const event of EVENTS) window.removeEventListener(event, this.#refresh);
    window.removeEventListener(UNDONE_EVENT, this.#undone);
  }

  /** News of what was written are no longer true: it was taken back. */
  protected forget(): void {
    // Most elements tell no such news.
  }

  /** Puts the focus on the first match once the element has been drawn. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}
