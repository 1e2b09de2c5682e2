/** Who is signed in, and the local sign-in of a demonstration machine. */
import { z } from "zod";
import { ROLES } from "../plan/states.ts";

export const PersonSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    roleLabel: z.string(),
    organisation: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(["province", "ministry"]),
      /** Null for the ministry. */
      provinceCode: z.string().nullable(),
      provinceName: z.string().nullable(),
    }),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof PersonSchema>;

export const PeopleSchema = z.object({ items: z.array(PersonSchema) }).meta({ id: "People" });

export const SignInRequestSchema = z
  .strictObject({ personId: z.string().min(1).max(64) })
  .meta({ id: "SignInRequest" });
export const SignInAnswerSchema = z
  .object({
    token: z.string().meta({ description: "JWT, gửi trong Authorization: Bearer …" }),
    expiresAt: z.string(),
    person: PersonSchema,
  })
  .meta({ id: "SignInAnswer" });
export type SignInAnswer = z.infer<typeof SignInAnswerSchema>;

/** How one may sign in here: what the pages and the pane show. */
export const SignInOptionsSchema = z
  .object({
    /** Seeded people of a demonstration machine. */
    local: z.boolean(),
    issuers: z.array(
      z.object({
        name: z.string(),
        issuer: z.string(),
        /** Address that begins signing in; add `&next=/…` to come back there. */
        href: z.string(),
        clientId: z.string(),
        scope: z.string(),
        /** Office signs people in by itself (nested app authentication). */
        nested: z.boolean(),
      }),
    ),
  })
  .meta({ id: "SignInOptions" });
export type SignInOptions = z.infer<typeof SignInOptionsSchema>;

export const SignInQuerySchema = z.object({
  issuer: z.coerce.number().int().min(0).max(7).default(0).meta({ description: "Thứ tự trong danh sách" }),
  next: z.string().max(500).optional().meta({ description: "Đường dẫn của trang này để quay lại" }),
});
export const SignInCallbackSchema = z.object({
  code: z.string().min(1).max(4096).optional(),
  state: z.string().min(1).max(512).optional(),
  error: z.string().max(200).optional(),
});

export const SeedAnswerSchema = z
  .object({
    organisations: z.number().int(),
    people: z.number().int(),
    submissions: z.number().int(),
    /** Demonstration workbooks that were refused, with the reason. */
    refused: z.array(z.object({ name: z.string(), reason: z.string() })),
  })
  .meta({ id: "SeedAnswer" });
