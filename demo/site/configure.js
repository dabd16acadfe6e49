// SPDX-License-Identifier: MIT
/** Writes the snippet that the form asks for, and shows the card as it will be. */
const form = document.getElementById("choices");
const release = JSON.parse(document.getElementById("release").textContent);
const FALLBACK = {
  "decision-card": "Ten questions or so, about three minutes.",
  "rubric-card": "Say it in your own words; three minutes are plenty.",
};

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What the form says: the tag, its attributes, where the script comes from, the accent. */
function chosen() {
  const all = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const tag = all[":tag"];
  const has = (name) => form.elements[name].closest("[data-tags]")?.dataset.tags.split(" ").includes(tag);
  const attributes = Object.entries(all).filter(([name, value]) => value !== "" && has(name));
  return { tag, attributes, from: all[":from"], accent: all[":accent"] };
}

function scriptText({ tag, from }) {
  if (from === "npm") return 'import "decision-card/define"; // in a script of yours';
  if (from === "own") return `<script defer src="${tag}.js"></script>`;
  const address = `https://cdn.example/decision-card@${release.version}/dist/${tag}.js`;
  return `<script defer crossorigin="anonymous"\n  src="${address}"\n  integrity="${release.integrity[`${tag}.js`]}"></script>`;
}

function snippetText(choice) {
  const { tag, attributes, accent } = choice;
  const style = accent && CSS.supports("color", accent) ? `<style>${tag} { --dc-accent: ${accent} }</style>\n` : "";
  const written = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  return `${style}<${tag}${written}>\n  <p>${FALLBACK[tag]}</p>\n</${tag}>\n${scriptText(choice)}\n`;
}

function showCard({ tag, attributes, accent }) {
  const card = document.createElement(tag);
  for (const [name, value] of attributes) card.setAttribute(name, value);
  if (accent) card.style.setProperty("--dc-accent", accent);
  document.getElementById("preview").replaceChildren(card);
}

function follow() {
  const choice = chosen();
  for (const label of form.querySelectorAll("[data-tags]"))
    label.hidden = !label.dataset.tags.split(" ").includes(choice.tag);
  document.getElementById("snippet").textContent = snippetText(choice);
  document.getElementById("copied").textContent = "";
  showCard(choice);
}

async function copy() {
  const text = document.getElementById("snippet").textContent;
  const said = await navigator.clipboard.writeText(text).then(
    () => "Copied.",
    () => "Copying is not allowed here: select the text and copy it.",
  );
  document.getElementById("copied").textContent = said;
}

form.addEventListener("change", follow);
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("copy").addEventListener("click", copy);
follow();
