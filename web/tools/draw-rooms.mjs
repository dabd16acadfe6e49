// SPDX-License-Identifier: MIT
/** `node web/tools/draw-rooms.mjs` writes the tables of rooms into docs/architecture.md, between its markers. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const TABLES = { engine: "engine/rooms.json", web: "web/rooms.json" };
const begin = (name) => `<!-- rooms of ${name}: written by web/tools/draw-rooms.mjs -->`;
const END = "<!-- end of rooms -->";

/** A row a room: what stands there, and what it may use. */
function drawn(table) {
  const rows = Object.entries(table).map(([room, { about, uses, reads = [], public: headers = [] }]) => {
    const arrows = [...uses.map((each) => `\`${each}\``), ...reads.map((each) => `\`${each}\` (its public headers)`)];
    const shown =
      headers.length > 0 ? `${about}; public: ${headers.map((each) => `\`${each}.hpp\``).join(", ")}` : about;
    return `| \`${room}\` | ${shown} | ${arrows.join(", ") || "nothing"} |`;
  });
  return ["| room | what stands there | uses |", "|---|---|---|", ...rows].join("\n");
}

/** The page with the tables as they are now. */
export function withRooms(page) {
  return Object.entries(TABLES).reduce((text, [name, file]) => {
    const start = text.indexOf(begin(name));
    const end = text.indexOf(END, start);
    if (start < 0 || end < 0) throw new Error(`docs/architecture.md has no place for the rooms of ${name}`);
    const table = drawn(JSON.parse(readFileSync(at(file), "utf8")));
    return `${text.slice(0, start)}${begin(name)}\n${table}\n${text.slice(end)}`;
  }, page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = at("docs/architecture.md");
  writeFileSync(page, withRooms(readFileSync(page, "utf8")));
}
