/** The fields of each kind of proposal. */
import { html, type TemplateResult } from "lit";
import type { Book } from "../../../shared/contract/book.ts";
import type { RuleBook } from "../../../shared/contract/rules.ts";
import { VOTE_LEVELS } from "../../../shared/law/vote-levels.ts";
import { lang } from "../texts/index.ts";
import { stewardTexts } from "../texts/steward.ts";

const MARKS = ["text", "secondary", "memory"] as const;
const MODES = ["trial", "live", "off"] as const;
type Items = readonly (readonly [string, string])[];

function select(name: string, label: string, items: Items, chosen = ""): TemplateResult {
  return html`<label class="field"
    ><span>${label}</span
    ><select class="input" name=${name} required data-testid=${`propose-${name}`}>
      ${items.map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select></label
  >`;
}

interface InputOptions {
  readonly required?: boolean;
  readonly type?: "text" | "date";
  readonly value?: string;
}

function input(name: string, label: string, options: InputOptions = {}): TemplateResult {
  const { required = false, type = "text", value = "" } = options;
  return html`<label class="field"
    ><span>${label}</span
    ><input
      class="input"
      name=${name}
      type=${type}
      ?required=${required}
      .value=${value}
      maxlength="500"
      data-testid=${`propose-${name}`}
  /></label>`;
}

const needed = { required: true } as const;
const neededDay = { required: true, type: "date" } as const;

function citeFields(book: Book): TemplateResult {
  const t = stewardTexts();
  const documents: Items = book.law.documents.map(({ id, kind, soHieu }) => [id, `${kind} ${soHieu}`]);
  return html`${select("doc", t.document, documents)} ${input("article", t.article, needed)}
  ${input("clause", t.clause)} ${input("point", t.point)} ${input("note", t.citeNote)}`;
}

function marksField(chosen = ""): TemplateResult {
  const t = stewardTexts();
  return select(
    "verified",
    t.verified,
    MARKS.map((mark) => [mark, t.marks[mark]]),
    chosen,
  );
}

function reasonField(): TemplateResult {
  return input("reason", stewardTexts().reason, needed);
}

export function valueFields(book: Book): TemplateResult {
  const t = stewardTexts();
  const parameters: Items = book.law.parameters.map(({ id, label }) => [id, `${label[lang()]} (${id})`]);
  return html`${select("parameter", t.parameter, parameters)} ${input("value", t.value)}
  ${input("from", t.from, neededDay)} ${citeFields(book)} ${marksField()} ${reasonField()}`;
}

export function settingFields({ rules }: RuleBook): TemplateResult {
  const t = stewardTexts();
  const free = rules.filter(({ foundBy }) => foundBy === undefined);
  const items: Items = free.map(({ id, title, mode }) => [id, `${id} ${title[lang()]} (${t.nowMode[mode]})`]);
  const modes: Items = MODES.map((mode) => [mode, t.modes[mode]]);
  return html`${select("rule", t.rule, items)} ${select("mode", t.mode, modes)}
    ${input("from", t.fromAsOf, neededDay)} ${reasonField()}
    <p class="quiet form-row">${t.ruleHint}</p>`;
}

export function levelFields(book: Book): TemplateResult {
  const t = stewardTexts();
  return html`${select(
    "level",
    t.level,
    VOTE_LEVELS.map((level) => [level, level]),
  )}
  ${input("from", t.from, neededDay)} ${input("to", t.to, { type: "date" })} ${citeFields(book)}
  ${marksField()} ${reasonField()}`;
}

/** `id`: the known document to change; "" for a new one. */
export function documentFields(book: Book, id: string, choose: (id: string) => void): TemplateResult {
  const t = stewardTexts();
  const known = book.law.documents.find((document) => document.id === id);
  const items: Items = book.law.documents.map((document) => [
    document.id,
    `${document.kind} ${document.soHieu}`,
  ]);
  return html`<label class="field"
      ><span>${t.knownDocument}</span
      ><select
        class="input"
        data-testid="propose-known"
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        <option value="">${t.newDocument}</option>
        ${items.map(
          ([value, text]) => html`<option value=${value} ?selected=${value === id}>${text}</option>`,
        )}
      </select></label
    >
    ${input("id", t.documentId, { required: true, value: known?.id ?? "" })}
    ${input("soHieu", t.soHieu, { required: true, value: known?.soHieu ?? "" })}
    ${input("kind", t.documentKind, { required: true, value: known?.kind ?? "" })}
    ${input("title", t.documentTitle, { required: true, value: known?.title ?? "" })}
    ${input("issuer", t.issuer, { required: true, value: known?.issuer ?? "" })}
    ${input("issued", t.issued, { type: "date", value: known?.issued ?? "" })}
    ${input("inForce", t.inForce, { type: "date", value: known?.inForce ?? "" })}
    ${input("ended", t.ended, { type: "date", value: known?.ended ?? "" })}
    ${marksField(known?.verified ?? "")} ${reasonField()}`;
}

export function fileFields(): TemplateResult {
  return html`<label class="field"
      ><span>${stewardTexts().file}</span
      ><input class="input" type="file" name="file" accept=".json,application/json" required
    /></label>
    ${reasonField()}`;
}
