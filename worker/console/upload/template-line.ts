/** For who has no workbook yet: the blank one. */
import { html, type TemplateResult } from "lit";
import { texts } from "../texts/index.ts";

export function templateLine(): TemplateResult {
  const { noFile, template } = texts().upload;
  return html`<p>${noFile} <a href="/template.xlsx" download data-testid="template">${template}</a></p>`;
}
