/** A pack's file with other cues: every other character of it stays. */
import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";
import type { Cues, CueCodes } from "../../learning/cues.js";

const list = (items: readonly string[], indent: string): string =>
  `[\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}]`;

function writtenCodes({ found, kept, codes }: CueCodes): string {
  const items = codes.map(({ id, bias }) => `{ "id": ${JSON.stringify(id)}, "bias": ${bias} }`);
  return `{\n        "found": ${found},\n        "kept": ${kept},\n        "codes": ${list(items, "        ")}\n      }`;
}

/** A line a trait, so that a change of the texts is a change of lines. */
export function writtenCues({ version, texts, criteria, misconceptions, traits }: Cues): string {
  const members = [
    `"version": ${version}`,
    `"texts": ${texts}`,
    ...(criteria ? [`"criteria": ${writtenCodes(criteria)}`] : []),
    ...(misconceptions ? [`"misconceptions": ${writtenCodes(misconceptions)}`] : []),
    `"traits": ${list(
      traits.map((trait) => JSON.stringify(trait)),
      "      ",
    )}`,
  ];
  return `{\n${members.map((member) => `      ${member}`).join(",\n")}\n    }`;
}

const endOf = ({ offset, length }: Node): number => offset + length;

/** Precondition: the text is a pack with a rubric. */
export function withCues(text: string, cues: Cues): string {
  const root = parseTree(text)!;
  const old = findNodeAtLocation(root, ["rubric", "cues"]);
  const written = writtenCues(cues);
  if (old) return text.slice(0, old.offset) + written + text.slice(endOf(old));
  const last = findNodeAtLocation(root, ["rubric"])!.children!.at(-1)!;
  return `${text.slice(0, endOf(last))},\n    "cues": ${written}${text.slice(endOf(last))}`;
}
