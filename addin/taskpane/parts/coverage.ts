/** The nine contents of khuyến công, and how many đề án each has. */
import { html, type TemplateResult } from "lit";
import { CONTENTS } from "../../../shared/plan/contents.ts";
import { lang, texts } from "../texts/index.ts";

export function coverage(byContent: Readonly<Record<number, number>>): TemplateResult {
  const t = texts().check;
  const covered = CONTENTS.filter((content) => (byContent[content.code] ?? 0) > 0).length;
  return html`<section class="card" aria-labelledby="coverage-heading" data-testid="coverage">
    <h3 id="coverage-heading">${t.coverage}</h3>
    <div class="coverage-meter">
      <meter min="0" max="9" .value=${covered} aria-label=${t.coverageText(covered)}></meter>
      <p>${t.coverageText(covered)}</p>
    </div>
    <ol class="contents">
      ${CONTENTS.map((content) => {
        const count = byContent[content.code] ?? 0;
        return html`<li class=${count === 0 ? "none" : ""}>
          <span class="content-code">${content.code}</span>
          <span>${lang() === "vi" ? content.vi : content.en}</span>
          <span class="content-count">${count === 0 ? t.coverageNone : texts().draft.count(count)}</span>
        </li>`;
      })}
    </ol>
    <p class="citation">${t.coverageBasis}</p>
  </section>`;
}
