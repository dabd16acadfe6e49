// SPDX-License-Identifier: MIT
/** The project's own Markdown as HTML: headings that can be linked to, links between pages, and tables that scroll by themselves. */
import { Marked } from "marked";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** As repository hosts name them, so that the same links lead there. */
export function slug(text) {
  const words = text.replace(/<[^>]+>|&\w+;/g, "").toLowerCase();
  return words
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

/** `linked`: the address of a link's target on the site, or null where there is none. */
export function render(markdown, linked) {
  const taken = new Map();
  const own = (name) => {
    const count = taken.get(name) ?? 0;
    taken.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  };
  const renderer = {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${own(slug(text))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const address = linked(href);
      return address === null ? text : `<a href="${escaped(address)}">${text}</a>`;
    },
    code({ text }) {
      return `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`;
    },
  };
  const html = new Marked({ renderer }).parse(markdown);
  const scroll = '<div class="scroll" tabindex="0" role="group" aria-label="Table">';
  const scrolling = html.replaceAll("<table>", `${scroll}<table>`).replaceAll("</table>", "</table></div>");
  return scrolling.replace(/<th([^>]*)><\/th>/g, "<td$1></td>"); // a head without words is none
}

/** The text of the first heading, which is a page's title. */
export const titleOf = (markdown) => /^# (.+)$/m.exec(markdown)[1].replaceAll("`", "");
