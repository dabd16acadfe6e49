/** The engine behind <rubric-card>: it reads a pack's rubric and grades texts. A decision beside it is passed over. */
import type { CheckReport, Grade, ReaderMarks } from "../contract/index.js";
import { type Engine, jsonOf, Live, LivePack, type ReadPack } from "./engine.js";
import createRubric, { type RubricModule } from "./generated/rubric-glue.js";
import { Instance, OpenPack } from "./instance.js";
import { unproblematic } from "./pack-error.js";

/** A pack whose rubric was read without problems. */
export interface RubricPack extends ReadPack {
  /**
   * Grades a free text against the pack's rubric, or against one of its follow-up questions. Throws a PackError when the
   * pack has no rubric or no such follow-up, or when a mark is about nothing in it. Offsets count UTF-16 code units of
   * `text`. `marks`: what its writer says of it; bands and caps are those of what then counts.
   */
  grade(text: string, followUp?: string, marks?: ReaderMarks): Grade;
  /** The same as the engine writes it: compact JSON, equal bytes on every platform. */
  gradeText(text: string, followUp?: string, marks?: ReaderMarks): string;
}

export type RubricEngine = Engine<RubricPack>;

class RubricInstance extends Instance<RubricModule> {
  openPack(text: string): OpenPack {
    return new OpenPack(this.module, this.open(text));
  }

  /** The grade as the engine writes it, byte for byte. No follow-up: the rubric's own question. */
  gradeText({ handle }: OpenPack, text: string, followUp: string, marks: string): string {
    this.input(text);
    return unproblematic(this.module.grade(handle, followUp, marks));
  }
}

type LiveRubric = Live<RubricInstance, OpenPack>;

/** rubric.wasm at work. */
export function rubricEngine(module: WebAssembly.Module): RubricEngine {
  const live: LiveRubric = new Live(() => new RubricInstance(createRubric, module));
  return {
    open: (pack): RubricPack => new LiveRubricPack(live, pack),
    check(pack): CheckReport {
      const text = jsonOf(pack);
      return { problems: live.guard((instance) => instance.problems(text)), cases: [] };
    },
  };
}

class LiveRubricPack extends LivePack<RubricInstance, OpenPack> implements RubricPack {
  grade(text: string, followUp?: string, marks?: ReaderMarks): Grade {
    return JSON.parse(this.gradeText(text, followUp, marks)) as Grade;
  }

  gradeText(text: string, followUp = "", marks?: ReaderMarks): string {
    if (typeof text !== "string" || typeof followUp !== "string")
      throw new TypeError("decision-card: a text to grade is a string, and so is a follow-up's id.");
    const lines = marks ? markLines(text, marks) : "";
    return this.live.use(this, (instance, pack) => instance.gradeText(pack, text, followUp, lines));
  }
}

/** As the engine reads them, a line each; a claim on words that the text doesn't have is none. */
function markLines({ length }: string, { claimed, rejected }: ReaderMarks): string {
  const within = claimed.filter(({ start, end }) => start < end && end <= length);
  const claims = within.map(({ id, start, end }) => `claim ${id} ${start} ${end}`);
  return [...claims, ...rejected.map(({ kind, id }) => `${kind} ${id}`)].join("\n");
}
