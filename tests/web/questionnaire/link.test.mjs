// SPDX-License-Identifier: MIT
/** What a link says, after mail, chat and other pages have had it: as much as can be read, and how much can't. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { decodeFragment, decodeLink, encodeFragment, joinFragment } = await webModule("questionnaire/link");

const PACK = { id: "soup", version: "1.2.3" };
const ANSWERS = { size: "large", salt: null, guests: "ten_or-more" };
const LINK = encodeFragment(PACK, ANSWERS);

const plain = ({ answers, ...rest }) => ({ ...rest, answers: Object.fromEntries(answers) });
const read = (fragment) => {
  const shared = decodeFragment(fragment);
  if (shared === null || shared === "unreadable") return shared;
  return { ...plain(shared), ...(shared.second && { second: plain(shared.second) }) };
};
const WHOLE = { pack: "soup", version: "1.2.3", answers: ANSWERS, lost: 0 };

test("a link that arrives as it was sent", () => {
  assert.equal(LINK, "#dc=soup@1.2.3&q.size=large&q.salt=&q.guests=ten_or-more");
  assert.deepEqual(read(LINK), WHOLE);
});

const WRAPPED = {
  "escaped signs": LINK.replaceAll("@", "%40").replaceAll("=", "%3D").replaceAll("&", "%26"),
  "escaped in small letters": LINK.replaceAll("=", "%3d"),
  "escaped twice": LINK.replaceAll("@", "%2540").replaceAll("&", "%2526"),
  "an escaped full stop and letter": LINK.replace("q.size", "q%2Es%69ze"),
  entities: LINK.replaceAll("&", "&amp;"),
  "entities of entities": LINK.replaceAll("&", "&amp;amp;"),
  "numbered entities": LINK.replaceAll("&", "&#38;").replaceAll("=", "&#x3D;"),
  "escaped entities": LINK.replaceAll("&", "%26amp%3B"),
  "quoted-printable": `#dc=3D${LINK.slice(4).replaceAll("=", "=3D")}`,
  "blanks before a part": LINK.replaceAll("&", "%20&"),
};
for (const [what, link] of Object.entries(WRAPPED)) {
  test(`a link comes whole out of: ${what}`, () => assert.deepEqual(read(link), WHOLE));
}

const ENDS = [
  ")",
  ".",
  ",",
  ";",
  ":",
  "!",
  "?",
  ">",
  "]",
  "}",
  "'",
  '"',
  "`",
  "’",
  "”",
  "»",
  "*",
  "**",
  ").",
  '".',
  ">)",
  "）",
  "。",
];
const SPACES = [
  "%20",
  " ",
  "+".replace("+", "%0A"),
  "%C2%A0",
  "%E2%80%8B",
  "&",
  "&amp;",
  "&gt;",
  "&quot;",
  "&nbsp;",
  ") and more",
];
for (const end of [...ENDS, ...SPACES]) {
  test(`a link with ${end} behind it loses nothing`, () => {
    assert.deepEqual(read(LINK + end), WHOLE);
    assert.deepEqual(read(LINK + encodeURI(end)), WHOLE, "as a browser writes it in an address");
    const open = encodeFragment(PACK, { salt: null });
    assert.deepEqual(read(open + end), { ...WHOLE, answers: { salt: null } }, "nor does an open question become lost");
  });
}

for (const cut of [
  "&q.guest",
  "&q.",
  "&q",
  "&q.guests",
  "&q.guests=…",
  "&q.guests=...",
  "&q.guests=<b>",
  "&dc=",
  "&dc=so",
  "&dc=soup@1.2",
]) {
  test(`of a link that ends in ${cut} the rest is read, and one part is lost`, () => {
    assert.deepEqual(read(encodeFragment(PACK, { size: "large" }) + cut), {
      ...WHOLE,
      answers: { size: "large" },
      lost: 1,
    });
  });
}

test("an ellipsis says that there was more", () => {
  const link = encodeFragment(PACK, { size: "large" });
  for (const end of ["…", "...", "%E2%80%A6", "…)"])
    assert.deepEqual(read(link + end), { ...WHOLE, answers: { size: "large" }, lost: 1 });
});

test("however long the piece that arrives, what it says is what was sent or is counted", () => {
  for (let end = LINK.indexOf("&"); end <= LINK.length; ++end) {
    const shared = read(LINK.slice(0, end));
    if (shared === "unreadable") continue;
    const wrong = Object.entries(shared.answers).filter(([id, choice]) => ANSWERS[id] !== choice);
    assert.ok(wrong.length <= 1, "only the last answer can be cut");
    for (const [id, choice] of wrong) assert.ok(`${ANSWERS[id]}`.startsWith(choice ?? ""), `${id}: ${choice}`);
  }
});

test("a part in the middle that can't be read takes no other with it, and is never read as “I don't know”", () => {
  for (const part of [
    "q.salt=<img src=x>".replaceAll(" ", "%20"),
    "q.salt=Much",
    "q.salt=9lives",
    "q.Salt=x",
    "q.__proto__=x",
    "utm_source=mail",
  ]) {
    const shared = read(`#dc=soup@1.2.3&q.size=large&${part}&q.guests=two`);
    assert.equal("salt" in shared.answers, false, part);
    assert.equal(shared.answers.size, "large", part);
    assert.ok(shared.lost >= 1, part);
  }
});

test("two results: each as far as it can be read", () => {
  const two = encodeFragment(PACK, { size: "large" }, { size: "small" });
  const second = { ...WHOLE, answers: { size: "small" } };
  const both = { ...WHOLE, answers: { size: "large" }, second };
  assert.deepEqual(read(two), both);
  for (const link of [
    `${two})`,
    two.replaceAll("&", "&amp;"),
    encodeURI(two).replaceAll("=", "%3D"),
    two.replaceAll("&", "%26"),
  ])
    assert.deepEqual(read(link), both, link);
  assert.deepEqual(read(`${two}&q.gue`), { ...both, second: { ...second, lost: 1 } });
  assert.deepEqual(
    read(two.replace("&dc=soup", "&dc=tea")),
    { ...WHOLE, answers: { size: "large" }, lost: 1 },
    "another questionnaire's",
  );
  assert.deepEqual(read(two.replace("soup@", "Soup@")), { ...second, lost: 1 }, "the first can't be read");
  assert.deepEqual(read(`${two}&dc=soup@1.2.3&q.size=huge`), { ...both, lost: 1 }, "a third");
});

test("nothing that can be read", () => {
  for (const link of [
    "#dc=",
    "#dc=soup",
    "#dc=soup@1.2&q.size=large",
    "#dc=%E0%A4%A",
    "#dc=soup@1.2.3&q.size=<img>",
    `#dc=soup@1.2.3${"&q.a=b".repeat(3000)}`,
  ])
    assert.equal(read(link), "unreadable", link.slice(0, 60));
  for (const other of ["", "#", "#top", "#/dc=soup", "#dcx=soup@1.2.3", "?dc=soup@1.2.3"])
    assert.equal(read(other), null, other);
});

test("what is pasted: the link with whatever stands around it", () => {
  const address = `https://example.org/post?from=mail${LINK}`;
  const texts = [
    LINK,
    address,
    `  ${address}\n`,
    `<${address}>`,
    `[my soup](${address})`,
    `“${address}”`,
    `Look: ${address}, nice!`,
    address.replaceAll("&", "&amp;"),
  ];
  const safe = `https://safelinks.example/?url=${encodeURIComponent(address)}`;
  for (const text of [...texts, safe]) assert.deepEqual(plain(decodeLink(text)), WHOLE, text);
  assert.equal(plain(decodeLink(`${safe}&data=05%7C02&reserved=0`)).lost, 2, "what isn't the card's is counted");
  assert.deepEqual(
    plain(decodeLink(`${LINK} or https://example.org/#dc=soup@1.2.3&q.size=small`)).answers,
    ANSWERS,
    "the first of two",
  );
  for (const text of ["", "soup", "https://example.org/#dc=soup", "q.size=large"])
    assert.equal(decodeLink(text), null, text);
});

// ---- pages that keep something of their own in the fragment

const OWN = LINK.slice(1);
const ROUTES = {
  "#/guide/start": `#/guide/start?${OWN}`,
  "#!/guide": `#!/guide?${OWN}`,
  "#about": `#about?${OWN}`,
  "#/search?q=bread&page=2": `#/search?q=bread&page=2&${OWN}`,
  "#tab=3": `#tab=3&${OWN}`,
};
for (const [route, link] of Object.entries(ROUTES)) {
  test(`the answers come behind the page's own ${route}, open from there, and are replaced by newer ones`, () => {
    assert.equal(joinFragment(route, LINK), link);
    assert.deepEqual(read(link), WHOLE);
    const newer = encodeFragment(PACK, { size: "small" });
    assert.equal(joinFragment(link, newer), joinFragment(route, newer));
    assert.equal(joinFragment(link.replace("@", "%40"), newer), joinFragment(route, newer), "as a router writes it");
    assert.deepEqual(plain(decodeLink(`See <https://example.org/app${link}>.`)), WHOLE);
    assert.equal(joinFragment(link, ""), joinFragment(route, ""), "without answers");
    assert.ok(route.startsWith(joinFragment(link, "")), "what is left is the page's own");
  });
}

test("a page without anything of its own in the fragment gets the answers alone", () => {
  for (const fragment of ["", "#", LINK, "#dc=rubbish"]) assert.equal(joinFragment(fragment, LINK), LINK);
});

test("what the page puts behind or between the answers is the page's, and stays", () => {
  const link = `#/guide?a=1&${OWN}&b=2#part`;
  assert.deepEqual(read(link), WHOLE);
  assert.equal(joinFragment(`#/guide?a=1&${OWN}&b=2`, "#dc=soup@1.2.3"), "#/guide?a=1&b=2&dc=soup@1.2.3");
});

test("a page's own dc is no link, and one that was cut off says so on a route too", () => {
  for (const fragment of ["#/shop?dc=12", "#/a&dc=soup", "#/guide?mydc=soup@1.0.0"]) assert.equal(read(fragment), null);
  assert.deepEqual(read(`#/guide?${OWN}&q.cut`), { ...WHOLE, lost: 1 });
});

test("two results on a route", () => {
  const both = encodeFragment(PACK, ANSWERS, { size: "small" });
  const { second, ...first } = read(joinFragment("#/guide", both));
  assert.deepEqual(first, WHOLE);
  assert.deepEqual(second.answers, { size: "small" });
});

test("lists and numbers stand in a link as words, and come back as what the pack asks for", async () => {
  const { knownAnswers } = await webModule("questionnaire/link");
  const parts = ["joins", "search", "none"].map((id) => ({ id, text: id, ...(id === "none" && { exclusive: true }) }));
  const pack = {
    decision: {
      questions: [
        { id: "needs", kind: "several", least: 0, most: 2, choices: parts },
        { id: "users", kind: "number", min: -5, max: 5000, step: 0.5, choices: [] },
      ],
    },
  };
  const back = (answers) => {
    const { known, dropped } = knownAnswers(pack, decodeFragment(encodeFragment(PACK, answers)).answers);
    return { ...Object.fromEntries(known), dropped };
  };
  assert.equal(
    encodeFragment(PACK, { needs: ["joins", "search"], users: 250 }),
    "#dc=soup@1.2.3&q.needs=joins.search&q.users=250",
  );
  for (const answers of [
    { needs: ["joins", "search"], users: 250 },
    { needs: [], users: -2.5 },
    { needs: ["none"], users: 0 },
    { needs: null, users: null },
  ])
    assert.deepEqual(back(answers), { ...answers, dropped: [] });
  assert.deepEqual(back({ needs: ["search", "joins"] }), { needs: ["joins", "search"], dropped: [] });
  for (const needs of [["joins", "none"], ["no"], ["joins", "joins"]])
    assert.deepEqual(back({ needs }), { dropped: ["needs"] });
  for (const users of [-6, 5001, 0.25, "many"]) assert.deepEqual(back({ users }), { dropped: ["users"] });
  assert.deepEqual(
    decodeLink("Look: https://example.org/#dc=soup@1.2.3&q.needs=joins.search.").answers.get("needs"),
    "joins.search",
  );
});

test("of a number in a link nothing is cut off: it is the number that was sent, or it is refused by name", async () => {
  const { knownAnswers } = await webModule("questionnaire/link");
  const users = { id: "users", kind: "number", min: 1, max: 9000, step: 1, choices: [] };
  const opened = (written) => {
    const { known, dropped } = knownAnswers(
      { decision: { questions: [users] } },
      decodeFragment(`#dc=soup@1.2.3&q.users=${written}`).answers,
    );
    return known.get("users") ?? dropped[0];
  };
  for (const written of ["1000", "1000.", "1000)", "1000,", "1000%E2%80%9D"])
    assert.equal(opened(written), 1000, written);
  for (const written of ["1,000", "1.000,5", "1%27000", "10%E2%80%A6", "10...", "1,000.", "1.2.3", "00.5"])
    assert.equal(opened(written), "users", written);
});

// ---- several cards on a page

const SOUP = { id: "soup", card: 1 };
const TEA = { id: "tea", card: 2 };
const tea = (answers) => encodeFragment({ id: "tea", version: "1.0.0", card: 2 }, answers);
const part = (fragment, owner) => {
  const shared = decodeFragment(fragment, owner);
  return [shared.pack, Object.fromEntries(shared.answers), shared.lost];
};

test("each card of a page keeps its own part of the address, whatever the page keeps there", () => {
  for (const page of ["", "#", "#/guide?a=1", "#about"]) {
    const both = joinFragment(joinFragment(page, LINK, SOUP), tea({ leaf: "green" }), TEA);
    assert.deepEqual(part(both, SOUP), ["soup", ANSWERS, 0], both);
    assert.deepEqual(part(both, TEA), ["tea", { leaf: "green" }, 0], both);
    const newer = joinFragment(both, encodeFragment(PACK, { size: "small" }), SOUP);
    assert.deepEqual(part(newer, SOUP), ["soup", { size: "small" }, 0], newer);
    assert.deepEqual(part(newer, TEA), ["tea", { leaf: "green" }, 0], newer);
    const one = joinFragment(newer, "", SOUP);
    assert.deepEqual(part(one, TEA), ["tea", { leaf: "green" }, 0], one);
    assert.equal(joinFragment(one, "", TEA), joinFragment(page, ""));
  }
});

test("two cards of one pack, too; and a link to copy is of one card alone", () => {
  const [first, second] = [1, 2].map((card) => ({ id: "soup", card }));
  const small = encodeFragment({ ...PACK, card: 2 }, { size: "small" });
  const both = joinFragment(joinFragment("", LINK, first), small, second);
  assert.deepEqual(part(both, first), ["soup", ANSWERS, 0]);
  assert.deepEqual(part(both, second), ["soup", { size: "small" }, 0]);
  assert.equal(decodeFragment(both, first).second, undefined, "they are no comparison");
  assert.equal(joinFragment(both, LINK), LINK);
  assert.equal(joinFragment(`#/a?${both.slice(1)}`, LINK), `#/a?${LINK.slice(1)}`);
});

test("a link that was made where the card was alone opens in whichever card has its pack", () => {
  assert.deepEqual(part(LINK, { id: "soup", card: 3 }), ["soup", ANSWERS, 0]);
  assert.deepEqual(part(`${LINK}&dc=tea@1.0.0&q.leaf=green`, TEA), ["tea", { leaf: "green" }, 0]);
  const two = encodeFragment(PACK, { size: "large" }, { size: "small" });
  assert.deepEqual(Object.fromEntries(decodeFragment(two, { id: "soup", card: 2 }).second.answers), { size: "small" });
  assert.deepEqual(
    Object.fromEntries(decodeLink(`See ${joinFragment(LINK, tea({ leaf: "green" }), TEA)}!`, TEA).answers),
    {
      leaf: "green",
    },
  );
});
