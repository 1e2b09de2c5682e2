/** The user guide: docs/huong-dan/*.md as pages below /huong-dan/, with the pictures the end-to-end run takes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Marked, type Tokens } from "marked";
import { escape, frame, type Page } from "./html.ts";

/** A picture of the guide, copied as it is. */
export interface Picture {
  /** Below dist/client. */
  readonly fileName: string;
  readonly source: Uint8Array;
}

const PICTURE = /^hinh\/[a-z0-9-]+\.png$/;

function image({ href, text }: Tokens.Image): string {
  if (!PICTURE.test(href)) throw new Error(`“${href}” is not a picture of the guide`);
  const words = escape(text);
  return `<figure><a href="/huong-dan/${href}"><img src="/huong-dan/${href}" alt="${words}" loading="lazy"></a><figcaption>${words}</figcaption></figure>`;
}

function html(markdown: string): string {
  const marked = new Marked({
    renderer: {
      image,
      // A picture stands in a paragraph of its own; a figure inside <p> is not HTML.
      paragraph(token) {
        const body = this.parser.parseInline(token.tokens);
        return body.startsWith("<figure>") ? `${body}\n` : `<p>${body}</p>\n`;
      },
      // The guide is ours, but a stray "<" must never become markup.
      html: ({ text }) => escape(text),
    },
  });
  const body = marked.parse(markdown, { async: false });
  return body
    .replaceAll("<table>", '<div class="scroll" tabindex="0" role="group" aria-label="Bảng"><table>')
    .replaceAll("</table>", "</table></div>");
}

/** One page from one Markdown file. Throws when the file has no title or shows a picture that is not the guide's. */
export function guidePage(name: string, markdown: string): Page {
  const [, title, rest] = /^# (.+)\n([\s\S]*)$/.exec(markdown) ?? [];
  if (title === undefined || rest === undefined) throw new Error(`${name}.md has no title`);
  const first = /^[^#\n!|-].*$/m.exec(rest)?.[0] ?? title;
  const description = first.replace(/[*`[\]]|\(\/[^)]*\)/g, "");
  return {
    fileName: `huong-dan/${name}.html`,
    source: frame({
      title,
      description,
      trail: name === "index" ? [] : [["/huong-dan/", "Hướng dẫn"]],
      body: html(rest),
    }),
  };
}

export function guidePages(folder: string): Page[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return names.map((name) => guidePage(name.slice(0, -3), readFileSync(join(folder, name), "utf8")));
}

export function guidePictures(folder: string): Picture[] {
  const names = readdirSync(join(folder, "hinh")).filter((name) => name.endsWith(".png"));
  return names.map((name) => ({
    fileName: `huong-dan/hinh/${name}`,
    source: readFileSync(join(folder, "hinh", name)),
  }));
}
