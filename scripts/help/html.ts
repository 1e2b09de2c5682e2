/** The frame every help page stands in, and the few pieces they share. No script and no style inside a page: the policy forbids both. */

export const STYLE_FILE = "huong-dan/huong-dan.css";

export interface Page {
  /** Below dist/client. */
  readonly fileName: string;
  readonly source: string;
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

interface Frame {
  readonly title: string;
  readonly description: string;
  /** Links above the title: [address, name]. */
  readonly trail: readonly (readonly [string, string])[];
  readonly body: string;
  /** Vietnamese unless said. */
  readonly language?: "vi" | "en";
}

export function frame({ title, description, trail, body, language = "vi" }: Frame): string {
  const links = trail.map(
    ([href, name]) => `<a href="${href}">${escape(name)}</a><span aria-hidden="true"> › </span>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escape(description)}">
<title>${escape(title)} – Khuyến Công</title>
<link rel="icon" type="image/svg+xml" href="/icons/icon.svg">
<link rel="stylesheet" href="/${STYLE_FILE}">
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung</a>
<header><a class="brand" href="/"><img src="/icons/icon.svg" alt="" width="24" height="24">Khuyến Công</a>
<nav aria-label="Hướng dẫn"><a href="/huong-dan/">Hướng dẫn</a> <a href="/huong-dan/ham/">Các hàm</a> <a href="/huong-dan/quy-tac">Sổ quy tắc</a> <a href="/huong-dan/tham-so">Tham số pháp lý</a></nav></header>
<main id="noi-dung">
${trail.length === 0 ? "" : `<p class="trail">${links.join("")}</p>\n`}<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  /** Cells are HTML. */
  readonly rows: readonly (readonly string[])[];
  /** Columns whose figures stand to the right. */
  readonly figures?: readonly number[];
  readonly rowHeads?: boolean;
}

/** A table that scrolls by itself on a narrow screen, also by keyboard. */
export function table({ caption, head, rows, figures = [], rowHeads = true }: Table): string {
  const side = (at: number) => (figures.includes(at) ? ' class="figure"' : "");
  const headCells = head.map((text, at) => `<th scope="col"${side(at)}>${escape(text)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === 0 && rowHeads ? `<th scope="row">${cell}</th>` : `<td${side(at)}>${cell}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="scroll" role="group" aria-label="${escape(caption)}" tabindex="0"><table>
<caption>${escape(caption)}</caption>
<thead><tr>${headCells}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table></div>`;
}

export const STYLE = `:root {
  color-scheme: light dark;
  --accent: #0f5b78; --link: #0d4f69; --ink: #242424; --quiet: #5a5a5a; --paper: #fff; --ground: #fafafa;
  --line: #dcdcdc; --tint: #eef7fa; --good: #0e700e; --warn: #8a3707; --bad: #b10e1c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --accent: #6fc0dd; --link: #8acce4; --ink: #f0f0f0; --quiet: #b8b8b8; --paper: #242424; --ground: #1b1b1b;
    --line: #4a4a4a; --tint: #16303a; --good: #7fd07f; --warn: #f2b483; --bad: #f5a3aa;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/24px "Segoe UI", "Noto Sans", "Liberation Sans", system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 16px; top: 8px; background: var(--paper); padding: 8px 16px; z-index: 1; }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; padding: 12px 24px;
  background: var(--paper); border-bottom: 1px solid var(--line); }
.brand { display: inline-flex; gap: 8px; align-items: center; color: var(--ink); font-weight: 600; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
main { max-width: 960px; margin: 0 auto; padding: 24px; }
h1 { font-size: 26px; line-height: 34px; font-weight: 600; margin: 0 0 8px; }
h2 { font-size: 18px; line-height: 26px; font-weight: 600; margin: 32px 0 8px; }
h3 { font-size: 15px; line-height: 24px; font-weight: 600; margin: 24px 0 8px; }
p { margin: 0 0 12px; }
.trail, .quiet { color: var(--quiet); font-size: 13px; line-height: 20px; }
.lead { font-size: 16px; }
code { font-family: "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: .92em; }
.syntax { background: var(--tint); border-left: 3px solid var(--accent); padding: 12px 16px; }
.scroll { overflow-x: auto; margin: 0 0 16px; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 20px; }
caption { text-align: left; padding: 8px 12px; color: var(--quiet); font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px; border-top: 1px solid var(--line); }
thead th { font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 400; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.example { border: 1px solid var(--line); border-radius: 4px; background: var(--paper); padding: 12px 16px; margin: 0 0 12px; }
.example .scroll { margin: 8px 0; }
.example table { width: auto; min-width: 100%; }
.example p { margin: 0 0 4px; }
.example .made-up { margin-top: 8px; }
.ranges { display: flex; flex-wrap: wrap; gap: 0 12px; }
.ranges .scroll { max-width: 100%; }
.example dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
.example dt { color: var(--quiet); }
.example dd { margin: 0; min-width: 0; font-variant-numeric: tabular-nums; }
.mark { display: inline-block; padding: 0 8px; border-radius: 10px; border: 1px solid currentColor; font-size: 12px; line-height: 18px; }
.mark.text { color: var(--good); } .mark.secondary, .mark.memory { color: var(--warn); }
.code { color: var(--bad); }
.mark.error { color: var(--bad); } .mark.warning { color: var(--warn); } .mark.info { color: var(--quiet); }
.find { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end;
  padding: 12px 0; background: var(--ground); border-bottom: 1px solid var(--line); }
.find[hidden] { display: none; }
.find label { display: grid; gap: 4px; font-size: 13px; line-height: 20px; color: var(--quiet); }
.find label:first-child { flex: 1 1 240px; }
.find input, .find select { font: inherit; font-size: 15px; line-height: 24px; color: var(--ink); background: var(--paper);
  border: 1px solid var(--quiet); border-radius: 4px; padding: 6px 10px; min-width: 0; width: 100%; height: 38px; }
.find output { font-size: 13px; line-height: 38px; color: var(--quiet); min-width: 96px; }
.rule { border: 1px solid var(--line); border-radius: 4px; background: var(--paper); padding: 12px 16px; margin: 0 0 8px;
  scroll-margin-top: 88px; }
.rule:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.rule h3 { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; margin: 0 0 8px; }
.rule .rule-title { flex: 1 1 320px; }
.rule dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 16px; margin: 0; font-size: 13px; line-height: 20px; }
.rule dt { color: var(--quiet); }
.rule dd { margin: 0; min-width: 0; }
.rule details { margin-top: 4px; font-size: 13px; line-height: 20px; }
.rule summary { color: var(--link); cursor: pointer; }
.rule ul { margin: 4px 0 0; padding-left: 20px; }
.anchor { text-decoration: none; }
.anchor:hover { text-decoration: underline; }
.english { margin-top: 48px; padding-top: 8px; border-top: 1px solid var(--line); }
.index { list-style: none; padding: 0; margin: 0 0 16px; columns: 18em; column-gap: 24px; font-size: 14px; }
.index li { padding: 2px 0; break-inside: avoid; }
figure { margin: 8px 0 20px; }
figure img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; }
figcaption { color: var(--quiet); font-size: 13px; padding-top: 4px; }
pre { overflow-x: auto; background: var(--tint); padding: 12px 16px; border-radius: 4px; }
@media (max-width: 480px) {
  header, main { padding: 12px 16px; }
  .rule { scroll-margin-top: 160px; }
  .example dl { grid-template-columns: 1fr; gap: 0; }
  .example dd { margin-bottom: 8px; }
}
@media print { header, .skip { display: none; } main { max-width: none; padding: 0; } }
`;
