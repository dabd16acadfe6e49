/** JSON text of values that share most of what they say: a million verdicts are made of the texts of one pack. */

/**
 * Writes what JSON.stringify writes. The text of a frozen part, and of every string, is made once and kept: both are a
 * pack's own, so that there are no more of them than the pack has. Written anew are the few members that differ.
 */
export class KeptJson {
  readonly #parts = new WeakMap<object, string>();
  readonly #strings = new Map<string, string>();

  text(value: unknown): string {
    if (typeof value === "string") return this.#string(value);
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    return Object.isFrozen(value) ? this.#part(value) : this.#written(value);
  }

  #string(value: string): string {
    let text = this.#strings.get(value);
    if (text === undefined) this.#strings.set(value, (text = JSON.stringify(value)));
    return text;
  }

  #part(value: object): string {
    let text = this.#parts.get(value);
    if (text === undefined) this.#parts.set(value, (text = JSON.stringify(value)));
    return text;
  }

  #written(value: object): string {
    let text = "";
    if (Array.isArray(value)) {
      for (const each of value) text += `${text === "" ? "" : ","}${this.text(each)}`;
      return `[${text}]`;
    }
    for (const [key, each] of Object.entries(value))
      text += `${text === "" ? "" : ","}${this.#string(key)}:${this.text(each)}`;
    return `{${text}}`;
  }
}
