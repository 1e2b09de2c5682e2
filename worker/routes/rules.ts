import { RuleBookSchema, RuleQuerySchema, ruleBookAt } from "../../shared/contract/rules.ts";
import { vietnamDay, type IsoDate } from "../../shared/kernel/date.ts";
import { json, route } from "../http/route.ts";
import { bookInForce } from "../submissions/publications.ts";

const get = route(
  {
    method: "get",
    path: "/api/v1/rules",
    summary: "Sổ quy tắc đang dùng: mỗi quy tắc thử nghiệm, áp dụng đủ mức hay tắt, từ ngày nào, vì sao",
    tag: "Căn cứ",
    access: "public",
    query: RuleQuerySchema,
    answers: { 200: { description: "Theo ngày", schema: RuleBookSchema } },
  },
  async ({ env, query }) => {
    const { law } = await bookInForce(env);
    const date = (query.date ?? vietnamDay(Date.now())) as IsoDate;
    return json(ruleBookAt(law, date), 200, { "cache-control": "public, max-age=60" });
  },
);

export const ruleRoutes = [get];
