/**
 * One service as many provinces wrote it → the figures a draft norm may stand on. Each component is estimated by itself
 * (norms/evidence, docs/decisions/0007); what too few provinces wrote, or fewer than half of those that wrote the
 * service, is shown and not proposed.
 */
import { divideRounded } from "../../kernel/money.ts";
import { QUANTITY_PLACES, type Quantity } from "../../kernel/quantity.ts";
import { foldKey } from "../../kernel/text.ts";
import { estimate, type Enough, type EvidenceOptions, type TooFew } from "../../norms/evidence/estimate.ts";
import { COMPONENT_PARTS, type Component, type ComponentPart, type Service } from "./services.ts";

/** A service of one submission. */
export interface SentService {
  readonly province: string;
  /** Submission id. */
  readonly submission: string;
  readonly service: Service;
}

export interface PartEvidence {
  readonly part: ComponentPart;
  readonly found: Enough | TooFew;
  /** What is proposed, rounded; null when nothing is. */
  readonly proposed: Quantity | null;
}

export interface ComponentEvidence {
  readonly key: string;
  readonly type: Component["type"];
  readonly resource: string;
  readonly unit: string;
  readonly grade: Component["grade"];
  readonly requirement: string | null;
  readonly provinces: number;
  /** Null when it is proposed. */
  readonly leftOut: "too-few" | "minority" | "zero" | null;
  /** The quantity first. */
  readonly parts: readonly PartEvidence[];
}

export interface ServiceEvidence {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly content: number | null;
  readonly conditions: string;
  readonly process: string;
  readonly quality: string;
  readonly difficulty: string;
  readonly provinces: number;
  readonly submissions: number;
  readonly components: readonly ComponentEvidence[];
}

/** A norm with more places than this pretends to know more than provinces do. */
export const PROPOSAL_PLACES = 4;
const STEP = 10n ** BigInt(QUANTITY_PLACES - PROPOSAL_PLACES);

/** Half-up to four places; what would vanish by it is kept as it is. */
export function roundProposal(value: Quantity): Quantity {
  const rounded = (divideRounded(value, STEP, "halfUp") * STEP) as Quantity;
  return rounded === 0n ? value : rounded;
}

/** What most say; of equally many, the first in the order of letters, so that order of arrival decides nothing. */
export function mostSaid(texts: readonly string[]): string {
  const counts = new Map<string, { text: string; count: number }>();
  for (const text of texts) {
    if (text.trim() === "") continue;
    const key = foldKey(text);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { text, count: 1 });
    else counts.set(key, { text: known.text < text ? known.text : text, count: known.count + 1 });
  }
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  return best?.text ?? "";
}

interface SentComponent {
  readonly sent: SentService;
  readonly component: Component;
}

/** Where a figure stands, for people and for links: "hs_…/KC_DinhMuc!H7". */
export const sourceOf = ({ sent, component }: SentComponent) =>
  `${sent.submission}/${component.sheet}!${component.cell}`;

function partEvidence(
  part: ComponentPart,
  all: readonly SentComponent[],
  options: EvidenceOptions,
): PartEvidence | null {
  if (part !== "quantity" && all.every(({ component }) => component.figures[part] === undefined)) return null;
  // What a province left blank beside the quantity is none of it; a blank life is no life of zero months.
  const written = part === "life" ? all.filter(({ component }) => component.figures.life !== undefined) : all;
  const found = estimate(
    written.map((one) => ({
      province: one.sent.province,
      value: one.component.figures[part] ?? (0n as Quantity),
      source: sourceOf(one),
    })),
    options,
  );
  const centre = found.enough && found.estimate > 0n ? roundProposal(found.estimate) : null;
  return { part, found, proposed: centre };
}

function gradeOf(all: readonly SentComponent[]): Component["grade"] {
  const grades = all.flatMap(({ component: { grade } }) => (grade === null ? [] : [grade]));
  const said = mostSaid(grades.map(({ scale, coefficient }) => `${scale} ${coefficient}`));
  return grades.find(({ scale, coefficient }) => `${scale} ${coefficient}` === said) ?? null;
}

function componentEvidence(
  key: string,
  all: readonly SentComponent[],
  senders: number,
  options: EvidenceOptions,
): ComponentEvidence {
  const provinces = new Set(all.map(({ sent }) => sent.province)).size;
  const parts = COMPONENT_PARTS.flatMap((part) => partEvidence(part, all, options) ?? []);
  const [main] = parts;
  const enough = main?.found.enough === true;
  const leftOut = !enough
    ? "too-few"
    : provinces * 2 < senders
      ? "minority"
      : main.proposed === null
        ? "zero"
        : null;
  const first = all[0]?.component;
  return {
    key,
    type: first?.type ?? "VL",
    resource: mostSaid(all.map(({ component }) => component.resource)),
    unit: mostSaid(all.map(({ component }) => component.unit)) || (first?.unit ?? ""),
    grade: gradeOf(all),
    requirement: mostSaid(all.map(({ component }) => component.requirement ?? "")) || null,
    provinces,
    leftOut,
    parts: leftOut === null ? parts : parts.map((part) => ({ ...part, proposed: null })),
  };
}

const TYPE_ORDER: readonly Component["type"][] = ["NC", "VL", "DC", "M"];

/** Labour, materials, tools, machines; within a type what most provinces wrote first; percentages last. */
function inOrder(a: ComponentEvidence, b: ComponentEvidence): number {
  const percent = Number(a.unit === "%") - Number(b.unit === "%");
  return (
    TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type) ||
    percent ||
    b.provinces - a.provinces ||
    (a.key < b.key ? -1 : 1)
  );
}

/** `sent`: the same service of different submissions. Throws RangeError on none. */
export function evidenceOf(sent: readonly SentService[], options: EvidenceOptions = {}): ServiceEvidence {
  const [first] = sent;
  if (first === undefined) throw new RangeError("no service was sent");
  const senders = new Set(sent.map(({ province }) => province)).size;
  const byKey = new Map<string, SentComponent[]>();
  for (const one of sent) {
    for (const component of one.service.components) {
      const list = byKey.get(component.key);
      if (list === undefined) byKey.set(component.key, [{ sent: one, component }]);
      else list.push({ sent: one, component });
    }
  }
  const said = (of: (service: Service) => string) => mostSaid(sent.map(({ service }) => of(service)));
  const content = said((service) => String(service.content ?? ""));
  return {
    key: first.service.key,
    code: said(({ code }) => code),
    name: said(({ name }) => name),
    unit: said(({ unit }) => unit),
    content: content === "" ? null : Number(content),
    conditions: said(({ conditions }) => conditions),
    process: said(({ process }) => process),
    quality: said(({ quality }) => quality),
    difficulty: said(({ difficulty }) => difficulty),
    provinces: senders,
    submissions: new Set(sent.map(({ submission }) => submission)).size,
    components: [...byKey].map(([key, all]) => componentEvidence(key, all, senders, options)).sort(inOrder),
  };
}
