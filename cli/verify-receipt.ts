/** kc verify-receipt FILE [--jwks URL|FILE]: is this receipt what the server signed? Works without a network. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatDong } from "../shared/kernel/money.ts";
import type { Dong } from "../shared/kernel/money.ts";
import type { Receipt } from "../shared/contract/submission.ts";
import { checkSignature, readKeys, receiptIn } from "./receipt-signature.ts";
import { InputError, isAddress, parseArgs, parseJson, print, readText, withInput } from "./sources.ts";

const USAGE = `Cách dùng: kc verify-receipt BIÊN-NHẬN.json [--jwks ĐỊA-CHỈ|TỆP] [--json]
  --jwks  bộ khóa công khai của nơi nhận, ở /.well-known/jwks.json; mặc định là jwks.json cạnh tệp biên nhận
Mã thoát: 0 chữ ký đúng; 1 chữ ký sai hoặc nội dung đã bị sửa; 2 sai cách dùng hoặc không đọc được.
`;

/** The rest of an address is taken as given; a bare origin means its well-known place. */
function keysPlace(given: string | undefined, file: string): string {
  if (given === undefined) {
    const beside = join(dirname(file), "jwks.json");
    if (existsSync(beside)) return beside;
    throw new InputError(
      "Cần bộ khóa công khai: thêm --jwks (tệp hoặc địa chỉ), hoặc để jwks.json cạnh biên nhận.",
    );
  }
  return isAddress(given) && new URL(given).pathname === "/"
    ? new URL("/.well-known/jwks.json", given).href
    : given;
}

export function describeReceipt(receipt: Receipt): string {
  const { totals, counts, versions, judgedWith, log } = receipt;
  const books = (list: readonly { id: string; version: string }[]) =>
    list.length === 0 ? "không có" : list.map(({ id, version }) => `${id} ${version}`).join(", ");
  return [
    `Hồ sơ ${receipt.id}, bản ${receipt.revision}, ${receipt.provinceName} năm ${receipt.year}, nhận lúc ${receipt.receivedAt}`,
    `Kinh phí khuyến công ${formatDong(totals.all.supportDong as Dong)} đ trên tổng ${formatDong(totals.all.totalDong as Dong)} đ; ${counts.error} lỗi, ${counts.warning} cảnh báo, ${counts.info} lưu ý`,
    `Băm sổ (contentHash):        ${receipt.contentHash}`,
    `Băm phong bì (envelopeHash): ${receipt.envelopeHash}`,
    ...(receipt.fileHash === undefined ? [] : [`Băm tệp gốc (fileHash):      ${receipt.fileHash}`]),
    `Xét bằng: mẫu ${versions.template}, căn cứ ${versions.law}, quy tắc ${versions.rules}`,
    ...(judgedWith === undefined
      ? []
      : [`  định mức: ${books(judgedWith.norms)}; bảng giá: ${books(judgedWith.prices)}`]),
    `Nhật ký ${log.chain}: sự kiện ${log.event}, sau niêm phong số ${log.seq}`,
    "",
  ].join("\n");
}

/** Exit codes as in `USAGE`. */
export function run(args: string[]): Promise<number> {
  return withInput(async () => {
    const options = {
      jwks: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    const [file] = positionals;
    if (values.help === true) {
      await print(process.stdout, USAGE);
      return 0;
    }
    if (file === undefined || positionals.length > 1)
      throw new InputError(`Cần đúng một tệp biên nhận.\n${USAGE.trimEnd()}`);
    const receipt = receiptIn(parseJson(await readText(file), file), file);
    const check = await checkSignature(receipt, await readKeys(keysPlace(values.jwks, file)));
    if (values.json === true) {
      await print(
        process.stdout,
        `${JSON.stringify({ ...check, id: receipt.id, revision: receipt.revision })}\n`,
      );
    } else if (check.ok) {
      await print(process.stdout, `ĐÚNG: chữ ký hợp lệ (khóa ${check.kid}).\n${describeReceipt(receipt)}`);
    } else await print(process.stdout, `SAI: ${check.reason}\n`);
    return check.ok ? 0 : 1;
  });
}
