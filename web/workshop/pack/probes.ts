/**
 * Packs made of a pack to ask one thing of all its answers: when does this rule hold, this gate pass, this note show? The
 * engine answers with its own proofs: the probe's recommendation "yes" is given exactly where it does.
 */

type Json = Record<string, unknown>;

export interface Target {
  readonly kind: "rule" | "gate" | "note" | "recommendation" | "question";
  readonly id: string;
}

export interface Probe {
  readonly pack: object;
  /** The recommendations of the probe that mean "yes". */
  readonly yes: readonly string[];
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const named = (items: readonly Json[], id: string): Json | undefined => items.find((each) => each.id === id);

function without(json: Json, ...names: string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
}

/** What decides, without what is only said; and each choice weighs the same. */
function bare(decision: Json): Json {
  const choice = (json: Json): Json => ({ ...without(json, "prior"), text: "?" });
  const question = (json: Json): Json => ({
    ...without(json, "sources", "why", "help"),
    text: "?",
    ...(Array.isArray(json.choices) ? { choices: list(json.choices).map(choice) } : {}),
  });
  return {
    question: "?",
    questions: list(decision.questions).map(question),
    alternatives: list(decision.alternatives).map(({ id }) => ({ id, name: "?" })),
    rules: list(decision.rules).map(({ id, when, points }) => ({ id, when, points, because: "?" })),
    gates: list(decision.gates).map(({ id, when }) => ({ id, text: "?", when })),
    recommendations: list(decision.recommendations).map(recommendation),
  };
}

function recommendation({ id, when, alternatives }: Json): Json {
  return { id, title: "?", summary: "?", alternatives, ...(when === undefined ? {} : { when }) };
}

const YES = "the-answer-is-yes";

function asked(decision: Json, when: unknown): Probe {
  const usesScores = JSON.stringify(when).includes('"var":"score.') || JSON.stringify(when).includes('"var":"gate.');
  const none = usesScores ? {} : { rules: [], gates: [] };
  const yes = { id: YES, title: "?", summary: "?", alternatives: [], ...(when === undefined ? {} : { when }) };
  const no = { id: "no", title: "?", summary: "?", alternatives: [] };
  return {
    pack: { ...bare(decision), ...none, recommendations: when === true ? [{ ...yes, when: undefined }] : [yes, no] },
    yes: [YES],
  };
}

const also = (a: unknown, b: unknown): unknown => (a === undefined ? b : b === undefined ? a : { and: [a, b] });

/** A note of some recommendations is shown where one of them is given: a copy of each that asks for the note's condition too. */
function ofNote(decision: Json, note: Json): Probe {
  const only = note.recommendations as string[] | undefined;
  if (!only || only.length === 0) return asked(decision, note.when ?? true);
  const plain = bare(decision);
  const copies = list(plain.recommendations).flatMap((each) => {
    if (!only.includes(String(each.id))) return [each];
    const when = also(each.when, note.when);
    const copy = { ...each, id: `${YES}-${String(each.id)}`.slice(0, 64), ...(when === undefined ? {} : { when }) };
    return when === undefined ? [copy] : [copy, each];
  });
  const yes = copies.map(({ id }) => String(id)).filter((id) => id.startsWith(YES));
  return { pack: { ...plain, recommendations: copies }, yes };
}

function decisionProbe(decision: Json, { kind, id }: Target): Probe | null {
  if (kind === "recommendation") return { pack: bare(decision), yes: [id] };
  const item = named(list(decision[`${kind}s`]), id);
  if (!item) return null;
  return kind === "note" ? ofNote(decision, item) : asked(decision, item.when ?? true);
}

/** `pack`: without problems. null: it has no such thing. */
export function probeOf(pack: object, target: Target): Probe | null {
  const { decision, ...top } = pack as Json;
  const probe = decision ? decisionProbe(decision as Json, target) : null;
  if (!probe) return null;
  const { id, version } = top;
  return { ...probe, pack: { format: 1, id, version, language: "en", title: "?", decision: probe.pack } };
}
