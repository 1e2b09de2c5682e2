/** Orders of a year together: the book, the report, what proved effective. */
import type { z } from "zod";
import type {
  OrderBookView,
  ReplicaSourceList,
  YearQuerySchema,
  YearReport,
} from "../../shared/contract/execution.ts";
import { foldText } from "../../shared/kernel/text.ts";
import { foldWork } from "../../shared/plan/execution.ts";
import { yearFigures, yearRows, type YearLine } from "../../shared/plan/execution-year.ts";
import { STATE_LABEL, type State } from "../../shared/plan/states.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { recordsOf } from "../store/execution.ts";
import { markedLines, visibleOrders, type VisibleOrder } from "../store/order-lines.ts";
import { listSubmissions } from "../store/submissions.ts";
import { orderLines } from "./execution.ts";

export type YearQuery = z.output<typeof YearQuerySchema>;

const MOST_SUBMISSIONS = 2000;
const MOST_REPLICAS = 200;
const ACCEPTED: ReadonlySet<State> = new Set([
  "accepted",
  "ordered",
  "in_progress",
  "accepted_work",
  "settled",
]);

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
    const place = (line: { place: string }) => (viewer.role === "ministry" ? order.provinceName : line.place);
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

export async function yearReport(env: Env, viewer: Viewer, query: YearQuery): Promise<YearReport> {
  const { years, year, orders } = await ordersOfYear(env, viewer, query);
  const lines = orders.flatMap((each) => each.lines);
  const filter = { province: query.province, limit: MOST_SUBMISSIONS };
  const plans =
    year === null
      ? []
      : (await listSubmissions(env.DB, viewer, { ...filter, year })).filter(({ state }) =>
          ACCEPTED.has(state),
        );
  return {
    years,
    year,
    provinceCode: query.province ?? viewer.organisation.provinceCode,
    plan: {
      submissions: plans.length,
      deAn: plans.reduce((sum, plan) => sum + plan.deAnCount, 0),
      supportDong: plans.reduce((sum, plan) => sum + plan.supportDong, 0),
    },
    figures: yearFigures(lines),
    content: yearRows(lines, "content"),
    place: yearRows(lines, "place"),
    fund: yearRows(lines, "fund"),
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
