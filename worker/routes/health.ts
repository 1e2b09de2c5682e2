import { z } from "zod";
import { receiptJwks, receiptKey } from "../auth/keys.ts";
import { tokenRules } from "../auth/token.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { countOrganisations } from "../store/organisations.ts";
import { uploadQuotas } from "../submissions/upload-quota.ts";

const HealthSchema = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
const JwksSchema = z
  .object({
    keys: z.array(
      z.object({
        kty: z.string(),
        crv: z.string(),
        x: z.string(),
        kid: z.string(),
        use: z.string(),
        alg: z.string(),
        exp: z
          .number()
          .optional()
          .meta({ description: "Khóa đã nghỉ: giây từ 1970; biên nhận ký sau lúc này không có giá trị" }),
      }),
    ),
  })
  .meta({ id: "Jwks" });

/** The process answers. */
const healthz = route(
  {
    method: "get",
    path: "/healthz",
    summary: "Tiến trình đang chạy",
    tag: "Vận hành",
    access: "public",
    answers: { 200: { description: "Đang chạy", schema: HealthSchema } },
  },
  () => json({ status: "ok" }),
);

/** Database migrated and keys present: submissions can be taken. */
const readyz = route(
  {
    method: "get",
    path: "/readyz",
    summary: "Sẵn sàng nhận hồ sơ: cơ sở dữ liệu và khóa ký đã có",
    tag: "Vận hành",
    access: "public",
    answers: { 200: { description: "Sẵn sàng", schema: HealthSchema } },
    problems: ["unavailable"],
  },
  async ({ env }) => {
    try {
      await countOrganisations(env.DB);
    } catch {
      throw new HttpProblem("unavailable", "Cơ sở dữ liệu chưa sẵn sàng (chưa chạy migrations).");
    }
    await receiptKey(env);
    await tokenRules(env);
    uploadQuotas(env);
    return json({ status: "ok" });
  },
);

const jwks = route(
  {
    method: "get",
    path: "/.well-known/jwks.json",
    summary: "Khóa công khai để kiểm chữ ký biên nhận",
    tag: "Biên nhận",
    access: "public",
    answers: { 200: { description: "JWK Set", schema: JwksSchema } },
    problems: ["unavailable"],
  },
  async ({ env }) => json(await receiptJwks(env), 200, { "cache-control": "public, max-age=300" }),
);

export const healthRoutes = [healthz, readyz, jwks];
