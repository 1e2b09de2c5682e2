/** <kc-topbar page="console">: product, pages, who is signed in, language, light or dark. */
import { html, nothing, type TemplateResult } from "lit";
import { ROLE_LABEL } from "../../../shared/plan/states.ts";
import { PageElement } from "../lib/element.ts";
import { signOut } from "../lib/api.ts";
import { readSession } from "../lib/session.ts";
import { chooseTheme, THEME_CHOICES, themeChoice } from "../lib/theme.ts";
import { chooseLang, lang, texts } from "../texts/index.ts";
import { brandMark, themeIcon } from "./icons.ts";

const PAGES = [
  { id: "home", href: "/" },
  { id: "workbench", href: "/workbench/" },
  { id: "console", href: "/console/" },
  { id: "upload", href: "/upload/" },
  { id: "guide", href: "/huong-dan/" },
] as const;
export type PageId = (typeof PAGES)[number]["id"];

export class TopBar extends PageElement {
  static override properties = { page: { type: String } };
  declare page: PageId;

  constructor() {
    super();
    this.page = "home";
  }

  #nextTheme(): void {
    const index = THEME_CHOICES.indexOf(themeChoice());
    chooseTheme(THEME_CHOICES[(index + 1) % THEME_CHOICES.length] ?? "system");
    this.requestUpdate();
  }

  #who(): TemplateResult | typeof nothing {
    const session = readSession();
    if (session === null) {
      if (this.page === "home") return nothing;
      return html`<a class="plain-button" href=${signInAddress()}>${texts().shell.signIn}</a>`;
    }
    const { person } = session;
    const t = texts().shell;
    return html`<a class="who" href="/console/#/phien" title=${t.ownSessions} data-testid="signed-in">
        <span class="who-label">${t.signedInAs}</span>
        <strong>${person.name}</strong>
        <span class="who-role">${ROLE_LABEL[person.role][lang()]}</span>
      </a>
      <a class="plain-button" href=${signInAddress()} data-testid="change-role">${t.changeRole}</a>
      <button class="plain-button" type="button" @click=${() => void signOut()}>${t.signOut}</button>`;
  }

  protected override render(): TemplateResult {
    const t = texts().shell;
    const other = lang() === "vi" ? "en" : "vi";
    return html`<a class="skip" href="#main" @click=${skipToMain}>${t.skip}</a>
      <header class="topbar">
        <a class="brand" href="/">${brandMark()}<span>${t.product}</span></a>
        <nav aria-label=${t.mainNav}>
          ${PAGES.map(
            ({ id, href }) =>
              html`<a href=${href} aria-current=${id === this.page ? "page" : nothing}>${t[id]}</a>`,
          )}
        </nav>
        <div class="topbar-end">
          ${this.#who()}
          <button
            class="plain-button icon-only"
            type="button"
            aria-label=${t.themes[themeChoice()]}
            title=${t.themes[themeChoice()]}
            data-testid="switch-theme"
            @click=${() => this.#nextTheme()}
          >
            ${themeIcon(themeChoice())}
          </button>
          <button
            class="plain-button"
            type="button"
            lang=${other}
            data-testid="switch-lang"
            @click=${() => chooseLang(other)}
          >
            ${t.otherLanguage}
          </button>
        </div>
      </header>`;
  }
}

/** The hash belongs to the console's own addresses, so the jump is done by hand. */
function skipToMain(event: Event): void {
  event.preventDefault();
  const main = document.querySelector("main");
  main?.setAttribute("tabindex", "-1");
  main?.focus();
}

/** Start page, coming back here afterwards. */
export function signInAddress(): string {
  const here = location.pathname + location.search + location.hash;
  return here === "/" ? "/" : `/?next=${encodeURIComponent(here)}`;
}

customElements.define("kc-topbar", TopBar);
