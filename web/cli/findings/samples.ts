/** The rubric's own samples: graded, and counted for each criterion and misconception. */
import type { CheckReport, RubricDescription } from "../../contract/index.js";
import type { RubricPack } from "../../entries/rubric.js";
import { lintRubric, type RubricRemark } from "./rubric-lint.js";

/** One sample: what it should get and what it did get. */
export interface SampleResult {
  id: string;
  passed: boolean;
  /** Ids of criteria and misconceptions. */
  missing: string[];
  surplus: string[];
  expected_band?: string;
  band: string;
}

/** How often it was found where it is, found where it is not, and not found where it is. */
export interface Accuracy {
  id: string;
  kind: "criterion" | "misconception";
  right: number;
  wrong: number;
  missed: number;
}

export interface SampleReport {
  samples: SampleResult[];
  accuracy: Accuracy[];
  /** What may be wrong with the rubric beside its samples. */
  remarks: RubricRemark[];
}

/** What `check` reports: the engine's part, and the samples. */
export type FullReport = CheckReport & SampleReport;

interface Sample {
  id: string;
  text: string;
  criteria?: string[];
  misconceptions?: string[];
  band?: string;
  follow_up?: string;
}

/** One entry for each criterion of the rubric and its follow-up questions, and each misconception. */
class Tally {
  readonly accuracy: Accuracy[] = [];
  #places = new Map<string, Accuracy>();

  constructor({ criteria, follow_ups, misconceptions }: RubricDescription) {
    for (const { id } of criteria) this.#add("", id, "criterion");
    for (const followUp of follow_ups) for (const { id } of followUp.criteria) this.#add(followUp.id, id, "criterion");
    for (const { id } of misconceptions) this.#add("misconception", id, "misconception");
  }

  #add(part: string, id: string, kind: Accuracy["kind"]): void {
    const entry = { id, kind, right: 0, wrong: 0, missed: 0 };
    this.accuracy.push(entry);
    this.#places.set(`${part}/${id}`, entry);
  }

  count(part: string, wanted: string[], got: string[]): void {
    const one = (id: string): Accuracy => this.#places.get(`${part}/${id}`)!;
    for (const id of got) one(id)[wanted.includes(id) ? "right" : "wrong"] += 1;
    for (const id of wanted) if (!got.includes(id)) one(id).missed += 1;
  }
}

function gradeSample(pack: RubricPack, sample: Sample, tally: Tally): SampleResult {
  const grade = pack.grade(sample.text, sample.follow_up);
  const reached = grade.criteria.filter(({ level }) => level > 0).map(({ id }) => id);
  const asserted = grade.misconceptions.map(({ id }) => id);
  const { id, band, criteria = [], misconceptions = [] } = sample;
  tally.count(sample.follow_up ?? "", criteria, reached);
  tally.count("misconception", misconceptions, asserted);
  const wanted = [...criteria, ...misconceptions];
  const got = [...reached, ...asserted];
  const missing = wanted.filter((one) => !got.includes(one));
  const surplus = got.filter((one) => !wanted.includes(one));
  const passed = missing.length === 0 && surplus.length === 0 && (band === undefined || band === grade.band);
  return { id, passed, missing, surplus, ...(band && { expected_band: band }), band: grade.band };
}

/** Grades the samples of a pack that was opened from this text. */
export function gradeSamples(pack: RubricPack, text: string): SampleReport {
  const { rubric } = pack.description;
  if (!rubric) return { samples: [], accuracy: [], remarks: [] };
  const tally = new Tally(rubric);
  const { samples = [] } = (JSON.parse(text) as { rubric: { samples?: Sample[] } }).rubric;
  const results = samples.map((sample) => gradeSample(pack, sample, tally));
  return { samples: results, accuracy: tally.accuracy, remarks: lintRubric(pack, text) };
}
