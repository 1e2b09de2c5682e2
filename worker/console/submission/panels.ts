/** What stands beside the sheet: comments, the log, the receipt. */
import { html, nothing, type TemplateResult } from "lit";
import type { SubmissionDetail } from "../../../shared/contract/submission.ts";
import type { EventView } from "../../../shared/contract/event.ts";
import { ROLE_LABEL, STATE_LABEL, TRANSITIONS } from "../../../shared/plan/states.ts";
import { formatMoment, shortHash } from "../lib/format.ts";
import { lang, texts } from "../texts/index.ts";
import "./comment-answer.ts";
import { copyable } from "./summary.ts";
import type { LineComment } from "./types.ts";

export interface CommentsInput {
  readonly detail: SubmissionDetail;
  readonly drafts: readonly LineComment[];
  /** The picked cell, or null. */
  readonly place: { readonly sheet: string; readonly address: string } | null;
  readonly canComment: boolean;
  readonly add: (text: string) => void;
  readonly remove: (index: number) => void;
  readonly show: (sheet: string, cell: string) => void;
}

function composer({ place, canComment, add }: CommentsInput): TemplateResult {
  const t = texts().comment;
  if (!canComment) return html`<p class="quiet">${t.closed}</p>`;
  if (place === null) return html`<p class="quiet">${t.pickFirst}</p>`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const text = String(new FormData(form).get("text") ?? "").trim();
    if (text === "") return;
    add(text);
    form.reset();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };
  return html`<form class="composer" @submit=${submit}>
    <label class="field">
      <span>${t.write(`${place.sheet}!${place.address}`)}</span>
      <textarea
        class="input"
        name="text"
        rows="3"
        maxlength="2000"
        placeholder=${t.placeholder}
        data-testid="comment-input"
        @keydown=${onKey}
      ></textarea>
    </label>
    <fluent-button type="submit" size="small" data-testid="comment-add">${t.add}</fluent-button>
  </form>`;
}

function draftList({ drafts, remove, show }: CommentsInput): TemplateResult | typeof nothing {
  const t = texts().comment;
  if (drafts.length === 0) return nothing;
  return html`<section>
    <h3>${t.drafts} (${drafts.length})</h3>
    <p class="quiet">${t.draftsNote}</p>
    <ul class="comments drafts">
      ${drafts.map(
        ({ sheet, cell, text }, index) =>
          html`<li>
            <div class="comment-head">
              <button type="button" class="place-button" @click=${() => show(sheet, cell)}>
                ${sheet}!${cell}
              </button>
              <button
                type="button"
                class="plain-button"
                aria-label=${t.removeOf(`${sheet}!${cell}`)}
                @click=${() => remove(index)}
              >
                ${t.remove}
              </button>
            </div>
            <p class="comment-text">${text}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

export function commentsPanel(input: CommentsInput): TemplateResult {
  const t = texts().comment;
  const comments = input.detail.comments.toReversed();
  return html`${composer(input)} ${draftList(input)}
    <section>
      <h3>${t.sent} (${comments.length})</h3>
      ${comments.length === 0 ? html`<p class="quiet">${t.none}</p>` : nothing}
      <ul class="comments">
        ${comments.map((comment) => {
          const cell = comment.cell ?? (comment.row === null ? null : `A${comment.row}`);
          const { sheet } = comment;
          return html`<li>
            <div class="comment-head">
              ${sheet === null || cell === null
                ? html`<span class="place">${t.onWhole}</span>`
                : html`<button type="button" class="place-button" @click=${() => input.show(sheet, cell)}>
                    ${sheet}!${cell}
                  </button>`}
              <span class="quiet">${t.revision(comment.revision)}</span>
            </div>
            <p class="comment-text">${comment.text}</p>
            <kc-comment-answer .detail=${input.detail} .comment=${comment}></kc-comment-answer>
            <p class="quiet">
              ${comment.personName}, ${ROLE_LABEL[comment.role][lang()]}, ${formatMoment(comment.at)}
            </p>
          </li>`;
        })}
      </ul>
    </section>`;
}

function eventLabel(event: EventView): string {
  if (lang() === "vi") return event.actionLabel;
  return (
    TRANSITIONS.find(({ action, from }) => action === event.action && from === event.from)?.label.en ??
    texts().event.sent
  );
}

export function eventsPanel(detail: SubmissionDetail): TemplateResult {
  const t = texts().event;
  if (detail.events.length === 0) return html`<p class="quiet">${t.none}</p>`;
  return html`<ol class="events">
      ${detail.events.toReversed().map(
        (event) =>
          html`<li>
            <p>
              <strong>${eventLabel(event)}</strong>
              <span class="quiet">→ ${STATE_LABEL[event.to][lang()]}</span>
            </p>
            <p class="quiet">${formatMoment(event.at)} · ${event.personName}, ${event.organisationName}</p>
            ${event.comment === null || event.comment === ""
              ? nothing
              : html`<p class="event-comment">${event.comment}</p>`}
            <p class="quiet"><code title=${event.hash}>${shortHash(event.hash)}</code></p>
          </li>`,
      )}
    </ol>
    <p class="quiet">${t.chain}</p>`;
}

export function receiptPanel({ receipt, submission, revisions }: SubmissionDetail): TemplateResult {
  const t = texts().submission;
  const { template, law, rules } = receipt.versions;
  const facts: readonly (readonly [string, TemplateResult | string])[] = [
    [t.receiptNumber, copyable(receipt.id, receipt.id, t.receiptNumber)],
    [t.received, formatMoment(receipt.receivedAt)],
    [t.sentBy, `${submission.sentBy}, ${submission.organisationName}`],
    [t.fileName, submission.fileName ?? texts().shell.none],
    [t.versions, t.versionsText(template, law, rules)],
    [t.hash, copyable(receipt.contentHash, receipt.contentHash, t.hash)],
    [
      t.signature,
      html`${copyable(receipt.signature, shortHash(receipt.signature), t.signature)}<br /><span class="quiet"
          >${t.signatureText}</span
        >`,
    ],
    [
      texts().event.heading,
      html`${t.logPlace(receipt.log.chain, receipt.log.seq)}<br /><code
          >${shortHash(receipt.log.event)}</code
        >`,
    ],
  ];
  return html`<dl class="facts stacked">
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${revisions.length < 2
      ? nothing
      : html`<h3>${t.revision}</h3>
          <ul class="revisions">
            ${revisions.map(
              ({ revision, receivedAt, sentBy, contentHash }) =>
                html`<li>
                  ${revision}. ${formatMoment(receivedAt)}, ${sentBy}
                  <code title=${contentHash}>${shortHash(contentHash)}</code>
                </li>`,
            )}
          </ul>`}`;
}
