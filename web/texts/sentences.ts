/** Sentences after one another: with a blank between them, but where a full-width stop brings a gap of its own. */

/** A stop or a closing bracket of full width; or a Chinese quotation's end, which is that of other languages. */
const GAP_INSIDE = /^[\u3001-\u303f\uff01-\uff65]|^\u201d\p{sc=Han}/u;

/** What stands between a text and the next one, or what is not known to be one. */
export function gap(before: string, after = ""): "" | " " {
  return GAP_INSIDE.test(before.slice(-1) + after) ? "" : " ";
}

/** The empty ones are left out. */
export function sentences(...texts: readonly string[]): string {
  return texts.filter(Boolean).reduce((all, each) => (all ? all + gap(all, each) + each : each), "");
}
