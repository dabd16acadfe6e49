/** Interleaved rounds and medians: what disturbs the machine for a while disturbs every contender alike. */

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const nanoseconds = (start) => (performance.now() - start) * 1e6;

/** Repetitions of `run(times)` that take about `budget` milliseconds, after as much warming up. */
async function calibrate(run, budget) {
  let times = 1;
  for (;;) {
    const start = performance.now();
    await run(times);
    const spent = performance.now() - start;
    if (spent >= budget / 2) return Math.max(1, Math.round((times * budget) / spent));
    times *= spent < budget / 20 ? 8 : 2;
  }
}

/**
 * Measures `{name, run(times)}` entries in turn, round after round.
 * Returns nanoseconds per repetition by name: the median over the rounds.
 */
export async function measure(entries, { rounds = 11, budget = 15 } = {}) {
  const plans = [];
  for (const entry of entries) plans.push({ ...entry, times: await calibrate(entry.run, budget), spent: [] });
  for (let round = 0; round < rounds; ++round) {
    for (const plan of plans) {
      const start = performance.now();
      await plan.run(plan.times);
      plan.spent.push(nanoseconds(start) / plan.times);
    }
  }
  return Object.fromEntries(plans.map(({ name, spent }) => [name, median(spent)]));
}
