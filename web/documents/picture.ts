/** A result as a picture of the size that link previews have: boxes and lines of text, which SVG writes and a canvas paints. */
import { isRtl } from "../texts/numbers.js";
import { plain } from "../texts/rich.js";
import { headline, type Result } from "./result.js";
import { fitted, wrapped } from "./wrapping.js";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** `x` is where it begins, `y` where its letters stand. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
}

/** From the left; where the language begins at the right, it is drawn from there. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly fromRight: boolean;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export interface Page extends Pick<Result, "texts" | "pack"> {
  readonly title: string;
  readonly summary: string;
}

export const FONTS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif";

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 72;
/** How wide letters are that aren't bold. */
const REGULAR = 0.9;
const ROOM = WIDTH - 2 * MARGIN;
const BOTTOM = HEIGHT - 96;
const INK = "#1c2826";
const MUTED = "#53605d";
const ACCENT = "#0c5a54";

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly most?: number;
  /** Above the first line. */
  readonly gap?: number;
}

/** Lines one below the other, as far as there is room. */
class Column {
  readonly lines: Line[] = [];
  #y = MARGIN - 16;

  /** All of a text that may be cut to so many lines, or nothing of it. */
  add(text: string, { size, bold = false, color = INK, most = 1, gap = 0 }: Style): void {
    const texts = fitted(text, ROOM / (bold ? size : size * REGULAR), most);
    const step = size * (bold ? 1.15 : 1.35);
    if (this.#y + gap + texts.length * step > BOTTOM) return;
    this.#y += gap;
    for (const each of texts) this.lines.push({ text: each, x: MARGIN, y: (this.#y += step), size, bold, color });
  }
}

/** The largest size in which the title takes three lines. */
function titleSize(title: string): number {
  return [64, 56, 48, 42].find((size) => wrapped(title, ROOM / size).length <= 3) ?? 36;
}

export function resultPicture(result: Result): Picture {
  const { texts, pack, verdict, answers } = result;
  const { recommendation, gates } = verdict;
  const summary = plain(recommendation.summary);
  const title = headline(result);
  const met = gates.filter(({ state }) => state === "pass").length;
  const count = [...answers.values()].filter((choice) => choice !== null).length;
  const from = count > 0 ? [texts.say("from_answers", { count })] : [];
  const column = begun([texts.say("recommendation"), ...from].join(" \u00b7 "), title, summary);
  for (const { because } of verdict.reasons.filter(({ stance }) => stance === "for").slice(0, 3))
    column.add(`\u2022 ${plain(because)}`, { size: 24, color: MUTED, gap: 10 });
  const conditions = `${texts.say("gates")}: ${texts.say("gates_met", { met, of: gates.length })}`;
  if (gates.length > 0) column.add(conditions, { size: 24, color: MUTED, gap: 12 });
  return framed({ texts, pack, title, summary }, column.lines);
}

/** A title and what it stands for, of no reader's: what a link to a page shows. */
export function pagePicture(page: Page, kicker: string): Picture {
  return framed(page, begun(kicker, page.title, page.summary).lines);
}

function begun(kicker: string, title: string, summary: string): Column {
  const column = new Column();
  column.add(kicker, { size: 26, color: ACCENT, bold: true });
  column.add(title, { size: titleSize(title), bold: true, most: 3, gap: 12 });
  column.add(summary, { size: 28, most: 3, gap: 22 });
  return column;
}

/** What was asked stands at the foot, with the version that answered. */
function framed({ texts, pack, title, summary }: Page, lines: readonly Line[]): Picture {
  const foot = `${pack.decision.question} \u00b7 ${texts.say("version", { version: pack.version })}`;
  const [text = ""] = fitted(foot, ROOM / (22 * REGULAR), 1);
  return {
    width: WIDTH,
    height: HEIGHT,
    title,
    description: summary,
    language: pack.language,
    fromRight: isRtl(pack.language),
    boxes: [
      { x: 0, y: 0, width: WIDTH, height: HEIGHT, color: "#ffffff" },
      { x: 0, y: 0, width: 16, height: HEIGHT, color: ACCENT },
      { x: MARGIN, y: HEIGHT - 78, width: ROOM, height: 1, color: "#c8d0ce" },
    ],
    lines: [...lines, { text, x: MARGIN, y: HEIGHT - 38, size: 22, bold: false, color: MUTED }],
  };
}
