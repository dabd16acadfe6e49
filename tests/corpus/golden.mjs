// SPDX-License-Identifier: MIT
/**
 * The goldens: one output of each kind as text that a person reads, beside the hashes of the long corpora. They show what a
 * change does to a verdict or a grade; the hashes show where else. `GOLDENS` says what makes each.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load as loadDecision } from "../../dist/esm/decision.js";
import { Inspector } from "../../dist/esm/inspect.js";
import { load as loadRubric } from "../../dist/esm/rubric.js";
import { readable } from "../support/texts.mjs";
import { packText } from "./entries.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const decisions = await loadDecision();
const rubrics = await loadRubric();
const inspector = new Inspector(readFileSync(`${root}/dist/inspect.wasm`));

const LUNCH = packText("lunch");
const trip = decisions.open(packText("follow-ups"));
const picnic = decisions.open(packText("picnic"));
const van = decisions.open(packText("van"));
const tea = rubrics.open(packText("tea", "rubric"));

/** A bicycle with flat tyres: a follow-up and the time are open. */
const OPEN = { km: "mid", bike: "yes", tyres: "no" };
const COMPLETE = { km: "mid", bike: "yes", tyres: "yes", minutes: "some" };
/** The park has most points, but the gate of the food fails: variants, and a sentence despite the points. */
const NOTHING_TO_PACK = { sky: "blue", basket: "empty", people: "ten" };
/** A misconception with its passage, a criterion with its reason, another that is missing. */
const BREW =
  "I brew green tea with boiling water, since it is quick. " +
  "Black tea needs boiling water because cool water leaves it thin.";

/** The lunch pack with changed passages: `[from, to]` each. */
function lunchWith(...edits) {
  return edits.reduce((text, [from, to]) => text.replaceAll(from, to), LUNCH);
}

const MISSPELT = lunchWith(['"soup": 3', '"soop": 3'], ['"id": "hurry"', '"id": "warmth"'], ['"1.0.0"', '"1.0"']);
const WARMER = lunchWith(['"soup": 3', '"soup": -3'], ['"hot"', '"warm"'], ['"1.0.0"', '"1.1.0"']);

/** What the command line prints, standing in the repository's root. */
function printed(args, input = "") {
  const command = ["dist/bin/decision-card.js", ...args];
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, input, encoding: "utf8" });
  return stderr + stdout;
}

const GOLDENS = {
  "description.json": () => JSON.stringify(trip.description),
  "rubric-description.json": () => JSON.stringify(tea.description),
  "verdict.json": () => trip.verdictText(OPEN),
  "texts.json": () => picnic.verdictText(NOTHING_TO_PACK),
  "outlook.json": () => trip.outlookText(OPEN),
  "flips.json": () => trip.flipsText(COMPLETE),
  "grade.json": () => tea.gradeText(BREW),
  "estimate.json": () => JSON.stringify(van.estimate({ days: 31 }, { trips: "daily" })),
  "inspection.json": () => JSON.stringify(inspector.inspect(LUNCH)),
  "difference.json": () => JSON.stringify(inspector.diff(LUNCH, WARMER)),
  "problems.json": () => JSON.stringify(decisions.check(MISSPELT)),
  "decide.txt": () => printed(["decide", "tests/corpus/packs/follow-ups.json", "--answers=-"], JSON.stringify(OPEN)),
  "grade.txt": () => printed(["grade", "tests/corpus/rubrics/tea.json", "--text=-"], BREW),
  "check.txt": () => printed(["check", "tests/corpus/packs/lunch.json"]),
};

/** `[name, text]` of each, as this build gives it. */
export function goldenTexts() {
  return Promise.all(Object.entries(GOLDENS).map(async ([name, make]) => [name, await readable(make())]));
}
