/** Plain text for HTML and XML. */

const SIGNS: { readonly [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
/** XML 1.0 knows no other control characters below 32, not even escaped; those from 127 on it advises against. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/** Half of a pair stands for no character. */
const HALF = /[\ud800-\udfff]/gu;

/** A text as markup that shows it, in an element or between quotes. */
export function escapeMarkup(text: string): string {
  return text
    .replace(FORBIDDEN, "\ufffd")
    .replace(HALF, "\ufffd")
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
