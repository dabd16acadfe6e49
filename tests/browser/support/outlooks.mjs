/**
 * A page with a card that asks what tells most, and that notes in `window.outlooks` what each outlook was of, and its time.
 * With `window.tooLarge` none is proved, as if the pack were too large.
 */
import { cardTag, pageWith } from "./pages.mjs";

const SCRIPT = `
  import { load } from "/dist/proofs.js";
  const text = await (await fetch("/packs/rag-vs-fine-tuning.json")).text();
  const Pack = Object.getPrototypeOf((await load()).open(text));
  const { outlook } = Pack;
  window.outlooks = [];
  Pack.outlook = function (answers) {
    const start = performance.now();
    const result = outlook.call(this, answers);
    window.outlooks.push({ answers: Object.keys(answers).length, ms: performance.now() - start });
    return window.tooLarge ? { ...result, exact: false } : result;
  };
  await import("/dist/define.js");
`;

export const OUTLOOK_PAGES = {
  "/outlooks.js": SCRIPT,
  "/outlooks.html": pageWith(cardTag('order="information" src="/packs/rag-vs-fine-tuning.json"'), {
    head: '<script type="module" src="/outlooks.js"></script>',
    scripts: [],
  }),
};
