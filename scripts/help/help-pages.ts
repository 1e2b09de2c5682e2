/** The help pages at the functions' @helpurl: made from the functions, their examples and the law data. */
import { join } from "node:path";
import type { Plugin } from "vite";
import { builtinLawBook } from "../../shared/law/book.ts";
import { readFunctionsMetadata, type FunctionsMetadata } from "../functions-generated.ts";
import { ruleCases } from "../lib/rule-cases.ts";
import { functionPages } from "./function-pages.ts";
import { guidePages, guidePictures } from "./guide-pages.ts";
import { STYLE, STYLE_FILE, type Page } from "./html.ts";
import { RULES } from "../../shared/rules/index.ts";
import { parameterPage } from "./parameter-page.ts";
import { rulePages } from "./rule-pages.ts";

/** Every file below /huong-dan/, the style among them. */
export async function helpPages(metadata: Pick<FunctionsMetadata, "vi" | "en">): Promise<Page[]> {
  const pages = [
    ...(await functionPages(metadata)),
    parameterPage(builtinLawBook()),
    ...rulePages({ rules: RULES, law: builtinLawBook(), cases: await ruleCases() }),
  ];
  return [...pages, { fileName: STYLE_FILE, source: STYLE }];
}

/** Emits them into the build. */
export function helpPagesPlugin(root: string): Plugin {
  const folder = join(root, "addin/functions");
  const guide = join(root, "docs/huong-dan");
  return {
    name: "kc-help-pages",
    async generateBundle() {
      const pages = await helpPages(await readFunctionsMetadata(folder));
      const files = [...pages, ...guidePages(guide), ...guidePictures(guide)];
      for (const { fileName, source } of files) this.emitFile({ type: "asset", fileName, source });
    },
  };
}
