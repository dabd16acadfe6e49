/** Which texts of a pack may have markup (`rich.ts`): those that are read as prose. Names, titles and labels are plain. */

const RICH =
  /^(intro|help|why|why_asked|why_not|because|detail|summary|despite|gates_text|pass|fail|unknown|correction|model)$/;

/** `text` is the label of what has an id or an amount, unless that has a title, too. */
export function isRich(key: string, parent: object): boolean {
  return key === "text" ? "title" in parent || !("id" in parent || "amount" in parent) : RICH.test(key);
}
