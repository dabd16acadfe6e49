/** Files for the reader's own folder, made in the page. */

/** A canvas as PNG; null where the browser keeps canvases from being read. */
export function pngOf(
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D) => void,
): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) return Promise.resolve(null);
  paint(context);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** The browser asks where to, or doesn't; a frame that may not save does nothing. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
