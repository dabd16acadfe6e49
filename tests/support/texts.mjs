// SPDX-License-Identifier: MIT
/** Recorded texts as a person reads them: JSON on short lines, and the lines in which two of them differ. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { format } from "prettier";

const LAYOUT = { parser: "json", printWidth: 120, objectWrap: "collapse" };

/** JSON on lines, each number and text as it was written; a text that is not JSON stays as it is. */
export async function readable(text) {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  return format(text, LAYOUT);
}

/** The changed lines with three around them, as `diff -u` prints them. */
export function changedLines(name, recorded, present) {
  return createTwoFilesPatch(`recorded/${name}`, `present/${name}`, recorded, present, "", "", {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
