/** `decision-card decide`: verdicts on answers from a file, one after the other as they come. */
import type { Answers, Description, Problem, Verdict } from "../contract/index.js";
import { type DecisionPack, load, PackError } from "../entries/decision.js";
import { isBlank, type Line, readLines, UsageError } from "./streams/input.js";
import { isJson, jsonProblems, readPack } from "./streams/json.js";
import type { Printer } from "./streams/output.js";
import { calm, isTame, printable, printableJson, printableRich } from "./streams/printable.js";
import { KeptJson } from "./streams/kept-json.js";
import { placeAnswers, placedPack } from "../questionnaire/placed.js";
import { printedProblem } from "./reports/problem.js";
import { ENGLISH } from "./pages/languages.js";
import { printedVerdict } from "./reports/verdict.js";

/** A document may span lines; what is longer than the engine reads as one is taken line by line. */
const LONGEST_DOCUMENT = 1 << 20;

/** Nothing for a line whose bytes are no text, which is no JSON either. */
const written = ({ text }: Line): string => (typeof text === "string" ? text : "");

const holdsJson = (line: Line): boolean => isJson(written(line));

/** Tells NDJSON from one document that spans lines: they are held back only while they may still be one. */
class Documents {
  #held: Line[] | null = [];
  #size = 0;

  add(lines: Line[]): Line[] {
    if (!this.#held) return lines.filter((line) => !isBlank(line));
    this.#held.push(...lines);
    this.#size += lines.reduce((sum, line) => sum + written(line).length, 0);
    const first = this.#held.find((line) => !isBlank(line));
    return (first && holdsJson(first)) || this.#size > LONGEST_DOCUMENT ? this.#release() : [];
  }

  end(): Line[] {
    if (!this.#held) return [];
    const text = this.#held.map(written).join("\n");
    if (isJson(text) || this.#held.every(isBlank)) return [{ number: 1, text }];
    const broken = this.#held.find((line) => typeof line.text !== "string");
    return broken && !this.#held.some(holdsJson) ? [broken] : this.#release();
  }

  #release(): Line[] {
    const lines = this.#held ?? [];
    this.#held = null;
    return lines.filter((line) => !isBlank(line));
  }
}

/**
 * What was printed for a line, by the line: streams repeat themselves. It is kept when a line comes again, because most
 * streams never do, and forgotten when it gets large.
 */
class Printed {
  static readonly #most = 1 << 23; // bytes
  readonly #encoder = new TextEncoder();
  #lines = new Map<string, Uint8Array | null>();
  #size = 0;

  get(line: string, make: () => string): string | Uint8Array {
    const known = this.#lines.get(line);
    if (known) return known;
    const made = make();
    if (known === undefined) {
      this.#keep(line, null);
      return made;
    }
    const bytes = this.#encoder.encode(made);
    this.#keep(line, bytes);
    return bytes;
  }

  #keep(line: string, bytes: Uint8Array | null): void {
    const size = line.length + (bytes?.length ?? 0);
    this.#size += size;
    if (this.#size > Printed.#most) this.#forget(size);
    this.#lines.set(line, bytes);
  }

  #forget(size: number): void {
    this.#lines.clear();
    this.#size = size;
  }
}

/** An object that is written as JSON.stringify writes it, or nothing: in others the engine looks for what is wrong. */
function plainAnswers(text: string): Answers | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && JSON.stringify(value) === text ? (value as Answers) : null;
  } catch {
    return null;
  }
}

class Decider {
  readonly #pack: DecisionPack;
  readonly #printer: Printer;
  readonly #json: boolean;
  readonly #tame: boolean;
  readonly #description: Description;
  readonly #printed = new Printed();
  readonly #kept = new KeptJson();
  #count = 0;
  failed = 0;

  constructor(pack: DecisionPack, packText: string, printer: Printer, json: boolean) {
    this.#pack = pack;
    this.#printer = printer;
    this.#json = json;
    this.#tame = isTame(packText);
    this.#description = printableRich(pack.description);
  }

  decide({ number, text }: Line): void {
    this.#count += 1;
    if (typeof text !== "string") {
      this.#fail([{ ...text, line: number }]);
      return;
    }
    try {
      this.#printer.data(this.#printed.get(text, () => this.#verdict(text)));
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      const syntax = this.#json ? [] : jsonProblems(text); // data stays as the engine says it
      this.#fail(syntax.length > 0 ? syntax : error.problems);
    }
  }

  /** All texts of a verdict are the pack's. */
  #verdict(answers: string): string {
    if (this.#json) return this.#jsonOf(answers);
    const verdict = this.#pack.verdictText(answers);
    const given = new Map(Object.entries(JSON.parse(answers) as Answers));
    const placed = placeAnswers(printableRich(JSON.parse(verdict) as Verdict), this.#description, given, ENGLISH);
    return calm(printedVerdict(placed, placedPack(this.#description, given, ENGLISH)));
  }

  #jsonOf(answers: string): string {
    const plain = plainAnswers(answers);
    const verdict = plain ? this.#kept.text(this.#pack.verdict(plain)) : this.#pack.verdictText(answers);
    return this.#tame ? verdict : printableJson(verdict);
  }

  #fail(problems: readonly Problem[]): void {
    this.failed += 1;
    if (this.#json) this.#printer.data(printableJson(JSON.stringify({ problems })));
    else this.#printer.remark(`Answers ${this.#count}:\n${printable(problems).map(printedProblem).join("\n")}`);
  }
}

export async function decide(
  packName: string | undefined,
  answersFile: string | undefined,
  json: boolean,
  printer: Printer,
): Promise<number> {
  if (!answersFile)
    throw new UsageError("Say where the answers are: --answers FILE, or --answers - for standard input.");
  const packText = await readPack(packName, "decision");
  const decider = new Decider((await load()).open(packText), packText, printer, json);
  const documents = new Documents();
  for await (const lines of readLines(answersFile)) {
    for (const line of documents.add(lines)) decider.decide(line);
    printer.flush();
  }
  for (const line of documents.end()) decider.decide(line);
  return decider.failed > 0 ? 1 : 0;
}
