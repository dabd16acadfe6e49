/**
 * Answers in a link, readable and made of ids, so that a link survives new questions and new wording:
 * `#dc=rag-vs-fine-tuning@1.0.0&q.change=daily&q.cite=` (nothing after "=" is "I don't know").
 * Two results side by side are two such texts with "&" between them. A fragment is never sent to a server. Whatever arrives in one is a stranger's text.
 */
import type { Answers, Description } from "./contract.js";

export interface Shared {
  pack: string;
  version: string;
  answers: Map<string, string | null>;
  /** The other one, in a link to two results side by side. */
  second?: Shared;
}

const PREFIX = "#dc=";
const LONGEST = 16_384;
const HEAD = /^([a-z][a-z0-9_-]{0,63})@(\d{1,9}\.\d{1,9}\.\d{1,9})$/;
const PAIR = /^q\.([a-z][a-z0-9_-]{0,63})=([a-z][a-z0-9_-]{0,63})?$/;

export function encodeFragment(pack: { id: string; version: string }, ...sets: Answers[]): string {
  return `#${sets.map((answers) => encodeSet(pack, answers)).join("&")}`;
}

function encodeSet(pack: { id: string; version: string }, answers: Answers): string {
  const pairs = Object.entries(answers).map(([question, choice]) => `&q.${question}=${choice ?? ""}`);
  return `dc=${pack.id}@${pack.version}${pairs.join("")}`;
}

/** null: not our fragment. "unreadable": meant for a card, but not written by one. */
export function decodeFragment(fragment: string): Shared | "unreadable" | null {
  if (!fragment.startsWith(PREFIX)) return null;
  if (fragment.length > LONGEST) return "unreadable";
  const [first = null, second, ...more] = fragment.slice(PREFIX.length).split("&dc=").map(readSet);
  if (!first || second === null || more.length > 0) return "unreadable";
  if (!second) return first;
  return second.pack === first.pack ? { ...first, second } : "unreadable";
}

/** What someone pasted: a whole link, or its fragment alone. */
export function decodeLink(text: string): Shared | null {
  const shared = decodeFragment(text.slice(Math.max(text.indexOf(PREFIX), 0)).trim());
  return shared === "unreadable" ? null : shared;
}

function readSet(text: string): Shared | null {
  const [start = "", ...pairs] = text.split("&");
  const head = HEAD.exec(start);
  const answers = readPairs(pairs);
  return head && answers && { pack: head[1] ?? "", version: head[2] ?? "", answers };
}

function readPairs(pairs: readonly string[]): Map<string, string | null> | null {
  const answers = new Map<string, string | null>();
  for (const pair of pairs) {
    const match = PAIR.exec(pair);
    if (!match) return null;
    answers.set(match[1] ?? "", match[2] ?? null);
  }
  return answers;
}

/** Keeps what the pack knows; says how many answers it doesn't. */
export function knownAnswers(pack: Description, given: Iterable<readonly [string, string | null]>) {
  const known = new Map<string, string | null>();
  let dropped = 0;
  for (const [id, choice] of given) {
    if (isKnown(pack, id, choice)) known.set(id, choice);
    else dropped += 1;
  }
  return { known, dropped };
}

function isKnown(pack: Description, id: string, choice: string | null): boolean {
  const question = pack.decision.questions.find((candidate) => candidate.id === id);
  return question !== undefined && (choice === null || question.choices.some((candidate) => candidate.id === choice));
}

export function currentFragment(): string {
  try {
    return globalThis.location.hash;
  } catch {
    return "";
  }
}

export function linkTo(fragment: string): string {
  return globalThis.location.href.split("#")[0] + fragment;
}

/** Clipboards are refused in sandboxed frames and on plain http: false asks the caller for another way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
