// SPDX-License-Identifier: MIT
/** docs/api.md, from the manifest: what a page may write, set, call and hear of each element. `manifest.mjs` writes it. */
import path from "node:path";
import { root } from "./setup.mjs";

export const API = path.join(root, "docs/api.md");

const HEAD = `# Elements

Written by \`node web/tools/manifest.mjs\` from the source; as data it is in \`custom-elements.json\`. [Embedding](embedding.md) says how these are used, [styling](styling.md) what a page may
style, and the declaration files name every type that stands here.
`;

/** In a table a bar would end the cell. */
const cell = (text = "") => text.replaceAll("|", "\\|");
const code = (text) => `\`${cell(text)}\``;

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}

/** Nothing, where an element has none of a kind. */
function section(title, heads, rows) {
  return rows.length === 0 ? [] : [`### ${title}\n${table(heads, rows)}`];
}

const described = ({ name, description }) => [code(name), cell(description)];
const typed = ({ name, type, description }) => [code(name), code(type.text), cell(description)];

function signature({ name, parameters, return: returned }) {
  const list = parameters.map(
    (each) => `${each.name}${each.optional ? "?" : ""}${each.type ? `: ${each.type.text}` : ""}`,
  );
  return `${name}(${list.join(", ")}): ${returned.type.text}`;
}

function elementText({ name, tagName, description, attributes, members, events, slots }) {
  const own = members.filter((each) => !each.static);
  const methods = own
    .filter(({ kind }) => kind === "method")
    .map((each) => [code(signature(each)), cell(each.description)]);
  const statics = members.filter((each) => each.static);
  const ofClass = statics.map((each) => [
    code(each.kind === "method" ? signature(each) : each.name),
    cell(each.description),
  ]);
  const properties = own.filter(({ kind }) => kind === "field").map(typed);
  return [
    `## \`<${tagName}>\`\nThe class \`${name}\`. ${description}`,
    ...section("Attributes", ["name", "what it is"], attributes.map(described)),
    ...section("Properties", ["name", "type", "what it is"], properties),
    ...section("Methods", ["call", "what it does"], methods),
    ...section("Events", ["name", "type", "when"], events.map(typed)),
    ...section(
      "Slots",
      ["name", "what stands there"],
      slots.map((each) => [each.name ? code(each.name) : "(none)", cell(each.description)]),
    ),
    ...section(`Of the class \`${name}\``, ["name", "what it is"], ofClass),
  ].join("\n\n");
}

export function apiText(elements) {
  return `${[HEAD.trimEnd(), ...elements.map(elementText)].join("\n\n")}\n`;
}
