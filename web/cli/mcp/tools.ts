/** What an agent may do with the packs below a folder: read, edit, check, ask, explain, rename. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { findNodeAtLocation, getNodeValue } from "jsonc-parser";
import type { Answers, Finding } from "../../contract/index.js";
import { load as loadDecision } from "../../entries/decision.js";
import { load as loadRubric } from "../../entries/rubric.js";
import { treeOf } from "../../workshop/pack/tree.js";
import { reportOnPack } from "../check.js";
import { packFiles, readInput } from "../streams/input.js";
import { readPack } from "../streams/json.js";
import { inspector } from "../findings/inspector.js";
import { replaceFile } from "../streams/output.js";
import { renameIn } from "../rename.js";
import { linkOf, severityOf } from "../reports/inspection.js";
import { mutationScore } from "../reports/suggestions.js";
import { patched, valueNode } from "./patch.js";
import type { Tool } from "./protocol.js";

type Given = Record<string, unknown>;

const text = (given: Given, name: string): string => {
  const value = given[name];
  if (typeof value === "string") return value;
  throw new Error(`"${name}" must be a text.`);
};

/** Packs of the folder that the server was started in, and none outside it. */
class Folder {
  readonly #root = realpathSync(process.cwd());

  /** The pack's name as the other commands take it. */
  pack(given: Given): string {
    const name = text(given, "pack");
    const file = path.resolve(this.#root, name);
    if (!existsSync(file)) throw new Error(`${name}: there is no such file.`);
    const real = realpathSync(file);
    if (real !== this.#root && !real.startsWith(this.#root + path.sep))
      throw new Error(`${name} is outside this folder.`);
    return real;
  }

  /** One of its files. */
  file(given: Given): string {
    const files = packFiles(this.pack(given));
    const wanted =
      given.part === undefined ? files[0] : files.find((each) => path.basename(each) === `${String(given.part)}.json`);
    if (wanted !== undefined && (files.length === 1 || given.part !== undefined)) return wanted;
    throw new Error(`This pack has several files. Say which "part": decision or rubric.`);
  }

  list(): string[] {
    const entries = readdirSync(this.#root, { recursive: true, encoding: "utf8" });
    return entries.filter(
      (name) => name.endsWith(".json") && !/(?:^|[\\/])(?:node_modules|dist|\.)/.test(name) && this.#isPack(name),
    );
  }

  #isPack(name: string): boolean {
    const file = path.join(this.#root, name);
    if (!statSync(file).isFile() || statSync(file).size > 1 << 20) return false;
    const root = treeOf(readFileSync(file, "utf8").replace(/^\ufeff/, "")).root;
    return root?.type === "object" && getNodeValue(findNodeAtLocation(root, ["format"]) ?? root) === 1;
  }
}

const FEW_NOTES = 12;

const shortly = (base: Parameters<typeof linkOf>[0]) => (finding: Finding & { file?: string }) => ({
  code: finding.code,
  severity: severityOf(finding),
  ...(finding.file && { file: finding.file }),
  path: finding.path,
  line: finding.line,
  message: finding.message,
  ...(finding.suggestion && { suggestion: finding.suggestion }),
  ...(finding.accepted !== undefined && { accepted: finding.accepted }),
  witnesses: finding.witnesses.map((answers) => ({ answers, link: linkOf(base, answers, "") })),
});

/** What a check found, the gravest first; of notes their number a kind, and with `notes` the first of each kind. */
async function checked(pack: string, notes: boolean): Promise<object> {
  const report = await reportOnPack(pack);
  const { problems, cases, samples } = report;
  const failed = [...cases, ...samples].filter(({ passed }) => !passed);
  if (!("findings" in report)) return { problems, failed, remarks: report.remarks };
  const short = report.findings.map(shortly(report.pack));
  const of = (severity: string): typeof short => short.filter((each) => each.severity === severity);
  const counts: Record<string, number> = {};
  for (const { code } of of("note")) counts[code] = (counts[code] ?? 0) + 1;
  const firsts = Object.keys(counts).map((code) => of("note").find((each) => each.code === code));
  return {
    problems,
    failed,
    errors: of("error"),
    warnings: of("warning"),
    notes: counts,
    ...(notes && { examples: firsts.slice(0, FEW_NOTES) }),
    recommendations: report.recommendations,
    laws: report.laws,
    mutation_score: mutationScore(report),
    suggested_cases: report.suggestions,
    remarks: report.remarks,
  };
}

async function edit(folder: Folder, given: Given): Promise<object> {
  const file = folder.file(given);
  const now = patched(await readInput(file), given.changes);
  if (given.dry_run === true) return { written: false, ...inspectedText(now) };
  replaceFile(file, now);
  return { written: true, ...(await checked(folder.pack(given), false)) };
}

const inspectedText = (all: string): object => {
  const report = inspector().inspect(all);
  if (!("findings" in report)) return report;
  const short = report.findings.map(shortly(report.pack));
  return {
    problems: report.problems,
    failed: report.cases.filter(({ passed }) => !passed),
    errors: short.filter(({ severity }) => severity === "error"),
    warnings: short.filter(({ severity }) => severity === "warning"),
  };
};

async function decide(pack: string, answers: Answers): Promise<object> {
  const open = (await loadDecision()).open(await readPack(pack, "decision"));
  return { verdict: open.verdict(answers), outlook: open.outlook(answers), flips: open.flips(answers) };
}

async function explain(pack: string, answer: string): Promise<object> {
  const all = await readPack(pack, "rubric");
  const author = inspector();
  author.open(all);
  return { grade: (await loadRubric()).open(all).grade(answer), explanation: author.explain(answer) };
}

const PACK = { type: "string", description: "A pack's file, or its folder, below the folder of the server." };
const PART = { enum: ["decision", "rubric"], description: "Which file of a folder; needed where it has both." };

const schema = (properties: Record<string, object>, required: string[]): object => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

const CHANGES = {
  type: "array",
  items: schema(
    {
      op: { enum: ["add", "replace", "remove"] },
      path: { type: "string", description: 'A JSON Pointer; "/decision/rules/-" is the end of a list.' },
      value: {},
    },
    ["op", "path"],
  ),
};

/** What changes a pack, and what says how it is. */
function packTools(folder: Folder): Tool[] {
  return [
    {
      name: "list_packs",
      description: "The packs below this folder.",
      inputSchema: schema({}, []),
      call: () => Promise.resolve({ packs: folder.list() }),
    },
    {
      name: "read_pack",
      description: "A pack, or what stands at a JSON Pointer in it, as its author wrote it.",
      inputSchema: schema({ pack: PACK, part: PART, pointer: { type: "string" } }, ["pack"]),
      call: async (given) => {
        const all = await readInput(folder.file(given));
        const { offset, length } = valueNode(
          treeOf(all).root,
          given.pointer === undefined ? "" : text(given, "pointer"),
        );
        return { text: all.slice(offset, offset + length) };
      },
    },
    {
      name: "edit_pack",
      description:
        "Changes a pack as JSON Patch does; all else stays as it is written. Answers with problems, failed cases, errors and warnings, each with answers that show it. dry_run: writes nothing.",
      inputSchema: schema({ pack: PACK, part: PART, changes: CHANGES, dry_run: { type: "boolean" } }, [
        "pack",
        "changes",
      ]),
      call: (given) => edit(folder, given),
    },
    {
      name: "check_pack",
      description:
        "What is wrong with a pack and what is proved about all answers: problems, failed cases, errors and warnings with witnesses, notes by kind, laws, mutation score, cases to add. notes: an example of each kind.",
      inputSchema: schema({ pack: PACK, notes: { type: "boolean" } }, ["pack"]),
      call: (given) => checked(folder.pack(given), given.notes === true),
    },
  ];
}

/** What asks a pack, and what needs more than one of its places. */
function askingTools(folder: Folder): Tool[] {
  return [
    {
      name: "decide",
      description:
        "The verdict on some answers (question id to choice id), with what open questions can still do and the smallest changes that lead elsewhere.",
      inputSchema: schema({ pack: PACK, answers: { type: "object" } }, ["pack", "answers"]),
      call: (given) => decide(folder.pack(given), (given.answers ?? {}) as Answers),
    },
    {
      name: "explain",
      description:
        "The grade of a text against a rubric, and how it was read: why something was found, and what came closest to what was not.",
      inputSchema: schema({ pack: PACK, text: { type: "string" } }, ["pack", "text"]),
      call: (given) => explain(folder.pack(given), text(given, "text")),
    },
    {
      name: "rename",
      description:
        'Renames an id wherever the pack means it. old: "team", "question:team", or "team.small" for a choice.',
      inputSchema: schema({ pack: PACK, old: { type: "string" }, new: { type: "string" } }, ["pack", "old", "new"]),
      call: async (given) => {
        const said = await renameIn(folder.pack(given), text(given, "old"), text(given, "new"));
        return { said, ...(await checked(folder.pack(given), false)) };
      },
    },
  ];
}

export function tools(): Tool[] {
  const folder = new Folder();
  return [...packTools(folder), ...askingTools(folder)];
}
