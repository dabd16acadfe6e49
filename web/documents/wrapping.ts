/**
 * Texts broken into lines without asking anyone how wide they are: a picture is the same on every machine, whatever fonts it
 * has. The widths are those of a wide, bold face, so that a narrower one leaves room and none runs over.
 */

/** Behind these a line may end: a blank, a hyphen, every sign of scripts that write no blanks. */
const ENDS = "\\s\\u2010\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\uffef-";
const PIECES = new RegExp(`[^${ENDS}]*[${ENDS}]|[^${ENDS}]+`, "gu");
const NARROW = /[iljI.,:;'|!\u2018\u2019]/;
const HALF = /[frt()[\]\s\u2010\u201c\u201d"-]/;
const WIDE = /[mwMW@%\u2026\u2014]/;
const CAPITAL = /\p{Lu}/u;
const FULL = /[\u2e80-\uffff]|[^\0-\uffff]/u;

/** In ems. */
function widthOf(sign: string): number {
  if (NARROW.test(sign)) return 0.38;
  if (HALF.test(sign)) return 0.5;
  if (WIDE.test(sign) || FULL.test(sign)) return 1.04;
  return CAPITAL.test(sign) ? 0.78 : 0.69;
}

const lengthOf = (text: string): number => [...text.trimEnd()].reduce((sum, sign) => sum + widthOf(sign), 0);

/** A word that no line holds is cut. */
function pieces(text: string, ems: number): string[] {
  return (text.match(PIECES) ?? []).flatMap((piece) => {
    if (lengthOf(piece) <= ems) return [piece];
    const most = Math.max(1, Math.floor(ems / 1.04));
    const signs = [...piece];
    return [...Array(Math.ceil(signs.length / most)).keys()].map((at) =>
      signs.slice(at * most, (at + 1) * most).join(""),
    );
  });
}

/** As many lines as it takes, each at most so many ems wide. */
export function wrapped(text: string, ems: number): string[] {
  const lines = [""];
  for (const piece of pieces(text.replace(/\s+/g, " ").trim(), ems)) {
    const last = lines[lines.length - 1] ?? "";
    if (lengthOf(last + piece) <= ems) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** At most so many lines; what is left out is an ellipsis. */
export function fitted(text: string, ems: number, most: number): string[] {
  const lines = wrapped(text, ems);
  if (lines.length <= most) return lines;
  const [cut = ""] = wrapped(lines[most - 1] ?? "", ems - 1.04);
  return [...lines.slice(0, most - 1), `${cut.replace(/[\s.,;:]+$/, "")}\u2026`];
}
