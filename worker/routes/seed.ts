import { SeedAnswerSchema } from "../../shared/contract/session.ts";
import { json, route } from "../http/route.ts";
import { seed } from "../seed/seed.ts";

const run = route(
  {
    method: "post",
    path: "/api/v1/local/seed",
    summary: "Nạp dữ liệu minh hoạ; nạp lần nữa không đổi gì",
    tag: "Vận hành",
    access: "local",
    answers: { 200: { description: "Số lượng sau khi nạp", schema: SeedAnswerSchema } },
    problems: ["unavailable"],
  },
  async ({ env }) => json(await seed(env, new Date())),
);

export const seedRoutes = [run];
