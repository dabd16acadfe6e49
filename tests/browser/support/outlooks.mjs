/**
 * Pages with a card that asks what tells most, or in the author's order. They note each call of the engine: in
 * `window.prepared` whether something was left to do, in `window.outlooks` how many answers it was of; both with their time
 * in milliseconds.
 */
import { cardTag, pageWith } from "./pages.mjs";

const SCRIPT = `
  import { load } from "/dist/esm/decision.js";
  const text = await (await fetch("/packs/rag-vs-fine-tuning/decision.json")).text();
  const Pack = Object.getPrototypeOf((await load()).open(text));
  const { outlook, prepare } = Pack;
  window.outlooks = [];
  window.prepared = [];
  Pack.outlook = function (answers) {
    const start = performance.now();
    const result = outlook.call(this, answers);
    window.outlooks.push({ answers: Object.keys(answers).length, ms: performance.now() - start });
    return result;
  };
  Pack.prepare = function () {
    const start = performance.now();
    const more = prepare.call(this);
    window.prepared.push({ more, ms: performance.now() - start });
    return more;
  };
  await import("/dist/esm/define.js");
`;

const pageOf = (order) =>
  pageWith(cardTag(`order="${order}" src="/packs/rag-vs-fine-tuning/decision.json"`), {
    head: '<script type="module" src="/outlooks.js"></script>',
    scripts: [],
  });

export const OUTLOOK_PAGES = {
  "/outlooks.js": SCRIPT,
  "/outlooks.html": pageOf("information"),
  "/author-outlooks.html": pageOf("author"),
};
