/** Contents for the tests of publishing: a shipped value carried on to a later day, so that nothing is made up as law. */
import type { Book } from "../shared/contract/book.ts";
import { day } from "../shared/kernel/date.ts";
import { dong } from "../shared/kernel/money.ts";
import type { PublishedValue } from "../shared/law/published.ts";
import type { Parameter } from "../shared/law/types.ts";
import { builtinNormBooks } from "../shared/norms/builtin.ts";
import type { NormBookData } from "../shared/norms/model.ts";
import type { PriceBookData } from "../shared/norms/prices.ts";

export function parameterNamed(book: Book, id: string): Parameter {
  const found = book.law.parameters.find((parameter) => parameter.id === id);
  if (found === undefined) throw new Error(`no parameter ${id}`);
  return found;
}

/** The ceiling for machines as it is, one đồng higher from a day in 2099: harmless to every test. */
export function sampleValue(book: Book): PublishedValue {
  const { id, values } = parameterNamed(book, "MAY-MOC.TRAN");
  const last = values.at(-1);
  if (last === undefined) throw new Error("no value");
  const value = { ...last, parameter: id, from: day("2099-01-01"), value: Number(last.value) + 1 };
  return { ...value, verified: "memory", cite: { ...last.cite, article: "1", clause: "1" } };
}

export function samplePrices(): PriceBookData {
  return {
    id: "gia-thu",
    title: "Bảng giá thử",
    edition: "1",
    origin: "Kiểm thử",
    verified: "memory",
    prices: [
      {
        type: "VL",
        resource: "Giấy A4 thử",
        unit: "ram",
        province: null,
        from: day("2026-01-01"),
        priceDong: dong(1),
        source: "Kiểm thử",
      },
    ],
  };
}

export function sampleNormBook(): NormBookData {
  const draft = builtinNormBooks().find(({ status }) => status === "du-thao");
  if (draft === undefined) throw new Error("no draft book");
  const { version: _version, ...data } = draft;
  return { ...data, id: "du-thao-thu", title: "Bộ dự thảo thử", norms: data.norms.slice(0, 1) };
}
