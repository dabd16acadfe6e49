// SPDX-License-Identifier: MIT
/**
 * Everything that takes the package, each a folder in consumers/. How a consumer is tried:
 * - build: commands, run one after the other in its folder; or esbuild: options for the project's own esbuild
 * - site: the folder that is served as it was built, under the strict policy unless `policy` is null; or serve: a command that listens
 * - pages: addresses with a card, each worked to its result; says: addresses whose #says, or whole text, is the headless answer
 * - programs: commands that print the headless answer; tests: commands that only have to end well
 * - sources: folders whose files it gets besides its own; recipe: a section of docs/recipes.md, each of whose files it gets
 * - of: the package that it is named after, where that has another name
 * - needs: a program of the system's, without which it is skipped by name
 * Those that are quick need no packages of their own, or few: `npm test` tries them too.
 */
const ESM = { bundle: true, splitting: true, format: "esm", minify: true, outdir: "dist", logLevel: "error" };
const REACT = {
  ...ESM,
  entryPoints: ["main.jsx"],
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
};
const REACT_PAGES = ["/?uncontrolled", "/?controlled", "/?literal"];
const VITE = [["node_modules/vite/bin/vite.js", "build"]];

export const CONSUMERS = [
  {
    name: "html-folder",
    title: "plain HTML, a folder",
    quick: true,
    copy: "decision-card.js",
    site: ".",
    pages: ["/"],
    file: true,
  },
  { name: "html-cdn", title: "plain HTML, another host with SRI", quick: true, special: "cdn" },
  { name: "html-modules", title: "plain HTML, modules", quick: true, site: ".", pages: ["/"] },
  {
    name: "esbuild",
    title: "esbuild",
    quick: true,
    esbuild: { ...ESM, entryPoints: ["main.js"] },
    site: ".",
    pages: ["/"],
  },
  {
    name: "worker",
    title: "web worker (module)",
    quick: true,
    sources: ["headless"],
    esbuild: { ...ESM, entryPoints: ["main.js", "worker.js"] },
    site: ".",
    policy: "worker",
    says: ["/"],
  },
  { name: "react-18", title: "React 18", quick: true, esbuild: REACT, site: ".", pages: REACT_PAGES },
  { name: "react-19", title: "React 19", quick: true, esbuild: REACT, site: ".", pages: REACT_PAGES },
  { name: "node-esm", title: "Node, import", quick: true, sources: ["headless"], programs: [["main.mjs"]] },
  { name: "node-require", title: "Node, require", quick: true, programs: [["main.cjs"]] },
  { name: "vite-oldest", title: "Vite, oldest supported", build: VITE, site: "dist", pages: ["/"] },
  { name: "vite-newest", title: "Vite, newest", build: VITE, site: "dist", pages: ["/"] },
  {
    name: "webpack",
    title: "webpack",
    build: [["build.js"]],
    site: ".",
    pages: ["/"],
  },
  {
    name: "rollup",
    title: "Rollup",
    build: [["node_modules/rollup/dist/bin/rollup", "--config"]],
    site: ".",
    pages: ["/"],
  },
  {
    name: "parcel",
    title: "Parcel, as it comes",
    build: [["node_modules/parcel/lib/bin.js", "build", "index.html", "--no-cache", "--cache-dir=.parcel-cache"]],
    site: "dist",
    policy: null, // it writes an inline import map
    pages: ["/"],
  },
  { name: "vue", title: "Vue 3", build: VITE, site: "dist", pages: ["/?uncontrolled", "/?controlled"] },
  {
    name: "next",
    title: "Next.js, server render and hydrate",
    sources: ["headless"],
    build: [["node_modules/next/dist/bin/next", "build"]],
    serve: ["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1"],
    pages: ["/"],
    says: ["/verdict"],
    rendered: ["/"],
  },
  {
    name: "astro",
    title: "Astro",
    sources: ["headless"],
    build: [["node_modules/astro/astro.js", "build"]],
    site: "dist",
    pages: ["/"],
    says: ["/"],
    rendered: ["/"],
  },
  {
    name: "sveltekit",
    title: "SvelteKit, server render and hydrate",
    of: "@sveltejs/kit",
    sources: ["headless"],
    build: VITE,
    serve: ["dist/index.js"],
    pages: ["/"],
    says: ["/verdict"],
    rendered: ["/"],
  },
  {
    name: "angular",
    title: "Angular",
    of: "@angular/core",
    build: [["node_modules/@angular/cli/bin/ng.js", "build"]],
    site: "dist",
    policy: "styles",
    pages: ["/"],
  },
  {
    name: "vitest",
    title: "Vitest, jsdom and happy-dom",
    tests: [
      ["node_modules/vitest/vitest.mjs", "run", "--environment=jsdom"],
      ["node_modules/vitest/vitest.mjs", "run", "--environment=happy-dom"],
    ],
  },
  { name: "jest", title: "Jest, jsdom", tests: [["node_modules/jest/bin/jest.js"]] },
  {
    name: "deno",
    title: "Deno",
    sources: ["headless"],
    binary: ["@deno", "deno"],
    programs: [["run", "--no-config", "--node-modules-dir=manual", "main.mjs"]],
  },
  { name: "bun", title: "Bun", sources: ["headless"], binary: ["@oven", "bin/bun"], programs: [["run", "main.mjs"]] },
  {
    name: "hugo",
    title: "Hugo, by its recipe",
    needs: "/usr/bin/hugo",
    recipe: "Hugo",
    copy: "static/decision-card.js",
    build: [["/usr/bin/hugo", "--quiet", "--destination", "dist"]],
    site: "dist",
    pages: ["/"],
    rendered: ["/"],
  },
  {
    name: "jekyll",
    title: "Jekyll, by its recipe",
    needs: "/usr/bin/jekyll",
    recipe: "Jekyll",
    copy: "decision-card.js",
    build: [["/usr/bin/jekyll", "build", "--quiet", "--destination", "dist"]],
    site: "dist",
    pages: ["/"],
    rendered: ["/"],
  },
  { name: "workerd", title: "Cloudflare workerd, HTTP", special: "workerd" },
];
