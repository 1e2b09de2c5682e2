/** kc verify-log FILE | --server URL [--receipt FILE…]: is the log whole, and does it hold what the receipts say? */
import { createHash } from "node:crypto";
import {
  ChainWalk,
  HiddenEventSchema,
  LinkedEventSchema,
  type ExportedEvent,
} from "../shared/contract/log-chain.ts";
import type { Receipt } from "../shared/contract/submission.ts";
import { receiptIn } from "./receipt-signature.ts";
import { InputError, parseArgs, parseJson, print, readText, withInput } from "./sources.ts";

const USAGE = `Cách dùng: kc verify-log NHẬT-KÝ.ndjson [--receipt BIÊN-NHẬN.json]… [--json]
            kc verify-log --server ĐỊA-CHỈ [--receipt BIÊN-NHẬN.json]… [--json]     (mã truy cập ở KC_TOKEN)
  --receipt  biên nhận phải có mặt trong nhật ký: đúng sự kiện, đúng chỗ, đúng niêm phong
Mã thoát: 0 nhật ký nguyên vẹn và có đủ các biên nhận; 1 không; 2 sai cách dùng hoặc không đọc được.
`;

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

function eventOn(line: string, number: number): ExportedEvent {
  const value = parseJson(line, `Dòng ${number}`);
  const hidden = HiddenEventSchema.safeParse(value);
  if (hidden.success) return hidden.data;
  const event = LinkedEventSchema.safeParse(value);
  if (!event.success) throw new InputError(`Dòng ${number} không phải sự kiện của nhật ký.`);
  // As it stands: a field of a later release is covered by the event's hash too.
  return value as ExportedEvent;
}

function chainsIn(text: string): Map<string, ExportedEvent[]> {
  const chains = new Map<string, ExportedEvent[]>();
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const event = eventOn(line, index + 1);
    chains.set(event.chain, [...(chains.get(event.chain) ?? []), event]);
  });
  return chains;
}

/** Null when the log holds what the receipt says. */
function missingFrom(
  receipt: Receipt,
  walk: ChainWalk | undefined,
  events: readonly ExportedEvent[],
): string | null {
  const { chain, event, seq, hash } = receipt.log;
  if (walk === undefined) return `nhật ký không có chuỗi ${chain}`;
  const found = events.find((candidate) => candidate.hash === event);
  if (found === undefined) return "nhật ký không có sự kiện nhận hồ sơ này";
  if (found.seq <= seq) return `sự kiện đứng ở số ${found.seq}, trước niêm phong ${seq} ghi trên biên nhận`;
  const link = walk.linkAt(seq);
  return link === hash ? null : `niêm phong số ${seq} khác với ghi trên biên nhận`;
}

interface Checked {
  readonly ok: boolean;
  readonly chains: readonly (ReturnType<ChainWalk["result"]> & { readonly hidden: number })[];
  readonly receipts: readonly {
    readonly id: string;
    readonly revision: number;
    readonly problem: string | null;
  }[];
}

export async function verifyLog(text: string, receipts: readonly Receipt[]): Promise<Checked> {
  const chains = chainsIn(text);
  const walks = new Map<string, ChainWalk>();
  for (const [chain, events] of chains) {
    const wanted = receipts.filter((receipt) => receipt.log.chain === chain).map(({ log }) => log.seq);
    const walk = new ChainWalk(chain, sha256, wanted);
    walks.set(chain, walk);
    for (const event of events) if (!(await walk.add(event))) break;
  }
  const results = [...walks.values()].map((walk) => ({ ...walk.result(), hidden: walk.hidden }));
  const found = receipts.map((receipt) => ({
    id: receipt.id,
    revision: receipt.revision,
    problem: missingFrom(receipt, walks.get(receipt.log.chain), chains.get(receipt.log.chain) ?? []),
  }));
  const ok = results.every((result) => result.ok) && found.every(({ problem }) => problem === null);
  return { ok, chains: results, receipts: found };
}

function report({ ok, chains, receipts }: Checked): string {
  const lines = chains.map((chain) => {
    const hidden = chain.hidden === 0 ? "" : `, ${chain.hidden} sự kiện chỉ có băm`;
    const waiting = chain.unsealed === 0 ? "" : `, ${chain.unsealed} chờ niêm phong`;
    return chain.ok
      ? `ĐÚNG ${chain.chain}: ${chain.events} sự kiện${hidden}${waiting}; niêm phong cuối ${chain.head ?? "chưa có"}`
      : `SAI  ${chain.chain}: hỏng từ sự kiện số ${chain.brokenAt}; ${chain.events} sự kiện trước đó còn đúng`;
  });
  for (const { id, revision, problem } of receipts)
    lines.push(
      problem === null
        ? `ĐÚNG ${id} bản ${revision} có trong nhật ký`
        : `SAI  ${id} bản ${revision}: ${problem}`,
    );
  lines.push(ok ? "Nhật ký nguyên vẹn." : "NHẬT KÝ KHÔNG NGUYÊN VẸN hoặc thiếu biên nhận.", "");
  return lines.join("\n");
}

/** Exit codes as in `USAGE`. */
export function run(args: string[]): Promise<number> {
  return withInput(async () => {
    const options = {
      server: { type: "string" },
      receipt: { type: "string", multiple: true },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (values.help === true) {
      await print(process.stdout, USAGE);
      return 0;
    }
    const places =
      values.server === undefined ? positionals : [new URL("/api/v1/log/export", values.server).href];
    const [place] = places;
    if (place === undefined || places.length > 1 || (values.server !== undefined && positionals.length > 0))
      throw new InputError(`Cần một tệp nhật ký hoặc --server.\n${USAGE.trimEnd()}`);
    const text = await readText(place);
    const receipts: Receipt[] = [];
    for (const file of values.receipt ?? [])
      receipts.push(receiptIn(parseJson(await readText(file), file), file));
    const checked = await verifyLog(text, receipts);
    if (checked.chains.length === 0) throw new InputError(`${place} không có sự kiện nào.`);
    await print(process.stdout, values.json === true ? `${JSON.stringify(checked)}\n` : report(checked));
    return checked.ok ? 0 : 1;
  });
}
