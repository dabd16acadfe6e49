/** One page that holds everything: the card, the pack, and its text. */
import { createHash } from "node:crypto";
import type { Description } from "../../contract/index.js";
import { isRtl } from "../../texts/numbers.js";
import type { Texts } from "../../texts/texts.js";
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

/** What differs from page to page. */
interface Parts {
  readonly title: string;
  readonly policy: string;
  readonly head: Html;
  /** What the page is about, if that is not the question. */
  readonly first?: Html;
  /** Behind the pack. */
  readonly scripts?: Html;
}

/** A page with the card, the pack's text inside it, and the pack. */
export function cardPage({ pack, json, texts }: Material, { title, policy, head, first, scripts }: Parts): Html {
  return markup`<!doctype html>
<html lang="${pack.language}"${isRtl(pack.language) ? markup` dir="rtl"` : NOTHING}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}</head>
<body>
<main>
<decision-card src="#pack">
${readable(pack, texts, first ?? null)}
</decision-card>
</main>
<script type="application/json" id="pack">${inScript(json)}</script>
${scripts ?? NOTHING}</body>
</html>
`;
}

/** One file. Its policy names each script and the one style by what they are, so that nothing else can run. */
export function wholePage(material: Material, head = NOTHING, more: readonly string[] = []): Html {
  const scripts = [safe(material.script), ...more];
  return cardPage(material, {
    title: material.pack.title,
    policy: `default-src 'none'; script-src ${scripts.map(hashOf).join(" ")} 'wasm-unsafe-eval'; style-src ${hashOf(STYLE)}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
    head: markup`${head}<style>${new Html(STYLE)}</style>\n`,
    scripts: markup`${scripts.map((each) => markup`<script>${new Html(each)}</script>\n`)}`,
  });
}

/** No text of the script may end its element; terser writes none, and an engine's bytes have no such sign. */
function safe(script: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error("decision-card.js can't stand inside a page");
  return script;
}
