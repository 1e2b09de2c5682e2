/** The zip container of an .xlsx: its directory is read and judged before a single byte is inflated. */
import { fail, ok, type Result } from "../../kernel/result.ts";
import { crc32, decodeText, encodeText } from "./bytes.ts";
import { deflate } from "./deflate.ts";
import { inflate } from "./inflate.ts";

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_ENTRIES = 2000;
export const MAX_TOTAL_BYTES = 200 * 1024 * 1024;
/** One part is held in memory at a time, in a Worker with 128 MB. */
export const MAX_PART_BYTES = 64 * 1024 * 1024;
/** Real sheets compress up to some 100:1; a bomb a thousand to one. Small parts are exempt. */
export const MAX_RATIO = 250;
const RATIO_EXEMPT_BYTES = 4 * 1024 * 1024;

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly headerAt: number;
}

export interface Zip {
  readonly data: Uint8Array;
  /** Name in lower case → entry: part names are compared without case in this format. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const u16 = (data: Uint8Array, at: number): number => (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
const u32 = (data: Uint8Array, at: number): number => (u16(data, at) | (u16(data, at + 2) << 16)) >>> 0;

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}

export function damaged(): Result<never> {
  return fail(
    "VALUE",
    "xlsx-damaged",
    "Tệp bị hỏng hoặc chưa tải xong, không đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi thử lại; nếu tải từ mạng, hãy tải lại.",
    "The file is damaged or incomplete. Open it in Excel and save it again, or download it again.",
  );
}

function tooBig(what: string, whatEn: string): Result<never> {
  return fail(
    "VALUE",
    "xlsx-too-large",
    `${what} Hãy xóa các trang, hình ảnh và vùng định dạng không dùng rồi lưu lại.`,
    `${whatEn} Remove unused sheets, pictures and formatted areas, then save again.`,
  );
}

function findDirectoryEnd(data: Uint8Array): number {
  const lowest = Math.max(0, data.length - 22 - 65535);
  for (let at = data.length - 22; at >= lowest; at -= 1) if (u32(data, at) === DIRECTORY_END) return at;
  return -1;
}

function readEntry(data: Uint8Array, at: number): { entry: ZipEntry; flags: number; next: number } | null {
  if (at + 46 > data.length || u32(data, at) !== DIRECTORY_HEADER) return null;
  const nameBytes = u16(data, at + 28);
  const next = at + 46 + nameBytes + u16(data, at + 30) + u16(data, at + 32);
  if (next > data.length) return null;
  const entry = {
    name: decodeText(data.subarray(at + 46, at + 46 + nameBytes)).replaceAll("\\", "/"),
    method: u16(data, at + 10),
    crc: u32(data, at + 16),
    compressedBytes: u32(data, at + 20),
    bytes: u32(data, at + 24),
    headerAt: u32(data, at + 42),
  };
  return { entry, flags: u16(data, at + 8), next };
}

function judgeEntry(entry: ZipEntry, flags: number): Result<null> {
  if ((flags & 1) !== 0) return encrypted();
  if (entry.bytes > RATIO_EXEMPT_BYTES && entry.bytes > MAX_RATIO * entry.compressedBytes) {
    return tooBig(
      "Tệp nén bất thường: nội dung bung ra lớn gấp hàng trăm lần, nên không mở để bảo vệ máy.",
      "The file is compressed abnormally (a zip bomb?).",
    );
  }
  return ok(null);
}

export function encrypted(): Result<never> {
  return fail(
    "VALUE",
    "xlsx-encrypted",
    "Tệp có mật khẩu mở tệp nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu rồi gửi lại.",
    "The file is protected by a password. Remove the password in Excel, save and try again.",
  );
}

/** Directory of the archive, refused when it declares more than the limits. */
export function openZip(data: Uint8Array): Result<Zip> {
  const end = findDirectoryEnd(data);
  if (end < 0) return damaged();
  const count = u16(data, end + 10);
  if (count > MAX_ENTRIES)
    return tooBig(
      `Tệp có ${count} phần bên trong, quá giới hạn ${MAX_ENTRIES}.`,
      `The file has ${count} parts, over ${MAX_ENTRIES}.`,
    );
  const entries = new Map<string, ZipEntry>();
  let at = u32(data, end + 16);
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    const read = readEntry(data, at);
    if (read === null) return damaged();
    const judged = judgeEntry(read.entry, read.flags);
    if (!judged.ok) return judged;
    total += read.entry.bytes;
    entries.set(read.entry.name.toLowerCase().replace(/^\//, ""), read.entry);
    at = read.next;
  }
  if (total > MAX_TOTAL_BYTES) {
    return tooBig(
      `Nội dung tệp khi bung ra là ${megabytes(total)}, quá giới hạn ${megabytes(MAX_TOTAL_BYTES)}.`,
      `The file unpacks to ${megabytes(total)}.`,
    );
  }
  return ok({ data, entries });
}

/** Where the compressed bytes of an entry lie; null when its local header is not where the directory says. */
function rawBytes(zip: Zip, entry: ZipEntry): Uint8Array | null {
  const at = entry.headerAt;
  if (at + 30 > zip.data.length || u32(zip.data, at) !== LOCAL_HEADER) return null;
  const from = at + 30 + u16(zip.data, at + 26) + u16(zip.data, at + 28);
  const to = from + entry.compressedBytes;
  return to <= zip.data.length ? zip.data.subarray(from, to) : null;
}

/** The bytes of one part; value null when the archive has no such part. */
export function readPart(zip: Zip, name: string): Result<Uint8Array | null> {
  const entry = zip.entries.get(name.toLowerCase());
  if (entry === undefined) return ok(null);
  if (entry.bytes > MAX_PART_BYTES) {
    return tooBig(
      `Một trang tính bung ra ${megabytes(entry.bytes)}, quá giới hạn ${megabytes(MAX_PART_BYTES)}.`,
      `One sheet unpacks to ${megabytes(entry.bytes)}.`,
    );
  }
  const raw = rawBytes(zip, entry);
  if (raw === null) return damaged();
  const bytes =
    entry.method === 0
      ? raw.length === entry.bytes
        ? raw
        : null
      : entry.method === 8
        ? inflate(raw, entry.bytes)
        : null;
  return bytes === null || crc32(bytes) !== entry.crc ? damaged() : ok(bytes);
}

const put16 = (target: number[], value: number): void => void target.push(value & 255, (value >>> 8) & 255);
const put32 = (target: number[], value: number): void => {
  put16(target, value & 0xffff);
  put16(target, value >>> 16);
};

/** 1 January 1980, the zero of this format: the same content gives the same bytes on any day. */
const FIXED_DATE = 33;

function headerFields(
  target: number[],
  entry: { method: number; crc: number; compressedBytes: number; bytes: number },
  name: Uint8Array,
): void {
  put16(target, 20);
  put16(target, 0x0800);
  put16(target, entry.method);
  put16(target, 0);
  put16(target, FIXED_DATE);
  put32(target, entry.crc);
  put32(target, entry.compressedBytes);
  put32(target, entry.bytes);
  put16(target, name.length);
  put16(target, 0);
}

interface PackedPart {
  readonly method: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly data: Uint8Array;
}

function pack(content: Uint8Array): PackedPart {
  const deflated = deflate(content);
  const smaller = deflated.length < content.length;
  const data = smaller ? deflated : content;
  return {
    method: smaller ? 8 : 0,
    crc: crc32(content),
    compressedBytes: data.length,
    bytes: content.length,
    data,
  };
}

/** An archive under way: parts in order, then their directory. */
class ZipWriter {
  private readonly pieces: Uint8Array[] = [];
  private readonly directory: number[] = [];
  private at = 0;
  private count = 0;

  add(partName: string, packed: PackedPart): void {
    const name = encodeText(partName);
    const local: number[] = [];
    put32(local, LOCAL_HEADER);
    headerFields(local, packed, name);
    put32(this.directory, DIRECTORY_HEADER);
    put16(this.directory, 20);
    headerFields(this.directory, packed, name);
    for (let i = 0; i < 5; i += 1) put16(this.directory, 0);
    put32(this.directory, this.at);
    this.directory.push(...name);
    this.pieces.push(Uint8Array.from(local), name, packed.data);
    this.at += local.length + name.length + packed.data.length;
    this.count += 1;
  }

  finish(): Uint8Array {
    return joinPieces(this.pieces, this.directory, this.at, this.count);
  }
}

/**
 * A copy of the archive with some text parts edited. Every part is compressed anew, so that the bytes do not depend
 * on the machine. Only for archives made here: a part that cannot be read becomes empty.
 */
export function editZip(zip: Zip, edit: (name: string, text: () => string) => string | null): Uint8Array {
  const writer = new ZipWriter();
  for (const entry of zip.entries.values()) {
    const part = readPart(zip, entry.name);
    const content = part.ok && part.value !== null ? part.value : new Uint8Array();
    const text = edit(entry.name, () => decodeText(content));
    writer.add(entry.name, pack(text === null ? content : encodeText(text)));
  }
  return writer.finish();
}

/**
 * A copy of anybody's archive with some parts replaced, added or (null) left out. All other parts keep their
 * compressed bytes as they are. Error: xlsx-damaged.
 */
export function replaceParts(zip: Zip, changes: ReadonlyMap<string, Uint8Array | null>): Result<Uint8Array> {
  const writer = new ZipWriter();
  const wanted = new Map([...changes].map(([name, content]) => [name.toLowerCase(), { name, content }]));
  for (const [key, entry] of zip.entries) {
    const change = wanted.get(key);
    wanted.delete(key);
    if (change === undefined) {
      const data = rawBytes(zip, entry);
      if (data === null) return damaged();
      writer.add(entry.name, { ...entry, data });
    } else if (change.content !== null) writer.add(entry.name, pack(change.content));
  }
  for (const { name, content } of wanted.values()) if (content !== null) writer.add(name, pack(content));
  return ok(writer.finish());
}

function joinPieces(
  pieces: readonly Uint8Array[],
  directory: readonly number[],
  directoryAt: number,
  count: number,
): Uint8Array {
  const end: number[] = [];
  put32(end, DIRECTORY_END);
  put32(end, 0);
  put16(end, count);
  put16(end, count);
  put32(end, directory.length);
  put32(end, directoryAt);
  put16(end, 0);
  const output = new Uint8Array(directoryAt + directory.length + end.length);
  let at = 0;
  for (const piece of [...pieces, directory, end]) {
    output.set(piece, at);
    at += piece.length;
  }
  return output;
}
