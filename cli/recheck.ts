/** kc recheck ID --server URL | FILE: judges a stored revision again and says whether its receipt still holds. */
import {
  ExportedRevisionSchema,
  SubmissionIdSchema,
  type ExportedRevision,
} from "../shared/contract/submission.ts";
import {
  recheckWorkbook,
  wrongHashes,
  type Recheck,
  type RecheckChange,
} from "../shared/contract/recheck.ts";
import { dataOf } from "./judged-data.ts";
import { checkSignature, readKeys } from "./receipt-signature.ts";
import { InputError, parseArgs, parseJson, print, readText, withInput } from "./sources.ts";

const USAGE = `Cách dùng: kc recheck PHONG-BÌ.json [--data THƯ-MỤC|ĐỊA-CHỈ] [--jwks ĐỊA-CHỈ|TỆP] [--json]
            kc recheck MÃ-HỒ-SƠ --server ĐỊA-CHỈ [--revision N] [--jwks …] [--json]     (mã truy cập ở KC_TOKEN)
  PHONG-BÌ.json là nội dung của GET /api/v1/submissions/{id}/envelope
  --data  nơi có căn cứ và định mức như lúc nhận: máy chủ, hoặc thư mục có các tệp BĂM.json tải từ
          GET /api/v1/judged-data/{hash}; chỉ cần khi bản kc này mang dữ liệu khác. Có --server thì lấy ở đó.
Mã thoát: 0 kết quả giống hệt biên nhận; 1 khác, hoặc phong bì không khớp biên nhận; 2 sai cách dùng hoặc không đọc được.
`;

function exportedIn(value: unknown, place: string): ExportedRevision {
  const parsed = ExportedRevisionSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InputError(`${place} không phải phong bì đã xuất (${issue?.path.join(".") ?? ""}).`);
  }
  return value as ExportedRevision;
}

function placeOf(target: string, server: string | undefined, revision: string | undefined): string {
  if (server === undefined) {
    if (SubmissionIdSchema.safeParse(target).success)
      throw new InputError("Mã hồ sơ cần --server; không có máy chủ thì đưa tệp phong bì đã xuất.");
    return target;
  }
  const url = new URL(`/api/v1/submissions/${encodeURIComponent(target)}/envelope`, server);
  if (revision !== undefined) url.searchParams.set("revision", revision);
  return url.href;
}

function changeLine({ path, was, is }: RecheckChange): string {
  return `  ${path}\n    biên nhận: ${was ?? "(không có)"}\n    tính lại:  ${is ?? "(không có)"}`;
}

function report(
  revision: ExportedRevision,
  check: Recheck,
  problems: readonly string[],
  sameRules: boolean | null,
): string {
  const lines = [`Hồ sơ ${revision.id}, bản ${revision.revision}`, ...problems.map((text) => `SAI: ${text}`)];
  if (check.same) lines.push("GIỐNG: tổng hợp, nhận xét và chênh lệch tính lại giống hệt biên nhận.");
  else lines.push(`KHÁC ở ${check.changes.length} chỗ:`, ...check.changes.map(changeLine));
  if (check.versions.length > 0)
    lines.push("Dữ liệu dùng để xét đã đổi từ khi nhận:", ...check.versions.map(changeLine));
  else if (!check.same)
    lines.push("Phiên bản mẫu, căn cứ, quy tắc vẫn như khi nhận: mã chương trình đã khác.");
  if (sameRules === false)
    lines.push("Bộ quy tắc của bản kc này khác bộ đã dùng khi nhận (băm khác trong judgedWith.rules).");
  return `${lines.join("\n")}\n`;
}

async function problemsOf(revision: ExportedRevision, jwks: string | undefined): Promise<string[]> {
  const problems = wrongHashes(revision).map((name) => `phong bì không khớp ${name} của biên nhận.`);
  if (jwks === undefined) return problems;
  const signature = await checkSignature(revision.receipt, await readKeys(jwks));
  return signature.ok ? problems : [...problems, signature.reason];
}

/** Exit codes as in `USAGE`. */
export function run(args: string[]): Promise<number> {
  return withInput(async () => {
    const options = {
      server: { type: "string" },
      revision: { type: "string" },
      data: { type: "string" },
      jwks: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (values.help === true) {
      await print(process.stdout, USAGE);
      return 0;
    }
    const [target] = positionals;
    if (target === undefined || positionals.length > 1)
      throw new InputError(`Cần đúng một mã hồ sơ hoặc một tệp.\n${USAGE.trimEnd()}`);
    const place = placeOf(target, values.server, values.revision);
    const revision = exportedIn(parseJson(await readText(place), place), place);
    const problems = await problemsOf(revision, values.jwks);
    const { law, norms, sameRules } = await dataOf(revision.receipt, values.data ?? values.server);
    const check = recheckWorkbook(revision.envelope.workbook, revision.receipt, law, norms);
    const ok = check.same && problems.length === 0;
    const { id, revision: number } = revision;
    await print(
      process.stdout,
      values.json === true
        ? `${JSON.stringify({ ok, id, revision: number, problems, sameRules, ...check })}\n`
        : report(revision, check, problems, sameRules),
    );
    return ok ? 0 : 1;
  });
}
