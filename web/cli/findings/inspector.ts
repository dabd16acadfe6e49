import { readFileSync } from "node:fs";
import { Inspector } from "../../entries/inspect.js";

/** The module that proves things about whole packs; it stands beside the command line in dist/. */
export function inspector(): Inspector {
  return new Inspector(readFileSync(new URL("../inspect.wasm", import.meta.url)));
}
