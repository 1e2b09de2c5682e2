/** What people send under the name .xlsx, told apart by content. */
import { fail, type Result } from "../../kernel/result.ts";
import { decodeText } from "./bytes.ts";
import { damaged, encrypted, MAX_FILE_BYTES } from "./zip.ts";

function notXlsx(code: string, vi: string, en: string): Result<never> {
  return fail("VALUE", code, vi, en);
}

function hasUtf16(bytes: Uint8Array, word: string): boolean {
  const needle = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(needle[0] ?? 0); at >= 0; at = bytes.indexOf(needle[0] ?? 0, at + 1)) {
    if (needle.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function oldXls(): Result<never> {
  return notXlsx(
    "xlsx-is-xls",
    "Đây là tệp định dạng cũ .xls (Excel 97–2003). Hãy mở bằng Excel, chọn Lưu thành › Sổ làm việc Excel (.xlsx), rồi dùng tệp mới.",
    "This is an old .xls file (Excel 97–2003). Open it in Excel and save it as .xlsx.",
  );
}

function recogniseOle(bytes: Uint8Array): Result<never> {
  return hasUtf16(bytes, "EncryptedPackage") ? encrypted() : oldXls();
}

function recogniseText(bytes: Uint8Array): Result<never> {
  const head = decodeText(bytes.subarray(0, 2000)).trimStart().toLowerCase();
  if (head.startsWith("%pdf")) {
    return notXlsx(
      "xlsx-is-pdf",
      "Đây là tệp PDF. Hãy gửi tệp .xlsx gốc mà bản PDF được in ra.",
      "This is a PDF. Send the original .xlsx file.",
    );
  }
  if (
    head.startsWith("<?xml") ||
    head.startsWith("<html") ||
    head.startsWith("<!doctype") ||
    head.startsWith("<table")
  ) {
    return notXlsx(
      "xlsx-is-html",
      "Tệp này là trang web hoặc XML được đổi tên, không phải .xlsx. Hãy mở bằng Excel rồi Lưu thành › Sổ làm việc Excel (.xlsx).",
      "This is a web page or XML file that was renamed. Open it in Excel and save it as .xlsx.",
    );
  }
  if (
    ![...bytes.subarray(0, 2000)].some(
      (byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13),
    )
  ) {
    return notXlsx(
      "xlsx-is-text",
      "Tệp này là văn bản hoặc CSV được đổi tên, không phải .xlsx. Hãy mở bằng Excel rồi Lưu thành › Sổ làm việc Excel (.xlsx).",
      "This is a text or CSV file that was renamed. Open it in Excel and save it as .xlsx.",
    );
  }
  return damaged();
}

const ARCHIVES: readonly {
  readonly part: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}[] = [
  {
    part: "xl/workbook.bin",
    code: "xlsx-is-xlsb",
    vi: "Đây là tệp nhị phân .xlsb. Hãy mở bằng Excel rồi lưu thành .xlsx.",
    en: "This is an .xlsb file. Save it as .xlsx.",
  },
  {
    part: "word/document.xml",
    code: "xlsx-is-docx",
    vi: "Đây là tệp Word, không phải sổ Excel. Hãy chọn tệp .xlsx.",
    en: "This is a Word file. Choose an .xlsx file.",
  },
  {
    part: "content.xml",
    code: "xlsx-is-ods",
    vi: "Đây là tệp OpenDocument (.ods). Hãy mở bằng LibreOffice rồi Lưu thành › Excel 2007–365 (.xlsx).",
    en: "This is an OpenDocument file. Save it as .xlsx.",
  },
];

/** A refusal when the content is something else than an .xlsx; `parts` are the names inside the archive once known. */
export function recogniseOther(bytes: Uint8Array, parts: ReadonlySet<string> | null): Result<never> | null {
  if (parts !== null) {
    const found = ARCHIVES.find((kind) => parts.has(kind.part) && !parts.has("xl/workbook.xml"));
    return found === undefined ? null : notXlsx(found.code, found.vi, found.en);
  }
  if (bytes.length === 0)
    return notXlsx(
      "xlsx-empty",
      "Tệp rỗng (0 byte). Hãy lưu lại sổ từ Excel rồi thử lại.",
      "The file is empty. Save the workbook again.",
    );
  if (bytes.length > MAX_FILE_BYTES) {
    const size = `${Math.ceil(bytes.length / (1024 * 1024))} MB`;
    return notXlsx(
      "xlsx-file-too-large",
      `Tệp nặng ${size}, quá giới hạn 10 MB. Hãy xóa hình ảnh và các trang không dùng rồi lưu lại.`,
      `The file is ${size}, over the limit of 10 MB. Remove pictures and unused sheets.`,
    );
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return recogniseOle(bytes);
  // Excel 2 to 4 wrote their records without a container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? 0xff) && bytes[3] === 0x00)
    return oldXls();
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? null : recogniseText(bytes);
}
