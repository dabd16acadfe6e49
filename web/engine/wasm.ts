/** A module's bytes: from wherever a caller has them, or from the printable text that a script carries. */

/** What the modules are called; each carries its name (web/tools/modules.mjs). */
export type ModuleName = "decision" | "rubric" | "inspect";

/**
 * Where an engine's bytes are: an address, or as an object a URL, a Response, bytes, or a WebAssembly.Module. Those have no
 * names that every project knows: without the DOM's types the engine's would not compile.
 */
export type WasmSource = string | object;

/** Bytes as printable text (docs/decisions/0004). */
export interface WasmText {
  readonly text: string;
  /** The bytes that have a character of their own, in the order of these characters. */
  readonly singles: readonly number[];
}

/** Some pages have an `Array.from` of their own, which makes no numbers (Prototype.js). */
const PRINTABLE = [...Array(95).keys()].map((k) => k + 32).filter((code) => ![34, 60, 92, 125, 126].includes(code));

/** A character a byte, or `}` or `~` and a character for the bytes that are rare. The opposite is in web/tools/modules.mjs. */
export function decode({ text, singles }: WasmText): Uint8Array<ArrayBuffer> {
  const rare = [...Array(256).keys()].filter((byte) => !singles.includes(byte));
  const place = new Uint8Array(127);
  PRINTABLE.forEach((code, k) => {
    place[code] = k;
  });
  const bytes = new Uint8Array(text.length);
  let size = 0;
  for (let at = 0; at < text.length; ++at) {
    const page = text.charCodeAt(at) - 125;
    bytes[size++] =
      page < 0 ? singles[place[text.charCodeAt(at)]!]! : rare[page * PRINTABLE.length + place[text.charCodeAt(++at)]!]!;
  }
  return bytes.slice(0, size);
}

/** Compiled, and known to be this module and no other. */
export async function compile(wasm: WasmSource, name: ModuleName): Promise<WebAssembly.Module> {
  const module = await compiled(wasm);
  assertModule(module, name);
  return module;
}

async function compiled(wasm: WasmSource): Promise<WebAssembly.Module> {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm === "string" || wasm instanceof URL) return compiled(await fetched(wasm));
  if (typeof Response !== "undefined" && wasm instanceof Response) {
    if (!wasm.ok) throw new Error(`decision-card: ${wasm.url} answered ${wasm.status}`);
    return WebAssembly.compile(await wasm.arrayBuffer());
  }
  return WebAssembly.compile(wasm as BufferSource);
}

/** Node fetches no `file:` address, and says "not implemented". */
async function fetched(address: string | URL): Promise<Response> {
  try {
    return await fetch(address);
  } catch (cause) {
    throw new Error(`decision-card: ${address} can't be fetched; pass its bytes instead.`, { cause });
  }
}

/** The glue of one module gets lost in another; a sentence says which file belongs here. */
export function assertModule(module: WebAssembly.Module, name: ModuleName): void {
  const [section] = WebAssembly.Module.customSections(module, "decision-card");
  const given = section && new TextDecoder().decode(section);
  if (given === name) return;
  const what = given ? `is ${given}.wasm` : "is none of this package's modules";
  throw new Error(`decision-card: this WebAssembly ${what}; "decision-card/${name}" takes ${name}.wasm.`);
}
