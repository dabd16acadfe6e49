// SPDX-License-Identifier: MIT
/** The figures as tables of text. */

const figure = (value) => (Number.isNaN(value) ? "–" : value.toFixed(2)).padStart(6);
const NAME = 26;

/** The first word or two, for the head of a column; the summary has the names in full. */
function heads(contenders) {
  return contenders.map((_, at) => `  [${at + 1}]  P     R    F1`.padEnd(22)).join("");
}

function codeLine(code, contenders, kind) {
  const cells = contenders.map((contender) => {
    const { precision, recall, f1 } = contender[kind].perCode[code];
    return `  ${figure(precision)}${figure(recall)}${figure(f1)}  `;
  });
  const { support } = contenders[0][kind].perCode[code];
  return `${code.padEnd(NAME)}${String(support).padStart(4)}  ${cells.join("")}`;
}

export function printPerCode({ answers, concepts, misconceptions }, contenders) {
  console.log(`${answers.length} answers. Precision, recall and F1 by code, and how many answers express it:`);
  contenders.forEach(({ name }, at) => console.log(`  [${at + 1}] ${name}`));
  console.log(`\n${"".padEnd(NAME)}   n  ${heads(contenders)}`);
  for (const code of concepts) console.log(codeLine(code, contenders, "concepts"));
  console.log("");
  for (const code of misconceptions) console.log(codeLine(code, contenders, "misconceptions"));
}

function summaryLine({ name, concepts, misconceptions, agreement, offTopic }) {
  const cells = [
    concepts.micro.precision,
    concepts.micro.recall,
    concepts.micro.f1,
    concepts.macroF1,
    misconceptions.micro.precision,
    misconceptions.micro.recall,
    agreement.exact,
    agreement.withinOne,
    agreement.kappa,
  ];
  return `${name.padEnd(44)}${cells.map(figure).join(" ")}   ${offTopic.lowest} of ${offTopic.of}`;
}

/** What is tuned in favour of the baselines is said here, where their figures are. */
export function printSummary(contenders) {
  console.log(`\n${"".padEnd(44)}  concepts, micro   macro misconc.       overall grade`);
  console.log(`${"".padEnd(44)}     P      R     F1     F1      P      R  exact  ±1    kappa   off-topic lowest`);
  for (const contender of contenders) console.log(summaryLine(contender));
  if (contenders.length === 1) return;
  console.log(
    "Kappa has quadratic weights. The baselines' thresholds and the cuts between their bands are tuned on these very",
  );
  console.log(
    "answers, in their favour. Our patterns are as the pack has them: nothing here tunes them, but their authors could",
  );
  console.log("read these answers, so a figure for answers nobody has seen has to come from elsewhere.");
}

export function printConfusion(bands, table) {
  console.log(`\nOverall grade, decision-card: labelled (rows) and given (columns)`);
  console.log(`${"".padEnd(12)}${bands.map((band) => band.padStart(11)).join("")}`);
  table.forEach((row, at) =>
    console.log(`${bands[at].padEnd(12)}${row.map((count) => String(count).padStart(11)).join("")}`),
  );
}

function spreadLine({ name, heldOutF1, spread: { mean, minimum, maximum, deviation, groups } }) {
  const range = `from ${minimum.toFixed(2)} to ${maximum.toFixed(2)}`;
  return `  ${name.padEnd(44)}all ${heldOutF1.toFixed(3)}; by source: mean ${mean.toFixed(3)}, ${range}, deviation ${deviation.toFixed(3)} (${groups} sources)`;
}

export function printSources(contenders) {
  const [card] = contenders;
  console.log(
    "\nLeave one source out, micro F1 of the concepts (baselines tuned without the source; our patterns as they are)",
  );
  for (const contender of contenders) console.log(spreadLine(contender));
  const lowest = card.groups.toSorted((a, b) => a.f1 - b.f1).slice(0, 5);
  const named = lowest.map(({ group, f1, answers }) => `${group} ${f1.toFixed(2)} (${answers})`);
  console.log(`  decision-card's lowest sources (answers): ${named.join(", ")}`);
}

function quotes(text, evidence) {
  return evidence.map(({ start, end }) => `“${text.slice(start, end).replace(/\s+/g, " ")}”`).join(" … ");
}

function errorsOf({ id, text, labels, doubtful }, found, grade, codes) {
  const evidence = new Map([...grade.criteria, ...grade.misconceptions].map((each) => [each.id, each.evidence]));
  return codes.flatMap((code) => {
    if (doubtful.has(code) || labels.has(code) === found.has(code)) return [];
    return labels.has(code)
      ? [`  ${id} missed ${code}`]
      : [`  ${id} wrong  ${code}: ${quotes(text, evidence.get(code))}`];
  });
}

export function printErrors({ answers, concepts, misconceptions }, { found, grades }) {
  console.log("\nWhat decision-card missed, and what it found that is not labelled");
  answers.forEach((answer, at) => {
    for (const line of errorsOf(answer, found[at], grades[at], [...concepts, ...misconceptions])) console.log(line);
    const { overall } = answer;
    if (overall && overall !== grades[at].band)
      console.log(`  ${answer.id} band   ${overall}, given ${grades[at].band}`);
  });
}

export function printBars(bars) {
  console.log("\nBars");
  for (const { name, value, met } of bars) console.log(`  ${met ? "met   " : "MISSED"} ${name.padEnd(50)}${value}`);
}
