/** A rich text of a pack as HTML of a page that is written: every text in it is escaped, and nothing else is a pack's. */
import { blocksOf, type Inline } from "../../texts/rich.js";
import { type Html, markup } from "./html.js";

export function richHtml(text: string): Html {
  return markup`${blocksOf(text).map(({ tag, items }) => {
    if (tag === "p") return markup`<p>${items.map(words)}</p>`;
    const list = items.map((item) => markup`<li>${words(item)}</li>`);
    return tag === "ul" ? markup`<ul>${list}</ul>` : markup`<ol>${list}</ol>`;
  })}`;
}

function words(parts: readonly Inline[]): Html {
  return markup`${parts.map((part) => {
    if (typeof part === "string") return markup`${part}`;
    const { sign, href, of } = part;
    if (href) return markup`<a href="${href}" rel="noopener nofollow">${words(of)}</a>`;
    return sign === "*" ? markup`<em>${words(of)}</em>` : markup`<strong>${words(of)}</strong>`;
  })}`;
}
