/** Which folds of a card are open, so that a card that is painted again has them open, too. */

const summaryOf = (details: HTMLDetailsElement): string => details.querySelector("summary")?.textContent ?? "";

const all = (root: ShadowRoot | null): HTMLDetailsElement[] => [...(root?.querySelectorAll("details") ?? [])];

export function folds(root: ShadowRoot | null): Set<string> {
  return new Set(all(root).flatMap((details) => (details.open ? [summaryOf(details)] : [])));
}

export function unfolded(root: ShadowRoot | null, open: ReadonlySet<string>): void {
  for (const details of all(root)) if (open.has(summaryOf(details))) details.open = true;
}
