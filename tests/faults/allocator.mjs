// SPDX-License-Identifier: MIT
/**
 * Gives the bytes of a shipped module an allocator that fails on order: malloc, through which all allocations go, begins by
 * counting down and returns 0 where it is said to. Nothing else of the module is touched, and nothing is built anew.
 */

const [EXPORT_SECTION, GLOBAL_SECTION, CODE_SECTION, IMPORT_SECTION] = [7, 6, 10, 2];
const [FUNCTION, GLOBAL] = [0, 3];
export const NEVER = 0x7fffffff;

/** Reads LEB128 numbers and runs of bytes, front to back. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }
  take(size) {
    return this.bytes.subarray(this.at, (this.at += size));
  }
  text() {
    return Buffer.from(this.take(this.number())).toString();
  }
  get over() {
    return this.at >= this.bytes.length;
  }
}

function number(value) {
  const bytes = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 0x80);
  }
}

const text = (value) => [...number(value.length), ...Buffer.from(value)];
const counted = (parts) => Buffer.concat([Buffer.from(number(parts.length)), ...parts]);

function sectionsOf(bytes) {
  const reader = new Reader(bytes, 8);
  const sections = [];
  while (!reader.over) sections.push({ id: reader.bytes[reader.at++], bytes: reader.take(reader.number()) });
  return sections;
}

/** One limit or two, behind a flag. */
function skipLimits(reader) {
  const flags = reader.number();
  reader.number();
  if ((flags & 1) !== 0) reader.number();
}

const SKIP_IMPORT = [
  (reader) => reader.number(),
  (reader) => {
    reader.take(1);
    skipLimits(reader);
  },
  skipLimits,
  (reader) => reader.take(2),
];

/** How many functions and globals are imported: own ones are counted on from there. */
function importedOf(bytes) {
  const imported = [0, 0, 0, 0];
  const reader = new Reader(bytes ?? Buffer.from([0]));
  for (let left = reader.number(); left > 0; --left) {
    reader.text();
    reader.text();
    const kind = reader.number();
    SKIP_IMPORT[kind](reader);
    imported[kind] += 1;
  }
  return imported;
}

function exportsOf(bytes) {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.number() }, () => ({
    name: reader.text(),
    kind: reader.number(),
    index: reader.number(),
  }));
}

function bodiesOf(bytes) {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.number() }, () => reader.take(reader.number()));
}

/** left -= 1; if (left == 0 || (left < 0 && forever)) return 0; */
function countdown(left, forever) {
  const [get, set, i32, I] = [0x23, 0x24, 0x41, { sub: 0x6b, eqz: 0x45, less: 0x48, and: 0x71, or: 0x72 }];
  const [L, F] = [number(left), number(forever)];
  const count = [get, ...L, i32, 1, I.sub, set, ...L];
  const due = [get, ...L, I.eqz, get, ...L, i32, 0, I.less, get, ...F, I.and, I.or];
  return [...count, ...due, 0x04, 0x40, i32, 0, 0x0f, 0x0b];
}

/** A body with code before its own, behind the declarations of its locals. */
function begun(body, code) {
  const reader = new Reader(body);
  for (let left = reader.number(); left > 0; --left) {
    reader.number();
    reader.take(1);
  }
  const whole = [...body.subarray(0, reader.at), ...code, ...body.subarray(reader.at)];
  return Buffer.from([...number(whole.length), ...whole]);
}

/** What an export only hands its parameter on to: `operator new` calls that one itself. */
function behind(bodies, index, imported) {
  const [locals, get, parameter, call, ...rest] = bodies[index];
  const isThin = locals === 0 && get === 0x20 && parameter === 0 && call === 0x10 && rest.length <= 6;
  return isThin ? new Reader(Buffer.from(rest)).number() - imported : index;
}

/** `malloc`: the name under which the module exports it, a letter that the linker chose. */
export function withFailingAllocator(bytes, malloc) {
  const sections = sectionsOf(bytes);
  const find = (id) => sections.find((section) => section.id === id);
  const imported = importedOf(find(IMPORT_SECTION)?.bytes);
  const globals = new Reader(find(GLOBAL_SECTION).bytes);
  const count = globals.number();
  const own = imported[GLOBAL] + count;
  const made = (value) => Buffer.from([0x7f, 1, 0x41, ...value, 0x0b]);
  find(GLOBAL_SECTION).bytes = Buffer.concat([
    Buffer.from(number(count + 2)),
    globals.take(globals.bytes.length - globals.at),
    made([0xff, 0xff, 0xff, 0xff, 0x07]), // NEVER, signed
    made([0]),
  ]);
  const all = exportsOf(find(EXPORT_SECTION).bytes);
  const added = [
    { name: "allocations_left", kind: GLOBAL, index: own },
    { name: "allocations_fail", kind: GLOBAL, index: own + 1 },
  ];
  find(EXPORT_SECTION).bytes = counted(
    [...all, ...added].map((each) => Buffer.from([...text(each.name), each.kind, ...number(each.index)])),
  );
  const bodies = bodiesOf(find(CODE_SECTION).bytes);
  const exported = all.find(({ name }) => name === malloc).index - imported[FUNCTION];
  const index = behind(bodies, exported, imported[FUNCTION]);
  find(CODE_SECTION).bytes = counted(bodies.map((body, k) => begun(body, k === index ? countdown(own, own + 1) : [])));
  const written = sections.map((section) =>
    Buffer.concat([Buffer.from([section.id, ...number(section.bytes.length)]), section.bytes]),
  );
  return Buffer.concat([bytes.subarray(0, 8), ...written]);
}
