/** The fold "What it would cost": what is said of costs, and the picture. */
import { type Child, h } from "../../dom/dom.js";
import type { Citations } from "../common/citations.js";
import { fold, later } from "../common/fold.js";
import { costPicture } from "./cost-picture.js";
import type { Stage } from "../common/stage.js";
import type { CostScreen } from "./screen.js";

export function costsFold(
  stage: Stage,
  screen: CostScreen,
  citations: Citations,
  claims: readonly Child[],
): HTMLElement | null {
  const { estimates } = stage.pack.decision;
  const hint = h("span", {});
  const said = claims.length > 0 ? h("ul", { class: "cost-claims" }, ...claims) : null;
  if (!estimates) return said === null ? null : fold(stage, "cost_picture", "cost-fold", null, said);
  const refs = estimates.inputs.map((input) => citations.refer(input.sources));
  const element = fold(stage, "cost_picture", "cost-fold", hint);
  const tell = (totals: string): void => hint.replaceChildren(totals);
  later(stage, element, () => [costPicture(stage, estimates, screen, refs, tell), said]);
  return element;
}
