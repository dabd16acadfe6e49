// SPDX-License-Identifier: MIT
/** The workshop under the strict policy: writing, the table, the map, proofs, files, the keyboard, axe. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clean } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { startServer, STRICT_CSP } from "./support/server.mjs";
import {
  card,
  openWorkshop,
  packText,
  paste,
  press,
  pressed,
  proved,
  textOf,
  until,
  WORKSHOP,
  write,
} from "./support/workshop.mjs";

const skip = missing.chromium;
let server;
let browser;
before(async () => {
  if (skip) return;
  server = await startServer({ csp: STRICT_CSP });
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page that is closed, with nothing refused, stored or thrown. */
async function using(options, work) {
  const { page, errors } = await openWorkshop(browser, server.url + WORKSHOP, options);
  await work(page);
  assert.deepEqual(await page.evaluate(() => [window.refused, window.stored]), [[], []]);
  assert.deepEqual(errors, []);
  await page.close();
}

test("answers and step outlive every edit, and a text with problems leaves the preview alone", { skip }, () =>
  using({}, async (page) => {
    await proved(page);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("decision-card");
      shadowRoot.querySelector("input[type=radio]").click();
      shadowRoot.querySelector("button.primary").click();
    });
    assert.match((await card(page)).heading, /How long/);
    await write(page, packText("../tests/corpus/packs/van").slice(0, 40));
    await until(page, () => /problem/.test(document.querySelector(".status").textContent));
    assert.match((await card(page)).heading, /How long/, "the last version without problems");
    await pressed(page, "Undo");
    const text = await textOf(page);
    await write(page, text.replace("How long do you have?", "How long have you got?"));
    await until(page, () =>
      /got/.test(document.querySelector("decision-card").shadowRoot.querySelector(".heading").textContent),
    );
    assert.deepEqual((await card(page)).answers, { weather: "cold" });
  }),
);

test("a problem stands in the list with its line, and its mending is one press", { skip }, () =>
  using({}, async (page) => {
    await proved(page);
    await write(page, (await plainText(page)).replace('"cold"] }', '"colt"] }'));
    await until(page, () => document.querySelector(".problems .mend"));
    assert.match(
      await page.evaluate(() => document.querySelector(".problems").textContent),
      /"colt" is not a choice.*Line \d+/s,
    );
    await press(page, ".mend");
    await proved(page);
    assert.match(await textOf(page), /"cold"\] \}/);
  }),
);

test("the whole way by keyboard: completions, renaming, show me, the table, undo", { skip }, () =>
  using({ viewport: { width: 1900, height: 900 } }, async (page) => {
    await proved(page);
    const { keyboard } = page;
    await page.focus("h1").catch(() => undefined);
    const focused = () =>
      page.evaluate(() => (document.activeElement.shadowRoot?.activeElement ?? document.activeElement).className);
    for (let tabs = 0; tabs < 30 && !/cm-content/.test(await focused()); ++tabs) await keyboard.press("Tab");
    assert.match(await focused(), /cm-content/);
    await keyboard.down("Control");
    await keyboard.press("End");
    await keyboard.up("Control");
    for (let up = 0; up < 6; ++up) await keyboard.press("ArrowUp");
    await keyboard.press("End");
    const line = () =>
      page.evaluate(() => document.querySelector(".editor").shadowRoot.querySelector(".cm-activeLine").textContent);
    for (let up = 0; up < 60 && !/"because": "A salad/.test(await line()); ++up) await keyboard.press("ArrowUp");
    assert.match(await page.evaluate(() => document.querySelector(".show-me").textContent), /Show me rule hurry/);
    await keyboard.down("Control");
    await keyboard.press("Enter");
    await keyboard.up("Control");
    await until(page, () => document.querySelector("decision-card").shadowRoot.querySelector(".card.result"));
    assert.equal((await card(page)).answers.minutes, "five");
    for (let up = 0; up < 9 && !/"id": "hurry"/.test(await line()); ++up) await keyboard.press("ArrowUp");
    await keyboard.press("End");
    await keyboard.press("ArrowLeft");
    await keyboard.press("ArrowLeft");
    await keyboard.press("F2");
    await until(page, () => document.activeElement.id === "rename");
    await keyboard.type("haste");
    await keyboard.press("Enter");
    await until(page, () => /is "haste" now/.test(document.querySelector(".notice").textContent));
    await pressed(page, "Table");
    await page.focus(".grid td[tabindex='0']");
    await keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "haste");
    assert.match(
      await page.evaluate(() => document.activeElement.parentElement.className),
      /fired/,
      "it counts for the reader of the preview",
    );
    for (let k = 0; k < 4; ++k) await keyboard.press("ArrowRight");
    await keyboard.type("-1");
    await keyboard.press("Enter");
    await page.evaluate(() => document.querySelector(".plain-text").click());
    assert.deepEqual(JSON.parse(await textOf(page)).decision.rules[1].points, { soup: -1, salad: 2 });
    await page.focus(".grid td[tabindex='0']");
    await keyboard.down("Control");
    await keyboard.press("z");
    await keyboard.press("z");
    await keyboard.up("Control");
    assert.match(await textOf(page), /"hurry"/, "undo takes back the cell and the name");
  }),
);

test("28 rules come from a spreadsheet in one go, and one undo takes them back", { skip }, () =>
  using({ viewport: { width: 1900, height: 900 } }, async (page) => {
    await pressed(page, "Table");
    await page.focus(".grid td[tabindex='0']");
    const rows = Array.from({ length: 28 }, (_, k) => `r${k}\t${k % 2 ? "cold" : "hot"}\t${k + 1}\tReason ${k}.`);
    await paste(page, ["id\tweather\tsoup\tbecause", ...rows].join("\r\n"));
    assert.equal(await page.evaluate(() => document.querySelectorAll(".grid tbody tr:not(.new)").length), 30);
    await proved(page);
    assert.match(await page.evaluate(() => document.querySelector(".notice").textContent), /28 rules were added/);
    await pressed(page, "Undo");
    assert.equal(await page.evaluate(() => document.querySelectorAll(".grid tbody tr:not(.new)").length), 2);
    await pressed(page, "Redo");
    const sheet = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.querySelector(".grid td[tabindex='0']").focus();
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "a", ctrlKey: true, bubbles: true }));
      document.activeElement.dispatchEvent(
        new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
      );
      return clipboardData.getData("text/plain");
    });
    assert.equal(sheet.split("\n").length, 30);
    assert.match(sheet, /r27\tcold\t/);
  }),
);

test("a file is opened and saved, and what is not saved is said", { skip }, () =>
  using(
    {
      before: () => {
        window.written = [];
        const handle = {
          name: "mine.json",
          getFile: async () => new File([window.onDisk], "mine.json"),
          createWritable: async () => ({
            write: async (text) => window.written.push(text),
            close: async () => undefined,
          }),
        };
        window.showOpenFilePicker = async () => [handle];
        window.showSaveFilePicker = async () => handle;
      },
    },
    async (page) => {
      const text = packText("monolith-or-microservices/decision");
      await page.evaluate((all) => void (window.onDisk = all), text);
      await pressed(page, "Open…");
      await until(page, () => document.querySelector(".file").textContent === "mine.json");
      assert.equal(await page.evaluate(() => document.querySelector(".state").textContent), "saved");
      await write(page, text.replace('"version": "', '"version": "1'));
      await until(page, () => document.querySelector(".state").textContent === "not saved");
      await pressed(page, "Save");
      await until(page, () => document.querySelector(".state").textContent === "saved");
      assert.deepEqual(await page.evaluate(() => window.written), [text.replace('"version": "', '"version": "1')]);
      await page.evaluate(() => void (window.onDisk = new Uint8Array([123, 255, 125])));
      await pressed(page, "Open…");
      await until(page, () => /not UTF-8/.test(document.querySelector(".notice").textContent));
      await pressed(page, "Undo");
      await pressed(page, "Undo");
      assert.match(await textOf(page), /Soup or salad/, "opening a file loses nothing");
    },
  ),
);

/** The text, with the plain text area on the screen. */
async function plainText(page) {
  await page.evaluate(() => document.querySelector(".plain-text").click());
  return textOf(page);
}

/** What must be true of the card that shows a finding, where its code says so; of all others the answers are its witness. */
const SEEN = {
  uncovered_rule: ({ of }, { verdict }) => verdict.reasons.some(({ rule }) => rule === of),
  uncovered_recommendation: ({ of }, { verdict }) => verdict.recommendation.id === of,
  fewer_points_unexplained: ({ of }, { verdict }) => verdict.recommendation.id === of && verdict.clarity.rival !== null,
  tie: (_, { verdict }) => {
    const [first, second] = verdict.scores.map(({ points }) => points).sort((a, b) => b - a);
    return first === second;
  },
};

/** Unfolds everything and presses each "Show me", looking at the card after each. */
async function walk() {
  for (const details of document.querySelectorAll(".proved details")) details.open = true;
  await new Promise((resolve) => setTimeout(resolve, 200));
  const shown = [];
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const told = (button) => button.closest(".finding").querySelector(".severity"); // suggested cases have buttons, too
  const notice = document.querySelector(".notice");
  const card = () => document.querySelector("decision-card");
  for (const button of [...document.querySelectorAll(".finding button.show")].filter(told)) {
    let result;
    document.addEventListener("dc-result", ({ detail }) => (result = detail), { once: true });
    notice.textContent = "";
    button.click();
    // Two findings may have one witness: what is on the screen already is not told again.
    const verdict = () => (result ?? shown.findLast(({ answers }) => same(answers, card().answers)))?.verdict;
    const there = () => /^(The preview shows|These answers show) /.test(notice.textContent) && verdict();
    for (const start = performance.now(); !there() && performance.now() - start < 20_000;)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const item = button.closest(".finding");
    shown.push({
      code: told(button).textContent.replaceAll(" ", "_"),
      of: item.querySelector("code")?.textContent,
      answers: card().answers,
      result: card().shadowRoot.querySelector(".card").classList.contains("result"),
      verdict: verdict(),
    });
  }
  return shown;
}

for (const name of ["monolith-or-microservices/decision", "own template"])
  test(`every finding's "show me" really shows it: ${name}`, { skip }, () =>
    using({}, async (page) => {
      await proved(page);
      if (name.includes("/")) {
        const pack = JSON.parse(packText(name));
        pack.decision.cases = pack.decision.cases.slice(0, 1);
        await write(page, JSON.stringify(pack, null, 2));
        await until(page, () => document.querySelector(".status").textContent === "Proving …");
        await proved(page);
      }
      const shown = await page.evaluate(walk);
      assert.ok(shown.length >= 5, `${shown.length} findings`);
      for (const each of shown) {
        const what = `${each.code} ${each.of ?? ""} ${JSON.stringify(each.answers)}`;
        assert.ok(each.result && each.verdict, `${what}: no result is shown`);
        assert.ok(SEEN[each.code]?.(each, each) ?? true, what);
      }
      for (const code of ["uncovered_rule", "uncovered_recommendation", "tie"])
        assert.ok(
          shown.some((each) => each.code === code),
          code,
        );
    }),
  );

for (const dark of [false, true])
  test(`axe finds nothing in any pane${dark ? ", dark" : ""}`, { skip }, () =>
    using({ dark, viewport: { width: 1900, height: 1000 } }, async (page) => {
      await proved(page);
      await pressed(page, "Table");
      await pressed(page, "Map");
      await until(page, () => document.querySelector(".map .share"));
      await page.evaluate(() => document.querySelectorAll(".proved details").forEach((each) => (each.open = true)));
      await clean({ page }, "all panes");
      await write(page, (await plainText(page)).replace("}", "]"));
      await until(page, () => document.querySelector(".problems li"));
      await clean({ page }, "problems, plain text");
    }),
  );

test("the outline's shares are those of all answers; its show me plays them", { skip }, () =>
  using({}, async (page) => {
    await proved(page);
    await pressed(page, "Map");
    await until(page, () => document.querySelectorAll(".map .share").length >= 7);
    const shares = await page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll(".outline li")].map((item) => [
          item.querySelector(".id").textContent,
          item.querySelector(".share")?.textContent,
        ]),
      ),
    );
    assert.deepEqual(shares, {
      weather: "100.00 %",
      minutes: "100.00 %",
      warmth: "50.00 %",
      hurry: "50.00 %",
      time: "50.00 %",
      soup: "25.00 %",
      salad: "75.00 %",
    });
    assert.ok((await page.evaluate(() => document.querySelectorAll(".drawing .knot").length)) === 7);
    await page.evaluate(() =>
      [...document.querySelectorAll(".outline li")]
        .find((item) => item.querySelector(".id").textContent === "soup")
        .querySelector(".show")
        .click(),
    );
    await until(page, () => document.querySelector("decision-card").shadowRoot.querySelector(".card.result"));
    assert.match((await card(page)).heading, /Have the soup/);
  }),
);

test("a line of the card leads to its text, and a suggested case is one press", { skip }, () =>
  using({}, async (page) => {
    await proved(page);
    await page.evaluate(() => document.querySelector(".plain-text").click());
    await page.evaluate(() => document.querySelector("decision-card").shadowRoot.querySelector(".heading").click());
    assert.equal(
      await page.evaluate(() => {
        const { value, selectionStart, selectionEnd } = document.querySelector("textarea.plain");
        return value.slice(selectionStart, selectionEnd);
      }),
      '"What is the weather like?"',
    );
    await page.evaluate(() => document.querySelectorAll(".proved details").forEach((each) => (each.open = true)));
    await until(page, () => document.querySelector(".keep"));
    await press(page, ".keep");
    await until(page, () => JSON.parse(document.querySelector("textarea.plain").value).decision.cases.length === 2);
  }),
);

test("a rubric is written here, too", { skip }, () =>
  using({}, async (page) => {
    await page.select("select.begin", "start:rubric");
    await until(page, () => document.querySelector(".cards > rubric-card")?.shadowRoot?.querySelector("textarea"));
    assert.deepEqual(await page.evaluate(() => document.querySelector(".problems").childElementCount), 0);
  }),
);
