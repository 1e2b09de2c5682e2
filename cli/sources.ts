/** Where commands that check evidence read from: a file, or a server with a token from the environment. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

/** A sentence for the person, printed without a trace; exit code 2. */
export class InputError extends Error {}

/** Text goes out whole before the program ends. */
export function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

export function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

const HINT = "Mã thông báo truy cập lấy từ biến môi trường KC_TOKEN.";

async function fetchText(address: string): Promise<string> {
  const token = process.env["KC_TOKEN"];
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(address, { headers, signal: AbortSignal.timeout(60_000) }).catch(() => null);
  if (answer === null) throw new InputError(`Không kết nối được ${address}.`);
  if (answer.ok) return answer.text();
  const body = (await answer.json().catch(() => null)) as { detail?: string } | null;
  const why = answer.status === 401 ? ` ${HINT}` : "";
  throw new InputError(
    `${address} trả lời ${answer.status}: ${body?.detail ?? "không có lời giải thích."}${why}`,
  );
}

/** Text of a file or of an address. Throws InputError. */
export async function readText(place: string): Promise<string> {
  if (isAddress(place)) return fetchText(place);
  try {
    return await readFile(place, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new InputError(
      code === "ENOENT" ? `Không tìm thấy tệp ${place}.` : `Không đọc được ${place} (${code}).`,
    );
  }
}

export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InputError(`${place} không phải JSON.`);
  }
}

/** Runs a command; what it cannot read is a sentence and exit code 2. */
export async function withInput(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const usage = (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS") === true;
    if (!usage && !(error instanceof InputError)) throw error;
    await print(process.stderr, `${(error as Error).message}\n`);
    return 2;
  }
}

export { parseArgs };
