import { describe, expect, it } from "vitest";
import { scanXml } from "./xml.ts";

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
