/**
 * The files that look at three browsers, in one process: `npm test` runs this in their place, so that each browser is started
 * once and not seven times (Firefox takes eight seconds of a processor). Each still runs by itself: node --test FILE.
 */
import { shareBrowsers } from "./support/browsers.mjs";
import { FILES } from "./support/three-browsers.mjs";

shareBrowsers();
for (const name of FILES) await import(`./${name}.test.mjs`);
