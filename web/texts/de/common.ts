/** What both cards say in German. */
import type { en } from "../en.js";
import type { Translation } from "../entry.js";

export const common: Translation<typeof en> = {
  waiting: "Einen Moment, die Auswertung lädt noch.",
  error: "Fehler:",
  not_answered: "Nicht beantwortet",
  quoted: "„{text}“",
  sentence: "{text}.",
  start_again: "Neu beginnen",
  save: "Auf diesem Gerät speichern",
  saved: "Auf diesem Gerät gespeichert, bis Sie es löschen.",
  not_saved: "Dieser Browser lässt hier nichts speichern.",
  saved_list: "Auf diesem Gerät gespeichert",
  saved_shown: "gerade zu sehen",
  saved_open: "Öffnen",
  saved_compare: "Vergleichen",
  saved_delete: "Löschen",
  heading_level: 'heading-level="{value}" ist nicht 2, 3, 4 oder 5; es gilt 2.',
  pack_unknown: "Ein eingebautes Paket „{value}“ gibt es nicht. Vorhanden ist: {known}.",
  src_missing: 'src="{value}" nennt kein <script type="application/json"> in diesem Dokument.',
  src_address: 'src="{value}" ist keine Adresse, von der sich ein Paket laden lässt.',
  src_failed: "Das Paket unter {value} ließ sich nicht laden.",
  src_utf8: "Das Paket unter {value} ist nicht in UTF-8 geschrieben. Speichern Sie es in dieser Kodierung neu.",
  problems: "Dieses Paket ist noch nicht verwendbar",
  problems_intro: { one: "Ein Problem ist zu beheben:", other: "{count} Probleme sind zu beheben:" },
  problem_place: "Zeile {line}, Spalte {column}",
  problem_whole: "das ganze Dokument",
  failed: "Der Fragebogen ließ sich hier nicht starten.",
  retry: "Noch einmal versuchen",
  text_kept: "Was Sie geschrieben haben, bleibt erhalten:",
  fold_failed: "Das ließ sich hier nicht berechnen.",
};
