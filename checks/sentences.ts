/** What a user of the pane reads stands in its texts, in both languages; a view holds no sentence of its own. */
import ts from "typescript";
import type { CheckResult, SourceFile } from "./lib/check.ts";
import { isTest } from "./lib/sources.ts";
import { lineOf, parse, visitAll } from "./lib/syntax.ts";

/** Figures with the words of their source are data, not sentences of a view. */
const PLACES = [
  /^addin\/taskpane\/(views|parts)\//,
  /^worker\/console\/(?!texts\/|compare\/press-figures\.ts$)/,
];
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;

/** Signs and codes that are the same in every language. */
const SIGNS = new Set(["đ", "ĐP"]);

function isSentence(text: string): boolean {
  const words = text.normalize("NFC").split(/[^\p{L}]+/u);
  return words.some((word) => VIETNAMESE.test(word) && !SIGNS.has(word));
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateLiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node);
}

export function sentences(files: readonly SourceFile[]): CheckResult {
  const views = files.filter(({ path }) => PLACES.some((place) => place.test(path)) && !isTest(path));
  const problems: string[] = [];
  let examined = 0;
  for (const file of views) {
    visitAll(parse(file), (node) => {
      if (!isText(node)) return;
      examined += 1;
      if (isSentence(node.text)) {
        problems.push(
          `${file.path}:${lineOf(node)}: “${node.text.trim().slice(0, 40)}” belongs in texts/, with its English`,
        );
      }
    });
  }
  return { name: "sentences in views", unit: "strings", examined, problems };
}
