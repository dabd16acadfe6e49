/** `remember="device"`: what the reader has saved in this browser, as a link is written. Nothing is written before they press Save. */
import type { Answers, Description } from "../contract/index.js";
import { decodeLink, encodeFragment, type Shared } from "../questionnaire/link.js";

const nameOf = ({ id }: Description): string => `decision-card:${id}`;

/** Frames without an origin, and browsers that are told to, refuse all of this. */
function allowed<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

export function savedAnswers(pack: Description): Shared | null {
  const text = allowed(() => localStorage.getItem(nameOf(pack)), null);
  const shared = text === null ? null : decodeLink(text);
  return shared?.pack === pack.id ? shared : null;
}

/** False where nothing can be saved. */
export function saveAnswers(pack: Description, answers: Answers): boolean {
  return allowed(() => {
    localStorage.setItem(nameOf(pack), encodeFragment(pack, answers));
    return true;
  }, false);
}

export function forgetAnswers(pack: Description): void {
  allowed(() => {
    localStorage.removeItem(nameOf(pack));
  }, undefined);
}
