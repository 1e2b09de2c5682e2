/**
 * Makes worker/papers/templates/*.docx anew: `node scripts/paper-templates.ts`, then `npm run generate`. The files are
 * committed and may be changed in Word instead; this is only where they come from.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TEMPLATE_KINDS } from "../shared/contract/order.ts";
import { TEMPLATE_DEFINITIONS } from "../worker/papers/fields.ts";
import { EVIDENCE_PAPER, EVIDENCE_PAPER_TITLE } from "../worker/papers/evidence-fields.ts";
import { root } from "./lib/paths.mjs";
import { paper } from "./paper-templates/blocks.ts";
import { evidencePaper } from "./paper-templates/evidence.ts";
import { PAPERS } from "./paper-templates/papers.ts";

async function write(kind: string, name: string, children: Parameters<typeof paper>[1]): Promise<void> {
  const path = join("worker", "papers", "templates", `${kind}.docx`);
  writeFileSync(join(root, path), await paper(name, children));
  process.stdout.write(`${path}\n`);
}

for (const kind of TEMPLATE_KINDS) await write(kind, TEMPLATE_DEFINITIONS[kind].vi, PAPERS[kind]());
await write(EVIDENCE_PAPER, EVIDENCE_PAPER_TITLE, evidencePaper());
