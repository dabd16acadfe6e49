/** What the result is handed. */
import type { Answered } from "../../questionnaire/steps.js";
import type { CostScreen } from "../costs/screen.js";
import type { ProofScreen } from "../proofs/screen.js";
import type { Trial } from "../proofs/trial.js";
import type { Origin } from "./origin.js";

export interface ResultScreen extends CostScreen, ProofScreen {
  /** How many answers it rests on. */
  readonly given: number;
  readonly answers: Answered;
  readonly trial: Trial | null;
  readonly origin: Origin | null;
  readonly link: () => string;
  readonly change: () => void;
  readonly restart: () => void;
  /** Keeps the answers in this browser, where the page asks for it; false where that is refused. */
  readonly save: (() => boolean) | null;
  /** Leads to the questions, where nothing is answered yet. */
  readonly begin: () => void;
}
