// SPDX-License-Identifier: MIT
/**
 * `node tests/measure.mjs FOLDER/SCRIPT …`: what only measurements need is installed by the first that needs it, so that
 * a contributor who never measures never downloads it.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root, setUpNpm } from "../web/tools/setup.mjs";

const [script, ...args] = process.argv.slice(2);
setUpNpm();
setUpNpm(path.join("tests", path.dirname(script)));
const { status } = spawnSync(process.execPath, [path.join(root, "tests", script), ...args], { stdio: "inherit" });
process.exitCode = status ?? 1;
