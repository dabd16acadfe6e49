/** What assistive technology is given of a card: roles, names, descriptions and states, in order, a line each. */

const KEPT = ["description", "checked", "expanded", "invalid", "level", "valuetext"];

/** The card's section and all in it. Texts that only repeat the name of what holds them are left out. */
export async function treeOf(card) {
  const root = await card.page.$(`${card.tag} >>> .card`);
  const tree = await card.page.accessibility.snapshot({ root, interestingOnly: false });
  return `${linesOf(tree, 0, "").join("\n")}\n`;
}

function linesOf(node, depth, above) {
  const name = (node.name ?? "").replace(/\s+/g, " ").trim();
  const children = node.children ?? [];
  const below = (deeper, text) => children.flatMap((child) => linesOf(child, depth + deeper, text));
  if (["generic", "none", "InlineTextBox", "ListMarker", "LineBreak"].includes(node.role)) return below(0, above);
  if (node.role === "StaticText") return name && !above.includes(name) ? [`${"  ".repeat(depth)}${name}`] : [];
  const states = KEPT.filter((key) => ![undefined, "", "false", false].includes(node[key])).map(
    (key) => `${key}: ${node[key]}`,
  );
  const line = [node.role, name && `"${name}"`, states.length > 0 && `(${states.join(", ")})`]
    .filter(Boolean)
    .join(" ");
  return [`${"  ".repeat(depth)}${line}`, ...below(1, name)];
}
