// SPDX-License-Identifier: MIT
/** The engine under AddressSanitizer and UndefinedBehaviorSanitizer: the preset `asan`, by Clang unless CXX names another. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root, run } from "../../web/tools/setup.mjs";

export const sanitized = path.join(root, "build/asan");

/** Builds it. Clang takes 125 s of both cores where GCC took 270; `ctest --preset dev` runs GCC's. */
export function buildSanitized(targets = []) {
  run("cmake", ["--preset", "asan"], { env: { CXX: "clang++", ...process.env } });
  run("cmake", ["--build", "--preset", "asan", ...(targets.length > 0 ? ["--target", ...targets] : [])]);
}

/** The compiler that built it, which is the one to link with: each has a runtime of its own. */
export function sanitizedCompiler() {
  const cache = readFileSync(path.join(sanitized, "CMakeCache.txt"), "utf8");
  return /^CMAKE_CXX_COMPILER:[A-Z]+=(.*)$/m.exec(cache)[1];
}
