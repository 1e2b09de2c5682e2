/**
 * Makes worker/papers/templates/*.docx anew: `node scripts/paper-templates.ts`, then `npm run generate`. The files are
 * committed and may be changed in Word instead; this is only where they come from.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TEMPLATE_KINDS } from "../shared/contract/order.ts";
import { TEMPLATE_DEFINITIONS } from "../worker/papers/fields.ts";
import { root } from "./lib/paths.mjs";
import { paper } from "./paper-templates/blocks.ts";
import { PAPERS } from "./paper-templates/papers.ts";

for (const kind of TEMPLATE_KINDS) {
  const path = join("worker", "papers", "templates", `${kind}.docx`);
  writeFileSync(join(root, path), await paper(TEMPLATE_DEFINITIONS[kind].vi, PAPERS[kind]()));
  process.stdout.write(`${path}\n`);
}
