/** What the parts of a result that need proofs are handed. */
import type { Change, Flips, Outlook, Verdict } from "../../contract/index.js";
import type { Drafts } from "../common/drafts.js";

export interface ProofScreen {
  readonly verdict: Verdict;
  readonly flips: () => Flips;
  readonly outlook: () => Outlook;
  readonly tryOut: (changes: readonly Change[]) => void;
  /** Leads to an open question. */
  readonly answer: (question: string) => void;
  /** False for a text that is no link to this questionnaire. */
  readonly compare: (link: string) => boolean;
  readonly drafts: Drafts;
}
