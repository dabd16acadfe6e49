/** The map as a drawing: questions, what they lead to, and the recommendations, laid out by dagre in layers. */
import { Graph, layout } from "@dagrejs/dagre";
import { svg } from "../../dom/dom.js";
import type { Knot, Line } from "../pack/outline.js";

const WIDTH = 176;
const HEIGHT = 44;
const LETTERS = 24;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Placed extends Point {
  readonly knot: Knot;
}

export interface Drawn {
  readonly element: SVGElement;
  /** Lines and knots that lead to or from this one stand out; null: none does. */
  trace(key: string | null): void;
}

export function laidOut(
  knots: readonly Knot[],
  lines: readonly Line[],
): { placed: Placed[]; ways: (Line & { points: Point[] })[]; width: number; height: number } {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 14, ranksep: 72, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key } of knots) graph.setNode(key, { width: WIDTH, height: HEIGHT });
  for (const { from, to } of lines) graph.setEdge(from, to, {});
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const placed = knots.map((knot) => ({ knot, ...(graph.node(knot.key) as unknown as Point) }));
  const ways = lines.map((line) => ({
    ...line,
    points: (graph.edge(line.from, line.to) as unknown as { points: Point[] }).points,
  }));
  return { placed, ways, width, height };
}

const short = (text: string): string => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text);

function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${first.x} ${first.y}`;
  for (const [k, { x, y }] of rest.entries()) {
    const next = rest[k + 1];
    path += next ? `Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}` : `L${x} ${y}`;
  }
  return path;
}

function box({ knot, x, y }: Placed, share: string, open: (knot: Knot) => void): SVGElement {
  const [left, top] = [x - WIDTH / 2, y - HEIGHT / 2];
  const under = share || short(knot.title);
  const group = svg("g", { class: `knot ${knot.kind}`, role: "button", tabindex: "0" });
  const whole = svg("title", {}); // what the box has no room for
  whole.append(` (${knot.kind} ${knot.id}, ${knot.title})`);
  const name = svg("text", { x: String(left + 10), y: String(top + 18), class: "name" });
  name.append(short(knot.id));
  const below = svg("text", { x: String(left + 10), y: String(top + 34), class: "title" });
  below.append(under);
  const frame = { x: String(left), y: String(top), width: String(WIDTH), height: String(HEIGHT), rx: "3" };
  group.append(svg("rect", frame), name, " ", below, whole);
  group.addEventListener("click", () => open(knot));
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(knot);
  });
  return group;
}

/** `share`: how many answers reach it, in words. */
export function drawn(
  knots: readonly Knot[],
  lines: readonly Line[],
  share: (knot: Knot) => string,
  open: (knot: Knot) => void,
): Drawn {
  const { placed, ways, width, height } = laidOut(knots, lines);
  const element = svg("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    class: "drawing",
    role: "group",
    "aria-label": "Map",
  });
  const paths = ways.map((way) => {
    const path = svg("path", {
      d: curve(way.points),
      class: "way",
      "stroke-width": String(Math.min(6, 0.75 + way.weight * 0.5)),
      "aria-hidden": "true",
    });
    return { way, path };
  });
  const boxes = placed.map((each) => ({ key: each.knot.key, group: box(each, share(each.knot), open) }));
  element.append(...paths.map(({ path }) => path), ...boxes.map(({ group }) => group));
  const trace = (key: string | null): void => {
    element.classList.toggle("traced", key !== null);
    for (const { way, path } of paths) path.classList.toggle("near", way.from === key || way.to === key);
    const near = new Set(ways.flatMap(({ from, to }) => (from === key || to === key ? [from, to] : [])));
    for (const each of boxes) each.group.classList.toggle("near", near.has(each.key));
  };
  for (const { key, group } of boxes) {
    for (const type of ["mouseenter", "focus"]) group.addEventListener(type, () => trace(key));
    for (const type of ["mouseleave", "blur"]) group.addEventListener(type, () => trace(null));
  }
  return { element, trace };
}
