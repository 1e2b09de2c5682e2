import { z } from "zod";
import { sameTag } from "../http/etag.ts";
import type { Env } from "../env.ts";
import { route } from "../http/route.ts";
import { currentBook } from "../law.ts";

let made: { etag: string; text: string } | null = null;

/** The book only changes with a release, so it is made once per isolate. The local demo carries labelled demo prices. */
function book(env: Env): { etag: string; text: string } {
  if (made === null) {
    const whole = currentBook(env);
    made = { etag: `"${whole.version}"`, text: JSON.stringify(whole) };
  }
  return made;
}

const get = route(
  {
    method: "get",
    path: "/api/v1/book",
    summary: "Dữ liệu căn cứ (văn bản, tham số, địa bàn) có phiên bản; dùng được khi mất mạng",
    tag: "Căn cứ",
    access: "public",
    headers: z.object({ "If-None-Match": z.string().optional() }),
    answers: {
      200: { description: "Dữ liệu; ETag là phiên bản", mediaType: "application/json" },
      304: { description: "Chưa đổi" },
    },
  },
  ({ request, env }) => {
    const { etag, text } = book(env);
    const headers = { etag, "cache-control": "public, max-age=0, must-revalidate" };
    if (sameTag(request.headers.get("if-none-match"), etag))
      return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
  },
);

export const bookRoutes = [get];
