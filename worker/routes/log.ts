import { LogCheckSchema } from "../../shared/contract/event.ts";
import { json, route } from "../http/route.ts";
import { listChains } from "../store/events.ts";
import { chainOf, verifyChain } from "../submissions/log.ts";

/** A province may check its own chain, the ministry and the steward all of them. */
const verify = route(
  {
    method: "get",
    path: "/api/v1/log/verify",
    summary: "Kiểm chuỗi băm của nhật ký từ đầu",
    tag: "Nhật ký",
    access: ["province", "ministry", "steward"],
    answers: { 200: { description: "Kết quả từng chuỗi", schema: LogCheckSchema } },
  },
  async ({ env, viewer }) => {
    const own = viewer.organisation.provinceCode;
    const chains = await listChains(env.DB, own === null ? null : chainOf(own));
    const checks = [];
    for (const chain of chains) checks.push(await verifyChain(env.DB, chain));
    return json({ ok: checks.every((check) => check.ok), chains: checks });
  },
);

export const logRoutes = [verify];
