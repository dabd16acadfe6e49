/** The languages of <rubric-card>. In a module of their own, so that a page with one element has none of the other's. */
import type { Sources } from "./sources.js";

export const RUBRIC_SOURCES: Sources = [
  ["de", () => import("./de/rubric.js")],
  ["es", () => import("./es/rubric.js")],
  ["pt-BR", () => import("./pt-BR/rubric.js")],
  ["ja", () => import("./ja/rubric.js")],
  ["zh-Hans", () => import("./zh-Hans/rubric.js")],
  ["ar", () => import("./ar/rubric.js")],
];
