import { afterEach, describe, expect, it, vi } from "vitest";
import type { CitationView } from "../../../shared/kernel/citation.ts";
import { day } from "../../../shared/kernel/date.ts";
import { withCitation } from "./cell.ts";

const cite: CitationView = {
  text: "Điều 6",
  doc: "ttlt-26-2014",
  from: day("2014-04-08"),
  to: day("2018-05-10"),
  verified: "text",
};

function host(supported: () => boolean): void {
  vi.stubGlobal("Office", { context: { requirements: { isSetSupported: supported } } });
}

afterEach(() => vi.unstubAllGlobals());

describe("numbers that carry their law", () => {
  it("are plain without Excel, in an older Excel, and where the host cannot say", () => {
    expect(withCitation(5, "Trần", cite)).toBe(5);
    host(() => false);
    expect(withCitation(5, "Trần", cite)).toBe(5);
    host(() => {
      throw new Error("not ready");
    });
    expect(withCitation(5, "Trần", cite)).toBe(5);
  });

  it("carry name, citation, dates and mark where Excel keeps properties", () => {
    host(() => true);
    expect(withCitation(5, "Trần", cite)).toMatchObject({
      type: "Double",
      basicValue: 5,
      properties: {
        Tên: { type: "String", basicValue: "Trần" },
        "Căn cứ": { basicValue: "Điều 6" },
        "Áp dụng từ": { basicValue: "08/04/2014" },
        Đến: { basicValue: "10/05/2018" },
        "Đối chiếu": { basicValue: "đã đối chiếu văn bản" },
      },
    });
    expect(withCitation(5, "Trần", { ...cite, to: null, verified: "memory" })).toMatchObject({
      properties: {
        Đến: { basicValue: "nay" },
        "Đối chiếu": { basicValue: "chưa đối chiếu (theo ghi nhớ)" },
      },
    });
  });
});
