/** Which browser on which system, in a few known words: enough to tell one's machines apart, too little to know anybody by. */
type Known = readonly (readonly [name: string, mark: RegExp])[];

/** Edge and Opera say that they are Chrome too, and Chrome that it is Safari: the more particular come first. */
const BROWSERS: Known = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:HeadlessChrome|Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
];
const SYSTEMS: Known = [
  ["Android", /\bAndroid\b/],
  ["iOS", /\b(?:iPhone|iPad)\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
];
/** What follows tells nothing more. */
const READ = 500;

const named = (known: Known, agent: string) => known.find(([, mark]) => mark.test(agent))?.[0];

/** "Chrome · Windows"; blank when neither is known. */
export function deviceOf(userAgent: string | null): string {
  const agent = (userAgent ?? "").slice(0, READ);
  return [named(BROWSERS, agent), named(SYSTEMS, agent)].filter((name) => name !== undefined).join(" · ");
}
