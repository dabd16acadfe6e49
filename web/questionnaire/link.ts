/**
 * Answers in a link, readable and made of ids, so that a link survives new questions and new wording:
 * `#dc=rag-vs-fine-tuning@1.0.0&q.change=daily&q.cite=` (nothing after "=" is "I don't know"). Where the page has a route in
 * its fragment, the answers are what a router takes for the route's query: `#/guide/start?dc=rag-vs-fine-tuning@1.0.0&q.change=daily`.
 * Several choices stand with full stops between them, and a number as its digits: `q.needs=joins.search&q.users=250`; where none
 * of several was chosen, it is 0.
 * Two results side by side are two such texts with "&" between them; where several cards of a page keep their answers in its address, those of the second
 * begin with "dc.2=". A fragment is never sent to a server. Whatever arrives in one is a stranger's text.
 */
import type { Answer, Answers, Description } from "../contract/index.js";
import { answerTo, NONE } from "./answer.js";

export interface Shared {
  pack: string;
  version: string;
  /** A number that isn't written as links write it stands as it arrived, and is no answer. */
  answers: Map<string, string | null>;
  /** How many parts couldn't be read. */
  lost: number;
  /** Which card of the page it is of, where that is not the first. */
  card?: number;
  /** The other one, in a link to two results side by side. */
  second?: Shared;
}

/** Where the answers of a card begin: of the first, or of another by its number. */
const SET = "dc(?:\\.(\\d+))?=";
const SETS = new RegExp(`&${SET}`);
/** Behind something of the page's, only a pack with its version is meant for a card. */
const START = `#(?:(?=${SET})|[^\\s#]*?[?&](?=${SET}[a-z][a-z0-9_-]{0,63}@\\d))`;
const FRAGMENT = new RegExp(`^${START}`);
const ANYWHERE = new RegExp(START);
const ALONE = new RegExp(`^#${SET}`);
/** What is ours in an address as it is: browsers and routers may have escaped the sign, and sorted the answers. */
const OWN = new RegExp(`([?&])(?:${SET}([^&]*?)(?:@|%40)[^&]*(?:&q\\.[^&]*)*|q\\.[^&]*)`, "g");
const LONGEST = 16_384;
/** After what is read comes what mail and chat have put behind it: never a letter or a digit. */
const REST = "(?![\\p{L}\\p{N}_-])(.*)$";
const HEAD = new RegExp(`^([a-z][a-z0-9_-]{0,63})@(\\d{1,9}\\.\\d{1,9}\\.\\d{1,9})${REST}`, "su");
const PAIR = new RegExp(
  `^q\\.([a-z][a-z0-9_-]{0,63})=([a-z][a-z0-9_-]{0,63}(?:\\.[a-z][a-z0-9_-]{0,63})*|-?\\d{1,10}(?:\\.\\d{1,6})?)?${REST}`,
  "su",
);
/** Marks that close a sentence, a quotation or a pair of brackets: nobody misses them. An ellipsis is none: it stands for more. */
// As escapes, because bundlers leave regular expressions as they are, and scripts are plain ASCII.
const CLOSING =
  /^(?:(?!\.\.)[\p{Pe}\p{Pf}\p{Pi}\p{Cf}.,;:!?\u3002\uff0c\u3001\uff1b\uff1a\uff01\uff1f'"`\u00b4*~|\\>])*$/u;
const ENTITIES: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Whose answers they are, where a page has several cards that keep theirs in its address. */
export interface Owner {
  readonly id: string;
  /** 1 is the first. */
  readonly card: number;
}

/** `card`: which of the page it is for, where that is not the first. */
type Named = Pick<Description, "id" | "version"> & Partial<Owner>;

export function encodeFragment({ id, version, card = 1 }: Named, ...sets: Answers[]): string {
  const start = `${card > 1 ? `dc.${card}` : "dc"}=${id}@${version}`;
  return `#${sets.map((answers) => start + pairsOf(answers)).join("&")}`;
}

function pairsOf(answers: Answers): string {
  return Object.entries(answers)
    .map(([question, choice]) => `&q.${question}=${wordOf(choice)}`)
    .join("");
}

function wordOf(answer: Answer | null): string {
  if (Array.isArray(answer)) return answer.join(".") || NONE;
  return answer === null ? "" : String(answer);
}

/** Answers in a fragment of the page's own, which stays as it is but for answers that it held before: all, or those of one card. "" are none. */
export function joinFragment(current: string, own: string, owner?: Owner): string {
  const others = owner ? othersIn(current, owner) : [];
  const sets = [...others, ...(own ? [own.slice(1)] : [])].join("&");
  const page = ALONE.test(current)
    ? ""
    : current
        .replace(OWN, "$1")
        .replace(/([?&])&+/g, "$1")
        .replace(/[?&]$/, "");
  if (page.length < 2) return sets && `#${sets}`;
  return sets ? `${page}${/[?=]/.test(page) ? "&" : "?"}${sets}` : page;
}

/** The parts that other cards of the page keep. */
function othersIn(current: string, { id, card }: Owner): string[] {
  return [...current.replace("#", "&").matchAll(OWN)].flatMap(([set, , number, pack]) => {
    const own = Number(number ?? 1) === card && (card > 1 || pack === id);
    return pack === undefined || own ? [] : [set.slice(1)];
  });
}

/** null: not our fragment. "unreadable": meant for a card, but nothing of it can be read. */
export function decodeFragment(fragment: string, owner?: Owner): Shared | "unreadable" | null {
  return decode(fragment, FRAGMENT, owner);
}

/** What someone pasted: a whole link, with whatever stands around it, or its fragment alone. */
export function decodeLink(text: string, owner?: Owner): Shared | null {
  const shared = decode(text, ANYWHERE, owner);
  return shared === "unreadable" ? null : shared;
}

function decode(text: string, start: RegExp, owner?: Owner): Shared | "unreadable" | null {
  if (text.length > LONGEST) return start.test(text) ? "unreadable" : null;
  const plain = unwrapped(text);
  const found = start.exec(plain);
  if (!found) return null;
  const rest = `&${plain.slice(found.index + found[0].length)}`;
  return readSets(found[0] === "#" ? rest : besidePage(rest), owner);
}

/** What the page has put behind the answers, or what its router has sorted among them, is not a part that got lost. */
function besidePage(text: string): string {
  return text.replace(/&(?!q\.|dc[.=])[^&]*|#.*/gs, "");
}

/** Takes off what mail, chat and other pages wrap a link in, layer by layer: three are more than anyone has seen. */
function unwrapped(text: string): string {
  const layer = (inner: string): string => decodeEscapes(decodeEntities(inner)).replace(/=3D/gi, "=");
  return layer(layer(layer(text)));
}

function decodeEntities(text: string): string {
  const named = text.replace(/&([a-z]+);/g, (entity, name: string) =>
    Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? entity) : entity,
  );
  return named.replace(/&#(?:x([0-9a-f]{1,4})|(\d{1,5}));/gi, (_, hex: string | undefined, decimal: string) =>
    String.fromCharCode(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}

/** Half an escape, at the end of a link that was cut, stays as it is. */
function decodeEscapes(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** The answers for this card: its own part, else the first for its pack, else the first. */
function readSets(text: string, owner?: Owner): Shared | "unreadable" {
  // A link ends at a blank, unless its parts go on behind it.
  const [link = "", ...words] = text.replace(/\s+(?=&)/g, "").split(/\s+/);
  const pieces = link.split(SETS).slice(1);
  const all = pieces.flatMap((piece, at) => (at % 2 === 0 ? [readSet(pieces[at + 1] ?? "", piece)] : []));
  const sets = all.filter((set) => set !== null);
  const fitting = sets.filter(({ pack }) => pack === owner?.id);
  const first = fitting.find(({ card = 1 }) => card === owner?.card) ?? fitting[0] ?? sets[0];
  if (!first) return "unreadable";
  // Parts without a number were meant for the first card of the page, all of them.
  const alone = (owner?.card ?? 1) === 1;
  const others = sets.filter((set) => set !== first && set.card === first.card && (alone || set.pack === first.pack));
  const second = others.find(({ pack }) => pack === first.pack);
  const unread =
    all.length -
    sets.length +
    others.length -
    (second ? 1 : 0) +
    words.filter((word) => /(?:^|&)q\./.test(word)).length;
  const lost = first.lost + unread;
  if (lost > 0 && first.answers.size === 0 && !second) return "unreadable";
  return second ? { ...first, lost, second } : { ...first, lost };
}

function readSet(text: string, card: string | undefined): Shared | null {
  const [start = "", ...pairs] = text.split("&");
  const [, pack, version, rest = ""] = HEAD.exec(start) ?? [];
  if (pack === undefined || version === undefined) return null;
  const { answers, lost } = readPairs(pairs);
  const set = { pack, version, answers, lost: lost + (CLOSING.test(rest) ? 0 : 1) };
  return card === undefined ? set : { ...set, card: Number(card) };
}

/** An empty choice is "I don't know", but only where nothing else could have stood there. Of a number nothing is cut off: what is left would be another. */
function readPairs(pairs: readonly string[]): Pick<Shared, "answers" | "lost"> {
  const answers = new Map<string, string | null>();
  let lost = 0;
  for (const pair of pairs) {
    const [, question, word, rest = ""] = PAIR.exec(pair) ?? [];
    const cut = /^-?\d/.test(word ?? "") && !CLOSING.test(rest);
    const choice = cut ? `${word}${rest}` : word;
    const whole = cut || CLOSING.test(question === undefined ? pair : rest);
    if (question !== undefined && (choice !== undefined || whole)) answers.set(question, choice ?? null);
    if (!whole) lost += 1;
  }
  return { answers, lost };
}

/** Keeps what the pack knows; says which answers it doesn't. */
export function knownAnswers(pack: Description, given: Iterable<readonly [string, unknown]>) {
  const known = new Map<string, Answer | null>();
  const dropped: string[] = [];
  for (const [id, choice] of given) {
    const question = pack.decision.questions.find((candidate) => candidate.id === id);
    const answer = question && (choice === null ? null : answerTo(question, choice));
    if (answer === undefined) dropped.push(id);
    else known.set(id, answer);
  }
  return { known, dropped };
}
