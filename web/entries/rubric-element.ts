/** <rubric-card> and its engine, which is a chunk of its own: the first screen needs none. */
import { RubricCard } from "../elements/rubric-card.js";

RubricCard.engine = async () => (await import("./rubric.js")).load();

export { RubricCard };
