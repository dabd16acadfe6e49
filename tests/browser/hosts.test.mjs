/** Hosts with ways of their own: built-ins that are frozen, patched or missing, foreign documents, addresses that die. */
import assert from "node:assert/strict";
import http from "node:http";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { Card, openCard } from "./support/card.mjs";
import { caseOf, packText, question } from "./support/engine.mjs";
import { cardTag, fallbackShown, inlinePack, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;
const TEN = Array.from({ length: 10 }, (_, k) => `<decision-card id="card${k}"></decision-card>`).join("");
const foreign = (inner) => `<svg width="700" height="900"><foreignObject width="700" height="900">${inner}`;

const PAGES = {
  "/plain.html": pageWith(cardTag()),
  "/good.html": pageWith(inlinePack(packText)),
  "/practise.html": pageWith("<rubric-card></rubric-card>"),
  "/svg.html": pageWith(`${foreign(cardTag())}</foreignObject></svg>`),
  "/late.html": pageWith("", { scripts: ["/dist/decision-card.js"] }),
  "/ten.html": pageWith(TEN),
  "/device.html": pageWith(cardTag('remember="device"')),
  "/integrity.html": pageWith(cardTag(), {
    scripts: [],
    head: `<script defer src="/dist/decision-card.js" integrity="sha384-${"A".repeat(64)}"></script>`,
  }),
};

/** Each runs before the page's first script. */
const HOSTS = {
  "Error.prototype is frozen": () => {
    Object.freeze(Error);
    Object.freeze(Error.prototype);
  },
  "all that the language has is frozen": () => {
    const seen = new Set();
    const freeze = (value) => {
      if (value === null || !["object", "function"].includes(typeof value) || seen.has(value)) return;
      seen.add(value);
      for (const property of Object.values(Object.getOwnPropertyDescriptors(value)))
        for (const part of [property.value, property.get, property.set]) freeze(part);
      freeze(Object.getPrototypeOf(value));
      Object.freeze(value);
    };
    const names =
      "Object Function Array String Number Boolean Symbol Error TypeError RangeError Map Set WeakMap Promise JSON";
    for (const name of `${names} Math Reflect Date RegExp ArrayBuffer Uint8Array Int32Array DataView Intl`.split(" "))
      freeze(globalThis[name]);
  },
  "Prototype.js has an Array.from and entries of its own": () => {
    Array.from = (list) => {
      if (!list) return [];
      if ("toArray" in Object(list)) return list.toArray();
      const all = new Array(list.length || 0);
      for (let k = 0; k < all.length; ++k) all[k] = list[k];
      return all;
    };
    Array.prototype.toArray = Array.prototype.entries = function () {
      return this.slice();
    };
  },
  "objects and lists have inherited members": () => {
    Object.prototype.extend = () => undefined;
    Array.prototype.contains = () => false;
    Function.prototype.inherits = () => undefined;
  },
  "all that came after ES2022 is missing": () => {
    for (const name of ["findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"])
      delete Array.prototype[name];
    for (const name of ["toWellFormed", "isWellFormed"]) delete String.prototype[name];
    for (const owner of [Object, Map]) delete owner.groupBy;
    for (const name of ["union", "difference", "intersection"]) delete Set.prototype[name];
    for (const name of ["withResolvers", "try"]) delete Promise[name];
    delete URL.canParse;
  },
  "FinalizationRegistry is missing": () => {
    delete globalThis.FinalizationRegistry;
    delete globalThis.WeakRef;
  },
  "requestAnimationFrame is missing": () => {
    for (const name of ["requestAnimationFrame", "requestIdleCallback"]) {
      delete globalThis[name];
      globalThis[name] = undefined;
    }
  },
  "JSON.parse and JSON.stringify are wrapped": () => {
    const { parse, stringify } = JSON;
    JSON.parse = (text) => parse(text);
    JSON.stringify = (value) => stringify(value);
  },
  "Module, exports, module and define are there": () => {
    Object.assign(globalThis, { Module: { wasmBinary: new Uint8Array(8) }, exports: {}, module: { exports: {} } });
    globalThis.define = Object.assign(() => undefined, { amd: {} });
  },
};

describe("hosts with ways of their own", { skip: missing.chromium }, () => {
  let browser, server, dying;
  before(async () => {
    [browser, server, dying] = await Promise.all([launchChromium(), startServer({ pages: PAGES }), startDying()]);
  });
  after(() => Promise.all([browser?.close(), server?.close(), dying?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const failed = (card) =>
    card.page.waitForFunction(() => window.seen.events.some((event) => event.type === "dc-error"));

  for (const [what, before] of Object.entries(HOSTS)) {
    test(`where ${what}, a reader comes to the result and gets a grade`, async () => {
      const card = await open("/good.html", { before });
      await card.toResult(ANSWERS);
      assert.equal(await card.screen(), "result");
      assert.deepEqual(card.errors, []);
      const practice = await open("/practise.html", { before, tag: "rubric-card" });
      await practice.page.evaluate(
        () => void (document.querySelector("rubric-card").text = "RAG keeps facts up to date without training."),
      );
      await practice.press("Check my answer");
      assert.equal(await practice.screen(), "grade");
      assert.deepEqual(practice.errors, []);
      await Promise.all([card.close(), practice.close()]);
    });
  }

  test("where built-ins are frozen, a bad pack still shows its problems", async () => {
    const card = await open("/plain.html", { before: HOSTS["all that the language has is frozen"] });
    await card.page.evaluate(() => void (document.querySelector("decision-card").packData = '{"format": 1}'));
    await failed(card);
    assert.equal(await card.screen(), "problems");
    await card.close();
  });

  test("where Intl is broken, the card says so in a sentence or works, and the text in the tag stays", async () => {
    const before = () => {
      Intl.PluralRules = function PluralRules() {
        throw new RangeError("no plurals here");
      };
    };
    const card = await open("/plain.html", { before });
    await card.page.waitForFunction(() => document.querySelector("decision-card").shadowRoot);
    if ((await card.screen()) !== "question") assert.ok(await fallbackShown(card.page));
    await card.close();
  });

  // ---- foreign documents

  test("inside SVG's foreignObject a card is a card like any other", async () => {
    const card = await open("/svg.html");
    await card.toResult(ANSWERS);
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test("a card that is put into a template, a parsed document or a frame, and back, goes on where it was", async () => {
    const card = await open("/plain.html");
    await card.answer(question("gap").choices[0].text);
    const here = await card.progress();
    await card.page.evaluate(async () => {
      const tag = document.querySelector("decision-card");
      const frame = document.body.appendChild(document.createElement("iframe"));
      const template = document.createElement("template");
      const parsed = new DOMParser().parseFromString("<p>", "text/html");
      for (const place of [template.content, parsed.body, frame.contentDocument.body]) {
        place.append(tag);
        await new Promise((resolve) => setTimeout(resolve, 20));
        document.querySelector("main").append(tag);
      }
      frame.remove();
    });
    assert.deepEqual(card.errors, []);
    assert.equal(await card.progress(), here);
    const weight = await card.ask((root) => getComputedStyle(root.querySelector(".primary")).fontWeight);
    assert.equal(weight, "600", "the style sheet applies again");
    await card.press("Back");
    assert.equal(await card.chosen(), question("gap").choices[0].text);
    await card.close();
  });

  test("a copy of a card is a card of its own, at the first question", async () => {
    const card = await open("/plain.html");
    await card.answer(question("gap").choices[0].text);
    await card.page.evaluate(() => {
      const copy = document.querySelector("decision-card").cloneNode(true);
      copy.id = "copy";
      document.body.append(copy);
    });
    const copy = new Card(card.page, card.errors, "#copy");
    await copy.ready();
    assert.match(await copy.progress(), /^Question 1 /);
    assert.match(await card.progress(), /^Question 2 /);
    await card.close();
  });

  test("tags that are written into the page late, as HTML too, become cards", async () => {
    const card = await open("/late.html", { wait: false });
    await card.page.evaluate(() => {
      document.querySelector("main").innerHTML = "<decision-card></decision-card>";
      document.body.append(document.createElement("decision-card"));
    });
    await card.ready();
    await card.page.waitForFunction(() =>
      [...document.querySelectorAll("decision-card")].every((each) => each.shadowRoot?.querySelector(".question")),
    );
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test("ten cards on a page compile one module, and keep their answers apart", async () => {
    const before = () => {
      window.compiled = 0;
      const { compile } = WebAssembly;
      WebAssembly.compile = (bytes) => {
        window.compiled += 1;
        return compile(bytes);
      };
    };
    const card = await open("/ten.html", { before });
    await card.page.waitForFunction(() =>
      [...document.querySelectorAll("decision-card")].every((each) => each.shadowRoot?.querySelector(".question")),
    );
    const answers = await card.page.evaluate(() => {
      const all = [...document.querySelectorAll("decision-card")];
      all.forEach((each, k) => each.shadowRoot.querySelectorAll("input")[k % 3].click());
      return all.map((each) => JSON.stringify(each.answers));
    });
    assert.deepEqual(
      answers,
      [...answers.keys()].map((k) => answers[k % 3]),
    );
    assert.equal(new Set(answers).size, 3);
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.equal(await card.page.evaluate(() => window.compiled), 1);
    await card.close();
  });

  // ---- what the page and its servers do

  test("another pack while a reader answers starts that one; a heading-level or stray blanks change no answer", async () => {
    const card = await open("/good.html");
    await card.answer(question("gap").choices[0].text);
    await card.page.evaluate(() => {
      const tag = document.querySelector("decision-card");
      tag.setAttribute("heading-level", " 3 ");
      tag.setAttribute("src", " #own-pack ");
    });
    assert.match(await card.progress(), /^Question 2 /);
    assert.equal(await card.ask((root) => root.querySelector(".title").localName), "h3");
    await card.page.evaluate(() => document.querySelector("decision-card").removeAttribute("src"));
    await card.until(".progress p", `Question 1 of ${JSON.parse(packText).decision.questions.length}`);
    await card.close();
  });

  test("storage that throws, is full or holds nonsense changes nothing but that nothing is saved", async () => {
    const refuse = () => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("no", "SecurityError");
        },
      });
    };
    const full = () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    };
    const nonsense = () => localStorage.setItem("decision-card:rag-vs-fine-tuning", "\u0000{[%E0&q.gap=");
    for (const before of [refuse, full, nonsense]) {
      const card = await open("/device.html", { before });
      assert.equal(await card.screen(), "question");
      await card.toResult(ANSWERS);
      const offered = (await card.texts("button")).includes("Save on this device");
      assert.equal(offered, before !== refuse, "no button where nothing can be stored");
      if (offered) await card.click("button", "Save on this device");
      assert.equal(await card.screen(), "result");
      assert.deepEqual(card.errors, []);
      await card.close();
    }
  });

  test("messages of other windows are nothing to a card", async () => {
    const card = await open("/plain.html");
    await card.answer(question("gap").choices[0].text);
    await card.page.evaluate(async () => {
      for (let k = 0; k < 2_000; ++k)
        postMessage([{ height: -1 }, { height: NaN }, { height: 1e9 }, null, "secret", { answers: {} }][k % 6], "*");
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    assert.match(await card.progress(), /^Question 2 /);
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test("a script that is not the one its page asked for leaves the text in the tag", async () => {
    const card = await open("/integrity.html", { wait: false });
    assert.ok(await fallbackShown(card.page));
    assert.equal(await card.page.evaluate(() => customElements.get("decision-card") === undefined), true);
    await card.close();
  });

  for (const [address, start] of [
    ["/reset", "The pack at "],
    ["/half", "The pack at "],
    ["/latin1", "The pack at "],
  ]) {
    test(`src${address}: one sentence, and the text in the tag stays`, async () => {
      const card = await open("/plain.html");
      await card.page.evaluate(
        (src) => document.querySelector("decision-card").setAttribute("src", src),
        dying.url + address,
      );
      await failed(card);
      const [notice] = await card.texts(".notice");
      assert.ok(notice.startsWith(`${start}${dying.url}${address} `), notice);
      assert.match(notice, address === "/latin1" ? /isn’t written in UTF-8/ : /couldn’t be fetched/);
      assert.ok(await fallbackShown(card.page));
      assert.deepEqual(card.errors, []);
      await card.close();
    });
  }

  test("of a file without end no more is fetched than a pack may have", async () => {
    const card = await open("/plain.html");
    await card.page.evaluate(
      (src) => document.querySelector("decision-card").setAttribute("src", src),
      `${dying.url}/endless`,
    );
    await failed(card);
    const [error] = await card.events("dc-error");
    assert.deepEqual(
      error.detail.problems.map(({ code }) => code),
      ["json_too_large"],
    );
    assert.ok(await fallbackShown(card.page));
    assert.ok(dying.sent() < 32 << 20, `${dying.sent()} bytes were sent`);
    await card.close();
  });
});

/** A server whose answers go wrong after their beginning. */
async function startDying() {
  let sent = 0;
  const answers = {
    "/reset": (response) => response.socket.destroy(),
    "/half": (response) => {
      response.writeHead(200, { "content-length": 5_000, "access-control-allow-origin": "*" });
      response.write('{"format": 1,', () => setTimeout(() => response.socket.destroy(), 50));
    },
    "/latin1": (response) => {
      response.writeHead(200, { "access-control-allow-origin": "*" });
      response.end(Buffer.from('{"format": 1, "title": "caf\xe9"}', "latin1"));
    },
    "/endless": (response) => {
      response.writeHead(200, { "access-control-allow-origin": "*" });
      const more = () => {
        for (let open = true; open && !response.destroyed && sent < 200 << 20; sent += 1 << 16)
          open = response.write("[".padEnd(1 << 16));
        if (sent >= 200 << 20) response.end();
      };
      response.on("drain", more);
      more();
    },
  };
  const server = http.createServer((request, response) => (answers[request.url] ?? ((other) => other.end()))(response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}`, sent: () => sent, close };
}
