/** The engine behind <rubric-card>: it reads a pack's rubric and grades texts. A decision beside it is passed over. */
import type { CheckReport, Description, Grade } from "../contract/index.js";
import { type Engine, jsonOf, Live, type ReadPack } from "./engine.js";
import createRubric, { type RubricModule } from "./generated/rubric-glue.js";
import { Instance, OpenPack } from "./instance.js";
import { unproblematic } from "./pack-error.js";

/** A pack whose rubric was read without problems. */
export interface RubricPack extends ReadPack {
  /**
   * Grades a free text against the pack's rubric, or against one of its follow-up questions. Throws a PackError when the
   * pack has no rubric or no such follow-up. Offsets count UTF-16 code units of `text`.
   */
  grade(text: string, followUp?: string): Grade;
  /** The same as the engine writes it: compact JSON, equal bytes on every platform. */
  gradeText(text: string, followUp?: string): string;
}

export type RubricEngine = Engine<RubricPack>;

class RubricInstance extends Instance<RubricModule> {
  openPack(text: string): OpenPack {
    return new OpenPack(this.module, this.open(text));
  }

  /** The grade as the engine writes it, byte for byte. No follow-up: the rubric's own question. */
  gradeText({ handle }: OpenPack, text: string, followUp: string): string {
    this.input(text);
    return unproblematic(this.module.grade(handle, followUp));
  }
}

type LiveRubric = Live<RubricInstance, OpenPack>;

/** rubric.wasm at work. */
export function rubricEngine(module: WebAssembly.Module): RubricEngine {
  const live: LiveRubric = new Live(() => new RubricInstance(createRubric, module));
  return {
    open(pack): RubricPack {
      const read = new LivePack(live, jsonOf(pack));
      live.use(read, () => undefined);
      return read;
    },
    check(pack): CheckReport {
      return { problems: live.guard((instance) => instance.problems(jsonOf(pack))), cases: [] };
    },
  };
}

class LivePack implements RubricPack {
  readonly #live: LiveRubric;
  readonly text: string;

  constructor(live: LiveRubric, text: string) {
    this.#live = live;
    this.text = text;
  }

  get description(): Description {
    return this.#live.use(this, (_, pack) => pack.description);
  }

  grade(text: string, followUp?: string): Grade {
    return JSON.parse(this.gradeText(text, followUp)) as Grade;
  }

  gradeText(text: string, followUp = ""): string {
    return this.#live.use(this, (instance, pack) => instance.gradeText(pack, text, followUp));
  }
}
