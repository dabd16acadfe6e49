// SPDX-License-Identifier: MIT
/** One module of web/ with what it imports, as Node runs it: for tests of what dist/ doesn't hand out. */
import esbuild from "esbuild";
import { fileURLToPath } from "node:url";

const web = (name) => fileURLToPath(new URL(`../../web/${name}.ts`, import.meta.url));

/** `name`: below web/, without ".ts", for example "questionnaire/steps". */
export async function webModule(name) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [web(name)],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
