/** The proofs themselves, by the engines; nothing here knows that it runs in a worker. */
import type { Answers } from "../../contract/index.js";
import { decode } from "../../engine/wasm.js";
import { load } from "../../entries/decision.js";
import { Inspector } from "../../entries/inspect.js";
import { probeOf, type Probe, type Target } from "../pack/probes.js";
import { wayTo } from "../pack/witness.js";
import type { Asked, Replies } from "./asked.js";

let inspector: Inspector | null = null;

async function inspectorOf(): Promise<Inspector> {
  const { wasm } = await import("../../engine/generated/inspect-wasm.js");
  inspector ??= new Inspector(decode(wasm));
  return inspector;
}

async function inspect(text: string): Promise<Replies["inspect"]> {
  return (await inspectorOf()).inspect(text);
}

function probed(text: string, target: Target): Probe | null {
  return probeOf(JSON.parse(text) as object, target);
}

async function share(text: string, target: Target): Promise<Replies["share"]> {
  const probe = probed(text, target);
  if (!probe) return null;
  const pack = (await load()).open(probe.pack);
  const prospects = pack.outlook({}).prospects.filter(({ recommendation }) => probe.yes.includes(recommendation));
  pack.close();
  return prospects.reduce<number | null>((sum, { share: own }) => (sum === null || own === null ? null : sum + own), 0);
}

async function way(text: string, target: Target, preferred: Answers): Promise<Replies["way"]> {
  const probe = probed(text, target);
  if (!probe) return null;
  const pack = (await load()).open(probe.pack);
  const answers = wayTo(pack, pack.description.decision.questions, probe.yes, preferred);
  pack.close();
  return answers;
}

export function prove(asked: Asked): Promise<Replies[Asked["what"]]> {
  switch (asked.what) {
    case "inspect":
      return inspect(asked.text);
    case "share":
      return share(asked.text, asked.target);
    case "way":
      return way(asked.text, asked.target, asked.preferred);
  }
}
