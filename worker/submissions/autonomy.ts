/** The centre's side of its order book: each line by the route it can lawfully go, then the degree of autonomy. */
import {
  AutonomyEstimateSchema,
  type AutonomyOutlook,
  type YearQuery,
} from "../../shared/contract/execution.ts";
import { vietnamDay, vietnamDayOf } from "../../shared/kernel/date.ts";
import { addDong, dong } from "../../shared/kernel/money.ts";
import { PROVINCES } from "../../shared/law/provinces.ts";
import type { IsoDate } from "../../shared/kernel/date.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { groupLimits, type Autonomy, type GroupLimits } from "../../shared/norms/autonomy.ts";
import { orderReadiness, routeEffect } from "../../shared/plan/ordering.ts";
import { bookOutlook } from "../../shared/plan/ordering-autonomy.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { findEstimate, type StoredEstimate } from "../store/autonomy.ts";
import { listFacts } from "../store/catalogue.ts";
import { bookInForce } from "./publications.ts";
import { ordersOfYear, type YearOrders } from "./year.ts";

const ZERO = dong(0);

/** Whose centre: one's own province; the ministry says which. */
export function ownProvince(viewer: Viewer, asked: string | undefined): string | null {
  return viewer.organisation.provinceCode ?? asked ?? null;
}

function degree({ percentText, group, groupLabel, groupLabelEn, working }: Autonomy) {
  return { percentText, group, groupLabel, groupLabelEn, working };
}

async function bookOf(
  env: Env,
  law: LawBook,
  provinceCode: string,
  { orders }: YearOrders,
): Promise<AutonomyOutlook["book"]> {
  const facts = (await listFacts(env.DB, provinceCode)).filter(({ current }) => current);
  const book = { orderDong: ZERO, assignDong: ZERO, otherDong: ZERO, lines: 0 };
  for (const { order, lines } of orders) {
    const date = vietnamDayOf(order.orderedAt);
    for (const { line, work } of lines) {
      const { route } = orderReadiness(law, facts, { service: line.kind, provinceCode, date });
      const into = route === "order" ? "orderDong" : route === "assign" ? "assignDong" : "otherDong";
      book[into] = addDong(book[into], work.supportDong);
      book.lines += 1;
    }
  }
  return book;
}

function parseEstimate(stored: StoredEstimate) {
  const detail = JSON.parse(stored.detail) as object;
  const { year, spendingDong, note } = stored;
  return AutonomyEstimateSchema.parse({ ...detail, year, spendingDong, note });
}

function outlookOf(
  book: AutonomyOutlook["book"],
  stored: StoredEstimate | null,
  limits: GroupLimits,
): AutonomyOutlook["outlook"] {
  if (stored === null) return null;
  const { others, oneMore, investment, spendingDong } = parseEstimate(stored);
  const answer = bookOutlook(
    {
      orderedDong: dong(book.orderDong),
      assignedDong: dong(book.assignDong + book.otherDong),
      others: others.map(({ code, dong: value, lessDong }) => ({
        code,
        dong: dong(value),
        ...(lessDong === undefined ? {} : { lessDong: dong(lessDong) }),
      })),
      spendingDong: dong(spendingDong),
      limits,
      ...(investment === null
        ? {}
        : {
            investment: {
              ownDong: dong(investment.ownDong),
              depreciationDong: dong(investment.depreciationDong),
            },
          }),
    },
    oneMore === null ? null : { priceDong: dong(oneMore.priceDong), costDong: dong(oneMore.costDong) },
  );
  if (!answer.ok) return null;
  const { incomeDong, missingDong, autonomy, ifOrdered, oneMore: more } = answer.value;
  return {
    incomeDong,
    spendingDong,
    missingDong,
    now: degree(autonomy),
    ifOrdered: degree(ifOrdered),
    oneMore: more && {
      degree: degree(more.autonomy),
      marginDong: more.marginDong,
      ordersNeeded: more.ordersNeeded,
    },
  };
}

/** The limits as they are today, for a past year as they were at its end. */
function limitsDay(year: number, today: IsoDate): IsoDate {
  const end = `${year}-12-31` as IsoDate;
  return end < today ? end : today;
}

export async function autonomyOutlook(env: Env, viewer: Viewer, query: YearQuery): Promise<AutonomyOutlook> {
  const provinceCode = ownProvince(viewer, query.province) ?? "22";
  const orders = await ordersOfYear(env, viewer, { ...query, province: provinceCode });
  const today = vietnamDay(Date.now());
  const year = orders.year ?? Number(today.slice(0, 4));
  const { law } = await bookInForce(env);
  const book = await bookOf(env, law, provinceCode, orders);
  const stored = await findEstimate(env.DB, provinceCode, year);
  const { basis, verified } = routeEffect(law, "order", today);
  return {
    year,
    years: orders.years,
    provinceCode,
    provinceName: PROVINCES.find(({ code }) => code === provinceCode)?.name ?? provinceCode,
    book,
    estimate: stored && { ...parseEstimate(stored), by: stored.personName, at: stored.at },
    outlook: outlookOf(book, stored, groupLimits(law, limitsDay(year, today))),
    basis,
    verified,
  };
}
