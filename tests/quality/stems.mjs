// SPDX-License-Identifier: MIT
import { createRequire } from "node:module";
import { stemmer } from "./phrases.mjs";

/** The stems of a text's words, by this package's `natural`. */
export const stems = stemmer(createRequire(import.meta.url));
