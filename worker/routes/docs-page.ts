/** A plain page for people out of the OpenAPI document: routes, shapes, errors, and commands to try. No script at all. */
import { CLIENT_EXAMPLE } from "./generated/client-example.ts";
import { PROBLEM_CODES } from "../../shared/contract/problem.ts";
import { ROLE_LABEL, type Role } from "../../shared/plan/states.ts";

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly "x-roles"?: readonly Role[];
  readonly parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    schema?: Json;
    description?: string;
  }[];
  readonly requestBody?: { content: Record<string, { schema: Json }> };
  readonly responses: Readonly<
    Record<string, { description: string; content?: Record<string, { schema: Json }> }>
  >;
}

interface Entry {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function entries(document: unknown): Entry[] {
  const { paths } = document as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: `${method}${path.replace(/[^a-z0-9]+/gi, "-")}`,
      method,
      path,
      operation,
    })),
  );
}

/** A schema in one line: the name of a shape as a link, or its type with its limits. */
function schemaText(schema: Json | undefined): string {
  if (schema === undefined) return "";
  const ref = schema["$ref"];
  if (typeof ref === "string") {
    const name = ref.split("/").at(-1) ?? ref;
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
  }
  if (Array.isArray(schema["enum"]))
    return schema["enum"].map((v) => `<code>${escape(String(v))}</code>`).join(" ");
  const variants = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(variants)) return variants.map((v) => schemaText(v as Json)).join(" hoặc ");
  if (schema["type"] === "array") return `danh sách ${schemaText(schema["items"] as Json | undefined)}`;
  const limits = ["pattern", "minLength", "maxLength", "minimum", "maximum", "default"]
    .filter((key) => schema[key] !== undefined)
    .map((key) => `${key} <code>${escape(String(schema[key]))}</code>`);
  const type = Array.isArray(schema["type"])
    ? schema["type"].join(" | ")
    : String(schema["type"] ?? "bất kỳ");
  return [escape(type), ...limits].join(", ");
}

function accessText(operation: Operation): string {
  const roles = operation["x-roles"];
  if (roles === undefined) return "Không cần đăng nhập.";
  return `Vai trò: ${roles.map((role) => escape(ROLE_LABEL[role].vi)).join("; ")}.`;
}

function parameterRows(operation: Operation): string {
  const rows = (operation.parameters ?? []).map(
    (p) =>
      `<tr><td><code>${escape(p.name)}</code></td><td>${escape(p.in)}${p.required ? ", bắt buộc" : ""}</td><td>${schemaText(p.schema)}</td></tr>`,
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0];
  if (body) rows.push(`<tr><td>thân</td><td>JSON, bắt buộc</td><td>${schemaText(body.schema)}</td></tr>`);
  if (rows.length === 0) return "";
  return `<table><thead><tr><th>Tham số</th><th>Ở đâu</th><th>Dạng</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function responseRows(operation: Operation): string {
  const rows = Object.entries(operation.responses).map(([status, response]) => {
    const shape = Object.values(response.content ?? {})[0];
    return `<tr><td>${status}</td><td>${escape(response.description)}</td><td>${shape ? schemaText(shape.schema) : ""}</td></tr>`;
  });
  return `<table class="answers"><thead><tr><th>Mã</th><th>Nghĩa</th><th>Dạng</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function curl({ method, path, operation }: Entry, origin: string): string {
  const lines = [
    `curl ${method === "get" ? "" : "-X POST "}${origin}${path.replaceAll(/\{(\w+)\}/g, "$$$1")}`,
  ];
  if (operation["x-roles"]) lines.push('-H "Authorization: Bearer $TOKEN"');
  for (const p of operation.parameters ?? []) {
    if (p.in === "header") lines.push(`-H "${p.name}: ${p.name === "If-Match" ? '\\"v1\\"' : "$(uuidgen)"}"`);
  }
  if (operation.requestBody) lines.push('-H "Content-Type: application/json"', "--data @body.json");
  return `<pre tabindex="0">${escape(lines.join(" \\\n  "))}</pre>`;
}

function routeSection(entry: Entry, origin: string): string {
  const { id, method, path, operation } = entry;
  return `<section class="route" id="${id}"><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${escape(path)}</code></h3>
<p>${escape(operation.summary ?? "")}</p><p class="soft">${accessText(operation)}</p>${parameterRows(operation)}${responseRows(operation)}${curl(entry, origin)}</section>`;
}

function schemaSection(name: string, schema: Json): string {
  const properties = (schema["properties"] ?? {}) as Record<string, Json>;
  const required = new Set((schema["required"] ?? []) as string[]);
  const rows = Object.entries(properties).map(([key, value]) => {
    const note =
      typeof value["description"] === "string"
        ? `<br><span class="soft">${escape(value["description"])}</span>`
        : "";
    return `<tr><td><code>${escape(key)}</code>${required.has(key) ? "" : " ?"}</td><td>${schemaText(value)}${note}</td></tr>`;
  });
  const about =
    typeof schema["description"] === "string" ? `<p class="soft">${escape(schema["description"])}</p>` : "";
  return `<section class="route" id="schema-${escape(name)}"><h3>${escape(name)}</h3>${about}<table><tbody>${rows.join("")}</tbody></table></section>`;
}

function problemRows(): string {
  const rows = Object.entries(PROBLEM_CODES).map(
    ([code, { status, title }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escape(title)}</td></tr>`,
  );
  return `<table><thead><tr><th>code</th><th>HTTP</th><th>Nghĩa</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

export function renderDocs(document: unknown, origin: string): string {
  const all = entries(document);
  const tags = [...new Set(all.map((entry) => entry.operation.tags?.[0] ?? ""))];
  const ofTag = (tag: string) => all.filter((entry) => entry.operation.tags?.[0] === tag);
  const { schemas = {} } = (document as { components: { schemas?: Record<string, Json> } }).components;
  const menu = tags.map((tag) => {
    const links = ofTag(tag).map(
      (e) =>
        `<li><a href="#${e.id}">${e.method.toUpperCase()} ${escape(e.path.replace("/api/v1", ""))}</a></li>`,
    );
    return `<h2>${escape(tag)}</h2><ul>${links.join("")}</ul>`;
  });
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tài liệu API – KhuyenCong</title><link rel="stylesheet" href="/api/docs.css"></head><body><div class="page">
<nav aria-label="Mục lục"><a href="/">Trang đầu</a><a href="/openapi.json">openapi.json</a><a href="#bat-dau">Bắt đầu</a>${menu.join("")}<h2>Khác</h2><ul><li><a href="#loi">Lỗi</a></li><li><a href="#dang">Dạng dữ liệu</a></li></ul></nav>
<main><h1>Tài liệu API</h1><p>Trang này sinh ra từ chính các khai báo mà máy chủ dùng để kiểm tra yêu cầu.</p>
<h2 id="bat-dau">Bắt đầu</h2><p>Trên máy dùng thử, lấy token của một người dùng mẫu rồi hỏi danh sách hồ sơ:</p>
<pre tabindex="0" id="curl">${escape(quickStart(origin))}</pre>
<h3 id="python">Gửi một tệp bằng Python</h3>
<p>Chỉ dùng thư viện có sẵn của Python 3. Mạng đứt hay máy chủ bận thì chạy lại đúng lệnh ấy: cùng tệp, cùng khóa, cùng một biên nhận.</p>
<pre tabindex="0">${escape(`python3 gui-ho-so.py ${origin} so.xlsx`)}</pre>
<pre tabindex="0" id="gui-ho-so">${escape(CLIENT_EXAMPLE)}</pre>
<p>Biên nhận có trường <code>signature</code>: JWS nén (Ed25519). Giải phần thân ra đúng JSON chính tắc (RFC 8785) của biên nhận bỏ trường này; khóa công khai ở <a href="/.well-known/jwks.json">/.well-known/jwks.json</a>, chọn theo <code>kid</code>.</p>
${tags
  .map(
    (tag) =>
      `<h2>${escape(tag)}</h2>${ofTag(tag)
        .map((entry) => routeSection(entry, origin))
        .join("")}`,
  )
  .join("")}
<h2 id="loi">Lỗi</h2><p>Mọi lỗi là <a href="#schema-Problem">Problem</a> (RFC 9457); <code>code</code> không bao giờ đổi nghĩa.</p>${problemRows()}
<h2 id="dang">Dạng dữ liệu</h2>${Object.entries(schemas)
    .map(([name, schema]) => schemaSection(name, schema))
    .join("")}
</main></div></body></html>
`;
}

function quickStart(origin: string): string {
  return `TOKEN=$(curl -s ${origin}/api/v1/local/sign-in -H 'Content-Type: application/json' \\
  -d '{"personId":"soan-22"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
curl -s ${origin}/api/v1/submissions -H "Authorization: Bearer $TOKEN"`;
}
