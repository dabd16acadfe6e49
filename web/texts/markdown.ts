/** What Markdown would take for its own. */
const SIGNS = /[\\`*_{}[\]<>#|~&]/g;

/** Whatever a pack or its reader says reads as it was written. */
export function escapeMarkdown(text: string): string {
  return text.replace(SIGNS, "\\$&");
}
