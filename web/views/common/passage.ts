/** A rich text of a pack as elements: paragraphs, lists, emphasis and links, made from what its parser read. */
import { type Child, h, httpsLink, present } from "../../dom/dom.js";
import { type Block, blocksOf, type Inline } from "../../texts/rich.js";

/** One paragraph is the element itself; of more there are several in it. `end` stands behind the last word. */
export function passage(
  tag: "p" | "li" | "span",
  attributes: { class?: string; part?: string; id?: string },
  text: string,
  ...end: Child[]
): HTMLElement {
  const blocks = blocksOf(text);
  if (!blocks[1] && blocks[0]?.tag === "p") return h(tag, attributes, ...blocks[0].items.flatMap(words), ...end);
  const views = blocks.map(blockView);
  const last = views[views.length - 1]!;
  (last.querySelector("li:last-child") ?? last).append(...present(end));
  const view = h(tag === "li" ? tag : "div", attributes, ...views);
  view.classList.add("blocks");
  return view;
}

function blockView({ tag, items }: Block): HTMLElement {
  if (tag === "p") return h(tag, {}, ...items.flatMap(words));
  return h(tag, {}, ...items.map((item) => h("li", {}, ...words(item))));
}

function words(parts: readonly Inline[]): Child[] {
  return parts.map((part) => {
    if (typeof part === "string") return part;
    const { sign, href, of } = part;
    return href ? httpsLink(href, ...words(of)) : h(sign === "*" ? "em" : "strong", {}, ...words(of));
  });
}
