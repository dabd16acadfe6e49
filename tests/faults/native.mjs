// SPDX-License-Identifier: MIT
/** The n-th allocation fails natively, under AddressSanitizer: builds allocations.cpp around the engine of the preset `asan`. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { must, root } from "../support/native.mjs";
import { buildSanitized, sanitized as build, sanitizedCompiler } from "../support/sanitized.mjs";

/** Where a call allocates more often, so many of the n are tried, evenly spread: only `check` and the largest pack do. */
const MOST = "300";

function linked() {
  const rooms = Object.keys(JSON.parse(readFileSync(path.join(root, "engine/rooms.json"), "utf8")));
  const targets = rooms.filter((room) => room !== "values").map((room) => `room_${room}`); // headers alone
  buildSanitized(targets);
  const libraries = readdirSync(path.join(build, "engine")).filter((name) => name.endsWith(".a"));
  const group = ["-Wl,--start-group", ...libraries.map((name) => path.join(build, "engine", name)), "-Wl,--end-group"];
  const program = path.join(build, "allocations");
  const own = [
    "-std=c++20",
    "-O1",
    "-Iengine/include",
    "-fsanitize=address,undefined",
    "-fno-sanitize=vptr",
    "tests/faults/allocations.cpp",
  ];
  must(sanitizedCompiler(), [...own, ...group, "-o", program]);
  return program;
}

/** A call that is ended by an allocation gives nothing back of what it had: the engine catches nothing, so that it leaks. */
export function nativeAllocations() {
  const env = { ...process.env, ASAN_OPTIONS: "detect_leaks=0" };
  return JSON.parse(must(linked(), [root, MOST], { env }));
}
