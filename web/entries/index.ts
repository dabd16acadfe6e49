/** The package's main entry: classes and types. Importing it registers nothing; `decision-card/define` does. */
import { bundledFirst, bundledPackText, bundledQuestionCount } from "../engine/generated/bundled.js";
import { DecisionCard } from "../elements/decision-card.js";
import { PackElement } from "../elements/pack-element.js";
import { RubricCard } from "../elements/rubric-card.js";

PackElement.bundled = { text: bundledPackText, first: bundledFirst, questionCount: bundledQuestionCount };

export type * from "../contract/index.js";
export type * from "../elements/events.js";
export type { Engine, Pack } from "../engine/engine.js";
export { load, PackError } from "../engine/engine.js";
export { DecisionCard, RubricCard };
