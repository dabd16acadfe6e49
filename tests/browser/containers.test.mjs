/** Both elements in every kind of container: wide enough to read, never wider than there is room, and hidden when the page hides them. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LAUNCH, launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const TAGS = ["decision-card", "rubric-card"];

/** In each of these the container asks its content how wide it would like to be. */
const SHRINKING = {
  "flex row": (card) => `<div style="display:flex">${card}</div>`,
  "centred flex row": (card) => `<div style="display:flex;justify-content:center;align-items:center">${card}</div>`,
  "inline flex row": (card) => `<div style="display:inline-flex">${card}</div>`,
  "flex column, centred": (card) => `<div style="display:flex;flex-direction:column;align-items:center">${card}</div>`,
  "inline block": (card) => `<div style="display:inline-block">${card}</div>`,
  float: (card) => `<div style="float:left">${card}</div>`,
  "table cell": (card) => `<table><tr><td>${card}</td></tr></table>`,
  "table cell that doesn't wrap": (card) => `<table><tr><td style="white-space:nowrap">${card}</td></tr></table>`,
  dialog: (card) => `<dialog open style="position:static">${card}</dialog>`,
  "modal dialog": (card) => `<dialog class="modal">${card}</dialog>`,
  popover: (card) => `<div popover>${card}</div>`,
  "fit-content": (card) => `<div style="width:fit-content">${card}</div>`,
  "max-content": (card) => `<div style="width:max-content">${card}</div>`,
  absolute: (card) => `<div style="position:relative"><div style="position:absolute">${card}</div></div>`,
  fixed: (card) => `<div style="position:fixed">${card}</div>`,
  "grid at the start": (card) => `<div style="display:grid;justify-items:start">${card}</div>`,
  "grid in the middle": (card) => `<div style="display:grid;place-items:center">${card}</div>`,
  "grid with a column that fits": (card) => `<div style="display:grid;grid-template-columns:auto 1fr">${card}</div>`,
  "flex row in a fieldset": (card) => `<fieldset style="display:flex">${card}</fieldset>`,
};

/** The same asked of the element itself. */
const ITSELF = [
  "display:inline-block",
  "display:inline-flex",
  "display:inline-grid",
  "display:table",
  "float:right",
  "position:absolute",
  "width:fit-content",
  "display:flow-root;width:fit-content",
];

/** The page's own idea of the element's display. */
const DISPLAYS = ["block", "grid", "flex", "flow-root", "contents", "inline"];

const box = (name, html) => `<div data-name="${name}" style="display:flow-root">${html}</div>`;

function shrinking(tag) {
  const inside = Object.entries(SHRINKING).map(([name, wrap]) => box(name, wrap(`<${tag}></${tag}>`)));
  const itself = ITSELF.map((style) => box(style, `<${tag} style="${style}"></${tag}>`));
  const displays = DISPLAYS.map((display) => box(`display:${display}`, `<${tag} style="display:${display}"></${tag}>`));
  return [...inside, ...itself, ...displays].join("");
}

const OPEN = `document.querySelectorAll("dialog.modal").forEach((each) => each.showModal());
  document.querySelectorAll("[popover]").forEach((each) => each.showPopover())`;
const NARROW = [
  "flex row",
  "flex column, centred",
  "inline block",
  "float",
  "table cell",
  "fit-content",
  "grid at the start",
];

const PAGES = {
  "/open.js": `addEventListener("load", () => { ${OPEN} })`,
  "/rude.css": "* { all: unset } main, h1 { display: block }",
  ...Object.fromEntries(
    TAGS.flatMap((tag) => [
      [`/${tag}.html`, pageWith(shrinking(tag), { scripts: [`/dist/${tag}.js`, "/open.js"] })],
      [
        `/${tag}-narrow.html`,
        pageWith(
          NARROW.map((name) =>
            box(name, `<div style="width:280px">${SHRINKING[name](`<${tag}></${tag}>`)}</div>`),
          ).join(""),
        ),
      ],
      [`/${tag}-own.html`, pageWith(`<div style="display:flex"><${tag} style="width:200px"></${tag}></div>`)],
      [
        `/${tag}-beside.html`,
        pageWith(
          `<div style="display:flex;width:1000px"><p>${"Beside a long text. ".repeat(60)}</p><${tag}></${tag}></div>`,
        ),
      ],
      [
        `/${tag}-float.html`,
        pageWith(
          `<div style="width:700px"><div style="float:left;width:550px;height:9em"></div><${tag}></${tag}></div>`,
        ),
      ],
      [`/${tag}-rude.html`, pageWith(`<${tag}></${tag}>`, { head: '<link rel="stylesheet" href="/rude.css">' })],
    ]),
  ),
};

/** Runs in the page: how wide each card and its element are, by the name of the box it stands in. */
async function widths(tag) {
  const ready = () => [...document.querySelectorAll(tag)].every((each) => each.shadowRoot?.querySelector(".card"));
  for (let left = 500; !ready(); --left) {
    if (left === 0) throw new Error("a card never came");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return [...document.querySelectorAll(tag)].map((element) => {
    const { width, right, height } = element.shadowRoot.querySelector(".card").getBoundingClientRect();
    return {
      name: element.closest("[data-name]")?.dataset.name,
      width,
      height,
      right,
      room: document.documentElement.clientWidth,
    };
  });
}

for (const [name, launch] of Object.entries(LAUNCH)) {
  describe(`containers in ${name}`, { skip: missing[name] }, () => {
    let browser, server;
    before(async () => {
      [browser, server] = await Promise.all([launch(), startServer({ pages: PAGES })]);
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    const measure = async (tag, page = "") => {
      await browser.goto(`${server.url}/${tag}${page}.html`);
      return browser.evaluate(widths, tag);
    };

    for (const tag of TAGS) {
      test(`<${tag}> is wide enough to read wherever its container asks for its width (${name})`, async () => {
        const cards = await measure(tag);
        assert.equal(cards.length, Object.keys(SHRINKING).length + ITSELF.length + DISPLAYS.length);
        const unreadable = cards.filter(({ width, height }) => width < 500 || height > 3000);
        assert.deepEqual(unreadable, []);
      });

      test(`<${tag}> takes no more than there is, where there is little (${name})`, async () => {
        const cards = await measure(tag, "-narrow");
        const wrong = cards.filter(({ width }) => width < 250 || width > 280.5);
        assert.deepEqual(wrong, []);
      });

      test(`<${tag}> has the width that the page gives it, and its least beside a long text (${name})`, async () => {
        assert.equal((await measure(tag, "-own"))[0].width, 200);
        assert.ok((await measure(tag, "-beside"))[0].width >= 271.5);
        assert.equal((await measure(tag, "-float"))[0].width, 700, "below a float that leaves too little");
      });

      test(`<${tag}> fills the column of a page whose style sheet resets everything (${name})`, async () => {
        const [{ width, room }] = await measure(tag, "-rude");
        assert.ok(width >= Math.min(room - 40, 800), `${width} of ${room}`);
      });
    }
  });
}

const HIDDEN = {
  'style="display:none"': (tag) => `<${tag} style="display:none"></${tag}>`,
  "a class": (tag) => `<${tag} class="gone"></${tag}>`,
  "a class with !important": (tag) => `<${tag} class="d-none"></${tag}>`,
  "the attribute hidden": (tag) => `<${tag} hidden></${tag}>`,
  "the attribute hidden, with a display of the page's own": (tag) => `<${tag} class="grid" hidden></${tag}>`,
  "a rule for its name": (tag) => `<div class="tabs"><${tag}></${tag}></div>`,
  "a tab pane": (tag) => `<div class="pane"><${tag}></${tag}></div>`,
};
const HIDING =
  ".gone, .tabs > *, .pane { display: none } .d-none { display: none !important } .grid { display: grid } @media print { .no-print { display: none } }";
const HIDDEN_PAGES = Object.fromEntries(
  TAGS.map((tag) => [
    `/${tag}.html`,
    pageWith(
      Object.values(HIDDEN)
        .map((hide) => hide(tag))
        .join("") + `<${tag} class="no-print" id="shown"></${tag}>`,
      {
        head: '<link rel="stylesheet" href="/hiding.css">',
      },
    ),
  ]),
);

describe("hidden by the page", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    const pages = { ...HIDDEN_PAGES, "/hiding.css": HIDING };
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  for (const tag of TAGS) {
    test(`<${tag}> is hidden by whatever hides any other element, on paper too, and comes back`, async () => {
      const card = await openCard(browser, `${server.url}/${tag}.html`, { tag });
      const visible = () =>
        card.page.evaluate((tag) => [...document.querySelectorAll(tag)].map((each) => each.checkVisibility()), tag);
      const none = Object.keys(HIDDEN).map(() => false);
      assert.deepEqual(await visible(), [...none, true], Object.keys(HIDDEN).join(" | "));
      await card.page.emulateMediaType("print");
      assert.deepEqual(await visible(), [...none, false]);
      await card.page.emulateMediaType("screen");
      const back = await card.page.evaluate((tag) => {
        const element = document.querySelector(tag);
        element.style.display = "";
        return element.getBoundingClientRect().width;
      }, tag);
      assert.ok(back > 500, `${back}`);
      await card.close();
    });
  }
});
