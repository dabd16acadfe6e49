/** The fold with which a result leaves the page: as a text for a wiki or a repository, as data, as a picture, to another app. */
import { button, h } from "../../dom/dom.js";
import { pngOf, saveFile } from "../../dom/saving.js";
import {
  paintOn,
  resultMadr,
  resultMarkdown,
  resultPicture,
  svgOf,
  type Result,
  resultData,
} from "../../documents/index.js";
import { plain } from "../../texts/rich.js";
import type { TextKey } from "../../texts/texts.js";
import { copy, DOCUMENT } from "../common/copying.js";
import { fold } from "../common/fold.js";
import type { Stage } from "../common/stage.js";

export function takingFold(stage: Stage, result: Result, link: () => string): HTMLElement {
  const status = h("p", { class: "status", role: "status" });
  const text = (key: TextKey, write: () => string): HTMLElement =>
    button("quiet", stage.texts.say(key), () => void copy(stage, write(), status, DOCUMENT));
  const { verdict } = result;
  const share = shareButton(stage, result, link);
  return fold(
    stage,
    "take",
    "taking",
    stage.texts.say("take_hint"),
    h(
      "div",
      { class: "actions toolbar", part: "toolbar" },
      share,
      button("quiet", stage.texts.say("take_picture"), () => void savePicture(stage, result, status)),
      button("quiet", stage.texts.say("take_svg"), () => saveSvg(result)),
      text("take_markdown", () => resultMarkdown(result)),
      text("take_madr", () => resultMadr(result)),
      text("take_json", () => JSON.stringify(resultData(result, verdict), null, 2)),
      status,
    ),
  );
}

/** Only where the device has such a thing; a reader who changes their mind hears nothing of it. */
function shareButton({ texts }: Stage, result: Result, link: () => string): HTMLElement | null {
  if (!("share" in navigator)) return null;
  const { title, summary } = result.verdict.recommendation;
  const share = (): void =>
    void navigator.share({ title, text: `${title}. ${plain(summary)}`, url: link() }).catch(() => null);
  return button("quiet", texts.say("take_share"), share);
}

async function savePicture(stage: Stage, result: Result, status: HTMLElement): Promise<void> {
  const picture = resultPicture(result);
  const png = await pngOf(picture.width, picture.height, (context) => paintOn(context, picture));
  if (png) saveFile(`${result.pack.id}.png`, png);
  else status.replaceChildren(stage.texts.say("take_failed"));
}

function saveSvg(result: Result): void {
  saveFile(`${result.pack.id}.svg`, new Blob([svgOf(resultPicture(result))], { type: "image/svg+xml" }));
}
