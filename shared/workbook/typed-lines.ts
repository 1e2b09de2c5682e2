/** A line of cells → what it means. A null is a blank or unreadable cell; rules say which. */
import type { FlatCell } from "../kernel/flat.ts";
import { dong, subtractDong, type Dong } from "../kernel/money.ts";
import type { Quantity } from "../kernel/quantity.ts";
import { foldKey } from "../kernel/text.ts";
import { VOTE_LEVELS } from "../law/vote-levels.ts";
import { lineAmount } from "../plan/line-amount.ts";
import {
  DEMAND_DECISIONS,
  FUNDS,
  NORM_LINE_TYPES,
  PRICE_TYPES,
  PRODUCT_ROUTES,
  PROGRESS_STATES,
  type CostLine,
  type DeAnLine,
  type DemandLine,
  type Fund,
  type Line,
  type NormSheetLine,
  type PriceSheetLine,
  type ProductLine,
  type ProgressLine,
} from "../plan/shapes.ts";
import {
  choiceOf,
  dateOf,
  dongOf,
  lineDongOf,
  quantityOf,
  textOf,
  wholeNumberOf,
  yesNoOf,
} from "./read-cells.ts";

/** "QG", "quốc gia", "ĐP", "DP", "địa phương" → fund. */
function fundOf(cell: FlatCell | undefined): Fund | null {
  const text = textOf(cell);
  if (text === null) return null;
  const key = foldKey(text);
  if (key === "qg" || key === "quocgia") return FUNDS[0];
  return key === "dp" || key === "diaphuong" ? FUNDS[1] : null;
}

export function toDeAn(line: Line): DeAnLine {
  const c = line.cells;
  return {
    ...line,
    code: textOf(c["code"]),
    name: textOf(c["name"]),
    content: wholeNumberOf(c["content"]),
    kind: textOf(c["kind"])?.toUpperCase() ?? null,
    fund: fundOf(c["fund"]),
    count: quantityOf(c["count"]),
    place: textOf(c["place"]),
    priority: foldKey(textOf(c["priority"]) ?? "") === "ut",
    beneficiary: textOf(c["beneficiary"]),
    trade: textOf(c["trade"]),
    start: dateOf(c["start"]),
    end: dateOf(c["end"]),
    totalDong: dongOf(c["total"]),
    ceilingDong: dongOf(c["ceiling"]),
    supportDong: dongOf(c["support"]),
    counterpartDong: dongOf(c["counterpart"]),
    otherDong: dongOf(c["other"]),
    basis: textOf(c["basis"]),
    result: textOf(c["result"]),
    source: textOf(c["source"]),
    note: textOf(c["note"]),
    linkedTo: textOf(c["linkedTo"]),
    replicaOf: textOf(c["replicaOf"]),
  };
}

/** Nothing stands in the cell, no formula either: somebody filled the file in without the add-in. */
function isUntouched(cell: FlatCell | undefined): boolean {
  return cell === undefined || (cell.formula === undefined && (cell.value === null || cell.value === ""));
}

function wholeAmount(quantity: Quantity | null, unitPriceDong: Dong | null): Dong | null {
  return quantity === null || unitPriceDong === null ? null : lineAmount(quantity, unitPriceDong);
}

export function toCostLine(line: Line): CostLine {
  const c = line.cells;
  const quantity = quantityOf(c["quantity"]);
  const unitPriceDong = lineDongOf(c["unitPrice"]);
  const supportDong = lineDongOf(c["support"]);
  const otherDong = lineDongOf(c["other"]);
  const amountDong = isUntouched(c["amount"])
    ? wholeAmount(quantity, unitPriceDong)
    : lineDongOf(c["amount"]);
  const isSplit =
    amountDong !== null && supportDong !== null && (otherDong !== null || isUntouched(c["other"]));
  const rest = isSplit ? subtractDong(subtractDong(amountDong, supportDong), otherDong ?? dong(0)) : null;
  return {
    ...line,
    deAnCode: textOf(c["deAnCode"]),
    item: textOf(c["item"]),
    unit: textOf(c["unit"]),
    quantity,
    unitPriceDong,
    amountDong,
    supportDong,
    counterpartDong: isUntouched(c["counterpart"]) ? rest : lineDongOf(c["counterpart"]),
    otherDong,
    note: textOf(c["note"]),
  };
}

export function toDemand(line: Line): DemandLine {
  const c = line.cells;
  return {
    ...line,
    code: textOf(c["code"]),
    name: textOf(c["name"]),
    registrant: textOf(c["registrant"]),
    received: dateOf(c["received"]),
    content: wholeNumberOf(c["content"]),
    kind: textOf(c["kind"])?.toUpperCase() ?? null,
    fund: fundOf(c["fund"]),
    count: quantityOf(c["count"]),
    place: textOf(c["place"]),
    priority: foldKey(textOf(c["priority"]) ?? "") === "ut",
    beneficiary: textOf(c["beneficiary"]),
    trade: textOf(c["trade"]),
    totalDong: lineDongOf(c["total"]),
    supportDong: lineDongOf(c["support"]),
    ceilingDong: dongOf(c["ceiling"]),
    decision: choiceOf(c["decision"], DEMAND_DECISIONS),
    reason: textOf(c["reason"]),
    deAnCode: textOf(c["deAnCode"]),
    note: textOf(c["note"]),
  };
}

export function toNormLine(line: Line): NormSheetLine {
  const c = line.cells;
  return {
    ...line,
    code: textOf(c["code"]),
    name: textOf(c["name"]),
    serviceUnit: textOf(c["serviceUnit"]),
    content: wholeNumberOf(c["content"]),
    type: choiceOf(c["type"], NORM_LINE_TYPES),
    resource: textOf(c["resource"]),
    unit: textOf(c["unit"]),
    quantity: quantityOf(c["quantity"]),
    notApplicable: ["-", "–"].includes(textOf(c["quantity"]) ?? ""),
    unloaded: quantityOf(c["unloaded"]),
    lossPercent: quantityOf(c["loss"]),
    recoveryPercent: quantityOf(c["recovery"]),
    scale: textOf(c["scale"]),
    coefficient: quantityOf(c["coefficient"]),
    lifeMonths: quantityOf(c["lifeMonths"]),
    step: textOf(c["step"]),
    stepCoefficient: quantityOf(c["stepCoefficient"]),
    requirement: textOf(c["requirement"]),
    note: textOf(c["note"]),
    difficulty: textOf(c["difficulty"]),
    conditions: textOf(c["conditions"]),
    process: textOf(c["process"]),
    quality: textOf(c["quality"]),
  };
}

export function toPriceLine(line: Line): PriceSheetLine {
  const c = line.cells;
  return {
    ...line,
    type: choiceOf(c["type"], PRICE_TYPES),
    code: textOf(c["code"]),
    resource: textOf(c["resource"]),
    unit: textOf(c["unit"]),
    priceDong: lineDongOf(c["price"]),
    depreciationDong: lineDongOf(c["depreciation"]),
    from: dateOf(c["from"]),
    to: dateOf(c["to"]),
    source: textOf(c["source"]),
    note: textOf(c["note"]),
  };
}

export function toProduct(line: Line): ProductLine {
  const c = line.cells;
  return {
    ...line,
    code: textOf(c["code"]),
    name: textOf(c["name"]),
    producer: textOf(c["producer"]),
    place: textOf(c["place"]),
    group: wholeNumberOf(c["group"]),
    level: choiceOf(c["level"], VOTE_LEVELS),
    voteDate: dateOf(c["voteDate"]),
    route: textOf(c["route"]) === null ? PRODUCT_ROUTES[0] : choiceOf(c["route"], PRODUCT_ROUTES),
    contest: textOf(c["contest"]),
    ownMade: yesNoOf(c["ownMade"]),
    original: yesNoOf(c["original"]),
    lawful: yesNoOf(c["lawful"]),
    serial: yesNoOf(c["serial"]),
    form: yesNoOf(c["form"]),
    description: yesNoOf(c["description"]),
    photos: wholeNumberOf(c["photos"]),
    letter: textOf(c["letter"]),
    jury: wholeNumberOf(c["jury"]),
    market: quantityOf(c["market"]),
    technical: quantityOf(c["technical"]),
    culture: quantityOf(c["culture"]),
    otherMark: quantityOf(c["otherMark"]),
    mark: quantityOf(c["mark"]),
    rank: wholeNumberOf(c["rank"]),
    decision: textOf(c["decision"]),
    decisionDate: dateOf(c["decisionDate"]),
    priorLevel: choiceOf(c["priorLevel"], VOTE_LEVELS),
    priorDecision: textOf(c["priorDecision"]),
    priorDate: dateOf(c["priorDate"]),
    priorMark: quantityOf(c["priorMark"]),
    priorRank: wholeNumberOf(c["priorRank"]),
    note: textOf(c["note"]),
  };
}

export function toProgress(line: Line): ProgressLine {
  const c = line.cells;
  return {
    ...line,
    deAnCode: textOf(c["deAnCode"]),
    date: dateOf(c["date"]),
    state: choiceOf(c["state"], PROGRESS_STATES),
    percent: quantityOf(c["percent"]),
    supportDong: dongOf(c["support"]),
    spentDong: lineDongOf(c["spent"]),
    advancedDong: lineDongOf(c["advanced"]),
    paidDong: lineDongOf(c["paid"]),
    remainingDong: dongOf(c["remaining"]),
    expectedEnd: dateOf(c["expectedEnd"]),
    paper: textOf(c["paper"]),
    problem: textOf(c["problem"]),
    proposal: textOf(c["proposal"]),
    note: textOf(c["note"]),
  };
}
