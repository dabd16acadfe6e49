// SPDX-License-Identifier: MIT
/** What React, Vue and Svelte want to know of the tags, written from the manifest: types only, an import each. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { elementsOf } from "./manifest.mjs";
import { root } from "./setup.mjs";

const attributeLine = ({ name, description }) =>
  `  /** ${description} */\n  ${JSON.stringify(name)}?: string | number | undefined;`;
const propertyLine = ({ name, type, description }) => `  /** ${description} */\n  ${name}?: ${type.text} | undefined;`;

/** What a page may set: properties that are no constants of the class. */
const settable = ({ members }) => members.filter((each) => each.kind === "field" && !each.static);

/** The names of the package's own types in a type's text. */
function typesIn(elements) {
  const texts = elements.flatMap(settable).map(({ type }) => type.text);
  return [...new Set(texts.join(" ").match(/\b[A-Z]\w+/g) ?? [])];
}

function attributes(element) {
  const lines = [...element.attributes.map(attributeLine), ...settable(element).map(propertyLine)];
  return `export interface ${element.name}Attributes {\n${lines.join("\n")}\n}\n`;
}

/** `prefix`: what a framework puts before an event's name to listen to it. */
function common(data, prefix) {
  const elements = elementsOf(data);
  const names = elements.flatMap(({ name }) => [name, `${name}EventMap`]);
  return `import type { ${[...typesIn(elements), ...names].sort().join(", ")} } from "./esm/index.js";

${elements.map(attributes).join("\n")}
type Listeners<Events> = { [Name in keyof Events & string as \`${prefix}\${Name}\`]?: ((event: Events[Name]) => void) | undefined };
`;
}

function inModule(name, lines) {
  return `\ndeclare module "${name}" {\n${lines.map((line) => `  ${line}`).join("\n")}\n}\n`;
}

function tags(data, type) {
  return elementsOf(data).map(({ tagName, name }) => `  "${tagName}": ${type(name)};`);
}

function reactTypes(data) {
  const type = (name) =>
    `DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & { class?: string | undefined } & ${name}Attributes & Listeners<${name}EventMap>`;
  const lines = [
    "namespace JSX {",
    "  interface IntrinsicElements {",
    ...tags(data, type).map((line) => `  ${line}`),
    "  }",
    "}",
  ];
  return `/** \`import type {} from "decision-card/react"\`: the tags in JSX, for React 18 and 19. React 18 sets attributes only. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
${common(data, "on")}${inModule("react", lines)}`;
}

/** Vue's templates are checked by camel-case names, events' included. */
const CAMEL = `type Camel<Name> = Name extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : Name & string;
type Camels<All> = { [Name in keyof All as Camel<Name>]: All[Name] };
`;

function vueTypes(data) {
  const type = (name) =>
    `new () => { $props: Camels<${name}Attributes & Listeners<${name}EventMap>> & HTMLAttributes & ReservedProps }`;
  return `/** \`import type {} from "decision-card/vue"\`: the tags in Vue's templates. */
import type { HTMLAttributes, ReservedProps } from "vue";
${common(data, "on-")}${CAMEL}${inModule("vue", ["interface GlobalComponents {", ...tags(data, type), "}"])}`;
}

function svelteTypes(data) {
  const type = (name) => `HTMLAttributes<${name}> & ${name}Attributes & Listeners<${name}EventMap>`;
  return `/** \`import type {} from "decision-card/svelte"\`: the tags in Svelte's markup. */
import type { HTMLAttributes } from "svelte/elements";
${common(data, "on")}${inModule("svelte/elements", ["interface SvelteHTMLElements {", ...tags(data, type), "}"])}`;
}

export const FRAMEWORKS = { react: reactTypes, vue: vueTypes, svelte: svelteTypes };

/** Beside each an empty module, for who imports it without `type`. */
export function writeFrameworks(data) {
  for (const [name, typesOf] of Object.entries(FRAMEWORKS)) {
    writeFileSync(path.join(root, `dist/${name}.d.ts`), typesOf(data));
    writeFileSync(path.join(root, `dist/${name}.js`), "export {};\n");
  }
}
