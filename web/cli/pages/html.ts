import { escapeMarkup } from "../../texts/markup.js";

/** HTML in which every text of a pack is text: values are escaped unless they are HTML of this module's own. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | Html | readonly Html[];

function written(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return escapeMarkup(value);
  return value.map(({ text }) => text).join("");
}

export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(written)));
}

export const NOTHING = new Html("");

/** A text inside a script element: nothing in it ends the element. JSON means the same with the sign escaped. */
export const inScript = (json: string): Html => new Html(json.replaceAll("<", "\\u003c"));
