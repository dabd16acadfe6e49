// SPDX-License-Identifier: MIT
import js from "@eslint/js";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Whatever says yes or no about an item, or orders items, must not change anything: asked again it would answer otherwise. */
const PURE_CALLBACK =
  "CallExpression[callee.property.name=/^(filter|find|findIndex|findLast|findLastIndex|some|every|sort|toSorted)$/] > :function";

const syntax = [
  {
    selector: `${PURE_CALLBACK} :matches(AssignmentExpression, UpdateExpression)`,
    message: "A callback that answers a question changes nothing; write a loop.",
  },
];

/** The shell sets text and never HTML. */
const html = ["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc", "setHTMLUnsafe"].map((name) => ({
  selector: `MemberExpression[property.name="${name}"]`,
  message: "The shell sets text, never HTML.",
}));

export default tseslint.config(
  { ignores: ["**/node_modules/", "build/", "dist/", "web/dist/", "tests/artifacts/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "max-lines": ["error", 400],
      "no-cond-assign": ["error", "always"],
      "no-control-regex": "off", // where control characters are named, they are what it is about
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": ["error", ...syntax],
      "no-return-assign": "error",
      "no-sequences": ["error", { allowInParentheses: false }],
      "no-unneeded-ternary": "error",
      "no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-useless-rename": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { globals: globals.node },
  },
  {
    files: ["tests/**/*.mjs"],
    languageOptions: { globals: globals.browser }, // functions that run in a page stand beside those that drive it
  },
  {
    files: ["tests/package/consumers/**"], // other people's projects: each runs where its tool says
    languageOptions: {
      globals: { ...globals.browser, ...globals.node, ...globals.jest },
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  },
  {
    files: ["**/*.jsx"],
    rules: { "no-unused-vars": "off" }, // it sees no use in a tag
  },
  {
    files: ["demo/**/*.js"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["wasm/*.js"],
    languageOptions: { globals: { mergeInto: "readonly", LibraryManager: "readonly" } }, // Emscripten's
  },
  {
    files: ["tests/bench/**/*.mjs"],
    rules: { "no-new-func": "off" }, // each contender's loop is compiled by itself, so that none is optimised for another
  },
  {
    files: ["web/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "max-lines-per-function": ["error", 60],
      "no-restricted-syntax": ["error", ...syntax, ...html],
      "no-return-assign": ["error", "always"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }], // "" is nothing, too
      // The engine's instances are compared and kept, never rebuilt from their parts.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // HTMLElementEventMap takes in a map of events by extending it; a getter that a subclass overrides stays a getter.
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "@typescript-eslint/class-literal-property-style": "off",
      // Characters are what is meant; a page's own Array.from may know no texts.
      "@typescript-eslint/no-misused-spread": ["error", { allow: [{ from: "lib", name: "string" }, "string"] }],
      // A record is short; a key that has a name says what it is. Both are in their place.
      "@typescript-eslint/consistent-indexed-object-style": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // noUncheckedIndexedAccess asks for them wherever an index is known to be inside.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
);
