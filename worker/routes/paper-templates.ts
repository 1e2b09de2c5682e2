import { TEMPLATE_KINDS } from "../../shared/contract/order.ts";
import {
  DOCX_MEDIA_TYPE,
  PaperTemplateListSchema,
  PaperTemplateSchema,
  TemplateQuerySchema,
  TemplateUploadQuerySchema,
  type PaperTemplate,
} from "../../shared/contract/paper-template.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { readFileBody } from "../http/body.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { TEMPLATE_DEFINITIONS, type PaperField } from "../papers/fields.ts";
import { templateFor, toBase64 } from "../papers/own.ts";
import { TEMPLATE_LIMIT_BYTES, checkTemplate } from "../papers/template.ts";
import { keepContent, sha256Hex } from "../store/content.ts";
import { addTemplate, templatesOf } from "../store/paper-templates.ts";

const TAG = "Mẫu giấy tờ";
const ORDERERS = ["province", "ministry"] as const;
const FILE = { mediaTypes: [DOCX_MEDIA_TYPE], limitBytes: TEMPLATE_LIMIT_BYTES } as const;

function flat(fields: readonly PaperField[], inside: readonly string[] = []): PaperTemplate["fields"] {
  return fields.flatMap(({ name, vi, required, rows }) => [
    { name, vi, required: required === true, inside: [...inside], isList: rows !== undefined },
    ...flat(rows ?? [], [...inside, name]),
  ]);
}

async function templates(env: Env, viewer: Viewer): Promise<PaperTemplate[]> {
  const own = new Map((await templatesOf(env.DB, viewer.organisation.id)).map((each) => [each.kind, each]));
  return TEMPLATE_KINDS.map((kind) => {
    const { fields, ...named } = TEMPLATE_DEFINITIONS[kind];
    const mine = own.get(kind);
    const used = mine === undefined || mine.contentHash === null ? null : mine;
    return {
      kind,
      ...named,
      own: used && { fileName: used.fileName, at: used.at, by: used.personName },
      fields: flat(fields),
    };
  });
}

async function shown(
  env: Env,
  viewer: Viewer,
  kind: PaperTemplate["kind"],
  status: number,
): Promise<Response> {
  return json(
    (await templates(env, viewer)).find((template) => template.kind === kind),
    status,
  );
}

const list = route(
  {
    method: "get",
    path: "/api/v1/paper-templates",
    summary: "Mẫu giấy tờ đang dùng của đơn vị và các trường của từng mẫu",
    tag: TAG,
    access: ORDERERS,
    answers: { 200: { description: "Các mẫu", schema: PaperTemplateListSchema } },
  },
  async ({ env, viewer }) => json({ items: await templates(env, viewer) }),
);

const download = route(
  {
    method: "get",
    path: "/api/v1/paper-templates/file",
    summary: "Tải mẫu đang dùng (.docx) để sửa bằng Word",
    tag: TAG,
    access: ORDERERS,
    query: TemplateQuerySchema,
    answers: { 200: { description: "Tệp", mediaType: DOCX_MEDIA_TYPE } },
  },
  async ({ env, viewer, query }) =>
    new Response(await templateFor(env, viewer.organisation.id, query.kind), {
      headers: {
        "content-type": DOCX_MEDIA_TYPE,
        "content-disposition": `attachment; filename="mau-${query.kind}.docx"`,
        "cache-control": "no-store",
      },
    }),
);

const upload = route(
  {
    method: "post",
    path: "/api/v1/paper-templates",
    summary: "Dùng mẫu của đơn vị thay mẫu có sẵn; mẫu được kiểm tra từng trường trước khi nhận",
    tag: TAG,
    access: ORDERERS,
    query: TemplateUploadQuerySchema,
    file: FILE,
    answers: { 201: { description: "Mẫu đã nhận", schema: PaperTemplateSchema } },
    problems: ["file"],
  },
  async ({ request, env, viewer, query }) => {
    const bytes = Uint8Array.from(await readFileBody(request, FILE));
    const found = await checkTemplate(query.kind, bytes);
    if (found.length > 0) {
      const errors = found.map((detail) => ({ pointer: query.fileName, detail }));
      throw new HttpProblem("file", `Mẫu có ${found.length} chỗ phải sửa: ${found[0] ?? ""}`, { errors });
    }
    const text = toBase64(bytes);
    const contentHash = await sha256Hex(text);
    await env.DB.batch([
      ...(await keepContent(env.DB, contentHash, text)),
      addTemplate(env.DB, {
        organisationId: viewer.organisation.id,
        ...query,
        contentHash,
        personId: viewer.id,
        at: new Date().toISOString(),
      }),
    ]);
    return shown(env, viewer, query.kind, 201);
  },
);

const reset = route(
  {
    method: "post",
    path: "/api/v1/paper-templates/reset",
    summary: "Trở lại mẫu có sẵn",
    tag: TAG,
    access: ORDERERS,
    body: { schema: TemplateQuerySchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 200: { description: "Mẫu đang dùng", schema: PaperTemplateSchema } },
  },
  async ({ env, viewer, body }) => {
    const { kind } = body;
    const at = new Date().toISOString();
    const owner = { organisationId: viewer.organisation.id, personId: viewer.id };
    await addTemplate(env.DB, { kind, fileName: "", contentHash: null, at, ...owner }).run();
    return shown(env, viewer, kind, 200);
  },
);

export const paperTemplateRoutes = [list, download, upload, reset];
