/** What the result is handed. */
import type { ShelfScreen } from "../common/shelf.js";
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
  /** What is saved in this browser, where the page asks for it and the browser allows it. */
  readonly shelf: ShelfScreen | null;
  /** Leads to the questions, where nothing is answered yet. */
  readonly begin: () => void;
}
