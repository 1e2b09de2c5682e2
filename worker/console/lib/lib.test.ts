import { describe, expect, test } from "vitest";
import { filterFromHash, hasFilter, hashOfFilter } from "../queue/filter.ts";
import { parseDrafts } from "../submission/drafts.ts";
import { fileNameOf } from "./file-name.ts";
import { nextAddress } from "./next-address.ts";
import { parseSession } from "./session-shape.ts";

const PERSON = {
  id: "duyet-22",
  name: "Người duyệt",
  role: "province",
  roleLabel: "Người duyệt cấp tỉnh",
  organisation: {
    id: "sct-22",
    name: "Sở Công Thương",
    kind: "province",
    provinceCode: "22",
    provinceName: "Quảng Ninh",
  },
};
const NOW = Date.parse("2026-11-23T05:00:00Z");
const session = (part: object) =>
  JSON.stringify({ token: "t", person: PERSON, expiresAt: "2026-11-23T06:00:00Z", ...part });

describe("session", () => {
  test("a good one is read", () => {
    expect(parseSession(session({}), NOW)?.person.id).toBe("duyet-22");
  });

  test("one that is over, damaged or of another shape counts as none", () => {
    const bad = [
      null,
      "",
      "{",
      "null",
      "[]",
      session({ expiresAt: "2026-11-23T05:00:00Z" }),
      session({ expiresAt: "hôm qua" }),
      session({ token: 1 }),
      session({ person: { ...PERSON, role: "admin" } }),
      session({ person: { ...PERSON, organisation: null } }),
    ];
    for (const text of bad) expect(parseSession(text, NOW), String(text)).toBeNull();
  });
});

describe("where to go after signing in", () => {
  test("a page of this site, with its query and hash", () => {
    expect(nextAddress("?next=%2Fconsole%2F%23%2Fho-so%2Fhs_1")).toBe("/console/#/ho-so/hs_1");
  });

  test("never another site", () => {
    for (const next of [
      "https://evil.example/",
      "//evil.example/",
      "/\\evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
      "",
    ]) {
      const target = nextAddress(`?next=${encodeURIComponent(next)}`);
      expect(target === null || /^\/(?![/\\])/.test(target), `${next} → ${target}`).toBe(true);
    }
    expect(nextAddress("")).toBeNull();
  });
});

describe("the queue's address", () => {
  test("filter → address → filter", () => {
    const filter = { state: "submitted", province: "22", year: "2018", findings: "none", q: "gốm sứ & gỗ" };
    expect(filterFromHash(hashOfFilter(filter))).toEqual(filter);
  });

  test("no filter is the bare address", () => {
    expect(hashOfFilter(filterFromHash("#/?other=1"))).toBe("#/");
    expect(hasFilter(filterFromHash("#/"))).toBe(false);
  });
});

describe("comments being written", () => {
  test("what is not a comment is left out", () => {
    const good = { sheet: "KC_DeAn", cell: "N6", text: "Giải trình" };
    expect(parseDrafts(JSON.stringify([good, { sheet: "KC_DeAn" }, null, "x"]))).toEqual([good]);
    for (const text of [null, "", "{", "{}"]) expect(parseDrafts(text)).toEqual([]);
  });
});

describe("name of a downloaded file", () => {
  test("the extended name wins, a wrong one falls back", () => {
    expect(fileNameOf("attachment; filename=\"a.docx\"; filename*=UTF-8''quy%E1%BA%BFt.docx")).toBe(
      "quyết.docx",
    );
    expect(fileNameOf('attachment; filename="a.docx"')).toBe("a.docx");
    expect(fileNameOf("attachment; filename=\"a.docx\"; filename*=UTF-8''%zz")).toBe("a.docx");
    expect(fileNameOf(null)).toBeNull();
  });
});
