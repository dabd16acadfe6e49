/** Where a card's pack comes from: given by script, `src`, or `pack` (built in). */
import type { Description } from "../contract/index.js";
import type { TextKey, Words } from "../texts/texts.js";

/** A pack that comes with the script, with its first screen prepared, so it shows before the engine runs. */
export interface Bundled {
  readonly text: () => Promise<string>;
  readonly first: Description;
  readonly questionCount: number;
}

export type PackSource =
  | { readonly kind: "bundled"; readonly bundled: Bundled }
  | { readonly kind: "given"; readonly read: () => Promise<string | object> };

/** Something the page's author has to mend; said in the card and on the console. */
export class AuthorError extends Error {
  readonly key: TextKey;
  readonly values: { readonly [name: string]: string };

  constructor(key: TextKey, values: { readonly [name: string]: string }) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

export function packSource(element: Element, data: string | object | null, bundled: Bundled | null): PackSource {
  if (data !== null) return { kind: "given", read: () => Promise.resolve(data) };
  const src = attribute(element, "src");
  if (src?.startsWith("#")) return { kind: "given", read: () => inlinePack(element, src) };
  if (src) return { kind: "given", read: () => fetchPack(element, src) };
  return builtIn(attribute(element, "pack"), bundled);
}

/** What a pack is known again by: its text. An object that has none is the same as itself only. */
export function contentOf(data: string | object | null): string | object {
  if (typeof data === "string") return data;
  try {
    return JSON.stringify(data);
  } catch {
    return data ?? "";
  }
}

/** What a pack says instead of the card's words. The engine has read the pack, so its text is JSON. */
export function interfaceOf(data: string | object): Words {
  const text = typeof data === "string" && data.includes('"interface"');
  return ((text ? JSON.parse(data) : data) as { interface?: Words }).interface ?? {};
}

/** Trimmed; an empty attribute counts as absent. */
export function attribute(element: Element, name: string): string | null {
  return trimmed(element.getAttribute(name));
}

export function trimmed(value: string | null): string | null {
  return value?.trim() || null;
}

function builtIn(id: string | null, bundled: Bundled | null): PackSource {
  if (bundled && (id === null || id === bundled.first.id)) return { kind: "bundled", bundled };
  throw new AuthorError("pack_unknown", { value: id ?? "", known: bundled?.first.id ?? "–" });
}

/** The script may stand further down a page that is still being parsed. */
async function inlinePack(element: Element, src: string): Promise<string> {
  const find = (): Element | null => scriptFor(element, src.slice(1));
  if (!find() && document.readyState === "loading") await documentParsed();
  const script = find();
  if (!script) throw new AuthorError("src_missing", { value: src });
  return script.textContent;
}

function scriptFor(element: Element, id: string): Element | null {
  const root = element.getRootNode();
  const near = root instanceof ShadowRoot ? root.getElementById(id) : null;
  const found = near ?? document.getElementById(id);
  return found?.matches('script[type="application/json"]') ? found : null;
}

function documentParsed(): Promise<unknown> {
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** A pack may have a megabyte (docs/reliability.md); one byte more is enough for the engine to say that it is too large. */
const MOST = (1 << 20) + 1;

async function fetchPack(element: Element, src: string): Promise<string> {
  const response = await fetch(packAddress(element, src)).catch(() => null);
  const bytes = response?.ok ? await beginning(response).catch(() => null) : null;
  if (!bytes) throw new AuthorError("src_failed", { value: src });
  try {
    return new TextDecoder("utf-8", { fatal: bytes.byteLength < MOST }).decode(bytes); // one that was cut may end in a half
  } catch {
    throw new AuthorError("src_utf8", { value: src });
  }
}

/** Of a file without end no more than that is fetched. */
async function beginning({ body }: Response): Promise<ArrayBuffer> {
  const pieces: BlobPart[] = [];
  const reader = body?.getReader();
  for (let size = 0; reader && size < MOST;) {
    const { value } = await reader.read();
    if (!value) break;
    pieces.push(value);
    size += value.length;
  }
  void reader?.cancel().catch(() => undefined); // the rest, if there is any
  return new Blob(pieces).arrayBuffer();
}

function packAddress(element: Element, src: string): URL {
  const url = addressIn(element, src);
  if (url && ["https:", "http:", "file:", "blob:"].includes(url.protocol)) return url;
  throw new AuthorError("src_address", { value: src });
}

/** URL.canParse came late: Safari 17, Chrome 120. */
function addressIn({ baseURI }: Element, src: string): URL | null {
  try {
    return new URL(src, baseURI);
  } catch {
    return null;
  }
}

export function remembers(card: Element, where: "address" | "device"): boolean {
  return attribute(card, "remember") === where;
}
