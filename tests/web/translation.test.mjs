// SPDX-License-Identifier: MIT
/** Packs in other languages: what a translation lacks, what in it is wrong, and the pack that comes of it. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { load } from "../../dist/esm/decision.js";
import { runCommandLine } from "../support/command-line.mjs";

const at = (name) => new URL(`../../${name}`, import.meta.url).pathname;
const lunch = at("tests/corpus/packs/lunch.json");
const german = readFileSync(at("tests/corpus/translations/lunch.de.json"), "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-"));

function file(text) {
  const target = path.join(folder, "translation.json");
  writeFileSync(target, text);
  return target;
}

const run = (...args) => runCommandLine(args);

const check = (text, ...flags) => run("check", lunch, "--translation", file(text), ...flags);
const problemsOf = (text) => JSON.parse(check(text, "--json").stdout).problems;
const edited = (from, to) => {
  assert.ok(german.includes(from));
  return german.replace(from, to);
};

test("a complete translation has nothing to say but how many texts it has", () => {
  assert.deepEqual(check(german), { status: 0, stdout: '21 of 21 texts are in "de"\n', stderr: "" });
});

test("the translated pack shows the translation, decides as before and opens the same links", async () => {
  const { status, stdout, stderr } = run("translate", lunch, file(german));
  assert.deepEqual([status, stderr], [0, '21 of 21 texts are in "de"\n']);
  const [pack, original] = await Promise.all(
    [stdout, readFileSync(lunch, "utf8")].map(async (t) => (await load()).open(t)),
  );
  const { language, id, version, decision } = pack.description;
  assert.deepEqual([language, id, version], ["de", original.description.id, original.description.version]);
  assert.equal(decision.questions[1].choices[1].text, "Eine halbe Stunde");
  const answers = { weather: "cold", minutes: "thirty" };
  const [verdict, before] = [pack.verdict(answers), original.verdict(answers)];
  assert.equal(verdict.recommendation.title, "Die Suppe");
  assert.equal(verdict.reasons[0].because, "Warmes Essen wärmt.");
  assert.deepEqual(
    verdict.scores.map(({ score }) => score),
    before.scores.map(({ score }) => score),
  );
  assert.doesNotMatch(pack.outlookText("{}") + JSON.stringify(pack.verdict({})), /Soup|Salad|Half an hour|Depends/);
});

test("variants of a text are translated in their order, and keep their conditions", async () => {
  const picnic = at("tests/corpus/packs/picnic.json");
  const { id, version } = JSON.parse(readFileSync(picnic, "utf8"));
  const texts = {
    heuristic: { text: "Draußen, wenn es trocken ist." },
    rules: { blue: { detail: "Neun von zehn." } },
    recommendations: {
      picnic: { summary: [{ text: "Es bleibt trocken." }, {}] },
      cafe: { despite: [{ text: "Im Korb wäre nichts." }] },
    },
  };
  const translation = file(JSON.stringify({ format: 1, id, version, language: "de", decision: texts }));
  const pack = (await load()).open(run("translate", picnic, translation).stdout);
  const dry = pack.verdict({ sky: "blue", basket: "full", people: "two" });
  assert.equal(pack.description.decision.heuristic.text, "Draußen, wenn es trocken ist.");
  assert.equal(dry.recommendation.summary, "Es bleibt trocken.");
  assert.equal(dry.reasons[0].detail, "Neun von zehn.");
  assert.equal(pack.verdict({ sky: "blue" }).recommendation.summary, "The park is ahead; see what is still open.");
  assert.equal(pack.verdict({ sky: "blue", basket: "empty", people: "ten" }).despite, "Im Korb wäre nichts.");
});

test("each missing text is named, with its place in the translation and what readers would see", () => {
  const text = edited('"pass": "Eine halbe Stunde reicht.",\n        ', "").replace('"Kalt"', '" "');
  const { status, stdout } = check(text);
  assert.equal(status, 0, "readers see the pack's own words");
  assert.match(stdout, /19 of 21 texts are in "de"/);
  assert.deepEqual(
    problemsOf(text).map(({ code, severity, path, line, message }) => [code, severity, path, line, message]),
    [
      [
        "missing_translation",
        "warning",
        "/decision/questions/weather/choices/cold/text",
        12,
        '"Cold" is not translated.',
      ],
      [
        "missing_translation",
        "warning",
        "/decision/gates/time/pass",
        26,
        '"Half an hour is enough." is not translated.',
      ],
    ],
  );
  const pack = JSON.parse(run("translate", lunch, file(text)).stdout);
  assert.deepEqual(
    [pack.decision.gates[0].pass, pack.decision.gates[0].fail],
    ["Half an hour is enough.", "Fünf Minuten sind zu kurz."],
  );
});

const BROKEN = {
  unknown_translation: [
    [edited('"hot": {', '"warm": {'), "/decision/questions/weather/choices/warm"],
    [edited('"title": "Die Suppe"', '"titel": "Die Suppe"'), "/decision/recommendations/soup/titel"],
    [edited('{ "name": "Suppe" }', '"Suppe"'), "/decision/alternatives/soup"],
    [edited('"Schnell und frisch."', "7"), "/decision/recommendations/salad/summary"],
    [edited('"rules": {', '"laws": [], "rules": {'), "/decision/laws"],
  ],
  other_pack: [[edited('"id": "lunch"', '"id": "dinner"'), "/id"]],
  bad_translation: [
    [edited('"language": "de",', ""), ""],
    ["[]", ""],
    ["{", ""],
    ["", ""],
  ],
};

for (const [code, cases] of Object.entries(BROKEN))
  test(`${code} is an error, and nothing is written`, () => {
    for (const [text, where] of cases) {
      const found = problemsOf(text).find((problem) => problem.code === code);
      assert.deepEqual([found?.severity, found?.path], ["error", where], text);
      assert.equal(check(text).status, 1);
      const translated = run("translate", lunch, file(text));
      assert.deepEqual([translated.status, translated.stdout], [1, ""]);
      assert.match(translated.stderr, new RegExp(code));
    }
  });

test("an id may be a word that every object knows", () => {
  const pack = readFileSync(lunch, "utf8").replaceAll('"thirty"', '"constructor"');
  const odd = path.join(folder, "odd.json");
  writeFileSync(odd, pack);
  const without = german.replace(/,\s+"choices": { "five".*} }/, "");
  const { problems } = JSON.parse(run("check", odd, "--translation", file(without), "--json").stdout);
  assert.deepEqual(
    problems.map(({ code, path }) => [code, path]),
    ["five", "constructor"].map((id) => ["missing_translation", `/decision/questions/minutes/choices/${id}/text`]),
  );
  const renamed = file(german.replace('"thirty"', '"constructor"'));
  assert.equal(run("check", odd, "--translation", renamed).stdout, '21 of 21 texts are in "de"\n');
});

test("a translation of an older version is said to be one, and is used", () => {
  const text = edited('"version": "1.0.0"', '"version": "0.9.0"');
  const [problem, ...others] = problemsOf(text);
  assert.deepEqual([problem.code, problem.severity, problem.line, others], ["outdated_translation", "warning", 4, []]);
  assert.equal(run("translate", lunch, file(text)).status, 0);
});

test("what the engine refuses in the translated pack is an error of the translation", () => {
  const [problem] = problemsOf(edited('"language": "de"', '"language": "Deutsch!"'));
  assert.equal(problem.severity, "error");
  assert.match(problem.message, /^In the translated pack: /);
});

test("the bundled pack translates without its rubric, which reads English", () => {
  const { id, version } = JSON.parse(readFileSync(at("packs/rag-vs-fine-tuning/decision.json"), "utf8"));
  const { status, stdout } = run(
    "translate",
    id,
    file(JSON.stringify({ id, version, language: "fr", title: "RAG ou ajustement ?" })),
  );
  assert.equal(status, 0);
  assert.deepEqual([JSON.parse(stdout).title, "rubric" in JSON.parse(stdout)], ["RAG ou ajustement ?", false]);
});

test("SARIF and JUnit name the translation's places; only errors fail", () => {
  const text = edited('"hot": {', '"warm": {');
  const [run] = JSON.parse(check(text, "--sarif").stdout).runs;
  assert.match(run.tool.driver.rules[0].help.text, /docs\/translations\.md/);
  assert.deepEqual(
    run.results.map(({ ruleId, level }) => [ruleId, level]),
    [
      ["unknown_translation", "error"],
      ["missing_translation", "warning"],
    ],
  );
  assert.ok(
    run.results.every(({ locations: [{ physicalLocation }] }) =>
      physicalLocation.artifactLocation.uri.endsWith("translation.json"),
    ),
  );
  assert.match(check(text, "--junit").stdout, /tests="1" failures="1"/);
  assert.match(check(german, "--junit").stdout, /failures="0"/);
});

test("wrong usage is said", () => {
  for (const args of [["translate", lunch], ["translate"], ["check", lunch, "--translation", "nowhere.json"]]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, /Name a pack|there is no such file/);
  }
});

test("a template has every text by its id, empty; filled in, it is a translation", () => {
  const { status, stdout } = run("translate", lunch, "--template", "fr");
  assert.equal(status, 0);
  const empty = JSON.parse(stdout);
  assert.deepEqual([empty.format, empty.id, empty.version, empty.language], [1, "lunch", "1.0.0", "fr"]);
  assert.equal(empty.decision.questions.weather.choices.cold.text, "");
  assert.equal(
    run("check", lunch, "--translation", file(stdout)).stdout.split("\n").at(-2),
    '0 of 21 texts are in "fr"',
  );
  const { interface: words, ...texts } = JSON.parse(stdout.replaceAll('""', '"Texte"'));
  const filled = JSON.stringify(texts);
  assert.equal(run("check", lunch, "--translation", file(filled)).stdout, '21 of 21 texts are in "fr"\n');
  assert.deepEqual(
    words.reasons_more,
    { many: "Texte", one: "Texte", other: "Texte" },
    "with the plurals of its language",
  );
});

test("a template keeps what an earlier translation has; where the card has words, it asks for none", () => {
  const earlier = file(edited('"Kalt"', '"Bitterkalt"'));
  const again = JSON.parse(run("translate", lunch, earlier, "--template", "de").stdout);
  assert.equal(again.decision.questions.weather.choices.cold.text, "Bitterkalt");
  assert.equal(again.interface, undefined);
  assert.equal(
    run("check", lunch, "--translation", file(JSON.stringify(again))).stdout,
    '21 of 21 texts are in "de"\n',
  );
});

test("a template is for a language, and for this pack", () => {
  assert.match(run("translate", lunch, "--template", "no language").stderr, /"no language" is no language tag/);
  assert.match(run("translate", lunch, file("{"), "--template", "de").stderr, /bad_translation/);
  const other = file(edited('"id": "lunch"', '"id": "dinner"'));
  assert.deepEqual(run("translate", lunch, other, "--template", "de").status, 1);
});

/** The lunch pack with words of its own for the card. */
function outspoken(words) {
  const target = path.join(folder, "outspoken.json");
  writeFileSync(target, JSON.stringify({ ...JSON.parse(readFileSync(lunch, "utf8")), interface: words }));
  return target;
}

test("the author's words for the card are translated with the pack; what isn't stays, because the card's may say the opposite", () => {
  const pack = outspoken({ save: "Send to the kitchen", back: "Back" });
  const { stdout } = run("check", pack, "--translation", file(german), "--json");
  const missing = JSON.parse(stdout).problems.map(({ code, path }) => `${code} ${path}`);
  assert.deepEqual(missing, ["missing_translation /interface/save", "missing_translation /interface/back"]);
  const own = { ...JSON.parse(german), interface: { save: "An die Küche", undo: "Zurücknehmen", back: "" } };
  const { interface: words } = JSON.parse(run("translate", pack, file(JSON.stringify(own))).stdout);
  assert.deepEqual(words, { save: "An die Küche", back: "Back", undo: "Zurücknehmen" });
});

test("words that no card says, and values that nothing fills in, are said with their place", () => {
  const own = { ...JSON.parse(german), interface: { bakc: "Zurück", progress: "{nummer} von {total}" } };
  const [first, second] = problemsOf(JSON.stringify(own, null, 2));
  assert.deepEqual([first.code, first.severity, first.path], ["unknown_interface_text", "warning", "/interface/bakc"]);
  assert.deepEqual([second.code, second.path], ["unknown_value", "/interface/progress"]);
  assert.match(second.message, /\{nummer\}/);
  const report = JSON.parse(run("check", outspoken({ bakc: "Back" }), "--json").stdout);
  assert.deepEqual(
    report.remarks.map(({ code, path, line }) => [code, path, line]),
    [["unknown_interface_text", "/interface/bakc", 1]],
  );
});

test("a pack in a language that the card has no words in is told so, unless it brings them all", () => {
  const english = JSON.parse(readFileSync(at("dist/languages/en.json"), "utf8"));
  const all = { ...english["decision-card"], ...english["rubric-card"] };
  const codes = (pack) => {
    const target = path.join(folder, "polish.json");
    writeFileSync(target, JSON.stringify({ ...JSON.parse(readFileSync(lunch, "utf8")), ...pack }));
    return JSON.parse(run("check", target, "--json").stdout).findings.map(({ code }) => code);
  };
  const told = (pack) => codes(pack).includes("untranslated_interface");
  assert.deepEqual(
    [{ language: "pl" }, { language: "zh-TW" }, { language: "de-CH" }, { language: "pl", interface: all }].map(told),
    [true, true, false, false],
  );
});

test("a translation keeps the emphasis, links, paragraphs and lists of the pack's texts; words may move", () => {
  const seats = at("tests/corpus/packs/seats.json");
  const { id, version } = JSON.parse(readFileSync(seats, "utf8"));
  const told = (texts) => {
    const text = file(JSON.stringify({ language: "de", id, version, decision: texts }));
    const { problems } = JSON.parse(run("check", seats, "--translation", text, "--json").stdout);
    return problems.filter(({ code }) => code === "other_markup").map(({ path: where }) => where);
  };
  const intro = "Die Antworten sind **allein Ihre**.";
  assert.deepEqual(told({ intro: `*Dasselbe* Werkzeug, zwei Wege.\n\n${intro}` }), []);
  assert.deepEqual(told({ intro: `Dasselbe Werkzeug, zwei Wege.\n\n${intro}` }), ["/decision/intro"]);
  assert.deepEqual(told({ intro: `*Dasselbe* Werkzeug, zwei Wege. ${intro}` }), ["/decision/intro"]);
  const line = (address) => ({ heuristic: { text: `Siehe [Preise](${address}): Plätze sind *billig*.` } });
  assert.deepEqual(told(line("https://example.org/prices")), []);
  assert.deepEqual(told(line("https://example.org/preise")), ["/decision/heuristic/text"]);
  const help = (end) => ({ questions: { people: { help: `Zählen Sie:\n\n- wer schreibt${end}` } } });
  assert.deepEqual(told(help("\n- wer *nur* liest")), []);
  assert.deepEqual(told(help("")), ["/decision/questions/people/help"]);
});
