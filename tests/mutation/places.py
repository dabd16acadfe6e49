#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Finds what can be changed in the engine's sources, by libclang (Debian: python3-clang-14).

Reads lines of {"room", "source", "arguments", "root"} and prints a JSON list of places: file, line, where the expression
stands in it (`first`, `last`, in bytes) and what it becomes. Only what is written in a .cpp below `root` is looked at.
"""
import json
import sys

from clang.cindex import Config, CursorKind, Index, TranslationUnit

Config.set_library_file("/usr/lib/llvm-14/lib/libclang.so.1")

OTHERS = {
    "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="],
    "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"], "*": ["+"], "/": ["*"], "%": ["/"],
    "&": ["|"], "|": ["&"], "<<": [">>"], ">>": ["<<"],
}
STEPS = {"+=": "-=", "-=": "+=", "|=": "&=", "&=": "|="}
# What stands in these is worked out by the compiler, which knows no mutant that is switched on later.
FIXED = {CursorKind.STATIC_ASSERT, CursorKind.ENUM_DECL, CursorKind.CASE_STMT, CursorKind.TEMPLATE_TYPE_PARAMETER}


class Finder:
    def __init__(self, root, room):
        self.root, self.room, self.places, self.texts = root, room, [], {}

    def text(self, file):
        if file not in self.texts:
            with open(file, "rb") as source:
                self.texts[file] = source.read()
        return self.texts[file]

    def own(self, cursor):
        file = cursor.location.file
        return file is not None and file.name.startswith(self.root) and file.name.endswith(".cpp")

    def put(self, cursor, becomes, kind):
        first, last = cursor.extent.start, cursor.extent.end
        if first.file is None or last.file is None or first.file.name != last.file.name:
            return
        self.places.append({"room": self.room, "file": first.file.name, "line": first.line, "column": first.column,
                            "first": first.offset, "last": last.offset, "becomes": becomes, "kind": kind})

    def slice(self, file, first, last):
        return self.text(file)[first:last].decode("utf-8")

    def whole(self, cursor):
        return self.slice(cursor.extent.start.file.name, cursor.extent.start.offset, cursor.extent.end.offset)

    def operator(self, cursor, table):
        """Between its two operands: the operator, with blanks around it."""
        children = list(cursor.get_children())
        if len(children) not in (2, 3):
            return
        left, right = children[0], children[-1]
        if left.extent.end.offset > right.extent.start.offset:
            return
        file = cursor.extent.start.file.name
        between = self.slice(file, left.extent.end.offset, right.extent.start.offset)
        word = between.strip()
        if word not in table:
            return
        others = table[word] if isinstance(table[word], list) else [table[word]]
        for other in others:
            becomes = (self.slice(file, cursor.extent.start.offset, left.extent.end.offset)
                       + between.replace(word, other, 1)
                       + self.slice(file, right.extent.start.offset, cursor.extent.end.offset))
            self.put(cursor, becomes, f"{word} → {other}")

    def visit(self, cursor, fixed):
        kind = cursor.kind
        if kind in FIXED or (kind in (CursorKind.VAR_DECL, CursorKind.FUNCTION_DECL, CursorKind.CXX_METHOD)
                             and any(token.spelling in ("constexpr", "consteval") for token in first_tokens(cursor))):
            fixed = True
        if not fixed:
            self.look(cursor)
        for child in cursor.get_children():
            self.visit(child, fixed)

    def look(self, cursor):
        kind = cursor.kind
        if kind in (CursorKind.BINARY_OPERATOR, CursorKind.CALL_EXPR):
            self.operator(cursor, OTHERS)
        elif kind == CursorKind.COMPOUND_ASSIGNMENT_OPERATOR:
            self.operator(cursor, STEPS)
        elif kind == CursorKind.INTEGER_LITERAL:
            written = self.whole(cursor)
            if written.replace("'", "").isdigit():
                self.put(cursor, f"{written} + 1", f"{written} → {written} + 1")
        elif kind == CursorKind.CXX_BOOL_LITERAL_EXPR:
            written = self.whole(cursor)
            if written in ("true", "false"):
                self.put(cursor, "false" if written == "true" else "true", f"not {written}")
        elif kind == CursorKind.IF_STMT:
            self.condition(cursor)

    def condition(self, cursor):
        children = [child for child in cursor.get_children()]
        if children and children[0].kind.is_expression():
            self.put(children[0], f"!({self.whole(children[0])})", "if turned round")

    def statements(self, cursor, fixed):
        """A call whose value nobody takes may be left out."""
        for child in cursor.get_children():
            if not fixed and cursor.kind == CursorKind.COMPOUND_STMT and child.kind == CursorKind.CALL_EXPR:
                self.put(child, "", "call left out")
            self.statements(child, fixed)


def first_tokens(cursor):
    for k, token in enumerate(cursor.get_tokens()):
        if k > 6:
            return
        yield token


def places_of(unit):
    index = Index.create()
    parsed = index.parse(unit["source"], args=unit["arguments"],
                         options=TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD * 0)
    errors = [d.spelling for d in parsed.diagnostics if d.severity >= 3]
    if errors:
        raise SystemExit(f"{unit['source']}: {errors[:3]}")
    finder = Finder(unit["root"], unit["room"])
    for cursor in parsed.cursor.get_children():
        walk_own(finder, cursor)
    return finder.places


def walk_own(finder, cursor):
    """Namespaces are opened by headers, too: what is not the sources' own is passed over as a whole."""
    if cursor.kind == CursorKind.NAMESPACE:
        for child in cursor.get_children():
            walk_own(finder, child)
    elif finder.own(cursor):
        finder.visit(cursor, False)
        finder.statements(cursor, False)


print(json.dumps([place for line in sys.stdin for place in places_of(json.loads(line))]))
