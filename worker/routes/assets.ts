/** Everything that is not the API: built files, with stable addresses for the pages. */
import type { Env } from "../env.ts";

/** Without the slash, relative links of the page would miss. */
const WITH_SLASH = new Set(["/console", "/workbench", "/upload", "/huong-dan", "/huong-dan/ham"]);

/** Pages of the guide, at addresses without an ending: functions.json gives some of them as help. */
const HELP_PAGE = /^\/huong-dan\/(?:[a-z]+\/)?[a-z0-9-]+$/;

/** Files have no redirects (Office needs stable URLs), so a directory's page is named here. */
function fileOf(path: string): string {
  if (path === "/favicon.ico") return "/icons/icon-32.png";
  if (HELP_PAGE.test(path)) return `${path}.html`;
  return path.endsWith("/") ? `${path}index.html` : path;
}

const NOT_FOUND = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Không có trang này</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><main><h1>Không có trang này</h1><p>Địa chỉ không đúng hoặc trang đã được chuyển đi. <a href="/">Về trang đầu</a></p></main></body></html>
`;

export async function serveAsset(request: Request, env: Env): Promise<Response> {
  const url = new URL(request.url);
  if (request.method !== "GET" && request.method !== "HEAD") return notFound();
  if (WITH_SLASH.has(url.pathname))
    return Response.redirect(new URL(`${url.pathname}/${url.search}`, url).href, 308);
  const asset = await env.ASSETS.fetch(new Request(new URL(fileOf(url.pathname) + url.search, url), request));
  return asset.status === 404 ? notFound() : asset;
}

function notFound(): Response {
  return new Response(NOT_FOUND, { status: 404, headers: { "content-type": "text/html; charset=utf-8" } });
}
