/**
 * One question's part of a condition as a table's cell shows it: "a", "a, b", "not a", "not a, b", "< 10". What a cell
 * can't say stands in the row's column "when" as JSON. Where several choices may be chosen, "a" says that it is among
 * them, and "a, b" that one of these is.
 */

type Json = Record<string, unknown>;

const ORDERS = ["<=", ">=", "<", ">"] as const;

export interface Part {
  readonly question: string;
  readonly cell: string;
}

function only(condition: unknown): [string, unknown] | null {
  if (typeof condition !== "object" || condition === null || Array.isArray(condition)) return null;
  const [first, ...rest] = Object.entries(condition as Json);
  return first && rest.length === 0 ? first : null;
}

function variable(operand: unknown): string | null {
  const entry = only(operand);
  return entry?.[0] === "var" && typeof entry[1] === "string" && !entry[1].includes(".") ? entry[1] : null;
}

const isPlain = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

function plainList(value: unknown): (string | number)[] | null {
  return Array.isArray(value) && value.length > 0 && value.every(isPlain) ? value : null;
}

/** A choice that is among those chosen: the list stands behind it. */
function amongThem(operator: string, operands: unknown): Part | null {
  if (operator !== "in" || !Array.isArray(operands) || operands.length !== 2) return null;
  const [choice, chosen] = operands as [unknown, unknown];
  const question = variable(chosen);
  return question !== null && typeof choice === "string" ? { question, cell: choice } : null;
}

/** One of several choices of the same question is among those chosen. */
function oneOfThem(operands: unknown): Part | null {
  if (!Array.isArray(operands) || operands.length < 2) return null;
  const parts = operands.map((each) => amongThem(...(only(each) ?? ["", null])));
  const question = parts[0]?.question;
  if (question === undefined || parts.some((part) => part?.question !== question)) return null;
  return { question, cell: parts.map((part) => part!.cell).join(", ") };
}

function comparison(operator: string, operands: unknown): Part | null {
  if (!Array.isArray(operands) || operands.length !== 2) return null;
  const [left, right] = operands as [unknown, unknown];
  const question = variable(left);
  if (question === null) return null;
  const list = operator === "in" ? plainList(right) : null;
  if (list) return { question, cell: list.join(", ") };
  if (!isPlain(right)) return null;
  if (operator === "==" || operator === "===") return { question, cell: String(right) };
  if (operator === "!=" || operator === "!==") return { question, cell: `not ${right}` };
  const ordered = (ORDERS as readonly string[]).includes(operator) && typeof right === "number";
  return ordered ? { question, cell: `${operator} ${right}` } : null;
}

/** A condition on one question that a cell can show; null for all others. */
export function partOf(condition: unknown): Part | null {
  const entry = only(condition);
  if (!entry) return null;
  const [operator, operands] = entry;
  if (operator === "or") return oneOfThem(operands);
  if (operator !== "!") return amongThem(operator, operands) ?? comparison(operator, operands);
  const inner = Array.isArray(operands) && operands.length === 1 ? (operands[0] as unknown) : operands;
  const part = ["in", "or"].includes(only(inner)?.[0] ?? "") ? partOf(inner) : null;
  return part && { ...part, cell: `not ${part.cell}` };
}

/** A choice's number where the question has numbers, so that what an author types as "25" is compared as 25. */
function literal(text: string): string | number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

const DENIED = /^(?:not\s+|!\s*|≠\s*|!=\s*)(.*)$/s;

function chosenOf(question: string, text: string): unknown {
  const denied = DENIED.exec(text);
  const each = (denied?.[1] ?? text.replace(/^==?\s*/, ""))
    .split(",")
    .map((id) => ({ in: [id.trim(), { var: question }] }));
  const one = each.length > 1 ? { or: each } : each[0];
  return denied ? { "!": one } : one;
}

/** What a cell says of a question, `several` where more than one choice may be chosen; null for an empty one. */
export function conditionOf(question: string, cell: string, several = false): unknown {
  const text = cell.trim().replace(/^≤/, "<=").replace(/^≥/, ">=");
  if (text === "") return null;
  if (several) return chosenOf(question, text);
  const order = ORDERS.find((each) => text.startsWith(each));
  if (order) return { [order]: [{ var: question }, literal(text.slice(order.length).trim())] };
  const denied = DENIED.exec(text);
  const values = (denied?.[1] ?? text.replace(/^==?\s*/, "")).split(",").map((each) => literal(each.trim()));
  if (values.length > 1) {
    const list = { in: [{ var: question }, values] };
    return denied ? { "!": list } : list;
  }
  return { [denied ? "!=" : "=="]: [{ var: question }, values[0]] };
}

export interface Cells {
  readonly parts: ReadonlyMap<string, string>;
  /** What no cell can say, as JSON; "" where all is said. */
  readonly rest: string;
}

function conjuncts(condition: unknown): unknown[] {
  const entry = only(condition);
  return entry?.[0] === "and" && Array.isArray(entry[1]) ? (entry[1] as unknown[]) : [condition];
}

export function cellsOf(condition: unknown, write: (value: unknown) => string): Cells {
  const parts = new Map<string, string>();
  const rest: unknown[] = [];
  for (const each of condition === undefined ? [] : conjuncts(condition)) {
    const part = partOf(each);
    if (part && !parts.has(part.question)) parts.set(part.question, part.cell);
    else rest.push(each);
  }
  return { parts, rest: rest.length === 0 ? "" : write(rest.length === 1 ? rest[0] : { and: rest }) };
}

/** Throws where the rest is no JSON. An empty row holds always. */
export function whenOf({ parts, rest }: Cells, several: ReadonlySet<string> = new Set()): unknown {
  const said = [...parts].flatMap(([question, cell]) => conditionOf(question, cell, several.has(question)) ?? []);
  const other = rest.trim() === "" ? [] : conjuncts(JSON.parse(rest) as unknown);
  const all = [...said, ...other];
  if (all.length === 0) return true;
  return all.length === 1 ? all[0] : { and: all };
}
