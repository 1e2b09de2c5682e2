/** A figure and everything behind it, down to the article, as a tree that opens step by step. */
import { html, nothing, type TemplateResult } from "lit";
import type { ExplainNode } from "../../../shared/workbook/explain.ts";
import { texts } from "../texts/index.ts";
import { citation } from "./law.ts";

/** Long sums are cut: the sheet itself shows every line. */
const SHOWN_CHILDREN = 30;

function body(node: ExplainNode): TemplateResult {
  return html`${node.working === undefined ? nothing : html`<p class="quiet">${node.working}</p>`}
  ${node.note === undefined ? nothing : html`<p class="quiet">${node.note}</p>`}
  ${node.cite === undefined ? nothing : citation(node.cite)}`;
}

function head(node: ExplainNode): TemplateResult {
  return html`<span class="tree-label">${node.label}</span>
    ${node.where === undefined ? nothing : html`<code>${node.where}</code>`}
    <b class="tree-value">${node.shown}</b>`;
}

/** @param depth 0 = the selected cell, shown open */
export function explainTree(node: ExplainNode, depth = 0): TemplateResult {
  const children = node.children.slice(0, SHOWN_CHILDREN);
  const more = node.children.length - children.length;
  if (node.children.length === 0) return html`<div class="tree-leaf">${head(node)} ${body(node)}</div>`;
  return html`<details class="tree" ?open=${depth < 2} data-testid="explain-node">
    <summary>${head(node)}</summary>
    ${body(node)}
    <div class="tree-children">
      ${children.map((child) => explainTree(child, depth + 1))}
      ${more > 0 ? html`<p class="quiet">${texts().basis.moreNodes(more)}</p>` : nothing}
    </div>
  </details>`;
}
