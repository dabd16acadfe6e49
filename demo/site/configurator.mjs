// SPDX-License-Identifier: MIT
/** The form of the snippet page: what may be chosen is what the manifest lists, so that a new attribute has its field. */
import { elementsOf } from "../../web/tools/manifest.mjs";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The words that a description names as values, in quotation marks; none where anything may stand. */
const valuesIn = (description) => [...description.matchAll(/"([a-z]+)"/g)].map(([, value]) => value);

/** Attributes of both elements, each with the tags that have it. */
export function attributes(manifest) {
  const found = new Map();
  for (const { tagName, attributes } of elementsOf(manifest))
    for (const { name, description } of attributes) {
      const before = found.get(name) ?? { name, description, tags: [] };
      found.set(name, { ...before, tags: [...before.tags, tagName] });
    }
  return [...found.values()];
}

function control(name, values) {
  if (values.length === 0) return `<input name="${name}" autocomplete="off" spellcheck="false">`;
  const options = values.map((value) => `<option>${value}</option>`).join("");
  return `<select name="${name}"><option value="">not set</option>${options}</select>`;
}

function field({ name, description, tags }) {
  return `      <label data-tags="${tags.join(" ")}"><code>${name}</code> ${control(name, valuesIn(description))} <small>${escaped(description)}</small></label>`;
}

const FIRST = `      <label>Tag <select name=":tag"><option>decision-card</option><option>rubric-card</option></select> <small>A recommendation, or an answer in the reader’s own words that is graded</small></label>
      <label>Script <select name=":from"><option value="own">your own host</option><option value="other">another host, with integrity</option><option value="npm">a bundler, from npm</option></select> <small>Where it comes from</small></label>`;
const LAST = `      <label><code>--dc-accent</code> <input name=":accent" autocomplete="off" spellcheck="false"> <small>A colour for links, ticks and bars, as CSS has it</small></label>`;

export const fields = (manifest) => [FIRST, ...attributes(manifest).map(field), LAST].join("\n");
