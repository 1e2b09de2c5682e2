/** The tab strip: arrow keys move and choose, Tab leaves. Fluent's own strip needs a browser feature few hosts have. */
import { html, type TemplateResult } from "lit";

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

function neighbour(key: string, index: number, count: number): number | null {
  if (key === "ArrowRight") return (index + 1) % count;
  if (key === "ArrowLeft") return (index + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

export function tabStrip<Id extends string>(
  label: string,
  items: readonly TabItem<Id>[],
  active: Id,
  choose: (id: Id) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent, index: number) => {
    const next = neighbour(event.key, index, items.length);
    const item = next === null ? undefined : items[next];
    if (item === undefined) return;
    event.preventDefault();
    choose(item.id);
    document.getElementById(`tab-${item.id}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label}>
    ${items.map(
      (item, index) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${item.id}"
          data-testid="tab-${item.id}"
          aria-controls="panel-${item.id}"
          aria-selected=${item.id === active}
          tabindex=${item.id === active ? 0 : -1}
          @click=${() => choose(item.id)}
          @keydown=${(event: KeyboardEvent) => onKey(event, index)}
        >
          ${item.label}
        </button>`,
    )}
  </div>`;
}
