// SPDX-License-Identifier: MIT
/** What all pages of the site share. Each works from a file, so that every address is relative. */
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../../web/tools/setup.mjs";

/** A page that is not built, or not built yet, is not in the navigation. */
const PLACES = [
  { address: "index.html", title: "Decide" },
  { address: "demo/practise.html", title: "Practise", source: "demo/practise.html" },
  { address: "configure.html", title: "Your snippet" },
  { address: "demo/themes.html", title: "Themes", source: "demo/themes.html" },
  { address: "demo/languages.html", title: "Languages", source: "demo/languages.html" },
  { address: "demo/workshop/index.html", title: "Workshop", source: "demo/workshop/index.html" },
  { address: "docs/index.html", title: "Documentation" },
  { address: "docs/comparison.html", title: "Comparison" },
  { address: "demo/index.html", title: "In a post", source: "demo/index.html" },
];

export const places = () => PLACES.filter(({ source }) => !source || existsSync(path.join(root, source)));

/** From a page's address to the root of the site. */
export const upFrom = (address) => "../".repeat(address.split("/").length - 1);

function navigation(address) {
  const link = (place) => {
    const current = place.address === address ? ' aria-current="page"' : "";
    return `<a href="${upFrom(address)}${place.address}"${current}>${place.title}</a>`;
  };
  return places().map(link).join("\n      ");
}

export function framed({ address, title, description = title, kind = "", scripts = [], main }) {
  const up = upFrom(address);
  const tags = scripts.map((name) => `\n  <script defer src="${up}${name}"></script>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="description" content="${description}">
  <title>${title} · decision-card</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${up}demo/post.css">
  <link rel="stylesheet" href="${up}site.css">${tags}
</head>
<body class="${kind}">
  <header class="site">
    <p><a href="${up}index.html">decision-card</a></p>
    <nav aria-label="Site">
      ${navigation(address)}
    </nav>
  </header>
${main}
  <footer class="site">
    <p>Nothing that is answered here leaves the page.</p>
  </footer>
</body>
</html>
`;
}
