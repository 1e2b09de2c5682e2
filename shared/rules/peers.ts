/** What a plan's figures look like beside those other provinces sent; the statistics are those of norms/evidence. */
import { grouped } from "../kernel/grouped.ts";
import { QUANTITY_SCALE, quantityToString, type Quantity } from "../kernel/quantity.ts";
import { divideRounded } from "../kernel/money.ts";
import { estimate, type Enough, type Observation, type Outlier } from "../norms/evidence/estimate.ts";
import { comparablesOf, type Comparable, type Topic } from "../plan/comparables.ts";
import { money } from "./lib.ts";
import type { Hit, RuleContext } from "./types.ts";

/** One figure of another submission that the Ministry sees. */
export interface PeerFigure extends Observation {
  readonly topic: Topic;
  /** As `Comparable.key`. */
  readonly key: string;
}

interface Far {
  readonly own: Comparable;
  readonly among: Enough;
  readonly outlier: Outlier;
}

/** This plan's own figures, told from the others'. */
const OWN = "";

function farOne(own: Comparable, others: readonly PeerFigure[]): Far[] {
  const observation: Observation = { province: OWN, value: own.value, source: OWN };
  const among = estimate([...others, observation]);
  if (!among.enough) return [];
  const outlier = among.outliers.find((found) => found.observation === observation);
  return outlier === undefined ? [] : [{ own, among, outlier }];
}

function shownValue(value: Quantity, own: Comparable): string {
  if (own.topic === "norm") return `${quantityToString(value).replace(".", ",")} ${own.unit}`.trim();
  return money(Number(divideRounded(value, QUANTITY_SCALE, "halfUp")));
}

function toHit({ own, among, outlier }: Far, what: string): Hit {
  const side = outlier.side === "high" ? "cao" : "thấp";
  const apart =
    outlier.distance === null
      ? "hơn nửa số tỉnh có cùng một số"
      : `cách trung vị ${(outlier.distance / 100).toFixed(1).replace(".", ",")} lần độ lệch chuẩn hoá`;
  return {
    where: { sheet: own.sheet, cell: own.cell },
    message: `${what} “${own.label}” ${side} hơn hẳn các tỉnh khác: ${apart}.`,
    found: shownValue(own.value, own),
    expected: `trung vị ${shownValue(among.median, own)} (${among.n} số của ${among.provinces} tỉnh)`,
    remedy: "Mở trang So sánh xem từng tỉnh; hỏi lại đơn vị lập về đơn vị tính và căn cứ của con số.",
  };
}

/** Silent where nobody gave other submissions, or too few provinces have the figure (docs/decisions/0007). */
export function farFromPeers(context: RuleContext, topic: Topic, what: string): Hit[] {
  if (context.peers === undefined || context.peers.length === 0) return [];
  const others = grouped(
    context.peers.filter((peer) => peer.topic === topic),
    ({ key }) => key,
  );
  return comparablesOf(context.plan)
    .filter((own) => own.topic === topic)
    .flatMap((own) => farOne(own, others.get(own.key) ?? []))
    .map((far) => toHit(far, what));
}
