/** kc rules [--json]: every rule with its severity, stage, dates and basis. */
import { parseArgs } from "node:util";
import { builtinLawBook } from "../shared/law/book.ts";
import { RULES } from "../shared/rules/index.ts";
import { basisText, ruleSetVersion } from "../shared/rules/run.ts";

/** Exit code 0. */
export function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } }, strict: true });
  const law = builtinLawBook();
  const rules = RULES.map(({ check: _check, basis, ...declared }) => ({
    ...declared,
    basis: basisText(basis, law),
  }));
  if (values.json === true)
    process.stdout.write(`${JSON.stringify({ version: ruleSetVersion(RULES), rules })}\n`);
  else
    for (const rule of rules)
      process.stdout.write(`${rule.id}  ${rule.severity.padEnd(7)}  ${rule.title.vi} (${rule.basis})\n`);
  return Promise.resolve(0);
}
