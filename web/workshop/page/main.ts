/** Starts the workshop in the page's <main>. `?example=sql-or-nosql/decision` opens a pack of the project. */
import { startChecking } from "./checking.js";
import { Workshop } from "./workshop.js";

const main = document.querySelector("main")!;
const worker = new URL("proofs.js", import.meta.url);
const workshop = new Workshop(await startChecking(), worker);
main.replaceChildren(workshop.element);
const example = new URLSearchParams(location.search).get("example");
if (example !== null) await workshop.begin(example);
main.dataset.ready = "true";
