/** Cards that show the same pack share what the engine has read of it: nothing changes that, and reading takes a card's longest moment. */
import type { Engine, ReadPack } from "../engine/engine.js";

const last = new WeakMap<object, { readonly text: string; readonly pack: ReadPack }>();

/** The last text of each engine is remembered; a pack given as an object may be another one each time. */
export function openShared<Pack extends ReadPack>(engine: Engine<Pack>, data: string | object): Pack {
  const known = last.get(engine);
  if (known?.text === data) return known.pack as Pack;
  const pack = engine.open(data);
  if (typeof data === "string") last.set(engine, { text: data, pack });
  return pack;
}
