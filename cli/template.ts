/** `kc template OUT.xlsx`: an empty workbook of the current template. See `USAGE`. */
import { writeFile } from "node:fs/promises";
import { builtinLawBook } from "../shared/law/book.ts";
import { blankWorkbook } from "../shared/workbook/blank.ts";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";

const USAGE = `Cách dùng: kc template TỆP.xlsx [--force]
  --force  ghi đè khi tệp đã có
Mã thoát: 0 xong; 2 sai cách dùng hoặc không ghi được tệp.
`;

export async function run(args: string[]): Promise<number> {
  const force = args.includes("--force");
  const [path, ...rest] = args.filter((arg) => arg !== "--force");
  if (path === undefined || rest.length > 0 || path.startsWith("-")) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    await writeFile(path, await writeXlsx(blankWorkbook(builtinLawBook())), { flag: force ? "w" : "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason =
      code === "EEXIST"
        ? "tệp đã có; thêm --force để ghi đè"
        : code === "ENOENT"
          ? "không có thư mục này"
          : code;
    process.stderr.write(`Không ghi được ${path}: ${reason}.\n`);
    return 2;
  }
  process.stdout.write(`Đã tạo sổ mẫu ${path}.\n`);
  return 0;
}
