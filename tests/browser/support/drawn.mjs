/**
 * What is drawn rather than written, with its contrast to what stands behind it: edges of controls, marks, bars, lines, fills. Lines
 * that only separate rows, and washes behind text, are left out: nobody needs them to know what is there.
 */

/** How colours look one upon another. It is sent to the page as text, and so is what uses it. */
function colours() {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const blend = (colours) => {
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((byte) =>
      byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.background = "Canvas";
  const canvas = getComputedStyle(probe).backgroundColor;
  probe.remove();

  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  /** The backgrounds behind an element, the farthest first. */
  const behind = (node) => {
    const colours = [];
    for (let at = node; at; at = parentOf(at)) colours.unshift(getComputedStyle(at).backgroundColor);
    return [canvas, ...colours];
  };
  const contrast = (colour, backdrop) => {
    const [a, b] = [luminance(blend([...backdrop, colour])), luminance(blend(backdrop))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const isClear = (colour) => colour === "transparent" || /(?:^rgba.*,|\/) 0\)$/.test(colour);
  return { behind, contrast, parentOf, isClear };
}

/** Both halves run in the page: `ask` sends one function. */
const withColours = (work) => `(root) => (${work})(root, (${colours})())`;

/** Runs on the shadow root; gives [{ what, ratio }]. */
function measureParts(root, { behind, contrast, parentOf, isClear }) {
  const found = [];
  const note = (element, part, colours, backdrop) => {
    const ratios = colours.filter((colour) => !isClear(colour)).map((colour) => contrast(colour, backdrop));
    const name = `${element.localName}.${element.className.baseVal ?? element.className}`;
    if (ratios.length > 0) found.push({ what: `${name} ${part}`, ratio: Math.max(...ratios) });
  };
  const edgesOf = (style) =>
    ["InlineStart", "InlineEnd", "BlockStart", "BlockEnd"].filter(
      (side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0,
    );
  /** Of a box each edge counts; else what stands above or below only separates, but for the rule that a result begins with. */
  const noteEdges = (element, style, backdrop, pseudo = "") => {
    const sides = edgesOf(style);
    const counts = (side) => sides.length === 4 || pseudo || side.startsWith("Inline") || element.matches(".head");
    for (const side of sides.filter(counts))
      note(element, `${pseudo}border${side}`, [style[`border${side}Color`]], backdrop);
  };
  const noteElement = (element, style, outer) => {
    const empty = element.textContent.trim() === "" && element.childElementCount === 0;
    if (element.matches("button"))
      return note(
        element,
        "button",
        [style.backgroundColor, ...(edgesOf(style).length > 0 ? [style.borderTopColor] : [])],
        outer,
      );
    if (!element.matches(".cited, .why > p, .choice:not(:has(:checked))")) noteEdges(element, style, outer);
    if (element.matches("mark")) note(element, "underline", [style.textDecorationColor], behind(element));
    if ((empty && !element.matches("input, textarea")) || element.matches(".cell, .line"))
      note(element, "background", [style.backgroundColor], outer);
  };
  for (const element of root.querySelectorAll(".card *")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".hidden, .room")) continue;
    const style = getComputedStyle(element);
    const parent = parentOf(element);
    // What is done is told from the line that it lies on by being thicker.
    const outer = behind(parent.matches?.(".line") ? parent.parentElement : parent);
    if (!element.closest("svg")) noteElement(element, style, outer);
    else if (element.matches("path:not(.grid)")) note(element, "stroke", [style.stroke], outer);
    for (const pseudo of ["::before", "::after"]) {
      const own = getComputedStyle(element, pseudo);
      if (!/^(none|normal)$/.test(own.content)) noteEdges(element, own, behind(element), `${pseudo} `);
    }
  }
  return found;
}

/** The ring of each control that the keyboard comes to, after a press of Tab; gives [{ what, width, ratio }]. */
function measureRings(root, { behind, contrast, parentOf }) {
  const controls = [...root.querySelectorAll("a[href], button, input, textarea, summary")];
  return controls
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((control) => {
      control.focus({ preventScroll: true });
      const ringed = [control, control.closest("label")].find(
        (each) => each && getComputedStyle(each).outlineStyle !== "none",
      );
      const style = ringed && getComputedStyle(ringed);
      return {
        what: `${control.localName}.${control.className} ${control.textContent.slice(0, 30)}`,
        width: style ? parseFloat(style.outlineWidth) : 0,
        ratio: style ? contrast(style.outlineColor, behind(parentOf(ringed))) : 0,
      };
    });
}

export const drawnParts = withColours(measureParts);
export const focusRings = withColours(measureRings);
