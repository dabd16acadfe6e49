/** The reader's clipboard. */

/** Clipboards are refused in sandboxed frames and on plain http: false asks the caller for another way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
