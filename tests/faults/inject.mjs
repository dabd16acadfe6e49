// SPDX-License-Identifier: MIT
/**
 * Failures on order: the n-th call into or out of WebAssembly traps, or the n-th growth of its memory is refused, or the n-th
 * allocation inside it (allocator.mjs).
 */
import { NEVER } from "./allocator.mjs";

const real = { Instance: WebAssembly.Instance, grow: WebAssembly.Memory.prototype.grow };

/** `kind` of the calls that are counted, `at` which of them fails (Infinity: none), and whether all later ones do, too. */
const plan = { kind: "", at: Infinity, forever: false, seen: 0 };

/** The instance that runs: one whose allocator was told to fail is soon replaced. */
let allocator = null;

/** So many allocations from now on one fails, and all behind it, too, if it is for ever. */
function orderAllocator({ allocations_left: left, allocations_fail: fail }, at, forever) {
  left.value = Math.min(at, NEVER);
  fail.value = forever ? 1 : 0;
}

function allocatorFor(exports) {
  if (!exports.allocations_left) return;
  allocator = exports;
  // An instance that is made anew while all allocations fail gets none, either.
  if (plan.kind === "allocation" && plan.forever) orderAllocator(exports, 1, true);
}

function due(kind) {
  if (kind !== plan.kind) return false;
  plan.seen += 1;
  return plan.forever ? plan.seen >= plan.at : plan.seen === plan.at;
}

function wrapped(functions, kind, trap) {
  const entries = Object.entries(functions).map(([name, value]) => {
    if (typeof value !== "function") return [name, value];
    return [name, (...args) => (due(kind) ? trap() : value(...args))];
  });
  return Object.fromEntries(entries);
}

const unreachable = () => {
  throw new WebAssembly.RuntimeError("unreachable");
};
const overflow = () => {
  throw new RangeError("Maximum call stack size exceeded");
};

/** From now on, new instances count their calls. */
export function install() {
  WebAssembly.Instance = function Instance(module, imports) {
    const outer = Object.entries(imports).map(([name, part]) => [name, wrapped(part, "import", overflow)]);
    const { exports } = new real.Instance(module, Object.fromEntries(outer));
    allocatorFor(exports);
    this.exports = wrapped(exports, "export", unreachable);
  };
  WebAssembly.Memory.prototype.grow = function grow(pages) {
    if (due("growth")) throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
    return real.grow.call(this, pages);
  };
}

/** Does the work while the n-th call fails; returns how many calls there were. */
export function failing(kind, at, forever, work) {
  Object.assign(plan, { kind, at, forever, seen: 0 });
  const counts = kind === "allocation" ? allocator : null;
  if (counts) orderAllocator(counts, at, forever);
  try {
    work();
  } finally {
    plan.kind = "";
    if (counts && at === Infinity) plan.seen = NEVER - counts.allocations_left.value;
    if (allocator) orderAllocator(allocator, Infinity, false);
  }
  return plan.seen;
}
