/** Evidence → a norm of the draft book. Always a draft: who may issue norms is not this program. */
import { formatDate, type IsoDate } from "../../kernel/date.ts";
import { quantityToString, type Quantity } from "../../kernel/quantity.ts";
import { sha256Hex } from "../../kernel/sha256.ts";
import { parseDifficulty } from "../../norms/difficulty-text.ts";
import { STATUS_LABEL, type Norm, type NormBookData, type NormLine } from "../../norms/model.ts";
import type { ComponentEvidence, ServiceEvidence } from "./propose.ts";
import { isCommonCode, type ComponentPart } from "./services.ts";

export const PROPOSED_BOOK_ID = "KC-TU-CAC-TINH";

/**
 * The code of the draft: the common one, or one made of the service's name where every province has its own, so that
 * the same service has the same code in the next edition.
 */
export function proposedCode({ key, code, content }: ServiceEvidence): string {
  if (isCommonCode(code)) return code.toUpperCase();
  const number = (parseInt(sha256Hex(key).slice(0, 8), 16) % 9999) + 1;
  return `DX.${String(content ?? 0).padStart(2, "0")}.${String(number).padStart(4, "0")}`;
}

function partOf(component: ComponentEvidence, part: ComponentPart): string | null {
  const proposed = component.parts.find((known) => known.part === part)?.proposed ?? null;
  return proposed === null ? null : quantityToString(proposed);
}

const some = <K extends string>(key: K, value: string | null) =>
  (value === null ? {} : { [key]: value }) as { readonly [P in K]?: string };

function noteOf({ parts, provinces }: ComponentEvidence): string {
  const found = parts[0]?.found;
  if (found?.enough !== true) return "";
  const show = (value: Quantity) => quantityToString(value).replace(".", ",");
  return `ước lượng từ ${found.n} số liệu của ${provinces} tỉnh; trung vị ${show(found.median)}; khoảng ${show(found.low)} – ${show(found.high)} (${STATUS_LABEL["du-thao"].vi})`;
}

function lineOf(component: ComponentEvidence): NormLine {
  const { type, resource, unit, grade, requirement } = component;
  const quantity = partOf(component, "quantity");
  const base = { resource, unit, note: noteOf(component) };
  if (unit === "%") return { kind: "percent", of: type, ...base, quantity: quantity ?? "0" };
  switch (type) {
    case "NC":
      return {
        kind: "labour",
        ...base,
        quantity,
        ...(grade === null
          ? {}
          : { grade: { scale: grade.scale, coefficient: quantityToString(grade.coefficient) } }),
      };
    case "M":
      return {
        kind: "machine",
        ...base,
        loaded: quantity,
        ...some("unloaded", partOf(component, "unloaded")),
        ...some("parameters", requirement),
      };
    case "DC":
      return { kind: "tool", ...base, quantity, lifeMonths: partOf(component, "life") ?? "1" };
    default:
      return {
        kind: "material",
        ...base,
        quantity,
        ...some("lossPercent", partOf(component, "loss")),
        ...some("recoveryPercent", partOf(component, "recovery")),
        ...some("requirement", requirement),
      };
  }
}

const listOf = (text: string) => text.split(";").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));

/** Null when none of its components is proposed, or it has a tool whose life too few have told. */
export function proposedNorm(evidence: ServiceEvidence): Norm | null {
  const proposed = evidence.components.filter(({ leftOut }) => leftOut === null);
  const lasting = proposed.filter(
    (component) => component.type !== "DC" || component.unit === "%" || partOf(component, "life") !== null,
  );
  if (lasting.length === 0) return null;
  const difficulty = parseDifficulty(evidence.difficulty);
  return {
    code: proposedCode(evidence),
    name: evidence.name,
    unit: evidence.unit === "" ? "dịch vụ" : evidence.unit,
    content: evidence.content,
    conditions: evidence.conditions,
    steps: [],
    lines: lasting.map(lineOf),
    difficulty: difficulty.ok ? difficulty.value : [],
    process: listOf(evidence.process),
    quality: listOf(evidence.quality),
    note: `Từ đề xuất của ${evidence.provinces} tỉnh trong ${evidence.submissions} hồ sơ; cộng mọi bước công việc`,
  };
}

export interface ProposedBook {
  readonly book: NormBookData;
  /** Code in the book of each service that has one. */
  readonly codes: ReadonlyMap<string, string>;
}

/** `evidence` of the files that prove it is put on by whoever makes them. */
export function proposedBook(
  services: readonly ServiceEvidence[],
  from: IsoDate,
  counted: { readonly on: IsoDate; readonly confidencePercent: string },
): ProposedBook {
  const codes = new Map<string, string>();
  const norms = services.flatMap((service) => {
    const norm = proposedNorm(service);
    if (norm === null) return [];
    codes.set(service.key, norm.code);
    return [norm];
  });
  const provinces = Math.max(0, ...services.map((service) => service.provinces));
  return {
    codes,
    book: {
      id: PROPOSED_BOOK_ID,
      title: "Định mức dịch vụ khuyến công tổng hợp từ đề xuất của các tỉnh",
      edition: `dự thảo ngày ${formatDate(counted.on)}`,
      status: "du-thao",
      label: STATUS_LABEL["du-thao"].vi,
      authority: "Chưa có cơ quan ban hành",
      origin: `Ước lượng Hodges–Lehmann, mỗi tỉnh một tầng, khoảng ${counted.confidencePercent} %; nhiều nhất ${provinces} tỉnh một dịch vụ; xem phụ lục minh chứng`,
      cite: null,
      verified: "secondary",
      from,
      norms,
    },
  };
}
