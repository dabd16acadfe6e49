/** Pictures as PNG, drawn by a renderer that whoever wants them installs: the package itself needs nothing but Node. */
import type * as resvg from "@resvg/resvg-js";
import { UsageError } from "../streams/input.js";

async function renderer(): Promise<typeof resvg> {
  try {
    return await import("@resvg/resvg-js");
  } catch {
    throw new UsageError("PNG needs a renderer beside this package: npm install @resvg/resvg-js. SVG needs none.");
  }
}

export async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await renderer();
  const font = { loadSystemFonts: true, defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" };
  return new Resvg(svg, { font }).render().asPng();
}
