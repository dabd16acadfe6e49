/** What the proofs found, as an author reads it: worst first, notes of one kind together. */
import type { Answers, Finding, Inspection } from "../../contract/index.js";
import { button, h, named, type Child } from "../../dom/dom.js";
import type { Target } from "../pack/probes.js";
import { inline } from "../pack/edits.js";

export interface Acting {
  go(place: { path: string; line: number; column: number }): void;
  play(answers: Answers): void;
  /** Writes the answers down as a case of the pack, with what it recommends for them. */
  keep(answers: Answers, about: string): void;
  /** Finds answers that show something, and plays them. */
  find(target: Target): void;
  /** Finds such answers and keeps them as a case. */
  findAndKeep(target: Target): void;
}

const SEVERITIES = { error: "Errors", warning: "Warnings", note: "Notes" } as const;
/** For these a case with the witness is the cure. */
const CURED_BY_CASE = /^(uncovered_|surviving_mutant$)/;
/** Findings about one thing that some answers show, where the proofs name none. */
const SHOWN =
  /^(?:uncovered|uncited)_(rule|recommendation|note)$|^(rule|note|question)_always_|^(question)_never_decides$/;

export function targetOf({ code, of, witnesses }: Finding): Target | null {
  const kind = SHOWN.exec(code)?.slice(1).find(Boolean);
  return of === undefined || kind === undefined || witnesses.length > 0
    ? null
    : { kind: kind as Target["kind"], id: of };
}

const words = (code: string): string => code.replaceAll("_", " ");

export function answersText(answers: Answers): string {
  const said = Object.entries(answers).map(
    ([question, choice]) => `${question}: ${typeof choice === "string" ? choice : inline(choice)}`,
  );
  return said.length === 0 ? "no answers" : said.join(", ");
}

function buttonsOf(finding: Finding, acting: Acting): HTMLElement[] {
  const about = finding.of ?? words(finding.code);
  const [first, second] = finding.witnesses;
  const target = targetOf(finding);
  const play = first ? () => acting.play(first) : target ? () => acting.find(target) : null;
  const keep = first ? () => acting.keep(first, about) : target ? () => acting.findAndKeep(target) : null;
  const cured = CURED_BY_CASE.test(finding.code);
  return [
    named(
      button("go", `Line ${finding.line}`, () => acting.go(finding)),
      about,
    ),
    ...(play ? [named(button("show", "Show me", play), about)] : []),
    ...(second
      ? [
          named(
            button("show", "Show the other", () => acting.play(second)),
            about,
          ),
        ]
      : []),
    ...(keep && cured ? [named(button("keep", "Add as a case", keep), about)] : []),
  ];
}

export function findingItem(finding: Finding, acting: Acting): HTMLElement {
  const { severity, code, message, suggestion, accepted } = finding;
  return h(
    "li",
    { class: `finding ${severity}` },
    h("p", {}, h("strong", { class: "severity" }, words(code)), finding.of ? h("code", {}, finding.of) : null),
    h("p", { class: "message" }, [message, suggestion].filter(Boolean).join(" ")),
    accepted ? h("p", { class: "aside" }, `Accepted: ${accepted}`) : null,
    h("p", { class: "acts" }, ...buttonsOf(finding, acting)),
  );
}

/** Long lists are made when they are opened. */
export function folded(title: Child, count: number, items: () => HTMLElement[]): HTMLElement {
  const list = h("ol", { class: "findings" });
  const details = h("details", {}, h("summary", {}, title, h("span", { class: "count" }, String(count))), list);
  details.addEventListener("toggle", () => {
    if (details.open && list.childElementCount === 0) list.append(...items());
  });
  return details;
}

function notesByKind(notes: readonly Finding[], acting: Acting): HTMLElement[] {
  const codes = [...new Set(notes.map(({ code }) => code))];
  return codes.map((code) => {
    const own = notes.filter((note) => note.code === code);
    return folded(words(code), own.length, () => own.map((note) => findingItem(note, acting)));
  });
}

export function findingsView({ findings }: Inspection, acting: Acting): HTMLElement[] {
  return (["error", "warning", "note"] as const).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const body =
      severity === "note"
        ? notesByKind(own, acting)
        : [h("ol", { class: "findings" }, ...own.map((each) => findingItem(each, acting)))];
    return [h("h3", {}, SEVERITIES[severity], h("span", { class: "count" }, String(own.length))), ...body];
  });
}
