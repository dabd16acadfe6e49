/** A picture painted on a canvas: no image is loaded for it, so that no policy of a page is in the way. */
import { FONTS, type Picture } from "./picture.js";

export function paintOn(context: CanvasRenderingContext2D, { width: all, fromRight, boxes, lines }: Picture): void {
  for (const { x, y, width, height, color } of boxes) {
    context.fillStyle = color;
    context.fillRect(fromRight ? all - x - width : x, y, width, height);
  }
  context.direction = fromRight ? "rtl" : "ltr";
  for (const { text, x, y, size, bold, color } of lines) {
    context.fillStyle = color;
    context.font = `${bold ? 700 : 400} ${size}px ${FONTS}`;
    context.fillText(text, fromRight ? all - x : x, Math.round(y));
  }
}
