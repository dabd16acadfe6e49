/**
 * The only place that makes elements. Tags and attributes are closed sets, so no text of a pack can become
 * markup, a handler or an address: data only ever reaches `append` (text nodes) and `httpsLink`.
 */

type Tag =
  | "a"
  | "bdi"
  | "button"
  | "caption"
  | "code"
  | "dd"
  | "details"
  | "div"
  | "dl"
  | "dt"
  | "em"
  | "fieldset"
  | "form"
  | "h1"
  | "h2"
  | "h3"
  | "h4"
  | "h5"
  | "h6"
  | "header"
  | "input"
  | "kbd"
  | "label"
  | "legend"
  | "li"
  | "mark"
  | "nav"
  | "ol"
  | "option"
  | "output"
  | "p"
  | "section"
  | "select"
  | "slot"
  | "span"
  | "strong"
  | "summary"
  | "sup"
  | "table"
  | "tbody"
  | "td"
  | "textarea"
  | "th"
  | "thead"
  | "tr"
  | "ul";

type Attribute =
  | "accept"
  | "aria-colcount"
  | "aria-colindex"
  | "aria-controls"
  | "aria-current"
  | "aria-describedby"
  | "aria-expanded"
  | "aria-hidden"
  | "aria-invalid"
  | "aria-label"
  | "aria-labelledby"
  | "aria-live"
  | "aria-multiselectable"
  | "aria-pressed"
  | "aria-rowcount"
  | "aria-rowindex"
  | "aria-selected"
  | "autocomplete"
  | "class"
  | "dir"
  | "for"
  | "hidden"
  | "href"
  | "id"
  | "inputmode"
  | "lang"
  | "name"
  | "part"
  | "readonly"
  | "rel"
  | "role"
  | "rows"
  | "scope"
  | "spellcheck"
  | "start"
  | "tabindex"
  | "target"
  | "title"
  | "translate"
  | "type"
  | "value"
  | "wrap";

export type Child = Node | string | null | undefined | false;
export type Attributes = { readonly [name in Attribute]?: string };

export function h<K extends Tag>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...present(children));
  return element;
}

export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => Boolean(child));
}

export function button(part: string, text: Child, press: () => void): HTMLButtonElement {
  const element = h("button", { type: "button", part: `button ${part}`, class: part }, text);
  element.addEventListener("click", press);
  return element;
}

/** A button whose word needs what it is about: "Change" what. Those who see it see that beside it. */
export function named(button: HTMLButtonElement, about: string): HTMLButtonElement {
  button.setAttribute("aria-label", `${button.textContent}: ${about}`);
  return button;
}

/** The address if it is a plain https one, as the browser reads it; tricks such as "java\tscript:" fail here. */
export function httpsAddress(text: string | undefined): string | null {
  if (!text || !/^https:\/\//i.test(text)) return null;
  try {
    const url = new URL(text);
    return url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

export function httpsLink(address: string | undefined, ...text: Child[]): HTMLElement {
  const href = httpsAddress(address);
  if (!href) return h("span", {}, ...text);
  return h("a", { href, rel: "noopener noreferrer nofollow ugc", target: "_blank", part: "link" }, ...text);
}

type Mark = "pass" | "fail" | "unknown";
const MARKS: { readonly [mark in Mark]: string } = {
  pass: "M3 8.5l3.5 3.5L13 4.5",
  fail: "M4 4l8 8M12 4l-8 8",
  unknown: "M8 2a6 6 0 1 0 .01 0",
};

/** A small drawn sign beside the word that says the same. */
export function mark(kind: Mark): SVGElement {
  return drawing("0 0 16 16", `mark ${kind}`, svg("path", { d: MARKS[kind] }));
}

type SvgTag = "g" | "path" | "rect" | "svg" | "text" | "title";
type SvgAttribute =
  | "aria-hidden"
  | "aria-label"
  | "class"
  | "d"
  | "height"
  | "preserveAspectRatio"
  | "role"
  | "rx"
  | "stroke-width"
  | "tabindex"
  | "viewBox"
  | "width"
  | "x"
  | "y";

export function svg(tag: SvgTag, attributes: { readonly [name in SvgAttribute]?: string }): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Lines that stand beside words that say the same. */
export function drawing(viewBox: string, kind: string, ...lines: SVGElement[]): SVGElement {
  const element = svg("svg", { viewBox, class: kind, "aria-hidden": "true" });
  element.append(...lines);
  return element;
}
