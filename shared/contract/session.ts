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

export const SeedAnswerSchema = z
  .object({
    organisations: z.number().int(),
    people: z.number().int(),
    submissions: z.number().int(),
    /** Demonstration workbooks that were refused, with the reason. */
    refused: z.array(z.object({ name: z.string(), reason: z.string() })),
  })
  .meta({ id: "SeedAnswer" });
