import { describe, expect, it } from "vitest";
import { decodeEscapes, scanXml } from "./xml.ts";

function textOf(xml: string): string {
  let all = "";
  scanXml(new TextEncoder().encode(xml), { text: (text) => (all += text) });
  return all;
}

describe("entities that a document declares for itself", () => {
  it("a file of the machine is never read: the entity stays what was written", () => {
    const xml = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`;
    expect(textOf(xml)).toContain("&x;");
    expect(textOf(xml)).not.toContain("root:");
  });

  it("entities made of entities do not grow", () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
    const xml = `<!DOCTYPE a [<!ENTITY l0 "x">${levels.join("")}]><a>&l9;</a>`;
    expect(textOf(xml).length).toBeLessThan(xml.length);
  });

  it("only the five of XML and numbers mean something", () => {
    expect(textOf("<a>&lt;&amp;&#x41;&nbsp;</a>")).toBe("<&A&nbsp;");
  });
});

describe("half of a character", () => {
  const whole = (text: string) => !/\p{Surrogate}/u.test(text);

  it.each([
    ["a number that is none", "<a>&#xD800;&#57343;</a>"],
    ["bytes that UTF-8 does not have", "<a>\u0001</a>"],
  ])("comes out of no file: %s", (_name, xml) => {
    const bytes = new TextEncoder().encode(xml);
    const at = bytes.indexOf(1);
    const damaged =
      at < 0
        ? bytes
        : Uint8Array.from([
            ...bytes.slice(0, at),
            0xed,
            0xa0,
            0x80,
            0xf4,
            0x90,
            0x80,
            0x80,
            ...bytes.slice(at + 1),
          ]);
    let all = "";
    scanXml(damaged, { text: (text) => (all += text) });
    expect(all.length).toBeGreaterThan(0);
    expect(whole(all)).toBe(true);
  });

  it("comes out of no escape of the format; both halves together are one character", () => {
    expect(whole(decodeEscapes("_xD83D_ và _xDE00_"))).toBe(true);
    expect(decodeEscapes("_xD83D__xDE00_")).toBe("\u{1f600}");
  });
});
