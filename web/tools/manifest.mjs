// SPDX-License-Identifier: MIT
/**
 * `node web/tools/manifest.mjs`: the interface of the elements as the source has it, as a custom-elements manifest
 * (custom-elements.json) and, for people, as docs/api.md and docs/styling.md. A test holds all three against the source.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { API, apiText } from "./api-page.mjs";
import { root } from "./setup.mjs";
import { isPublic } from "./types.mjs";

const at = (name) => path.join(root, name);
export const MANIFEST = at("custom-elements.json");
export const STYLING = at("docs/styling.md");

/** Each element, its class, and the sheets whose first comments name its custom properties and its parts. */
const ELEMENTS = [
  { tag: "decision-card", name: "DecisionCard", parts: "card.css" },
  { tag: "rubric-card", name: "RubricCard", parts: "rubric.css" },
];

// ---- from the source

function sourceProgram() {
  const { config } = ts.readConfigFile(at("web/tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, at("web"));
  const program = ts.createProgram([at("web/entries/define.ts")], options);
  program.getTypeChecker(); // gives every node its parent
  return program;
}

const files = (program) => program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(at("web/elements/")));

function statement(program, name) {
  return files(program)
    .flatMap((file) => file.statements)
    .find((each) => each.name?.text === name);
}

/** A class and those that it is made of, the most general last. */
function ancestry(program, name) {
  const found = statement(program, name);
  const parent = found?.heritageClauses?.[0]?.types[0]?.expression.text;
  return found ? [found, ...(parent ? ancestry(program, parent) : [])] : [];
}

const oneLine = (text) => text.replace(/\s+/g, " ").trim();

function described(node) {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "");
  return oneLine(text.join(" "));
}

/** `@attr name - what it is`; a slot without a name is the default one. */
function tagged(classes, tag) {
  const tags = classes.flatMap((each) => ts.getJSDocTags(each)).filter(({ tagName }) => tagName.text === tag);
  return tags.map(({ comment }) => {
    const [, name, description] = /^([\w-]*)\s*-\s+(.*)$/s.exec(ts.getTextOfJSDocComment(comment)) ?? [];
    if (description === undefined) throw new Error(`@${tag} needs a name, " - " and what it is`);
    return { name, description: oneLine(description) };
  });
}

function typeOf(member) {
  const type = ts.isSetAccessor(member) ? member.parameters[0].type : member.type;
  return oneLine(type?.getText() ?? (ts.isPropertyDeclaration(member) ? "string" : "void"));
}

function memberOf(member) {
  const isStatic = ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  const common = { name: member.name.text, ...(isStatic && { static: true }), description: described(member) };
  if (!ts.isMethodDeclaration(member)) return { kind: "field", ...common, type: { text: typeOf(member) } };
  const parameters = member.parameters.map((each) => ({
    name: each.name.getText(),
    ...(each.type && { type: { text: oneLine(each.type.getText()) } }),
    ...((each.questionToken ?? each.initializer) && { optional: true }),
  }));
  return { kind: "method", ...common, parameters, return: { type: { text: typeOf(member) } } };
}

/** A property is described by its setter's type and by whatever either accessor says; the nearest class wins. */
function members(classes) {
  const found = new Map();
  const all = classes.flatMap((each) => [...each.members]).filter((each) => each.name && isPublic(each));
  for (const member of all.filter((each) => !ts.isConstructorDeclaration(each))) {
    const now = memberOf(member);
    const before = found.get(now.name);
    const description = [before?.description, now.description].filter(Boolean).join(" ");
    if (!before) found.set(now.name, now);
    else found.set(now.name, { ...(ts.isSetAccessor(member) && before.kind === "field" ? now : before), description });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function events(program, name) {
  const map = statement(program, `${name}EventMap`);
  const inherited = (map.heritageClauses ?? []).flatMap(({ types }) => types).map((each) => each.getText());
  const shared = inherited.some((text) => text.includes("dc-error"))
    ? statement(program, "DecisionCardEventMap").members.filter((each) => each.name.text === "dc-error")
    : [];
  return [...map.members, ...shared]
    .map((each) => ({
      name: each.name.text,
      type: { text: oneLine(each.type.getText()) },
      description: described(each),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

// ---- from the style sheets

const headOf = (sheet) => /^\/\*.*?\*\//s.exec(readFileSync(at(`web/dom/styles/${sheet}`), "utf8"))[0];

function properties() {
  const lines = headOf("card.css").matchAll(/^ +(--dc-[\w-]+) +(.+?) +\((.+)\)$/gm);
  return [...lines].map(([, name, description, value]) => ({ name, description, default: value }));
}

function parts(sheet) {
  const [, text] = /Parts:(.*?)\.\n/s.exec(headOf(sheet));
  const names = text.match(/[a-z][\w-]*/g).filter((word) => word !== "also");
  return [...new Set(names)].sort().map((name) => ({ name }));
}

// ---- the manifest

function declaration(program, { tag, name, parts: sheet }) {
  const classes = ancestry(program, name);
  return {
    kind: "class",
    customElement: true,
    name,
    tagName: tag,
    description: described(classes[0]),
    superclass: { name: "HTMLElement" },
    attributes: tagged(classes, "attr"),
    members: members(classes),
    events: events(program, name),
    slots: tagged(classes, "slot"),
    cssProperties: properties(),
    cssParts: parts(sheet),
  };
}

export function manifest() {
  const program = sourceProgram();
  const modules = ELEMENTS.map((element) => ({
    kind: "javascript-module",
    path: `dist/esm/${element.tag}.js`,
    declarations: [declaration(program, element)],
    exports: [{ kind: "js", name: element.name, declaration: { name: element.name } }],
  }));
  const definitions = ELEMENTS.map(({ tag, name }) => ({
    kind: "custom-element-definition",
    name: tag,
    declaration: { name, module: `dist/esm/${tag}.js` },
  }));
  const define = { kind: "javascript-module", path: "dist/esm/define.js", declarations: [], exports: definitions };
  return { schemaVersion: "2.1.0", modules: [...modules, define] };
}

export const elementsOf = ({ modules }) => modules.flatMap(({ declarations }) => declarations);

export const manifestText = (data = manifest()) => `${JSON.stringify(data, null, 2)}\n`;

// ---- what a change means to those who use the elements

/** Everything that a page may name, each with how it is written. */
function names(data) {
  const rows = elementsOf(data).flatMap(({ tagName, ...element }) =>
    ["attributes", "members", "events", "slots", "cssProperties", "cssParts"].flatMap((kind) =>
      element[kind].map(({ description, ...each }) => [`<${tagName}> ${kind} ${each.name}`, JSON.stringify(each)]),
    ),
  );
  return new Map(rows);
}

/** What is gone or written otherwise breaks a page that names it; what is new breaks none. */
export function difference(before, after) {
  const [old, now] = [names(before), names(after)];
  const gone = [...old.keys()].filter((name) => !now.has(name));
  const changed = [...old.keys()].filter((name) => now.has(name) && now.get(name) !== old.get(name));
  return {
    breaks: [...gone.map((name) => `gone: ${name}`), ...changed.map((name) => `changed: ${name}`)],
    adds: [...now.keys()].filter((name) => !old.has(name)),
  };
}

// ---- for people

const HEAD = `# Styling

Written by \`node web/tools/manifest.mjs\` from the style sheets; as data it is in \`custom-elements.json\`. Both elements take the page's font and text colour.

## Custom properties
Set them on an element or on any of its ancestors.
`;

const TAIL = `
## Themes
Three style sheets of custom properties come along, \`dist/themes/paper.css\`, \`slate.css\` and \`contrast.css\`; \`demo/themes.html\` shows them beside a card without one. Link one and put its class on the
tag, or on anything around it: \`<decision-card class="dc-paper">\`. Copy one to make your own.

Light or dark is the page's: \`color-scheme\` on the tag or around it decides, and a page that doesn't set it is light, whatever the system. A dark page has to say so, \`:root { color-scheme: dark }\`.
Forced colours, reduced motion and paper come before any theme.
`;

export function stylingText(data = manifest()) {
  const [first, second] = elementsOf(data);
  const rows = first.cssProperties.map((each) => `| \`${each.name}\` | ${each.description} | ${each.default} |`);
  const partsOf = ({ tagName, cssParts }) =>
    `\`<${tagName}>\`: ${cssParts.map(({ name }) => `\`${name}\``).join(", ")}.\n`;
  const table = ["| property | what it is | default |", "|---|---|---|", ...rows].join("\n");
  return `${HEAD}\n${table}\n\n## Parts\nFor \`::part()\`, as in \`decision-card::part(heading) { font-family: serif }\`.\n\n${partsOf(first)}\n${partsOf(second)}${TAIL}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const data = manifest();
  writeFileSync(MANIFEST, manifestText(data));
  writeFileSync(STYLING, stylingText(data));
  writeFileSync(API, apiText(elementsOf(data)));
}
