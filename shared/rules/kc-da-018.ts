import { foldKey, foldText } from "../kernel/text.ts";
import type { DeAnLine } from "../plan/shapes.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

interface Read {
  readonly line: DeAnLine;
  readonly name: string;
  readonly unit: string;
  readonly place: string;
  readonly words: ReadonlySet<string>;
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(
    foldText(name)
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== ""),
  );
}

/** Four fifths of all their words in common, and nothing that tells them apart. Equal lines are KC-DA-007's. */
function isNear(a: Read, b: Read): boolean {
  if (a.line.kind !== b.line.kind) return false;
  const sameUnit = a.unit === b.unit;
  const samePlace = a.place === b.place;
  if (!(sameUnit && a.line.beneficiary !== null) && !samePlace) return false;
  if (sameUnit && samePlace && a.name === b.name) return false;
  let common = 0;
  for (const word of a.words) if (b.words.has(word)) common += 1;
  return common * 5 >= (a.words.size + b.words.size - common) * 4;
}

export const kcda018: Rule = {
  id: "KC-DA-018",
  severity: "warning",
  category: "trung-lap",
  stage: "cross-line",
  title: {
    vi: "Tên hai đề án gần giống nhau",
    en: "Two names are nearly alike",
  },
  basis: { doc: "ttlt-26-2014", article: "7", clause: "4" },
  from: null,
  to: null,
  related: ["KC-DA-007"],
  check: ({ plan }) => {
    const read: Read[] = [];
    return plan.deAn.flatMap((line): Hit[] => {
      if (line.name === null) return [];
      const own = {
        line,
        name: foldKey(line.name),
        unit: foldKey(line.beneficiary ?? ""),
        place: foldKey(line.place ?? ""),
        words: wordsOf(line.name),
      };
      const twin = read.find((other) => isNear(own, other));
      read.push(own);
      if (twin === undefined) return [];
      return [
        {
          where: at(line, "name"),
          message: `Tên gần giống đề án ${twin.line.code ?? ""} ở dòng ${twin.line.row}, cùng loại hỗ trợ và không khác nơi hưởng.`,
          found: line.name,
          expected: "mỗi đề án một dòng; một nội dung chi chỉ được hỗ trợ một lần",
          remedy:
            "Nếu là một đề án, gộp lại. Nếu là hai, ghi rõ điểm khác trong tên, hoặc đơn vị thụ hưởng và địa bàn.",
        },
      ];
    });
  },
};
