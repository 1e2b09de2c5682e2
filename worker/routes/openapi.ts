/** The OpenAPI document, generated from the same declarations that check the requests. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { json, registerOpenApi, route, type Route } from "../http/route.ts";
import { renderDocs } from "./docs-page.ts";

const DESCRIPTION =
  "Nhận, kiểm tra, thẩm định và đặt hàng kế hoạch khuyến công. Lỗi trả về theo RFC 9457 (application/problem+json).";

export function openApiDocument(routes: readonly Route[]) {
  const api = new OpenAPIHono();
  const registry = api.openAPIRegistry;
  registry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  registry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "__Host-kc",
    description: "Phiên của các trang; chỉ nhận từ chính trang của dịch vụ",
  });
  for (const each of routes) registerOpenApi(registry, each);
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "KhuyenCong",
      version: "1.0.0",
      description: DESCRIPTION,
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/" }],
    tags: [...new Set(routes.map(({ spec }) => spec.tag))].map((name) => ({ name })),
  });
}
export type OpenApiDocument = ReturnType<typeof openApiDocument>;

/** Routes about all the other routes. */
export function openApiRoutes(others: readonly Route[]): Route[] {
  const documented: Route[] = [...others];
  let made: OpenApiDocument | null = null;
  const document = () => (made ??= openApiDocument(documented));
  const spec = route(
    {
      method: "get",
      path: "/openapi.json",
      summary: "Mô tả OpenAPI 3.1 của dịch vụ",
      tag: "Tài liệu",
      access: "public",
      answers: { 200: { description: "OpenAPI 3.1", mediaType: "application/json" } },
    },
    () => json(document(), 200, { "cache-control": "public, max-age=300" }),
  );
  const docs = route(
    {
      method: "get",
      path: "/api/docs",
      summary: "Trang tài liệu cho người đọc",
      tag: "Tài liệu",
      access: "public",
      answers: { 200: { description: "HTML", mediaType: "text/html" } },
    },
    ({ url }) =>
      new Response(renderDocs(document(), url.origin), {
        headers: { "content-type": "text/html; charset=utf-8" },
      }),
  );
  const styles = route(
    {
      method: "get",
      path: "/api/docs.css",
      summary: "Kiểu chữ của trang tài liệu",
      tag: "Tài liệu",
      access: "public",
      answers: { 200: { description: "CSS", mediaType: "text/css" } },
    },
    () =>
      new Response(DOCS_CSS, {
        headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=300" },
      }),
  );
  documented.push(spec, docs, styles);
  return [spec, docs, styles];
}

const DOCS_CSS = `:root{--ink:#1b1f23;--soft:#57606a;--line:#d8dee4;--paper:#fff;--accent:#0f5c4a;--code:#f3f5f7}
*{box-sizing:border-box}body{margin:0;color:var(--ink);background:var(--paper);font:16px/1.6 "Segoe UI",system-ui,sans-serif}
a{color:var(--accent)}.page{display:grid;grid-template-columns:17rem minmax(0,1fr);max-width:84rem;margin:0 auto}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:1.5rem 1rem;border-right:1px solid var(--line);font-size:.875rem}
nav h2{margin:1rem 0 .25rem;font-size:.8125rem;color:var(--soft)}nav ul{margin:0;padding:0;list-style:none}nav a{display:block;padding:.2rem 0;text-decoration:none;overflow-wrap:anywhere}
main{padding:1.5rem 2rem 4rem;min-width:0}h1{margin:0 0 .5rem;font-size:1.75rem}main h2{margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
section.route{margin:1.25rem 0 2rem}h3{margin:0;font-size:1.0625rem;font-weight:600}h3 code{background:none;padding:0}
.method{display:inline-block;min-width:3.2rem;padding:0 .45rem;border-radius:4px;background:var(--accent);color:#fff;font-size:.75rem;text-align:center}
.method.get{background:#1f5f99}code,pre{font:.875em/1.5 "Cascadia Mono",Consolas,monospace;background:var(--code)}code{padding:.1em .3em;border-radius:4px}
pre{margin:.5rem 0;padding:.75rem 1rem;border-radius:6px;overflow:auto}p{margin:.35rem 0}main,nav{min-width:0}main p,main li,main code,main td{overflow-wrap:anywhere}main pre{max-width:100%}.page>*{min-width:0;max-width:100vw}.soft{color:var(--soft);font-size:.9375rem}
table{width:100%;margin:.5rem 0;border-collapse:collapse;font-size:.9375rem}th,td{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{color:var(--soft);font-weight:600}td:first-child,td a{white-space:nowrap}.answers{table-layout:fixed}.answers th:first-child{width:4rem}.answers th:last-child{width:11rem}:target{scroll-margin-top:1rem}tr:target,section:target h3{background:#e6f2ee}
@media (max-width:52rem){.page{display:block}nav{position:static;max-height:none;border-right:0;border-bottom:1px solid var(--line)}main{padding:1rem}}
@media print{nav{display:none}.page{display:block}}
`;
