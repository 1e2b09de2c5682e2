import { z } from "zod";
import {
  CatalogueQuerySchema,
  CatalogueSchema,
  LineReadinessSchema,
  type CatalogueFactView,
  type ReadinessView,
  type SubmissionReadiness,
} from "../../shared/contract/catalogue.ts";
import { SubmissionIdSchema } from "../../shared/contract/submission.ts";
import { vietnamDay, type IsoDate } from "../../shared/kernel/date.ts";
import { dong } from "../../shared/kernel/money.ts";
import { PROVINCES } from "../../shared/law/provinces.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { SUPPORT_KINDS } from "../../shared/law/support-kinds.ts";
import {
  FACT_KINDS,
  ROUTES_OF_MONEY,
  checkPrice,
  orderReadiness,
  routeEffect,
  type CatalogueFact,
  type Readiness,
} from "../../shared/plan/ordering.ts";
import { sumCostLines } from "../../shared/plan/totals.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import { json, route } from "../http/route.ts";
import { listFacts, type StoredFact } from "../store/catalogue.ts";
import { mustFind } from "../submissions/act.ts";
import { bookInForce } from "../submissions/publications.ts";
import { latestEnvelope } from "../submissions/view.ts";

const TAG = "Danh mục dịch vụ";
/** What a body spends on managing is money of its own, not a service to be ordered. */
const SERVICES = SUPPORT_KINDS.filter(({ code }) => !code.startsWith("QUAN-LY-"));
const READERS = ["drafter", "province", "ministry", "steward"] as const;

function readinessView(law: LawBook, readiness: Readiness, date: IsoDate): ReadinessView {
  const [list, norm, price] = FACT_KINDS.map((kind) => ({
    status: readiness.facts[kind].status,
    factId: readiness.facts[kind].fact?.id ?? null,
  }));
  if (list === undefined || norm === undefined || price === undefined) throw new Error("three kinds of fact");
  return {
    facts: { list, norm, price },
    route: readiness.route,
    sure: readiness.sure,
    reasons: [...readiness.reasons],
    effect: routeEffect(law, readiness.route, date),
  };
}

const inUse = (facts: readonly StoredFact[]): CatalogueFact[] => facts.filter(({ current }) => current);

function today(date: string | undefined): IsoDate {
  return (date ?? vietnamDay(Date.now())) as IsoDate;
}

const catalogue = route(
  {
    method: "get",
    path: "/api/v1/catalogue",
    summary: "Danh mục dịch vụ: đã ban hành những gì, đặt hàng được chưa",
    tag: TAG,
    access: READERS,
    query: CatalogueQuerySchema,
    answers: {
      200: { description: "Dịch vụ và điều kiện đặt hàng ở một tỉnh, một ngày", schema: CatalogueSchema },
    },
  },
  async ({ env, viewer, query }) => {
    const code = query.province ?? viewer.organisation.provinceCode ?? "22";
    const date = today(query.date);
    const stored = await listFacts(env.DB, code);
    const facts = inUse(stored);
    const { law } = await bookInForce(env);
    return json({
      date,
      provinceCode: code,
      provinceName: PROVINCES.find((province) => province.code === code)?.name ?? code,
      services: SERVICES.map(({ code: service, vi, en, unitVi }) => ({
        code: service,
        vi,
        en,
        unit: unitVi,
        readiness: readinessView(
          law,
          orderReadiness(law, facts, { service, provinceCode: code, date }),
          date,
        ),
      })),
      facts: stored satisfies CatalogueFactView[],
    });
  },
);

const lineReadiness = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}/order-readiness",
    summary: "Từng đề án của hồ sơ: đặt hàng được chưa, nếu chưa thì đi đường nào, ảnh hưởng tự chủ ra sao",
    tag: TAG,
    access: ["drafter", "province", "ministry"],
    params: z.object({ id: SubmissionIdSchema }),
    query: CatalogueQuerySchema.pick({ date: true }),
    answers: { 200: { description: "Theo từng đề án", schema: LineReadinessSchema } },
  },
  async ({ env, viewer, params, query }) => {
    const submission = await mustFind(env, viewer, params.id);
    const date = today(query.date);
    const { provinceCode } = submission;
    const [{ envelope }, stored] = await Promise.all([
      latestEnvelope(env, submission),
      listFacts(env.DB, provinceCode),
    ]);
    const plan = readPlan(envelope.workbook);
    const sums = sumCostLines(plan);
    const facts = inUse(stored);
    const { law } = await bookInForce(env);
    const lines = plan.deAn.map(({ code, name, kind, count }) => {
      const readiness = orderReadiness(law, facts, { service: kind, provinceCode, date });
      const supportDong = sums.get(code ?? "")?.supportDong ?? dong(0);
      return {
        code: code ?? "",
        name: name ?? "",
        service: kind,
        supportDong,
        readiness: readinessView(law, readiness, date),
        price: checkPrice(readiness, count, supportDong),
      };
    });
    return json({
      submissionId: submission.id,
      date,
      lines,
      totals: totalsOf(lines),
    } satisfies SubmissionReadiness);
  },
);

function totalsOf(lines: SubmissionReadiness["lines"]): SubmissionReadiness["totals"] {
  const of = (wanted: string) => {
    const own = lines.filter(({ readiness }) => readiness.route === wanted);
    return { lines: own.length, supportDong: own.reduce((sum, { supportDong }) => sum + supportDong, 0) };
  };
  const [order, assign, neither, unknown] = ROUTES_OF_MONEY.map(of);
  if (!order || !assign || !neither || !unknown) throw new Error("four routes");
  return { order, assign, neither, unknown };
}

export const catalogueRoutes = [catalogue, lineReadiness];
