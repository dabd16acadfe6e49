/** The pane "Proofs": problems at once, and what the worker has proved of the draft as it is. */
import type { CheckReport, Inspection, Part, Problem } from "../../contract/index.js";
import { button, h, named } from "../../dom/dom.js";
import type { Edit } from "../pack/tree.js";
import { answersText, findingsView, folded, type Acting } from "./findings.js";

export interface Mending {
  readonly word: string;
  readonly edits: readonly Edit[];
}

export type Suggestion = Inspection["suggestions"][number];

export interface ProofsActing extends Acting {
  keepAll(cases: readonly Suggestion[]): void;
  mending(problem: Problem): Mending | null;
  mend(edits: readonly Edit[]): void;
}

export const isWhole = (report: Inspection | CheckReport): report is Inspection => "findings" in report;

const percent = (share: number): string => `${(share / 10_000).toFixed(share > 0 && share < 100 ? 4 : 2)} %`;
export { percent };

export class ProofsView {
  readonly status = h("p", { role: "status", class: "status" });
  readonly #problems = h("div", { class: "problems" });
  readonly #proofs = h("div", { class: "proved" });
  readonly element = h(
    "div",
    { class: "proofs", tabindex: "0", role: "group", "aria-label": "Proofs" },
    this.status,
    this.#problems,
    this.#proofs,
  );
  readonly #acting: ProofsActing;

  constructor(acting: ProofsActing) {
    this.#acting = acting;
  }

  say(text: string): void {
    if (this.status.textContent !== text) this.status.replaceChildren(text);
  }

  showProblems(problems: readonly Problem[]): void {
    const items = problems.map((problem) => this.#problem(problem));
    this.#problems.replaceChildren(...(items.length > 0 ? [h("ol", { class: "findings" }, ...items)] : []));
    this.#proofs.classList.toggle("stale", true);
    if (problems.some(({ severity }) => severity === "error")) this.#proofs.replaceChildren();
  }

  #problem(problem: Problem): HTMLElement {
    const { severity, message, suggestion, line, code } = problem;
    const mending = this.#acting.mending(problem);
    const mend = mending && button("mend", `Write "${mending.word}"`, () => this.#acting.mend(mending.edits));
    const go = named(
      button("go", `Line ${line}`, () => this.#acting.go(problem)),
      message,
    );
    return h(
      "li",
      { class: `finding ${severity}` },
      h("p", {}, h("strong", { class: "severity" }, code.replaceAll("_", " "))),
      h("p", { class: "message" }, [message, suggestion].filter(Boolean).join(" ")),
      h("p", { class: "acts" }, go, mend),
    );
  }

  /** Folds that were open stay open. */
  showProofs(report: Inspection | CheckReport): void {
    const open = new Set([...this.#proofs.querySelectorAll<HTMLElement>("details[open] > summary")].map(titleOf));
    const parts = isWhole(report) ? this.#parts(report) : [];
    this.#proofs.replaceChildren(...parts);
    this.#proofs.classList.toggle("stale", false);
    for (const summary of this.#proofs.querySelectorAll<HTMLElement>("details > summary"))
      if (open.has(titleOf(summary))) (summary.parentElement as HTMLDetailsElement).open = true;
  }

  #parts(report: Inspection): HTMLElement[] {
    return [
      this.#shares(report),
      ...findingsView(report, this.#acting),
      ...this.#suggested(report.suggestions),
      ...lawsView(report),
      casesView(report),
      coverageView(report),
    ];
  }

  /** Cases that would notice most of what no case notices so far, each added by one press, or all at once. */
  #suggested(suggestions: readonly Suggestion[]): HTMLElement[] {
    if (suggestions.length === 0) return [];
    const add = (from: number, to = from + 1) => this.#acting.keepAll(suggestions.slice(from, to));
    const items = suggestions.map(({ answers, expect, notices }, k) =>
      h(
        "li",
        { class: "finding" },
        h("p", { class: "message" }, `${answersText(answers)}: `, h("code", {}, expect)),
        h("p", { class: "aside" }, `Notices ${notices} changes of the pack that no case notices.`),
        h(
          "p",
          { class: "acts" },
          named(
            button("show", "Show me", () => this.#acting.play(answers)),
            `case ${k + 1}`,
          ),
          named(
            button("keep", "Add as a case", () => add(k)),
            `case ${k + 1}`,
          ),
        ),
      ),
    );
    const all = button("keep", `Add all ${suggestions.length}`, () => add(0, suggestions.length));
    return [h("h3", {}, "Suggested cases"), h("p", { class: "acts" }, all), h("ol", { class: "findings" }, ...items)];
  }

  #shares({ recommendations, combinations }: Inspection): HTMLElement {
    const rows = recommendations.map(({ id, share }) => {
      const bar = h("span", { class: "bar", "aria-hidden": "true" });
      bar.style.inlineSize = `${share / 10_000}%`;
      const reach = named(
        button("show", "Show me", () => this.#acting.find({ kind: "recommendation", id })),
        id,
      );
      return h(
        "tr",
        {},
        h("th", { scope: "row" }, id),
        h("td", { class: "share" }, bar, percent(share)),
        h("td", {}, reach),
      );
    });
    const title = h(
      "caption",
      {},
      `Where all ${Number(combinations).toLocaleString("en")} combinations of answers lead`,
    );
    return h("table", { class: "shares" }, title, h("tbody", {}, ...rows));
  }
}

function titleOf(summary: HTMLElement): string {
  return summary.firstChild?.textContent ?? "";
}

function lawsView({ laws }: Inspection): HTMLElement[] {
  if (laws.length === 0) return [];
  const held = laws.filter(({ status }) => status === "holds").length;
  const items = () =>
    laws.map(({ id, status }) =>
      h("li", { class: `finding law ${status}` }, h("code", {}, id), ` ${status.replace("_", " ")}`),
    );
  return [h("h3", {}, "Laws"), folded(`${held} of ${laws.length} proved`, laws.length, items)];
}

function casesView({ cases }: Inspection): HTMLElement {
  const passed = cases.filter((each) => each.passed).length;
  return h("p", { class: "sum" }, `${passed} of ${cases.length} cases come out as expected.`);
}

const part = (name: string, { covered, of }: Part): string => `${covered} of ${of} ${name}`;

function coverageView({ coverage, mutation }: Inspection): HTMLElement {
  const noticed = mutation.killed + mutation.survived;
  const score = noticed === 0 ? "none" : (mutation.killed / noticed).toFixed(2);
  const covered = [
    part("recommendations", coverage.recommendations),
    part("rules", coverage.rules),
    part("gate states", coverage.gate_states),
    part("choices", coverage.choices),
  ];
  return h("p", { class: "sum" }, `The cases cover ${covered.join(", ")}. Mutation score: ${score}.`);
}
