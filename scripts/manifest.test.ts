import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { manifestFor, originProblem } from "./manifest.ts";

const manifest = readFileSync(new URL("../manifest.xml", import.meta.url), "utf8");

describe("npm run manifest", () => {
  it("moves every address to the other host and changes nothing else", () => {
    const other = manifestFor(manifest, "https://khuyencong.example.vn:8443/");
    expect(other).not.toContain("localhost");
    expect(other.replaceAll("https://khuyencong.example.vn:8443", "https://localhost:8787")).toBe(manifest);
  });

  it.each([
    ["http://khuyencong.example.vn", /https/],
    ["khuyencong.example.vn", /không phải là một địa chỉ/],
    ["https://a:b@example.vn", /tài khoản/],
    ["https://example.vn/sub", /Chỉ ghi gốc, ví dụ https:\/\/example\.vn/],
  ])("refuses %s with a sentence", (origin, sentence) => {
    expect(originProblem(origin)).toMatch(sentence);
  });

  it("accepts an https origin", () => {
    expect(originProblem("https://example.vn")).toBeNull();
  });
});
