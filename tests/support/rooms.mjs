// SPDX-License-Identifier: MIT
/** Which files use which, read from their text, and what the tables of rooms say to it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const IMPORT = /\b(?:import|export)\b[^;"'()]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;
const INCLUDE = /^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/gm;

const tableIn = (folder) => JSON.parse(readFileSync(path.join(folder, "rooms.json"), "utf8"));

function filesIn(folder, ending) {
  const names = readdirSync(folder, { recursive: true }).map((name) => name.split(path.sep).join("/"));
  return names.filter((name) => ending.test(name)).sort();
}

const withoutComments = (text) => text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");

const used = (text, pattern) => [...withoutComments(text).matchAll(pattern)].map((found) => found[1] ?? found[2]);

/** The room that a file stands in: the table's longest name that its path begins with. */
const roomOf = (table, file) =>
  Object.keys(table)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

function refused(table, name, file, from, to, target) {
  if (!from) return [`${name}/${file}: it stands in no room of ${name}/rooms.json`];
  if (!to) return [`${name}/${file}: ${target} stands in no room of ${name}/rooms.json`];
  if (from === to || table[from].uses.includes(to)) return [];
  return [
    `${name}/${file}: the room ${from} may not use the room ${to} (${target}); ${name}/rooms.json says which it may`,
  ];
}

/** A file's imports of files: import type, export … from and import() are imports like any other. */
function importsOf(folder, file) {
  const near = used(readFileSync(path.join(folder, file), "utf8"), IMPORT).filter((target) => target.startsWith("."));
  return near.map((target) => path.posix.normalize(path.posix.join(path.posix.dirname(file), target)));
}

/** `folder`: web/ or a copy of it. Each message names both rooms and the file. */
export function forbiddenImports(folder) {
  const table = tableIn(folder);
  return filesIn(folder, /^(?!tools\/).*\.ts$/).flatMap((file) =>
    importsOf(folder, file).flatMap((target) =>
      refused(table, "web", file, roomOf(table, file), roomOf(table, target), target.replace(/\.js$/, ".ts")),
    ),
  );
}

/** The room of what is included: "room/…" by its name, a public header by the list that it stands in. */
function includedRoom(table, target) {
  const header = /^decision_card\/(.+)\.hpp$/.exec(target)?.[1];
  if (header) return Object.keys(table).find((room) => table[room].public?.includes(header));
  return target.includes("/") ? target.split("/")[0] : null;
}

/** A room that only `reads` another may include its public headers; so may any, of what the rooms it uses build on. */
function mayInclude(table, from, target) {
  const to = includedRoom(table, target);
  const { uses, reads = [] } = table[from];
  if (from === to || uses.includes(to)) return true;
  return target.startsWith("decision_card/") && [...reads, ...uses].some((room) => sees(table, room, to));
}

const sees = (table, room, to) => room === to || table[room].uses.some((next) => sees(table, next, to));

/** `folder`: engine/ or a copy of it. */
export function forbiddenIncludes(folder) {
  const table = tableIn(folder);
  return filesIn(path.join(folder, "src"), /\.[ch]pp$/).flatMap((file) => {
    const from = file.split("/")[0];
    if (!table[from]) return [`engine/src/${file}: it stands in no room of engine/rooms.json`];
    const targets = used(readFileSync(path.join(folder, "src", file), "utf8"), INCLUDE);
    return targets.flatMap((target) => {
      if (/^(emscripten|SDL)/.test(target))
        return [`engine/src/${file}: the room ${from} is pure and includes no ${target}`];
      const to = includedRoom(table, target);
      if (to === null || target.startsWith("nlohmann/") || mayInclude(table, from, target)) return [];
      return [
        `engine/src/${file}: the room ${from} may not include the room ${to} (${target}); engine/rooms.json says which it may`,
      ];
    });
  });
}

/** Rooms that use one another, by way of others or not. */
export function circlesOfRooms(table) {
  const graph = new Map(Object.entries(table).map(([room, { uses, reads = [] }]) => [room, [...uses, ...reads]]));
  return circles(graph);
}

/** Files of web/ that import one another. */
export function circlesOfFiles(folder) {
  const files = filesIn(folder, /\.ts$/);
  return circles(new Map(files.map((file) => [file, importsOf(folder, file).map((to) => to.replace(/\.js$/, ".ts"))])));
}

function circles(graph) {
  const found = [];
  const done = new Set();
  const walk = (node, way) => {
    if (way.includes(node)) return found.push([...way.slice(way.indexOf(node)), node].join(" → "));
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...way, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return found;
}
