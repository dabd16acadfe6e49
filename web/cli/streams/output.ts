/** What the command line writes: to standard output or a file, and to standard error. Every command prints through here. */
import {
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { getSystemErrorMap } from "node:util";
import { calm } from "./printable.js";

/** Something could not be written or read; the message is one sentence that says what and why. Exit code 2. */
export class FileError extends Error {}

/** Whoever read the output has seen enough, as `head` has. Nothing is wrong, and there is nothing left to do. */
export class Closed extends Error {}

const FULL = 1 << 16;
const LONGEST_CHARACTER = 3; // bytes of UTF-8 a UTF-16 unit

const encoder = new TextEncoder();
const NEW_LINE = 0x0a;

/** "no space left on device (ENOSPC)" */
export function reasonOf(error: unknown): string {
  const { errno, code } = error as NodeJS.ErrnoException;
  const words = errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
  return words ? `${words} (${code})` : String(error);
}

/** The files that this run has read: where they really are. */
const sources = new Set<string>();

export const noteRead = (file: string): unknown => sources.add(realPath(file));

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

const MARK = "\ufeff";

/**
 * A file that is half written would be a pack lost: the whole text takes the old one's place. Where a link leads to it, the
 * link stays, and so does a byte order mark.
 */
export function replaceFile(file: string, text: string): void {
  const real = realPath(file);
  const beside = `${real}.${process.pid}.tmp`;
  try {
    const mark = readFileSync(real, "utf8").startsWith(MARK) ? MARK : "";
    writeFileSync(beside, mark + text, { mode: statSync(real).mode });
    renameSync(beside, real);
  } catch (error) {
    throw new FileError(`${file} can't be written: ${reasonOf(error)}.`);
  }
}

/** A reader that is slower than this program, behind a descriptor that somebody left non-blocking. */
function waitForReader(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}

/**
 * Writes synchronously: a slow reader holds this program up instead of filling its memory, and every failure is seen where
 * it happens. Node's own streams lose what a pipe or a full disk doesn't take (they swallow ENOBUFS and ENOSPC).
 */
export class Output {
  readonly #name: string;
  readonly #open: () => number;
  #descriptor: number | null = null;
  /** What is still to be written: a buffer that is used again is ten times as fast as a new one. */
  #room = new Uint8Array(4 * FULL);
  #size = 0;

  private constructor(name: string, open: () => number) {
    this.#name = name;
    this.#open = open;
  }

  static standard(): Output {
    return new Output("Standard output", () => 1);
  }

  static errors(): Output {
    return new Output("Standard error", () => 2);
  }

  /** The file is made when the first line is written: a command that fails before leaves what is there as it is. */
  static file(name: string, mayWrite: () => void): Output {
    return new Output(name, () => {
      mayWrite();
      return openSync(name, "w");
    });
  }

  /** Lines for people. What looks like an order to a terminal or to a CI log is shown instead of carried out. */
  say(text: string): void {
    this.#hold(calm(text));
  }

  /** Lines for programs: JSON or XML whose strings can hold nothing that a terminal obeys; or UTF-8 of either kind. */
  data(text: string | Uint8Array): void {
    this.#hold(text);
  }

  /** What is no text, as it is. */
  bytes(bytes: Uint8Array): void {
    this.flush();
    this.#attempt(() => this.#write(bytes));
  }

  flush(): void {
    if (this.#size === 0) return;
    const bytes = this.#room.subarray(0, this.#size);
    this.#size = 0;
    this.#attempt(() => this.#write(bytes));
  }

  close(): void {
    this.flush();
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    if (descriptor !== null && descriptor > 2) this.#attempt(() => closeSync(descriptor));
  }

  #hold(text: string | Uint8Array): void {
    const most = text.length * (typeof text === "string" ? LONGEST_CHARACTER : 1) + 1;
    if (this.#size + most > this.#room.length) this.flush();
    if (most > this.#room.length) this.#room = new Uint8Array(most);
    this.#size += this.#put(text);
    this.#room[this.#size++] = NEW_LINE;
    if (this.#size >= FULL) this.flush();
  }

  #put(text: string | Uint8Array): number {
    if (typeof text === "string") return encoder.encodeInto(text, this.#room.subarray(this.#size)).written;
    this.#room.set(text, this.#size);
    return text.length;
  }

  #write(bytes: Uint8Array): void {
    this.#descriptor ??= this.#open();
    for (let at = 0; at < bytes.length;) {
      try {
        at += writeSync(this.#descriptor, bytes, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
        waitForReader();
      }
    }
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof FileError) throw error;
      const { code = "" } = error as NodeJS.ErrnoException;
      if (code === "EPIPE" || code === "ECONNRESET") throw new Closed();
      throw new FileError(`${this.#name} can't be written: ${reasonOf(error)}.`);
    }
  }
}

/** Where a command's results go, and where it says what it couldn't do. */
export class Printer {
  readonly #results: Output;
  readonly #remarks = Output.errors();
  /** Set: the one file that is there already and may be written over, if any. */
  #updated: string | null | undefined;

  constructor(file: string | undefined) {
    this.#results = file === undefined ? Output.standard() : Output.file(file, () => this.#mayWrite(file));
  }

  /** What is written takes the place of this file, of which it keeps what is said there, and of no other. */
  updates(file: string | undefined): void {
    this.#updated = file === undefined ? null : realPath(file);
  }

  /** An author's work is never written over with what was made of it. */
  #mayWrite(file: string): void {
    if (this.#updated === undefined && sources.has(realPath(file)))
      throw new FileError(`${file} was read by this command and would be lost. Name another file behind --output.`);
    if (this.#updated !== undefined && realPath(file) !== this.#updated && isFile(file))
      throw new FileError(`${file} is there already. Name it behind the pack, and what it says is kept.`);
  }

  say(text: string): void {
    this.#results.say(text);
  }

  data(text: string | Uint8Array): void {
    this.#results.data(text);
  }

  bytes(bytes: Uint8Array): void {
    this.#results.bytes(bytes);
  }

  /** On standard error, after what was printed before: both often end in one log. */
  remark(text: string): void {
    this.#results.flush();
    this.#remarks.say(text);
    this.#remarks.flush();
  }

  flush(): void {
    this.#results.flush();
  }

  close(): void {
    this.#results.close();
  }
}
