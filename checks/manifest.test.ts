import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { unanswered, validateManifest, type ManifestOptions } from "./manifest.ts";

const GOOD = readFileSync(new URL("../manifest.xml", import.meta.url), "utf8");
const assets = new URL("../addin/assets/", import.meta.url);

const options: ManifestOptions = {
  icon: (url) => {
    try {
      return readFileSync(new URL(url.split("/").at(-1) ?? "", assets));
    } catch {
      return null;
    }
  },
  actions: new Set(["kcShowCheck", "kcShowSubmit", "kcShowTrack"]),
};

function rulesBroken(text: string, other: Partial<ManifestOptions> = {}): string[] {
  return [...new Set(validateManifest(text, { ...options, ...other }).problems.map(({ rule }) => rule))];
}

/** The manifest with one place changed; fails when the place is not there. */
function change(from: string | RegExp, to: string): string {
  const text = GOOD.replace(from, to);
  expect(text).not.toBe(GOOD);
  return text;
}

describe("manifest.xml", () => {
  it("breaks no rule, and the validator has looked at it", () => {
    const report = validateManifest(GOOD, options);
    expect(report.problems).toEqual([]);
    expect(report.examined).toBeGreaterThan(150);
    expect(report.urls).toContain("https://localhost:8787/taskpane.html");
    expect(report.urls).toContain("https://localhost:8787/functions.en.json");
  });

  it.each<[rule: string, from: string | RegExp, to: string]>([
    ["xml", "</Hosts>", ""],
    ["unknown-element", "<Permissions>", "<Colour>red</Colour><Permissions>"],
    ["order", /( *<Id>.*<\/Id>\n)( *<Version>.*\n)/, "$2$1"],
    ["order", /( *<Supertip>[\s\S]*?<\/Supertip>\n)( *<Icon>[\s\S]*?<\/Icon>\n)/, "$2$1"],
    ["order", /( *<FunctionFile.*\n)([\s\S]*?<\/ExtensionPoint>\n)/, "$2$1"],
    ["required", /<SupportUrl.*\n/, ""],
    ["required", /<Namespace .*\n/, ""],
    ["id-form", /<Id>[^<]*/, "<Id>khuyencong"],
    ["version-form", /<Version>[^<]*/, "<Version>0.1"],
    ["default-locale", "<DefaultLocale>vi-VN", "<DefaultLocale>en-US"],
    ["unique-id", 'id="KC.Check"', 'id="KC.Draft"'],
    ["resid-length", /Functions\.Script\.Url/g, "Functions.Script.Url.That.Is.Too.Long"],
    ["resid-resolves", '<Label resid="Tab.Label" />', '<Label resid="Tab.Name" />'],
    ["resid-kind", '<Label resid="Tab.Label" />', '<Label resid="Draft.Tip" />'],
    ["resid-unused", "<bt:Urls>", '<bt:Urls><bt:Url id="Old.Url" DefaultValue="https://localhost:8787/" />'],
    ["string-length", 'DefaultValue="Soạn"', `DefaultValue="${"ă".repeat(126)}"`],
    ["string-length", 'Value="Opens the pane', `Value="${"a".repeat(251)}`],
    ["string-length", /<ProviderName>/, `<ProviderName>${"a".repeat(126)}`],
    ["english", /<bt:Override Locale="en-US" Value="Draft" \/>/, ""],
    ["icon-exists", "/icons/draft-16.png", "/icons/none-16.png"],
    ["icon-size", "/icons/draft-16.png", "/icons/draft-32.png"],
    ["icon-sizes", /<bt:Image size="80" resid="Check\.80" \/>/, ""],
    ["https", 'SupportUrl DefaultValue="https:', 'SupportUrl DefaultValue="http:'],
    ["url-length", 'localhost:8787/functions.js"', `localhost:8787/${"a".repeat(2048)}"`],
    ["one-origin", "<AppDomain>https://localhost:8787", "<AppDomain>https://example.vn"],
    ["shared-runtime", 'lifetime="long"', 'lifetime="short"'],
    ["shared-runtime", 'Name="SharedRuntime"', 'Name="RibbonApi"'],
    ["shared-runtime", '<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="LearnMore.Url"'],
    ["functions-english", /<bt:Override Locale="en-US" Value="[^"]*functions\.en\.json" \/>/, ""],
    ["namespace", /(Namespace" DefaultValue=)"KC"/, '$1"KHUYENCONG"'],
    ["action-exists", "<FunctionName>kcShowCheck", "<FunctionName>kcShowNothing"],
  ])("%s is noticed", (rule, from, to) => {
    expect(rulesBroken(change(from, to))).toContain(rule);
  });

  it("icon-format is noticed", () => {
    expect(
      rulesBroken(GOOD, { icon: () => new TextEncoder().encode("<svg xmlns='http://x'></svg>") }),
    ).toEqual(["icon-format"]);
  });

  it("tells which addresses do not answer", async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/there" ? 200 : 404).end();
    }).listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answer = await unanswered(["https://localhost:8787/there", "https://localhost:8787/gone"], origin);
    server.close();
    expect(answer).toEqual(["https://localhost:8787/gone answers 404"]);
  });
});
