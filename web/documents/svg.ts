/** A picture as SVG: shapes and texts, nothing of HTML in it, so that every program draws it. */
import { escapeMarkup } from "../texts/markup.js";
import { FONTS, type Box, type Line, type Picture } from "./picture.js";

export function svgOf(picture: Picture): string {
  const { width, height, title, description, language, fromRight } = picture;
  const direction = fromRight ? ' direction="rtl"' : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${escapeMarkup(language)}" role="img" aria-labelledby="title" aria-describedby="description" font-family="${FONTS}"${direction}>`,
    `<title id="title">${escapeMarkup(title)}</title>`,
    `<desc id="description">${escapeMarkup(description)}</desc>`,
    ...picture.boxes.map((box) => rectangle(picture, box)),
    ...picture.lines.map((line) => textLine(picture, line)),
    "</svg>\n",
  ].join("\n");
}

function rectangle({ width: all, fromRight }: Picture, { x, y, width, height, color }: Box): string {
  return `<rect x="${fromRight ? all - x - width : x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`;
}

function textLine({ width, fromRight }: Picture, { text, x, y, size, bold, color }: Line): string {
  const at = `x="${fromRight ? width - x : x}" y="${Math.round(y)}"`;
  return `<text ${at} font-size="${size}"${bold ? ' font-weight="700"' : ""} fill="${color}">${escapeMarkup(text)}</text>`;
}
