// SPDX-License-Identifier: MIT
/**
 * One declaration file an entry, beside its module: what tsc declares for all of web/, cut down to what an entry hands out and
 * what that needs. Members that nobody outside may use are left out, so copies of a class in two entries are the same type.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "./setup.mjs";

/** Where `tsc` puts the declarations that are rolled up. */
export const DECLARED = path.join(root, "build/types");

/** What the browser calls, and what the entries set: no page does. */
const INTERNAL = new Set([
  "adoptedCallback",
  "attributeChangedCallback",
  "bundled",
  "connectedCallback",
  "disconnectedCallback",
  "formAssociated",
  "formResetCallback",
  "languages",
  "observedAttributes",
]);

export function declarations(entries) {
  const rootNames = entries.map((name) => path.join(DECLARED, "entries", `${name}.d.ts`));
  return ts.createProgram(rootNames, {
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
}

const isOurs = (file) => file.fileName.startsWith(DECLARED);

function hasModifier(node, ...kinds) {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kinds.includes(kind));
}

/** Whether a page may use this member of a class. */
export function isPublic(member) {
  const { name } = member;
  if (name && (ts.isPrivateIdentifier(name) || INTERNAL.has(name.text))) return false;
  return !hasModifier(member, ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword);
}

/** The statement of a file that declares something; null for what stands inside another declaration. */
function statementOf(declaration) {
  let node = declaration;
  while (node.parent && !ts.isSourceFile(node.parent)) {
    if (ts.isTypeParameterDeclaration(node) || ts.isModuleBlock(node.parent)) return null;
    if (ts.isTypeElement(node) || ts.isClassElement(node) || ts.isParameter(node)) return null;
    node = node.parent;
  }
  return ts.isStatement(node) ? node : null;
}

function resolved(checker, symbol) {
  const aliased = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return aliased && classBehind(checker, aliased);
}

/** An entry gives a class an engine or a pack and hands it out as a value of its own: to a page it is the class. */
function classBehind(checker, symbol) {
  const type = symbol.declarations?.find(ts.isVariableDeclaration)?.type;
  if (!type || !ts.isTypeQueryNode(type)) return symbol;
  return resolved(checker, checker.getSymbolAtLocation(type.exprName));
}

/** What a statement says to the outside: for a class, without its inner members; `import("…").Name` becomes the name. */
function outside(statement) {
  const visitor = (context) => (node) => {
    const visit = visitor(context);
    if (ts.isImportTypeNode(node)) return named(ts.visitEachChild(node, visit, context));
    if (!ts.isClassDeclaration(node)) return ts.visitEachChild(node, visit, context);
    const { modifiers, name, typeParameters, heritageClauses } = node;
    const members = node.members.filter(isPublic);
    const kept = ts.factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
    return ts.visitEachChild(kept, visit, context);
  };
  const { transformed } = ts.transform(statement, [(context) => (node) => visitor(context)(node)]);
  return transformed[0];
}

function named({ isTypeOf, qualifier, typeArguments }) {
  if (isTypeOf) return ts.factory.createTypeQueryNode(qualifier, typeArguments);
  return ts.factory.createTypeReferenceNode(qualifier, typeArguments);
}

/** All statements that `first` need, themselves included. */
function closure(checker, first) {
  const found = new Set();
  const todo = [...first];
  const look = (node) => {
    if (ts.isClassElement(node) && !isPublic(node)) return;
    if (ts.isIdentifier(node)) {
      const symbol = resolved(checker, checker.getSymbolAtLocation(node));
      todo.push(...(symbol?.declarations ?? []).filter((each) => isOurs(each.getSourceFile())).flatMap(asStatement));
    }
    ts.forEachChild(node, look);
  };
  while (todo.length > 0) {
    const statement = todo.pop();
    if (found.has(statement)) continue;
    found.add(statement);
    look(statement);
  }
  return [...found].sort(inOrder);
}

const asStatement = (declaration) => statementOf(declaration) ?? [];

function inOrder(a, b) {
  const [left, right] = [a.getSourceFile().fileName, b.getSourceFile().fileName];
  return left === right ? a.pos - b.pos : left < right ? -1 : 1;
}

function declaredNames(statement) {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.text);
  return [statement.name.text];
}

/** A name that two files declare would need another name here. */
function assertOneEach(statements) {
  const names = statements.flatMap(declaredNames);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`Two declarations of ${twice.join(", ")} meet in one entry: rename one.`);
}

function printed(printer, statement, exported) {
  const file = statement.getSourceFile();
  const text = printer.printNode(ts.EmitHint.Unspecified, outside(statement), file);
  const own = text.replace(/^(?:\/\*\*(?:(?!\*\/).)*\*\/\s*)+(?=\/\*\*)/s, ""); // what stood above is about its file
  const bare = own.replace(
    /^(?:export )?(?:declare )?(?=(?:abstract )?(?:class|interface|type|const|function|enum) )/m,
    "",
  );
  const start = bare.search(/^(?:abstract )?(?:class|interface|type|const|function|enum) /m);
  const keyword = /^(?:interface|type) /.test(bare.slice(start)) ? "" : "declare ";
  return `${bare.slice(0, start)}${exported ? "export " : ""}${keyword}${bare.slice(start)}`;
}

/** What the entry's file declares for everybody. */
const isGlobal = (statement) => ts.isModuleDeclaration(statement) && statement.name.text === "global";

/** What the entry says of itself; tsc drops it with the imports that it stands above. */
function headOf(name) {
  const source = readFileSync(path.join(root, "web/entries", `${name}.ts`), "utf8");
  return /^\/\*\*.*?\*\/\n/s.exec(source)?.[0] ?? "";
}

export function rolledUp(program, name) {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path.join(DECLARED, "entries", `${name}.d.ts`));
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(file)).map((each) => resolved(checker, each));
  const globals = file.statements.filter(isGlobal);
  const outer = new Set(exported.flatMap(({ declarations }) => declarations.flatMap(asStatement)));
  const all = closure(checker, [...outer, ...globals]).filter((statement) => !isGlobal(statement));
  assertOneEach(all);
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
  const texts = all.map((statement) => printed(printer, statement, outer.has(statement)));
  const everybodys = globals.map((statement) => printer.printNode(ts.EmitHint.Unspecified, statement, file));
  return `${headOf(name)}${[...texts, ...everybodys, "export {};"].join("\n")}\n`;
}

export function writeTypes(entries) {
  const program = declarations(entries);
  mkdirSync(path.join(root, "dist/esm"), { recursive: true });
  for (const name of entries) writeFileSync(path.join(root, "dist/esm", `${name}.d.ts`), rolledUp(program, name));
}
