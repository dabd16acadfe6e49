// SPDX-License-Identifier: MIT
/** custom-elements.json says what a page may name. A change here is a change for others: the message says whether it breaks them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import {
  difference,
  elementsOf,
  manifest,
  MANIFEST,
  manifestText,
  STYLING,
  stylingText,
} from "../../web/tools/manifest.mjs";
import { API, apiText } from "../../web/tools/api-page.mjs";
import { root } from "../../web/tools/setup.mjs";

const now = manifest();
const recorded = JSON.parse(readFileSync(MANIFEST, "utf8"));
const MEND = "If that is meant: node web/tools/manifest.mjs, and a line in CHANGELOG.md.";

test("nothing that a page may name has gone or changed unnoticed", () => {
  const { breaks, adds } = difference(recorded, now);
  assert.deepEqual(breaks, [], `This breaks pages that use it. ${MEND}`);
  assert.deepEqual(adds, [], `This is new. ${MEND}`);
});

test("custom-elements.json, docs/api.md and docs/styling.md are as the source has it", () => {
  assert.equal(readFileSync(MANIFEST, "utf8"), manifestText(now), MEND);
  assert.equal(readFileSync(STYLING, "utf8"), stylingText(now), MEND);
  assert.equal(readFileSync(API, "utf8"), apiText(elementsOf(now)), MEND);
});

test("a difference tells what breaks from what is new", () => {
  const [first] = elementsOf(now);
  const changed = structuredClone(now);
  const [element] = elementsOf(changed);
  element.attributes = [{ name: "brand-new" }, ...first.attributes.slice(1)];
  element.members.find(({ name }) => name === "answers").type.text = "string";
  assert.deepEqual(difference(now, changed), {
    breaks: [
      `gone: <decision-card> attributes ${first.attributes[0].name}`,
      "changed: <decision-card> members answers",
    ],
    adds: ["<decision-card> attributes brand-new"],
  });
});

test("the page of the elements names everything that a page may name", () => {
  const page = readFileSync(API, "utf8");
  for (const { tagName, attributes, members, events, slots } of elementsOf(now)) {
    const [, own] = page.split(`## \`<${tagName}>\`\n`);
    const named = [...attributes, ...members, ...events, ...slots].map(({ name }) => name).filter(Boolean);
    const missing = named.filter((name) => !new RegExp(`^\\| \`${name}[\`(]`, "m").test(own.split("\n## ")[0]));
    assert.deepEqual(missing, [], tagName);
  }
});

/** The names in the two lists that pack-element.ts observes. */
function observed() {
  const source = readFileSync(path.join(root, "web/elements/pack-element.ts"), "utf8");
  const lists = [...source.matchAll(/(?:observedAttributes|SHOWN) = \[(.*?)\]/g)].map(([, list]) => list);
  return lists.join().match(/(?<=")[\w-]+(?=")/g);
}

test("everything is described, and every attribute that is observed is listed", () => {
  const all = new Set();
  for (const { tagName, attributes, members, events, slots, cssProperties } of elementsOf(now)) {
    for (const each of [...attributes, ...members, ...events, ...slots, ...cssProperties])
      assert.ok(each.description, `<${tagName}> ${each.name} is not described`);
    for (const { name } of attributes) all.add(name);
  }
  assert.ok(observed().length >= 4);
  for (const name of observed()) assert.ok(all.has(name), name);
});

/** Parts as the sources write them, where they are written whole. */
function partsIn(folder) {
  const files = readdirSync(path.join(root, "web/views", folder)).map((name) =>
    path.join(root, "web/views", folder, name),
  );
  const texts = files.map((file) => readFileSync(file, "utf8"));
  return texts.flatMap((text) => [...text.matchAll(/\bpart: "([^"]+)"/g)].flatMap(([, names]) => names.split(" ")));
}

test("every part that a screen has is listed", () => {
  const [decision, rubric] = elementsOf(now).map(({ cssParts }) => cssParts.map(({ name }) => name));
  const missing = [
    ...["costs", "proofs", "question", "result"].flatMap(partsIn).filter((name) => !decision.includes(name)),
    ...partsIn("practice").filter((name) => !rubric.includes(name)),
  ];
  assert.deepEqual([...new Set(missing)], []);
});
