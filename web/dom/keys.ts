/**
 * The keys that belong to the card's own controls. To the page they all seem to come from the tag, which is no field: its
 * shortcuts would take the letters of a text away from whoever writes it.
 */

const FIELDS = "input, textarea";
/** The heading has the focus when the key comes up that was pressed on the screen before. */
const PRESSED = "button, summary, a, .heading";

export function keepKeys(root: ShadowRoot): void {
  root.addEventListener("keydown", ignore, { capture: true });
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, keep);
}

/**
 * A key that is held down has been pressed once; only in a text does it mean more. Keys of a writing system are its own: Enter
 * that chooses a word is no Enter yet. Safari tells of it after the word is there, as 229.
 */
function ignore(event: Event): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari has no other way to tell
  const { repeat, key, target, isComposing, keyCode } = event as KeyboardEvent;
  const held = repeat && key === "Enter" && !(target instanceof HTMLTextAreaElement);
  if (held) event.preventDefault();
  if (held || isComposing || keyCode === 229) event.stopPropagation();
}

function keep(event: Event): void {
  if (isOurs(event as KeyboardEvent)) event.stopPropagation();
}

/** Dialogs close by Escape, focus goes on by Tab, and a page may have shortcuts with Control or Command everywhere. */
function isOurs(event: KeyboardEvent): boolean {
  const { key, target } = event;
  if (!(target instanceof Element)) return false;
  if (target.matches(PRESSED)) return key === "Enter" || key === " ";
  const shortcut = (event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph");
  return target.matches(FIELDS) && !shortcut && !/^(?:Escape|Tab|F\d+)$/.test(key);
}
