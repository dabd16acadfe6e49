/**
 * Builds verdicts from the engine's numbers and the pack's catalogue of texts: the same value, key for key, as the native
 * engine's JSON, at a fraction of the time, because nothing is parsed (docs/decisions/0005). The layout is in decision_card/contract.hpp.
 */
import type {
  Answers,
  Blocker,
  Claim,
  Description,
  Gate,
  GateState,
  Given,
  Note,
  Reason,
  Recommendation,
  Verdict,
  WhyNot,
} from "../contract/index.js";

/** A text's variants: the numbers say which one is said. */
type Variants = string[];

/** The engine's texts by index. */
export interface Catalogue {
  recommendations: (Omit<Recommendation, "summary"> & { summary: Variants; despite?: Variants })[];
  rules: Omit<Reason, "stance" | "answers">[];
  gates: ({ id: string; text: string; sources: string[] } & { [state in GateState]?: Variants })[];
  why_not: { id: string; title: string; text?: Variants }[];
  notes: Note[];
  gates_text?: Variants;
}

const STATUSES = ["settled", "provisional"] as const;
const CLARITIES = ["firm", "fair", "delicate", "open"] as const;
const STANCES = ["for", "against", "neutral"] as const;
const STATES = ["pass", "fail", "unknown"] as const;
const COMPARISONS = ["<", "<=", ">", ">=", "==", "!="] as const;

const QUESTION = 0;
const SCORE_TEST = 1;
/** The bit of a choice that is chosen, where several may be. */
const CHOSEN = 2;

/** Shared by all verdicts of a pack, so that nobody may change them. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

/** A member that is left out where nothing is said. */
function ifSaid<Name extends string>(name: Name, text: string | undefined): { [name in Name]?: string } {
  return text === undefined ? {} : ({ [name]: text } as { [name in Name]: string });
}

export class VerdictBuilder {
  readonly #pack: Verdict["pack"];
  readonly #decision: Description["decision"];
  readonly #catalogue: Catalogue;
  /** [question][choice], made once. */
  readonly #given: Given[][];
  #numbers: Int32Array = new Int32Array();
  #answers: Uint8Array = new Uint8Array();
  #whole: Answers = {};
  #at = 0;

  constructor({ id, version, decision }: Description, catalogue: Catalogue) {
    this.#pack = frozen({ id, version });
    this.#decision = decision;
    this.#catalogue = frozen(catalogue);
    this.#given = decision.questions.map(({ id: question, choices }) =>
      choices.map(({ id: choice }) => frozen({ question, choice })),
    );
  }

  /** `whole`: the same answers as they were given, where there are lists or numbers among them. */
  build(numbers: Int32Array, answers: Uint8Array, whole: Answers): Verdict {
    this.#numbers = numbers;
    this.#answers = answers;
    this.#whole = whole;
    this.#at = 0;
    const status = STATUSES[this.#next()]!;
    const exact = this.#next() === 1;
    const entry = this.#catalogue.recommendations[this.#next()]!;
    const clarity = this.#clarity();
    const [summary, despite, gates_text] = [
      this.#said(entry.summary)!,
      this.#said(entry.despite),
      this.#said(this.#catalogue.gates_text),
    ];
    const recommendation = this.#recommendation(entry, summary);
    const scores = this.#decision.alternatives.map(({ id, name, lowest, highest }) => ({
      alternative: id,
      name,
      points: this.#next(),
      lowest,
      highest,
    }));
    const reasons = this.#list(() => this.#reason());
    const gates = this.#catalogue.gates.map((gate) => this.#gate(gate));
    const why_not = this.#list(() => this.#whyNot(scores, gates));
    const notes = this.#list(() => this.#catalogue.notes[this.#next()]!);
    const [open, pending, not_asked, ignored] = [
      this.#questions(),
      this.#questions(),
      this.#questions(),
      this.#questions(),
    ];
    return {
      pack: this.#pack,
      status,
      exact,
      recommendation,
      ...ifSaid("despite", despite),
      clarity,
      scores,
      reasons,
      ...ifSaid("gates_text", gates_text),
      gates,
      why_not,
      notes,
      open,
      pending,
      not_asked,
      ignored,
    };
  }

  #next(): number {
    return this.#numbers[this.#at++]!;
  }

  #list<T>(item: () => T): T[] {
    const items: T[] = [];
    for (let left = this.#next(); left > 0; --left) items.push(item());
    return items;
  }

  #said(variants: Variants | undefined): string | undefined {
    const variant = this.#next();
    return variants?.[variant];
  }

  #recommendation(entry: Catalogue["recommendations"][number], summary: string): Recommendation {
    const said = (claims: Claim[]): Claim[] => this.#list(() => claims[this.#next()]!);
    const { id, title, alternatives, sources } = entry;
    return {
      id,
      title,
      summary,
      alternatives,
      steps: said(entry.steps),
      risks: said(entry.risks),
      measure: said(entry.measure),
      costs: said(entry.costs),
      sources,
    };
  }

  #questions(): string[] {
    return this.#list(() => this.#decision.questions[this.#next()]!.id);
  }

  #givens(): Given[] {
    return this.#list(() => {
      const question = this.#next();
      const { id, kind } = this.#decision.questions[question]!;
      if (kind === "several" || kind === "number") return { question: id, choice: this.#whole[id]! };
      return this.#given[question]![this.#answers[question]!]!;
    });
  }

  #clarity(): Verdict["clarity"] {
    const level = CLARITIES[this.#next()]!;
    const [same, of, lead, rival] = [this.#next(), this.#next(), this.#next(), this.#next()];
    return { level, same, of, lead, rival: rival < 0 ? null : this.#decision.alternatives[rival]!.id };
  }

  #reason(): Reason {
    const { rule, because, detail, points, sources } = this.#catalogue.rules[this.#next()]!;
    const stance = STANCES[this.#next()]!;
    return { rule, because, ...ifSaid("detail", detail), stance, points, answers: this.#givens(), sources };
  }

  #gate({ id, text, sources, ...details }: Catalogue["gates"][number]): Gate {
    const state = STATES[this.#next()]!;
    return {
      id,
      text,
      state,
      ...ifSaid("detail", this.#said(details[state])),
      answers: this.#givens(),
      waits_for: this.#questions(),
      sources,
    };
  }

  #whyNot(scores: Verdict["scores"], gates: Gate[]): WhyNot {
    const { id, title, text } = this.#catalogue.why_not[this.#next()]!;
    return {
      id,
      title,
      ...ifSaid("text", this.#said(text)),
      outranked: this.#next() === 1,
      blockers: this.#list(() => this.#blocker(scores, gates)),
    };
  }

  #blocker(scores: Verdict["scores"], gates: Gate[]): Blocker {
    const subject = this.#next();
    const index = this.#next();
    if (subject === QUESTION) return this.#answerBlocker(index);
    if (subject === SCORE_TEST) return this.#scoreBlocker(scores);
    const { id: gate, state } = gates[index]!;
    const allowed = this.#next();
    return { kind: "gate", gate, state, needs: STATES.filter((_, bit) => (allowed >> bit) & 1) };
  }

  #answerBlocker(index: number): Blocker {
    const { id: question, kind, choices, intervals } = this.#decision.questions[index]!;
    const given = this.#whole[question] ?? null;
    if (kind === "several") {
      const { id } = choices[this.#next()]!;
      return { kind: "answer", question, choice: given, needs: [id], without: (this.#next() & CHOSEN) === 0 };
    }
    const allowed = this.#next();
    const isAllowed = (_: unknown, bit: number): boolean => ((allowed >> bit) & 1) === 1;
    if (intervals) return { kind: "answer", question, choice: given, needs: intervals.filter(isAllowed) };
    const needs = choices.filter(isAllowed).map(({ id }) => id);
    return { kind: "answer", question, choice: choices[this.#answers[index]!]?.id ?? null, needs };
  }

  #scoreBlocker(scores: Verdict["scores"]): Blocker {
    const { alternative, points } = scores[this.#next()]!;
    const op = COMPARISONS[this.#next()]!;
    const right = scores[this.#next()];
    const constant = this.#next();
    return {
      kind: "score",
      alternative,
      points,
      op,
      than: right?.alternative ?? null,
      value: right?.points ?? constant,
    };
  }
}
