/** The fold with what the reader has saved on this device: each can be opened, compared with what is shown, and deleted. */
import { button, type Child, h, named } from "../../dom/dom.js";
import { fold } from "./fold.js";
import type { Stage } from "./stage.js";

/** One that was saved; null where it is the one that is shown. */
export interface SavedRow {
  readonly title: string;
  readonly at: string;
  readonly open: (() => void) | null;
  readonly compare: (() => void) | null;
  readonly delete: () => void;
}

export interface ShelfScreen {
  readonly rows: () => readonly SavedRow[];
  /** False: the browser refuses. */
  readonly save: () => boolean;
  /** Hears when another tab, or this one, has saved or deleted something. */
  readonly listen: (changed: () => void) => void;
}

export function shelfFold(stage: Stage, shelf: ShelfScreen | null): HTMLElement | null {
  if (!shelf) return null;
  const list = h("ul", {});
  const view = fold(stage, "saved_list", "saved", "", list);
  const hint = view.querySelector(".hint");
  const fill = (): void => {
    const rows = shelf.rows();
    view.hidden = rows.length === 0;
    hint?.replaceChildren(stage.texts.number(rows.length));
    list.replaceChildren(...rows.map((row) => item(stage, row)));
  };
  shelf.listen(fill);
  fill();
  return view;
}

/** Says what came of it beside the button. */
export function saveButton({ texts }: Stage, shelf: ShelfScreen, status: HTMLElement): HTMLElement {
  return button("quiet", texts.say("save"), () =>
    status.replaceChildren(texts.say(shelf.save() ? "saved" : "not_saved")),
  );
}

function item(stage: Stage, { title, at, open, compare, delete: drop }: SavedRow): HTMLElement {
  const { texts } = stage;
  const day = at && texts.date(at.slice(0, 10));
  const about = [title, day].filter(Boolean).join(", ");
  const press = (key: "saved_open" | "saved_compare" | "saved_delete", work: (() => void) | null): Child =>
    work && named(button("quiet", texts.say(key), work), about);
  return h(
    "li",
    {},
    h("p", {}, h("strong", {}, title), " ", h("span", { class: "soft" }, open ? day : texts.say("saved_shown"))),
    h(
      "div",
      { class: "actions" },
      press("saved_open", open),
      press("saved_compare", compare),
      press("saved_delete", drop),
    ),
  );
}
