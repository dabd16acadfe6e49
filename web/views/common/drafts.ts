/** What stands in the fields of a screen, whether it is an answer or not: it is there again however often the screen is painted. */
export interface Drafts {
  readonly of: ReadonlyMap<string, string>;
  readonly write: (field: string, text: string) => void;
}
