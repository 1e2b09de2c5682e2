import { z } from "zod";
import type { Book } from "../../shared/contract/book.ts";
import { XLSX_MEDIA_TYPE } from "../../shared/contract/upload.ts";
import { BookQuerySchema } from "../../shared/contract/book-query.ts";
import type { Env } from "../env.ts";
import { sameTag } from "../http/etag.ts";
import { shippedBook } from "../law.ts";
import { HttpProblem } from "../http/problem.ts";
import { route } from "../http/route.ts";
import { readContent } from "../store/content.ts";
import { blankWorkbook } from "../../shared/workbook/blank.ts";
import { writeXlsx } from "../../shared/workbook/xlsx/index.ts";
import { isJudgedData } from "../store/judged-data.ts";
import { bookInForce, keptBook } from "../submissions/publications.ts";

/** The book changes with a release or a publication only, so its text is made once for each. */
const made = new WeakMap<Book, string>();

function textOf(book: Book): string {
  const text = made.get(book) ?? JSON.stringify(book);
  made.set(book, text);
  return text;
}

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** A workbook made without this server (kc template, an example) names what is shipped, published upon or not. */
function shippedWith(env: Env, version: string): Book | null {
  const book = shippedBook(env);
  return version === book.version || version === book.law.version ? book : null;
}

/** Problem: not-found. */
async function earlierBook(env: Env, version: string): Promise<Response> {
  const book = (await keptBook(env, version)) ?? shippedWith(env, version);
  if (book === null) throw new HttpProblem("not-found", "Máy chủ chưa từng cung cấp bộ dữ liệu này.");
  return new Response(JSON.stringify(book), {
    headers: { ...JSON_TYPE, "cache-control": "public, max-age=86400" },
  });
}

const get = route(
  {
    method: "get",
    path: "/api/v1/book",
    summary:
      "Dữ liệu căn cứ (văn bản, tham số, địa bàn, quy tắc) có phiên bản; dùng được khi mất mạng; version: đúng bộ đã cung cấp trước đây",
    tag: "Căn cứ",
    access: "public",
    query: BookQuerySchema,
    headers: z.object({ "If-None-Match": z.string().optional() }),
    answers: {
      200: { description: "Dữ liệu; ETag là phiên bản", mediaType: "application/json" },
      304: { description: "Chưa đổi" },
    },
    problems: ["not-found"],
  },
  async ({ request, env, query }) => {
    const book = await bookInForce(env);
    if (query.version !== undefined && query.version !== book.version) return earlierBook(env, query.version);
    const etag = `"${book.version}"`;
    const headers = { etag, "cache-control": "public, max-age=0, must-revalidate" };
    if (sameTag(request.headers.get("if-none-match"), etag))
      return new Response(null, { status: 304, headers });
    return new Response(textOf(book), { headers: { ...headers, ...JSON_TYPE } });
  },
);

const part = route(
  {
    method: "get",
    path: "/api/v1/judged-data/{hash}",
    summary: "Căn cứ, định mức hoặc bảng giá đúng như lúc xét, theo băm ghi trong biên nhận (judgedWith)",
    tag: "Căn cứ",
    access: "public",
    params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    answers: {
      200: {
        description: "JSON chính tắc có đúng băm ấy, không kèm phiên bản",
        mediaType: "application/json",
      },
    },
  },
  async ({ env, params }) => {
    const text = (await isJudgedData(env.DB, params.hash)) ? await readContent(env.DB, params.hash) : null;
    if (text === null) throw new HttpProblem("not-found", "Máy chủ không giữ dữ liệu có băm này.");
    return new Response(text, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "public, max-age=31536000, immutable",
      },
    });
  },
);

/** Bytes, not a promise of them: no request waits for what another one began, and a failure is not kept. */
const templates = new WeakMap<Book, Uint8Array<ArrayBuffer>>();

async function templateOf(book: Book): Promise<Uint8Array<ArrayBuffer>> {
  const bytes =
    templates.get(book) ?? Uint8Array.from(await writeXlsx(blankWorkbook(book.law, book.version)));
  templates.set(book, bytes);
  return bytes;
}

const template = route(
  {
    method: "get",
    path: "/template.xlsx",
    summary: "Sổ làm việc trống theo mẫu hiện hành, ghi phiên bản căn cứ đang dùng",
    tag: "Căn cứ",
    access: "public",
    answers: { 200: { description: "Tệp .xlsx", mediaType: XLSX_MEDIA_TYPE } },
  },
  async ({ env }) => {
    const bytes = await templateOf(await bookInForce(env));
    return new Response(bytes, {
      headers: {
        "content-type": XLSX_MEDIA_TYPE,
        "content-disposition": 'attachment; filename="so-lam-viec-khuyen-cong.xlsx"',
        "cache-control": "public, max-age=0, must-revalidate",
      },
    });
  },
);

export const bookRoutes = [get, part, template];
