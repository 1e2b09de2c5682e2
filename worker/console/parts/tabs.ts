/** A row of tabs for any element: arrow keys move, one tab stop. */
import { html, type TemplateResult } from "lit";

export interface TabItem {
  readonly id: string;
  readonly label: string | TemplateResult;
}

interface TabsInput {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly active: string;
  readonly className: string;
  /** Id of the panel that the tabs show. */
  readonly panel: string;
  readonly choose: (id: string) => void;
}

export function tabId(panel: string, id: string): string {
  return `${panel}-tab-${id.replace(/[^A-Za-z0-9_-]/g, "-")}`;
}

function onKey(event: KeyboardEvent, { items, active, choose, panel }: TabsInput): void {
  const index = items.findIndex((item) => item.id === active);
  const last = items.length - 1;
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: index === last ? 0 : index + 1,
    ArrowLeft: index === 0 ? last : index - 1,
    Home: 0,
    End: last,
  };
  const goal = goals[event.key];
  const item = goal === undefined ? undefined : items[goal];
  if (item === undefined) return;
  event.preventDefault();
  choose(item.id);
  document.getElementById(tabId(panel, item.id))?.focus();
}

export function tabs(input: TabsInput): TemplateResult {
  return html`<div
    class="tabs ${input.className}"
    role="tablist"
    aria-label=${input.label}
    @keydown=${(event: KeyboardEvent) => onKey(event, input)}
  >
    ${input.items.map(
      ({ id, label }) =>
        html`<button
          type="button"
          role="tab"
          id=${tabId(input.panel, id)}
          aria-selected=${id === input.active ? "true" : "false"}
          aria-controls=${input.panel}
          tabindex=${id === input.active ? "0" : "-1"}
          data-testid=${`tab-${id}`}
          @click=${() => input.choose(id)}
        >
          ${label}
        </button>`,
    )}
  </div>`;
}
