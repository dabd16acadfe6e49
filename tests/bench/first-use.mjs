/** Run in a process of its own by run.mjs: milliseconds from the import to the first verdict, as one line of JSON. */
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../packs/rag-vs-fine-tuning/decision.json", import.meta.url), "utf8");
const marks = [performance.now()];
const mark = () => marks.push(performance.now());

const { load } = await import("../../dist/esm/decision.js");
mark();
const engine = await load();
mark();
const pack = engine.open(text);
mark();
pack.verdict({ gap: "knowledge", data_change: "daily" });
mark();

const [start, imported, loaded, opened, answered] = marks;
console.log(
  JSON.stringify({
    import: imported - start,
    load: loaded - imported,
    open: opened - loaded,
    verdict: answered - opened,
    total: answered - start,
  }),
);
