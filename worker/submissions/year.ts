/** Orders of a year together: the book, the report, what proved effective. */
import type {
  OrderBookView,
  ReplicaSourceList,
  YearQuery,
  YearReport,
} from "../../shared/contract/execution.ts";
import { foldText } from "../../shared/kernel/text.ts";
import { foldWork } from "../../shared/plan/execution.ts";
import type { ConsolidatedLine } from "../../shared/plan/consolidated.ts";
import { yearFigures, yearRows, type YearLine } from "../../shared/plan/execution-year.ts";
import { STATE_LABEL } from "../../shared/plan/states.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { recordsOf } from "../store/execution.ts";
import { markedLines, visibleOrders, type VisibleOrder } from "../store/order-lines.ts";
import { listSubmissions } from "../store/submissions.ts";
import { orderLines } from "./execution.ts";
import { placeFor, placedLines, planYear } from "./plan-summary.ts";

const MOST_REPLICAS = 200;

export interface YearOrders {
  readonly years: number[];
  readonly year: number | null;
  readonly orders: readonly { readonly order: VisibleOrder; readonly lines: YearLine[] }[];
}

/** The asked year's orders with their lines; the newest year with an order when none is asked for. */
export async function ordersOfYear(env: Env, viewer: Viewer, query: YearQuery): Promise<YearOrders> {
  const all = await visibleOrders(env.DB, viewer, { province: query.province });
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a);
  const year = query.year ?? years[0] ?? null;
  const wanted = all.filter((order) => order.year === year);
  const records = await recordsOf(
    env.DB,
    wanted.map(({ submissionId }) => submissionId),
  );
  const orders = [];
  for (const order of wanted) {
    const { submissionId } = order;
    const lines = await orderLines(env, { id: order.orderId, submissionId, scope: order.scope });
    const own = records.get(submissionId) ?? [];
    const place = (line: { place: string }) => placeFor(viewer, order.provinceName, line.place);
    orders.push({
      order,
      lines: lines.map((line) => ({ line, work: foldWork(line, own), place: place(line) })),
    });
  }
  return { years, year, orders };
}

export async function orderBook(env: Env, viewer: Viewer, query: YearQuery): Promise<OrderBookView> {
  const [{ years, year, orders }, accepted] = await Promise.all([
    ordersOfYear(env, viewer, query),
    listSubmissions(env.DB, viewer, { state: "accepted", province: query.province, limit: 100 }),
  ]);
  return {
    years,
    year,
    items: orders.map(({ order, lines }) => ({
      submissionId: order.submissionId,
      provinceCode: order.provinceCode,
      provinceName: order.provinceName,
      state: order.state,
      stateLabel: STATE_LABEL[order.state].vi,
      ordererName: order.ordererName,
      orderedAt: order.orderedAt,
      figures: yearFigures(lines),
    })),
    waiting: accepted.map((s) => ({
      submissionId: s.id,
      provinceName: s.provinceName,
      year: s.year,
      supportDong: s.supportDong,
    })),
  };
}

export interface YearWhole {
  readonly years: readonly number[];
  readonly year: number | null;
  readonly lines: readonly (YearLine & { readonly provinceName: string })[];
  readonly planned: readonly ConsolidatedLine[];
  readonly plans: number;
}

/** What was planned and what was done in a year, line by line. */
export async function yearLines(env: Env, viewer: Viewer, query: YearQuery): Promise<YearWhole> {
  const { years, year, orders } = await ordersOfYear(env, viewer, query);
  const lines = orders.flatMap(({ order, lines: each }) =>
    each.map((line) => ({ ...line, provinceName: order.provinceName })),
  );
  if (year === null) return { years, year, lines, planned: [], plans: 0 };
  const { accepted } = await planYear(env, viewer, { ...query, year });
  return { years, year, lines, planned: placedLines(accepted, viewer), plans: accepted.length };
}

export async function yearReport(env: Env, viewer: Viewer, query: YearQuery): Promise<YearReport> {
  return reportOf(await yearLines(env, viewer, query), viewer, query);
}

export function reportOf(
  { years, year, lines, planned, plans }: YearWhole,
  viewer: Viewer,
  query: YearQuery,
): YearReport {
  const figures = yearFigures(lines, planned);
  return {
    years: [...years],
    year,
    provinceCode: query.province ?? viewer.organisation.provinceCode,
    plan: { submissions: plans, deAn: figures.planned, supportDong: figures.plannedDong },
    figures,
    content: yearRows(lines, planned, "content"),
    place: yearRows(lines, planned, "place"),
    fund: yearRows(lines, planned, "fund"),
    effective: lines.filter(({ work }) => work.effective === true).length,
  };
}

/** Settled and held effective, of every province: what worked is offered to all, without the file it comes from. */
export async function replicaSources(
  env: Env,
  query: { readonly kind?: string | undefined; readonly q?: string | undefined },
): Promise<ReplicaSourceList["items"]> {
  const marked = await markedLines(env.DB, query.kind ?? null, MOST_REPLICAS * 2);
  const records = await recordsOf(env.DB, [...new Set(marked.map(({ submissionId }) => submissionId))]);
  const wanted = query.q === undefined ? "" : foldText(query.q);
  return marked
    .flatMap((line) => {
      const own = records.get(line.submissionId) ?? [];
      const { settled, effective } = foldWork(line, own);
      if (settled === null || effective !== true) return [];
      if (!foldText(`${line.name} ${line.trade} ${line.provinceName}`).includes(wanted)) return [];
      const mark = own.findLast(({ kind, deAnCode }) => kind === "effective" && deAnCode === line.code);
      return [
        {
          reference: `${line.provinceCode}-${line.year}-${line.code}`,
          name: line.name,
          provinceCode: line.provinceCode,
          provinceName: line.provinceName,
          year: line.year,
          kind: line.kind,
          content: line.content,
          trade: line.trade,
          place: line.place,
          totalDong: line.totalDong,
          supportDong: line.supportDong,
          result: line.result,
          evidence: mark?.note ?? "",
          settledOn: settled.on,
        },
      ];
    })
    .slice(0, MOST_REPLICAS);
}
