/** Bytes that should be UTF-8: decoded, or refused with the place and what they seem to be. */
import { isUtf8 } from "node:buffer";
import type { Problem } from "../../contract/index.js";

const MARKS = [
  { name: "UTF-32", iconv: "UTF-32", bytes: [0xff, 0xfe, 0, 0] },
  { name: "UTF-32", iconv: "UTF-32", bytes: [0, 0, 0xfe, 0xff] },
  { name: "UTF-16", iconv: "UTF-16", bytes: [0xff, 0xfe] },
  { name: "UTF-16", iconv: "UTF-16", bytes: [0xfe, 0xff] },
];

function problem(line: number, column: number, message: string, from: string): Problem {
  const suggestion = `Save it as UTF-8, or convert it: iconv -f ${from} -t UTF-8.`;
  return { code: "json_utf8", severity: "error", path: "", line, column, message, suggestion };
}

const LOOKED_AT = 1024;

/** Two or four bytes a character, by its mark or by the zeros that all plain letters have; `bytes` begin their file. */
export function wideProblem(bytes: Buffer): Problem | null {
  const mark = MARKS.find((each) => each.bytes.every((byte, k) => bytes[k] === byte));
  if (mark) return problem(1, 1, `This is ${mark.name}, by its byte order mark, and not UTF-8.`, mark.iconv);
  const zero = bytes.subarray(0, LOOKED_AT).indexOf(0);
  if (zero < 0) return null;
  return problem(
    1,
    1,
    "This is not UTF-8: it has zero bytes, as UTF-16 has.",
    zero % 2 === 0 ? "UTF-16BE" : "UTF-16LE",
  );
}

/** What can be read before the first byte that no UTF-8 has there, without a character that is cut short. */
function readablePart(bytes: Buffer): string {
  const read = (length: number): string =>
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), { stream: true });
  let good = 0;
  for (let bad = bytes.length; good < bad;) {
    const middle = Math.ceil((good + bad) / 2);
    try {
      read(middle);
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  return read(good);
}

function byteProblem(bytes: Buffer): Problem {
  const before = readablePart(bytes);
  const lines = before.split("\n");
  const byte = bytes[Buffer.byteLength(before)] ?? 0;
  const message = `The byte 0x${byte.toString(16)} is not valid UTF-8 here; it looks like Windows-1252 or another old encoding.`;
  return problem(lines.length, lines.at(-1)!.length + 1, message, "WINDOWS-1252");
}

/** Text, or the problem. */
export function decode(bytes: Buffer): string | Problem {
  return isUtf8(bytes) ? bytes.toString("utf8") : byteProblem(bytes);
}

/** UTF-8 may have a byte order mark, too; it is no part of the text that it begins. */
export function withoutMark(text: string | Problem): string | Problem {
  return typeof text === "string" && text.startsWith("\ufeff") ? text.slice(1) : text;
}
