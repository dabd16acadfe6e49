// SPDX-License-Identifier: MIT
/** Memory and time over minutes, as a picture for the documents: two plots with a common axis. */

const [WIDTH, HEIGHT, LEFT, GAP] = [640, 150, 60, 50];

/** A round number above all values, so that the axis begins at 0 and ends where a person would end it. */
function roundAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value);
}

function plot(samples, name, unit, top) {
  const most = roundAbove(Math.max(...samples.map((sample) => sample[name])));
  const last = samples.at(-1).minute;
  const x = (minute) => (LEFT + ((WIDTH - LEFT - 10) * minute) / last).toFixed(1);
  const y = (value) => (top + HEIGHT - (HEIGHT * value) / most).toFixed(1);
  const points = samples.map((sample) => `${x(sample.minute)},${y(sample[name])}`).join(" ");
  const levels = [0, most / 2, most].map(
    (value) =>
      `<line x1="${LEFT}" x2="${WIDTH - 10}" y1="${y(value)}" y2="${y(value)}" stroke="#ccc"/><text x="${LEFT - 8}" y="${Number(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  return [
    `<text x="${LEFT}" y="${top - 10}">${unit}</text>`,
    ...levels,
    `<polyline points="${points}" fill="none" stroke="#1a6" stroke-width="1.5"/>`,
  ].join("\n");
}

export function drawn(samples) {
  const minutes = samples.at(-1).minute;
  const height = 2 * (HEIGHT + GAP) + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<title>Memory and time of random packs in one process, over ${minutes.toFixed(0)} minutes</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${plot(samples, "memory", "Memory of the process, MB", 30)}
${plot(samples, "time", "Processor time a pack that is opened and asked, ms", 30 + HEIGHT + GAP)}
<text x="${WIDTH - 10}" y="${height - 6}" text-anchor="end">${minutes.toFixed(0)} minutes</text>
</svg>
`;
}
