/** kc law [--date D] [--stale] [--json]: every legal parameter at a day with its citation, or those nobody confirmed for a year. */
import { parseArgs } from "node:util";
import { parseDate, vietnamDay, type IsoDate } from "../shared/kernel/date.ts";
import { formatDong } from "../shared/kernel/money.ts";
import { plainDecimal } from "../shared/kernel/quantity.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { staleParameters } from "../shared/law/freshness.ts";
import { describeView, readParameter } from "../shared/law/read.ts";
import type { LawBook, Reading } from "../shared/law/types.ts";

function shown({ unit, value }: Reading): string {
  if (unit === "dong") return `${formatDong(value)} đ`;
  const text = plainDecimal(value).replace(".", ",");
  return unit === "percent" ? `${text} %` : text;
}

function listParameters(law: LawBook, date: IsoDate, json: boolean): void {
  const rows = law.parameters.map(({ id, label }) => ({
    id,
    label: label.vi,
    result: readParameter(law, id, date),
  }));
  if (json) {
    const plain = rows.map(({ id, label, result }) =>
      result.ok
        ? { id, label, value: result.value.value, unit: result.value.unit, cite: result.value.cite }
        : { id, label, error: result.error },
    );
    process.stdout.write(`${JSON.stringify({ version: law.version, date, parameters: plain })}\n`);
    return;
  }
  const counts: Record<string, number> = { text: 0, secondary: 0, memory: 0, none: 0 };
  for (const { id, label, result } of rows) {
    const mark = result.ok ? result.value.cite.verified : "none";
    counts[mark] = (counts[mark] ?? 0) + 1;
    process.stdout.write(
      result.ok
        ? `${id.padEnd(26)} ${shown(result.value).padStart(16)}  ${label}. ${describeView(result.value.cite)}\n`
        : `${id.padEnd(26)} ${"#N/A".padStart(16)}  ${result.error.vi}\n`,
    );
  }
  const { text, secondary, memory, none } = counts;
  process.stdout.write(
    `${rows.length} tham số: ${text} đã đối chiếu văn bản, ${secondary} theo nguồn thứ cấp, ${memory} theo ghi nhớ, ${none} không có giá trị tại ngày này.\n`,
  );
}

function listStale(law: LawBook, date: IsoDate, json: boolean): void {
  const stale = staleParameters(law, date);
  if (json) {
    process.stdout.write(`${JSON.stringify({ version: law.version, date, stale })}\n`);
    return;
  }
  for (const { id, confirmed, cite } of stale)
    process.stdout.write(`${id.padEnd(26)} ${confirmed ?? "chưa ai xác nhận"}  ${cite}\n`);
  process.stdout.write(`${stale.length} giá trị chưa được xác nhận trong một năm trước ${date}.\n`);
}

/** Exit codes: 0; 2 when the date cannot be read. */
export function run(args: string[]): Promise<number> {
  const options = {
    date: { type: "string" },
    stale: { type: "boolean" },
    json: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ args, options, strict: true });
  const date = parseDate(values.date ?? vietnamDay(Date.now()));
  if (!date.ok) {
    process.stderr.write(`${date.error.vi}\n`);
    return Promise.resolve(2);
  }
  const list = values.stale === true ? listStale : listParameters;
  list(builtinLawBook(), date.value, values.json === true);
  return Promise.resolve(0);
}
