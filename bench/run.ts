/**
 * `npm run bench [section …]`: how fast the functions, the sheet, the solver and the verdict are here and now, beside
 * something to compare with in the same run. Figures are printed, not judged: machines differ.
 */
import { cpus } from "node:os";
import { allocationSection } from "./allocation.ts";
import { callsSection, unitPriceSection } from "./calls.ts";
import { judgeSection } from "./judge.ts";
import { render, type Section } from "./lib.ts";
import { sheetSection } from "./sheet.ts";
import { sizesSection } from "./sizes.ts";

const SECTIONS: Readonly<Record<string, () => Section | null | Promise<Section | null>>> = {
  dongia: unitPriceSection,
  functions: callsSection,
  sheet: sheetSection,
  judge: judgeSection,
  allocation: allocationSection,
  sizes: sizesSection,
};

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.find((name) => !Object.hasOwn(SECTIONS, name));
  if (unknown !== undefined) {
    process.stderr.write(`Không có phần “${unknown}”; các phần: ${Object.keys(SECTIONS).join(", ")}.\n`);
    return 2;
  }
  const [cpu] = cpus();
  process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? "?"}\n`);
  for (const [name, run] of Object.entries(SECTIONS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const section = await run();
    process.stdout.write(
      section === null ? `\n${name}: chưa có bản dựng, hãy chạy npm run build trước.\n` : render(section),
    );
  }
  return 0;
}

const code = await main(process.argv.slice(2));
// The spreadsheet engine leaves timers behind.
process.exit(code);
