/** The author's own files: opened and saved where the browser lets a page do so, else chosen and downloaded. */
import { h } from "../../dom/dom.js";
import { saveFile } from "../../dom/saving.js";
import type { File as Name } from "./draft.js";

interface Pickers {
  showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}

const TYPES = [{ description: "Pack (JSON)", accept: { "application/json": [".json"] } }];

const pickers = globalThis as Pickers;

export interface Opened {
  readonly text: string;
  readonly file: Name;
}

/** Thrown for what is no text: the message says what to do. */
export class FileError extends Error {}

export async function read(file: File, handle: FileSystemFileHandle | null): Promise<Opened> {
  if (file.size > 1 << 20) throw new FileError(`${file.name} is larger than 1 MiB, the most that a pack can have.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return { text, file: { name: file.name, handle } };
  } catch {
    throw new FileError(
      `${file.name} is not UTF-8 text. Save it as UTF-8 in the program that wrote it, then open it again.`,
    );
  }
}

/** The reader of a dialogue may close it: then nothing happens. */
const closed = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

export async function open(): Promise<Opened | null> {
  if (!pickers.showOpenFilePicker) return chosen();
  try {
    const [handle] = await pickers.showOpenFilePicker({ types: TYPES });
    return handle ? await read(await handle.getFile(), handle) : null;
  } catch (error) {
    if (closed(error)) return null;
    throw error;
  }
}

/** A field that stays in the page, so that a browser that asks late still finds it. */
const chooser = h("input", {
  type: "file",
  accept: ".json,application/json",
  class: "chooser",
  "aria-label": "Open a pack",
  hidden: "",
});

function chosen(): Promise<Opened | null> {
  if (!chooser.isConnected) document.body.append(chooser);
  chooser.value = "";
  return new Promise((resolve, reject) => {
    chooser.onchange = () => {
      const [file] = chooser.files ?? [];
      if (file) read(file, null).then(resolve, reject);
      else resolve(null);
    };
    chooser.click();
  });
}

async function writeTo(handle: FileSystemFileHandle, text: string): Promise<Name> {
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
  return { name: handle.name, handle };
}

/** null: the author closed the dialogue. `anew`: asks where to, even where the file is known. */
export async function save(text: string, file: Name, anew: boolean): Promise<Name | null> {
  if (file.handle && !anew) return writeTo(file.handle, text);
  if (!pickers.showSaveFilePicker) {
    saveFile(file.name, new Blob([text], { type: "application/json" }));
    return file;
  }
  try {
    return await writeTo(await pickers.showSaveFilePicker({ suggestedName: file.name, types: TYPES }), text);
  } catch (error) {
    if (closed(error)) return null;
    throw error;
  }
}
