/** Where the keys of a spreadsheet lead, and what is selected between two cells. */

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function areaOf(a: Spot, b: Spot): Area {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PAGE = 10;

/** By how much a key moves, in rows and columns; with Control to the end. Tab leaves the grid, as in any other field. */
function step({ key }: Key): readonly [number, number] | null {
  switch (key) {
    case "ArrowUp":
      return [-1, 0];
    case "ArrowDown":
      return [1, 0];
    case "ArrowLeft":
      return [0, -1];
    case "ArrowRight":
      return [0, 1];
    case "PageUp":
      return [-PAGE, 0];
    case "PageDown":
      return [PAGE, 0];
    case "Home":
      return [0, -Infinity];
    case "End":
      return [0, Infinity];
    default:
      return null;
  }
}

const within = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

export function moved(key: Key, from: Spot, size: { rows: number; columns: number }): Spot | null {
  const by = step(key);
  if (!by || key.altKey) return null;
  const [down, over] = by;
  const far = key.ctrlKey || key.metaKey;
  const rows = far && (key.key === "Home" || key.key === "End") ? over : far ? down * Infinity || 0 : down;
  const columns = far ? over * Infinity || 0 : over;
  return { row: within(from.row + rows, size.rows), column: within(from.column + columns, size.columns) };
}
