/** `decision-card rename`: an id, wherever the pack means it; every other byte of its files stays. */
import { applied } from "../workshop/pack/edits.js";
import { definitionOf, type Name, placesIn, refusal, renamed } from "../workshop/pack/names.js";
import { type Edit, treeOf, type Tree } from "../workshop/pack/tree.js";
import { InputError, packFiles, readInput, refuseBundled, UsageError } from "./streams/input.js";
import { inspector } from "./findings/inspector.js";
import { type Printer, replaceFile } from "./streams/output.js";

/** A file of the pack, and what changes in it. */
interface Change {
  readonly file: string;
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** "question:team", "team.small" (a choice of the question "team"), "team" */
interface Wanted {
  readonly kind: string | null;
  readonly of: string | null;
  readonly id: string;
}

function wantedBy(text: string): Wanted {
  const [kind, rest] = text.includes(":") ? (text.split(":", 2) as [string, string]) : [null, text];
  const [of, id] = rest.includes(".") ? (rest.split(".", 2) as [string, string]) : [null, rest];
  return { kind: kind?.replace("-", "_") ?? null, of, id };
}

const sayName = ({ kind, of, id }: Name): string => `${kind}:${of === undefined ? "" : `${of}.`}${id}`;

/** What is defined under this id: one, or the author has to say which. */
function namesIn(trees: readonly Tree[], { kind, of, id }: Wanted): Name[] {
  const defined = trees.flatMap(placesIn).filter((place) => place.defines && place.id === id);
  const meant = defined.filter((place) => (kind === null || place.kind === kind) && (of === null || place.of === of));
  const names = new Map(
    meant.map(({ kind, id, of }) => [sayName({ kind, id, ...(of && { of }) }), { kind, id, ...(of && { of }) }]),
  );
  return [...names.values()];
}

function nameIn(trees: readonly Tree[], old: string): Name {
  const [name, ...more] = namesIn(trees, wantedBy(old));
  if (!name) throw new UsageError(`Nothing in this pack has the id "${old}".`);
  if (more.length === 0) return name;
  const names = [name, ...more].map(sayName);
  throw new UsageError(`Several things have the id "${old}". Say which: ${names.join(", ")}.`);
}

async function readTree(file: string): Promise<Tree> {
  const text = await readInput(file);
  const { problems } = inspector().inspect(text);
  if (problems.length > 0) throw new InputError(file, ...problems);
  return treeOf(text);
}

/** The changes of all files that define the name; refused where the pack would not be read afterwards. */
function changesOf(files: readonly string[], trees: readonly Tree[], name: Name, to: string): Change[] {
  const changes: Change[] = [];
  for (const [k, tree] of trees.entries()) {
    if (!definitionOf(tree, name)) continue;
    const refused = refusal(tree, name, to);
    if (refused !== null) throw new UsageError(refused);
    const edits = renamed(tree, name, to);
    const text = applied(tree.text, edits);
    const { problems } = inspector().inspect(text);
    if (problems.length > 0) throw new InputError(files[k]!, ...problems);
    changes.push({ file: files[k]!, text, edits });
  }
  return changes;
}

/** Says what was renamed, and in how many places. */
export async function renameIn(pack: string, old: string, to: string): Promise<string> {
  refuseBundled(pack);
  const files = packFiles(pack);
  const trees = await Promise.all(files.map(readTree));
  const name = nameIn(trees, old);
  const changes = changesOf(files, trees, name, to);
  for (const { file, text } of changes) replaceFile(file, text);
  const places = changes.reduce((sum, { edits }) => sum + edits.length, 0);
  const where = changes.map(({ file }) => file).join(" and ");
  return `${sayName(name)} is "${to}" now, in ${places} place${places === 1 ? "" : "s"} of ${where}.`;
}

export async function rename(
  pack: string | undefined,
  old: string | undefined,
  to: string | undefined,
  printer: Printer,
): Promise<number> {
  if (!pack || !old || !to) throw new UsageError("Say what to rename: decision-card rename PACK OLD NEW.");
  printer.say(await renameIn(pack, old, to));
  return 0;
}
