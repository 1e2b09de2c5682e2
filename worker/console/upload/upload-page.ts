/** The way for those without a recent Excel: choose a file, see the findings, send, get the receipt. */
import "../lib/start.ts";
import "../parts/topbar.ts";
import "../parts/sheet-view.ts";
import "../parts/workbook-view.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Receipt } from "../../../shared/contract/submission.ts";
import type { Finding } from "../../../shared/kernel/finding.ts";
import { formatDate } from "../../../shared/kernel/date.ts";
import { countedWaivers, type CountedWaiver } from "../../../shared/plan/waivers.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { builtinNormBooks } from "../../../shared/norms/builtin.ts";
import { judgeWorkbook, type Verdict } from "../../../shared/workbook/judge.ts";
import { readXlsx, type XlsxWorkbook } from "../../../shared/workbook/xlsx/read.ts";
import { annotateXlsx } from "../../../shared/workbook/xlsx/annotate.ts";
import { MAX_FILE_BYTES } from "../../../shared/workbook/xlsx/zip.ts";
import { XLSX_MEDIA_TYPE } from "../../../shared/contract/upload.ts";
import { downloadPaper, saveAs, readBook, readSubmission, submitUpload, uploadWorkbook } from "../lib/api.ts";
import { PageElement } from "../lib/element.ts";
import { formatMoment, money, shortHash } from "../lib/format.ts";
import { ApiProblem } from "../lib/problem.ts";
import { readSession } from "../lib/session.ts";
import { countBadges } from "../parts/badges.ts";
import { placeText } from "../parts/findings.ts";
import { errorIcon, infoIcon, okIcon, warningIcon } from "../parts/icons.ts";
import { problemCard } from "../parts/problem-card.ts";
import { signInAddress } from "../parts/topbar.ts";
import type { WorkbookView } from "../parts/workbook-view.ts";
import { lang, texts } from "../texts/index.ts";
import { buildSubmission, idempotencyKey, warningKey } from "./envelope.ts";
import { templateLine } from "./template-line.ts";

interface Opened {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly file: XlsxWorkbook;
  readonly verdict: Verdict;
}

function annotatedName(name: string): string {
  return name.replace(/(\.xls[xm])?$/i, (extension) => `-da-kiem-tra${extension || ".xlsx"}`);
}

/** More reasons than this would bury the rest of the page; the receipt lists all warnings anyway. */
const MAX_REASONS = 30;

class UploadPage extends PageElement {
  static override properties = {
    opened: { state: true },
    reading: { state: true },
    refusal: { state: true },
    sending: { state: true },
    problem: { state: true },
    receipt: { state: true },
    over: { state: true },
  };
  declare opened: Opened | null;
  declare reading: boolean;
  /** Why the file could not be read, in the reader's language. */
  declare refusal: string;
  declare sending: boolean;
  declare problem: unknown;
  declare receipt: Receipt | null;
  declare over: boolean;
  #reasons = new Map<string, string>();
  readonly #previousId = new URLSearchParams(location.search).get("previous");

  constructor() {
    super();
    this.opened = null;
    this.reading = false;
    this.refusal = "";
    this.sending = false;
    this.problem = null;
    this.receipt = null;
    this.over = false;
  }

  /** Of the submission this file corrects; the server asks again in any case. */
  async #waivers(): Promise<readonly CountedWaiver[]> {
    if (this.#previousId === null) return [];
    const found = await readSubmission(this.#previousId).catch(() => null);
    return countedWaivers(found?.waivers ?? []);
  }

  async #open(file: File): Promise<void> {
    const t = texts().upload;
    this.opened = null;
    this.receipt = null;
    this.problem = null;
    this.refusal = "";
    this.#reasons = new Map();
    if (file.size > MAX_FILE_BYTES) {
      this.refusal = t.fileTooLarge(`${MAX_FILE_BYTES / 1024 / 1024} MB`);
      return;
    }
    this.reading = true;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const result = await readXlsx(bytes);
      if (result.ok) {
        // Without a network the shipped data has to do; the server judges again in any case.
        const book = await readBook().catch(() => ({ law: builtinLawBook(), norms: builtinNormBooks() }));
        const waivers = await this.#waivers();
        const verdict = judgeWorkbook(result.value, book.law, book.norms, waivers);
        this.opened = { name: file.name, bytes, file: result.value, verdict };
      } else this.refusal = lang() === "en" ? result.error.en : result.error.vi;
    } catch {
      this.refusal = t.readFailed;
    } finally {
      this.reading = false;
    }
  }

  #choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // Choosing the same file again after correcting it must count as a choice.
    input.value = "";
    if (file !== undefined) void this.#open(file);
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.#open(file);
  }

  async #send(opened: Opened): Promise<void> {
    const session = readSession();
    if (session === null) return;
    this.sending = true;
    this.problem = null;
    try {
      const submission = buildSubmission({
        previousId: this.#previousId,
        reasons: this.#reasons,
        findings: opened.verdict.findings,
      });
      const key = await idempotencyKey(session.person.id, opened, submission);
      this.receipt = await submitUpload(await uploadWorkbook(opened), submission, key);
    } catch (error) {
      this.problem = error;
    } finally {
      this.sending = false;
    }
  }

  /** Made in this browser by the same code as on the server, so it works without signing in. */
  #annotate(opened: Opened): void {
    const copy = annotateXlsx(opened.bytes, opened.verdict.findings);
    if (copy.ok)
      saveAs(new Blob([Uint8Array.from(copy.value)], { type: XLSX_MEDIA_TYPE }), annotatedName(opened.name));
    else this.refusal = lang() === "en" ? copy.error.en : copy.error.vi;
  }

  #annotatedPart(opened: Opened): TemplateResult | typeof nothing {
    if (opened.verdict.findings.length === 0) return nothing;
    const t = texts().upload;
    return html`<div class="annotated-part">
      <fluent-button data-testid="upload-annotated" @click=${() => this.#annotate(opened)}
        >${t.annotated}</fluent-button
      >
      <p class="quiet">${t.annotatedLead}</p>
    </div>`;
  }

  async #download(kind: "file" | "annotated", receipt: Receipt): Promise<void> {
    try {
      await downloadPaper(`/api/v1/submissions/${receipt.id}/${kind}`, this.opened?.name ?? "so.xlsx");
    } catch (error) {
      this.problem = error;
    }
  }

  #picker(): TemplateResult {
    const t = texts().upload;
    return html`<label
        class="drop ${this.over ? "over" : ""} ${this.opened === null ? "" : "small"}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${(event: DragEvent) => this.#drop(event)}
      >
        <input
          type="file"
          class="sr-only"
          accept=".xlsx,.xlsm"
          data-testid="upload-file"
          @change=${(event: Event) => this.#choose(event)}
        />
        <span class="drop-button">${this.opened === null ? t.choose : t.another}</span>
        <span class="quiet">${t.drop}</span>
      </label>
      ${this.opened === null ? templateLine() : nothing}`;
  }

  #facts({ name, verdict }: Opened): TemplateResult {
    const t = texts();
    const { info } = verdict.plan;
    const missing = html`<em>${t.upload.missing}</em>`;
    const { byFund, all } = verdict.totals;
    const facts: readonly (readonly [string, unknown])[] = [
      [t.upload.file, name],
      [t.upload.province, info.province ?? missing],
      [t.upload.organisation, info.organisation ?? missing],
      [t.upload.year, info.year ?? missing],
      [t.upload.asOf, info.asOf === null ? missing : formatDate(info.asOf)],
      [t.submission.funds.QG, `${money(byFund.QG.supportDong)} (${t.submission.deAnCount(byFund.QG.count)})`],
      [t.submission.funds.ĐP, `${money(byFund.ĐP.supportDong)} (${t.submission.deAnCount(byFund.ĐP.count)})`],
      [t.submission.allCosts, money(all.totalDong)],
    ];
    return html`<dl class="facts columns" data-testid="upload-facts">
      ${facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #reasonFields(findings: readonly Finding[]): TemplateResult | typeof nothing {
    const t = texts().upload;
    const warnings = findings.filter((finding) => finding.severity === "warning").slice(0, MAX_REASONS);
    if (warnings.length === 0) return nothing;
    return html`<details class="reasons">
      <summary>${t.reasonsHeading}</summary>
      ${warnings.map(
        (finding) =>
          html`<label class="field">
            <span>${t.warningReason(finding.rule, placeText(finding.where))}</span>
            <span class="quiet">${finding.message}</span>
            <input
              class="input"
              maxlength="1000"
              placeholder=${t.reasonPlaceholder}
              @input=${(event: Event) =>
                this.#reasons.set(warningKey(finding), (event.target as HTMLInputElement).value)}
            />
          </label>`,
      )}
    </details>`;
  }

  #sendPart(opened: Opened): TemplateResult {
    const t = texts();
    const { counts, findings } = opened.verdict;
    const person = readSession()?.person ?? null;
    if (counts.error > 0)
      return html`<div class="notice danger" data-testid="upload-blocked">
        ${errorIcon()}
        <p>${t.upload.blocked(counts.error)}</p>
      </div>`;
    return html`<div class="notice success">
        ${okIcon()}
        <p>${counts.warning === 0 ? t.upload.ready : t.upload.readyWithWarnings(counts.warning)}</p>
      </div>
      ${this.#reasonFields(findings)}
      ${person === null
        ? html`<p>${t.upload.signInToSend} <a href=${signInAddress()}>${t.shell.signIn}</a></p>`
        : person.role === "drafter"
          ? html`<fluent-button
              appearance="primary"
              data-testid="upload-send"
              ?disabled=${this.sending}
              @click=${() => this.#send(opened)}
              >${this.sending ? t.upload.sending : t.upload.send}</fluent-button
            >`
          : html`<p class="quiet">${t.upload.onlyDrafter}</p>`}`;
  }

  #receiptCard(receipt: Receipt): TemplateResult {
    const t = texts();
    return html`<section class="card receipt" role="status" data-testid="upload-receipt">
      <h2>${okIcon()}${t.upload.sent} <code>${receipt.id}</code></h2>
      <dl class="facts columns">
        <div>
          <dt>${t.submission.received}</dt>
          <dd>${formatMoment(receipt.receivedAt)}</dd>
        </div>
        <div>
          <dt>${t.submission.revision}</dt>
          <dd>${receipt.revision}</dd>
        </div>
        <div>
          <dt>${t.submission.hash}</dt>
          <dd><code title=${receipt.contentHash}>${shortHash(receipt.contentHash)}</code></dd>
        </div>
        <div>
          <dt>${t.upload.fileHash}</dt>
          <dd><code title=${receipt.fileHash ?? ""}>${shortHash(receipt.fileHash ?? "")}</code></dd>
        </div>
        <div>
          <dt>${t.submission.signature}</dt>
          <dd>${t.submission.signed}</dd>
        </div>
        <div>
          <dt>${t.submission.allCosts}</dt>
          <dd>${money(receipt.totals.all.totalDong)}</dd>
        </div>
      </dl>
      <p class="quiet">${t.upload.sentSame}</p>
      <div class="receipt-actions">
        <a class="link-button primary" href=${`/console/#/ho-so/${receipt.id}`}>${t.upload.openSubmission}</a>
        <fluent-button data-testid="upload-sent-file" @click=${() => this.#download("file", receipt)}
          >${t.upload.sentFile}</fluent-button
        >
      </div>
    </section>`;
  }

  #refusedFindings(): TemplateResult | typeof nothing {
    const findings = this.problem instanceof ApiProblem ? (this.problem.problem.findings ?? []) : [];
    if (findings.length === 0) return nothing;
    return html`<h3>${texts().upload.refusedFindings}</h3>
      <kc-findings
        .findings=${findings}
        @kc-finding=${(event: CustomEvent<Finding>) => this.#show(event.detail)}
      ></kc-findings>`;
  }

  #show(finding: Finding): void {
    void this.querySelector<WorkbookView>("kc-workbook")?.show(finding.where);
  }

  #result(opened: Opened): TemplateResult {
    const t = texts();
    const { verdict, file } = opened;
    return html`<section class="card">
        <div class="section-head">
          <h2>${t.upload.resultHeading}</h2>
          ${countBadges(verdict.counts)}
        </div>
        ${this.#facts(opened)}
        ${file.notes.map(
          (note) =>
            html`<div class="notice info">
              ${infoIcon()}
              <p>${note}</p>
            </div>`,
        )}
        ${this.#annotatedPart(opened)} ${this.receipt === null ? this.#sendPart(opened) : nothing}
        ${this.problem === null ? nothing : problemCard(this.problem)} ${this.#refusedFindings()}
      </section>
      ${this.receipt === null ? nothing : this.#receiptCard(this.receipt)}
      <section class="workspace upload-workspace" aria-label=${t.upload.preview}>
        <kc-workbook
          .workbook=${file}
          .findings=${verdict.findings}
          .differences=${verdict.differences}
        ></kc-workbook>
        <aside class="side" aria-label=${t.finding.heading}>
          <h2 class="side-title">${t.finding.heading}</h2>
          <div class="side-body">
            <kc-findings
              .findings=${verdict.findings}
              @kc-finding=${(event: CustomEvent<Finding>) => this.#show(event.detail)}
            ></kc-findings>
          </div>
        </aside>
      </section>`;
  }

  protected override render(): TemplateResult {
    const t = texts();
    document.title = t.upload.title;
    return html`<kc-topbar page="upload"></kc-topbar>
      <main id="main" class="wide">
        <div class="page-head">
          <h1>${t.upload.heading}</h1>
          <p class="quiet">${t.upload.lead}</p>
          ${this.#previousId === null
            ? nothing
            : html`<p class="notice info">
                ${infoIcon()}<span>${t.upload.correctionOf(this.#previousId)}</span>
              </p>`}
        </div>
        ${this.#picker()}
        ${this.reading
          ? html`<p class="loading" role="status">
              <fluent-spinner size="small"></fluent-spinner>${t.upload.reading}
            </p>`
          : nothing}
        ${this.refusal === ""
          ? nothing
          : html`<div class="notice danger" role="alert" data-testid="upload-refused">
              ${warningIcon()}
              <p><strong>${t.upload.unreadable}.</strong> ${this.refusal}</p>
            </div>`}
        ${this.opened === null ? nothing : this.#result(this.opened)}
      </main>`;
  }
}

customElements.define("kc-upload", UploadPage);
