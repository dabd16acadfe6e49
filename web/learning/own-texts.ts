/** What a rubric says itself of its codes: its samples, examples, model sentences and corrections are labelled texts, too. */
import { ABSENT, DOUBTFUL, PRESENT, type Code, type LabelledText } from "./texts.js";

interface Matched {
  id: string;
  model?: string;
  correction?: string;
  examples?: string[];
  patterns?: object[];
}

const codeOf = ({ id, patterns = [] }: Matched, kind: Code["kind"]): Code => ({
  id,
  kind,
  patterns: patterns.length > 0,
});

interface Sample {
  id: string;
  text: string;
  criteria?: string[];
  misconceptions?: string[];
  follow_up?: string;
}

export interface RubricSource {
  criteria: Matched[];
  misconceptions?: Matched[];
  samples?: Sample[];
  /** What `learn` wrote, if it did. */
  cues?: object;
}

export function codesOf({ criteria, misconceptions = [] }: RubricSource): Code[] {
  return [
    ...criteria.map((each) => codeOf(each, "criterion")),
    ...misconceptions.map((each) => codeOf(each, "misconception")),
  ];
}

const own = (id: string, text: string, labels: Int8Array): LabelledText => ({
  id: `rubric ${id}`,
  kind: "rubric",
  text,
  labels,
  block: `rubric ${id}`,
});

/** A sample says everything that it has; samples of follow-up questions answer another question. */
function sampleTexts({ samples = [] }: RubricSource, codes: readonly Code[]): LabelledText[] {
  return samples
    .filter((sample) => sample.follow_up === undefined)
    .map(({ id, text, criteria = [], misconceptions = [] }) => {
      const has = ({ id: code, kind }: Code): boolean =>
        (kind === "criterion" ? criteria : misconceptions).includes(code);
      return own(
        `sample ${id}`,
        text,
        Int8Array.from(codes, (code) => (has(code) ? PRESENT : ABSENT)),
      );
    });
}

/** A model sentence or an example has its code; of other criteria nobody has said anything. Models are never wrong. */
function sentenceTexts(source: RubricSource, codes: readonly Code[]): LabelledText[] {
  const all = [...source.criteria, ...(source.misconceptions ?? [])];
  return all.flatMap(({ id, model, examples = [] }, at) =>
    [...(model === undefined ? [] : [model]), ...examples].map((text, k) => {
      const isRight = codes[at]!.kind === "criterion";
      const label = ({ kind }: Code): number => (isRight && kind === "misconception" ? ABSENT : DOUBTFUL);
      const labels = Int8Array.from(codes, (code, each) => (each === at ? PRESENT : label(code)));
      return own(`${id} ${k}`, text, labels);
    }),
  );
}

/** What corrects a misconception has none, in nearly the same words. */
function correctionTexts({ misconceptions = [] }: RubricSource, codes: readonly Code[]): LabelledText[] {
  const labels = Int8Array.from(codes, ({ kind }) => (kind === "misconception" ? ABSENT : DOUBTFUL));
  return misconceptions.flatMap(({ id, correction }) =>
    correction === undefined ? [] : [own(`${id} correction`, correction, labels)],
  );
}

export function ownTexts(source: RubricSource, codes: readonly Code[]): LabelledText[] {
  return [...sampleTexts(source, codes), ...sentenceTexts(source, codes), ...correctionTexts(source, codes)];
}
