/** Base of every element here: rendered into the page itself, so one style sheet, print and labels work as usual. */
import { LitElement } from "lit";
import { LANG_EVENT } from "../texts/index.ts";
import { SESSION_EVENT } from "./session.ts";

export class PageElement extends LitElement {
  readonly #refresh = () => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(LANG_EVENT, this.#refresh);
    window.addEventListener(SESSION_EVENT, this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(LANG_EVENT, this.#refresh);
    window.removeEventListener(SESSION_EVENT, this.#refresh);
  }
}
