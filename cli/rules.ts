/** kc rules [--book FILE] [--date D] [--json]: every rule with its severity, state, stage, dates and basis. */
import { parseArgs } from "node:util";
import { ruleBookAt, type RuleState } from "../shared/contract/rules.ts";
import { formatDate, parseDate, type IsoDate } from "../shared/kernel/date.ts";
import { loadBook } from "./sources-book.ts";

const MODE_WORD = { live: "", trial: " [thử nghiệm]", off: " [tắt]" } as const;

function line({ id, severity, mode, title, basis, settings }: RuleState): string {
  const published = settings.map(
    (setting) => `\n           ${formatDate(setting.from as IsoDate)}: ${setting.mode} (${setting.reason})`,
  );
  return `${id}  ${severity.padEnd(7)}  ${title.vi}${MODE_WORD[mode]} (${basis})${published.join("")}\n`;
}

/** Exit codes: 0; 2 when the date or the book cannot be read. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { book: { type: "string" }, date: { type: "string" }, json: { type: "boolean" } },
    strict: true,
  });
  const date = parseDate(values.date ?? new Date().toISOString().slice(0, 10));
  const book = await loadBook(values.book);
  const failure = "code" in book ? book.vi : date.ok ? null : date.error.vi;
  if ("code" in book || !date.ok) {
    process.stderr.write(`${failure ?? ""}\n`);
    return 2;
  }
  const found = ruleBookAt(book.law, date.value);
  if (values.json === true) process.stdout.write(`${JSON.stringify(found)}\n`);
  else for (const rule of found.rules) process.stdout.write(line(rule));
  return 0;
}
