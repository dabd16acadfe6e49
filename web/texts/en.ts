/**
 * What both cards say in English, and what they say of a pack that can't be used. What only one of them says is in
 * `en-decision.ts` and `en-proofs.ts`, and in `en-practice.ts`.
 */
import type { Entries } from "./entry.js";

export const en = {
  waiting: "One moment: the engine is still loading.",
  error: "Error:",
  not_answered: "Not answered",
  quoted: "“{text}”",
  sentence: "{text}.",
  start_again: "Start again",
  save: "Save on this device",
  saved: "Saved on this device. It stays here until you delete it.",
  not_saved: "This browser refuses to save anything here.",
  saved_list: "Saved on this device",
  saved_shown: "shown here",
  saved_open: "Open",
  saved_compare: "Compare",
  saved_delete: "Delete",
  heading_level: 'heading-level="{value}" isn’t 2, 3, 4 or 5, so 2 is used.',
  pack_unknown: "There is no built-in pack “{value}”. There is: {known}.",
  src_missing: 'src="{value}" names no <script type="application/json"> in this document.',
  src_address: 'src="{value}" isn’t an address that a pack can be fetched from.',
  src_failed: "The pack at {value} couldn’t be fetched.",
  src_utf8: "The pack at {value} isn’t written in UTF-8. Save it again in that encoding.",
  problems: "This pack can’t be used yet",
  problems_intro: { one: "One problem to mend:", other: "{count} problems to mend:" },
  problem_place: "Line {line}, column {column}",
  problem_whole: "the whole document",
  failed: "The questionnaire couldn’t be started here.",
  retry: "Try again",
  text_kept: "What you wrote is kept:",
  fold_failed: "This couldn’t be worked out here.",
} as const satisfies Entries;
