/**
 * The page that `decision-card dev` serves: the card, and above it what is wrong with the pack. A save replaces the pack in the
 * card, which keeps its answers; the page leads it back to the step where it was.
 */
import type { Finding, Problem } from "../contract/index.js";

/** What the server sends when a check has ended. */
interface Report {
  problems: (Problem & { file?: string })[];
  findings?: (Finding & { file?: string })[];
}

interface Card extends HTMLElement {
  packData: string | object | null;
  settled?: Promise<unknown>;
  goTo?(step: unknown): Promise<boolean>;
}

const cards = [...document.querySelectorAll<Card>("decision-card, rubric-card")];
const state = document.querySelector("#state")!;
const list = document.querySelector("#problems")!;
const steps = new Map<Card, unknown>();

for (const card of cards) card.addEventListener("dc-step", (event) => steps.set(card, (event as CustomEvent).detail));

async function show(card: Card): Promise<void> {
  const step = steps.get(card);
  const answer = await fetch(card.dataset.pack!, { cache: "no-store" });
  card.packData = await answer.text();
  await card.settled;
  if (step) await card.goTo?.(step);
}

async function saved(): Promise<void> {
  state.textContent = "Checking …";
  await Promise.all(cards.map(show));
}

function line({ severity, file, line: row, column, message, suggestion }: Report["problems"][number]): HTMLLIElement {
  const item = document.createElement("li");
  item.className = severity;
  const place = document.createElement("b");
  place.textContent = `${file ? `${file}:` : ""}${row}:${column}`;
  item.append(place, ` ${severity}: ${message}${suggestion ? ` ${suggestion}` : ""}`);
  return item;
}

function report({ problems, findings = [] }: Report): void {
  const open = findings.filter(({ severity, accepted }) => severity !== "note" && accepted === undefined);
  const all = [
    ...problems,
    ...open.filter(({ severity }) => severity === "error"),
    ...open.filter(({ severity }) => severity === "warning"),
  ];
  const notes = findings.length - open.length;
  list.replaceChildren(...all.map((each) => line(each as Report["problems"][number])));
  state.textContent =
    all.length === 0 ? `Nothing is wrong (${notes} notes: decision-card check)` : `${all.length} to mend`;
  for (const card of cards) card.hidden = problems.length > 0;
}

const events = new EventSource("/events");
events.addEventListener("saved", () => void saved());
events.addEventListener("report", ({ data }: MessageEvent<string>) => report(JSON.parse(data) as Report));
events.addEventListener("error", () => {
  state.textContent = "decision-card dev has ended";
});
