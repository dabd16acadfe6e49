/** A page's script as a bundler makes it: every script and style that a page may ever load of it. */
import { build } from "esbuild";

/** `contents`: the script; `resolveDir`: where its imports begin. The files' bytes. */
export async function bundledFiles(contents, resolveDir) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    outdir: "page",
    write: false,
    logLevel: "error",
  });
  return outputFiles.map((file) => Buffer.from(file.contents));
}
