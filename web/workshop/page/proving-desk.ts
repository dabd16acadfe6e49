/** When what is proved: after a pause in writing, the newest text only; shares of rules and gates while the map is shown. */
import { outlineOfText, type Outline } from "../pack/outline.js";
import type { Target } from "../pack/probes.js";
import type { Prover } from "../proofs/prover.js";
import { shareKey, type MapView } from "./map-view.js";
import { isWhole, type ProofsView } from "./proofs-view.js";

const PAUSE = 250;

function targetsOf(outline: Outline): Target[] {
  return (["question", "rule", "gate", "note"] as const).flatMap((kind) =>
    outline[`${kind}s`].map(({ id }) => ({ kind, id })),
  );
}

export class Proving {
  readonly #prover: Prover;
  readonly #proofs: ProofsView;
  readonly #map: MapView;
  #timer = 0;
  #text = "";
  #shares = new Map<string, number | null>();
  #sharesOf = "";
  #mapNeeded = false;

  constructor(prover: Prover, proofs: ProofsView, map: MapView) {
    this.#prover = prover;
    this.#proofs = proofs;
    this.#map = map;
  }

  soon(text: string, decides: boolean): void {
    this.#stop();
    this.#text = text;
    this.#proofs.say("Proving …");
    this.#timer = setTimeout(() => void this.#prove(text, decides), PAUSE) as unknown as number;
  }

  /** The text has problems, so there is nothing to prove. */
  wait(problems: number): void {
    this.#stop();
    this.#text = "";
    this.#proofs.say(
      problems === 1
        ? "1 problem. The preview shows the last version without any."
        : `${problems} problems. The preview shows the last version without any.`,
    );
  }

  mapNeeded(needed: boolean): void {
    this.#mapNeeded = needed;
    if (needed && this.#text !== "" && !this.#prover.busy) void this.#prove(this.#text, true, false);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#prover.interrupt();
  }

  async #prove(text: string, decides: boolean, inspecting = true): Promise<void> {
    try {
      if (inspecting) await this.#inspect(text);
      if (decides && this.#mapNeeded && this.#sharesOf !== text) await this.#reach(text);
    } catch (error) {
      this.#proofs.say(error instanceof Error ? error.message : String(error));
    }
  }

  async #inspect(text: string): Promise<void> {
    const started = performance.now();
    const report = await this.#prover.ask({ what: "inspect", text });
    this.#shares = new Map();
    this.#sharesOf = "";
    if (isWhole(report))
      for (const { id, share } of report.recommendations)
        this.#shares.set(shareKey({ kind: "recommendation", id }), share);
    this.#proofs.showProofs(report);
    this.#map.reach(this.#shares);
    this.#proofs.say(
      isWhole(report)
        ? summary(report.findings, performance.now() - started)
        : "No problems. A rubric has no proofs over answers.",
    );
  }

  async #reach(text: string): Promise<void> {
    for (const target of targetsOf(outlineOfText(text)))
      this.#shares.set(shareKey(target), await this.#prover.ask({ what: "share", text, target }));
    this.#sharesOf = text;
    this.#map.reach(new Map(this.#shares));
  }
}

function summary(findings: readonly { severity: string }[], time: number): string {
  const count = (severity: string): number => findings.filter((each) => each.severity === severity).length;
  const said = [`${count("error")} errors`, `${count("warning")} warnings`, `${count("note")} notes`].join(", ");
  return `Proved in ${(time / 1000).toFixed(1)} s: ${said}.`;
}
