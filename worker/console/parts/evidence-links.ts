/** The annexes of a published draft norm book, each with the hash the publication names it by. */
import { html, nothing, type TemplateResult } from "lit";
import { EVIDENCE_FILES } from "../../../shared/contract/norm-proposal.ts";
import type { Publication } from "../../../shared/contract/publications.ts";
import { proposalTexts } from "../texts/proposal.ts";

export function evidenceLinks({ id, evidence }: Publication): TemplateResult | typeof nothing {
  if (evidence === null) return nothing;
  const t = proposalTexts();
  const label = { xlsx: t.annex, docx: t.paper } as const;
  return html`<ul class="evidence-links" data-testid="evidence">
    ${EVIDENCE_FILES.map(
      (file) =>
        html`<li>
          <a
            href=${`/api/v1/publications/evidence?id=${encodeURIComponent(id)}&file=${file}`}
            download
            data-testid=${`evidence-${file}`}
            >${label[file]}</a
          >
          <code class="quiet">${t.hash(evidence[file])}</code>
        </li>`,
    )}
  </ul>`;
}
