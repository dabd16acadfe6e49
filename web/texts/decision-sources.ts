/** The languages of <decision-card>. */
import type { Sources } from "./sources.js";

export const DECISION_SOURCES: Sources = [
  ["de", () => import("./de/decision.js")],
  ["es", () => import("./es/decision.js")],
  ["pt-BR", () => import("./pt-BR/decision.js")],
  ["ja", () => import("./ja/decision.js")],
  ["zh-Hans", () => import("./zh-Hans/decision.js")],
  ["ar", () => import("./ar/decision.js")],
];
