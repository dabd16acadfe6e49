/**
 * `remember="device"`: what the reader has saved in this browser, the latest first: results as links, answers as texts. Nothing is
 * written before they press Save, and everything they can delete.
 */
import { remembers } from "./pack-source.js";

/** `text`: a link to answers, or an answer in the reader's own words. */
export interface Saved {
  readonly at: string;
  readonly text: string;
}

/** More would be no list that anyone looks through. */
const MOST = 20;

export class Shelf {
  readonly name: string;
  /** Whoever shows what is on it hears of every change. */
  changed: () => void = () => undefined;

  constructor(kind: "decision" | "rubric", { id }: { readonly id: string }) {
    this.name = `decision-card:${kind === "decision" ? id : `${id}:${kind}`}`;
  }

  /** Null where nothing can be kept: frames without an origin refuse even to be asked, and so do browsers that are told to. */
  get all(): Saved[] | null {
    try {
      return read(localStorage.getItem(this.name) ?? "[]");
    } catch {
      return null;
    }
  }

  /** False where the browser refuses. What is there already comes to the front. */
  save(text: string): boolean {
    const others = (this.all ?? []).filter((each) => each.text !== text);
    return this.#write([{ at: new Date().toISOString(), text }, ...others].slice(0, MOST));
  }

  delete(text: string): void {
    this.#write((this.all ?? []).filter((each) => each.text !== text));
  }

  #write(saved: readonly Saved[]): boolean {
    try {
      if (saved.length > 0) localStorage.setItem(this.name, JSON.stringify(saved));
      else localStorage.removeItem(this.name);
      this.changed();
      return true;
    } catch {
      return false;
    }
  }
}

/** Null where the page doesn't ask for it. */
export function shelfFor(card: Element, kind: "decision" | "rubric", pack: { readonly id: string }): Shelf | null {
  return remembers(card, "device") ? new Shelf(kind, pack) : null;
}

/** A browser keeps what anyone has written; earlier versions kept one link, as it was. */
function read(text: string): Saved[] {
  if (text.startsWith("#")) return [{ at: "", text }];
  const list: unknown = parsed(text);
  return Array.isArray(list) ? list.filter(isSaved) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isSaved(value: unknown): value is Saved {
  const { at, text } = (value ?? {}) as Partial<Saved>;
  return typeof at === "string" && typeof text === "string";
}
