/** One page that holds everything: the card, the pack, and its text. */
import { createHash } from "node:crypto";
import type { Description } from "../contract/index.js";
import type { Texts } from "../texts/texts.js";
import { Html, inScript, markup, NOTHING } from "./html.js";
import { readable } from "./readable.js";

/** What a page is made of. */
export interface Material {
  readonly pack: Description;
  readonly json: string;
  readonly texts: Texts;
  /** `dist/decision-card.js`, which works from a file. */
  readonly script: string;
}

export const STYLE = `:root { color-scheme: light dark; }
body { margin: 0; padding: 1.5rem 1rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181b); color: light-dark(#1c1d1f, #e6e6e3); }
main { max-inline-size: 46rem; margin-inline: auto; }
`;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The policy names each script and the one style by what they are, so that nothing else can run. */
export function wholePage({ pack, json, texts, script }: Material, head = NOTHING, more: readonly string[] = []): Html {
  const code = new Html(safe(script));
  const policy = `default-src 'none'; script-src ${[code.text, ...more].map(hashOf).join(" ")} 'wasm-unsafe-eval'; style-src ${hashOf(STYLE)}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;
  return markup`<!doctype html>
<html lang="${pack.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${pack.title}</title>
<link rel="icon" href="data:,">
${head}<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<decision-card src="#pack">
${readable(pack, texts, null)}
</decision-card>
</main>
<script type="application/json" id="pack">${inScript(json)}</script>
<script>${code}</script>
${more.map((each) => markup`<script>${new Html(each)}</script>\n`)}</body>
</html>
`;
}

/** No text of the script may end its element; terser writes none, and an engine's bytes have no such sign. */
function safe(script: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error("decision-card.js can't stand inside a page");
  return script;
}
