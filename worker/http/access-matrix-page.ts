/** The matrix of rights as a page of the documentation. */
import { ROLE_LABEL } from "../../shared/plan/states.ts";
import {
  accessMatrix,
  ACTORS,
  namesFile,
  type AccessLine,
  type Actor,
  type Outcome,
} from "./access-matrix.ts";
import type { RouteSpec } from "./route.ts";

const SIGN: Readonly<Record<Outcome, string>> = {
  allowed: "được",
  unauthenticated: "401",
  forbidden: "403",
  "not-found": "404",
};

const actorLabel = (actor: Actor) => (actor === "stranger" ? "Chưa đăng nhập" : ROLE_LABEL[actor].vi);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cells(spec: RouteSpec, lines: readonly AccessLine[]): string[] {
  const mine = lines.filter(({ method, path }) => method === spec.method && path === spec.path);
  return ACTORS.map((actor) => {
    const outcomes = mine.filter((line) => line.actor === actor).map((line) => SIGN[line.outcome]);
    return [...new Set(outcomes)].join(" / ");
  });
}

function rowsOf(specs: readonly RouteSpec[], lines: readonly AccessLine[]): string[][] {
  return specs.map((spec) => [`\`${spec.method.toUpperCase()} ${spec.path}\``, ...cells(spec, lines)]);
}

const LEAD = `# Ma trận quyền

Trang này sinh ra từ khai báo \`access\` của từng đường dẫn (\`npm run generate\`); \`npm run check\` báo khi nó cũ, và
\`worker/http/access-matrix.test.ts\` chạy từng dòng trên máy chủ thật, cả dòng được lẫn dòng bị từ chối.
*Generated from the access declared on each route; every line is executed by the tests.*

- “được”: qua cửa quyền; các kiểm tra khác (trạng thái, cấu trúc, If-Match…) vẫn áp dụng.
- 401: chưa đăng nhập. 403: vai trò không được. 404: có quyền theo vai trò nhưng hồ sơ không phải của mình – trả lời y như hồ sơ không tồn tại.
- Vai trò và đơn vị lấy từ bảng \`memberships\`, không bao giờ lấy từ token.`;

/** Markdown, before formatting. */
export function accessMatrixPage(specs: readonly RouteSpec[]): string {
  const lines = accessMatrix(specs);
  const counts = new Map<Outcome, number>();
  for (const { outcome } of lines) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const counted = [...counts].map(([outcome, count]) => `${SIGN[outcome]}: ${count}`).join(" · ");
  const head = ["Đường dẫn", ...ACTORS.map(actorLabel)];
  const files = specs.filter(namesFile);
  const signedIn = specs.filter((spec) => typeof spec.access !== "string" && !namesFile(spec));
  const open = specs.filter((spec) => typeof spec.access === "string");
  const openRows = open.map((spec) => [
    `\`${spec.method.toUpperCase()} ${spec.path}\``,
    spec.access === "local" ? "chỉ trên máy dùng thử (ENVIRONMENT = local), nơi khác 404" : "mọi người",
  ]);
  return `${LEAD}

${specs.length} đường dẫn, ${lines.length} dòng (${counted}).

## Hồ sơ: của tỉnh mình / của tỉnh khác

Với Bộ: tỉnh đã chuyển Bộ / chưa chuyển.

${table(head, rowsOf(files, lines))}

## Không nêu một hồ sơ

Danh sách chỉ có hồ sơ mà người hỏi được thấy.

${table(head, rowsOf(signedIn, lines))}

## Không cần đăng nhập

${table(["Đường dẫn", "Ai"], openRows)}
`;
}
