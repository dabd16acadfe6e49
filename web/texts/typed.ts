/** What a reader types where a number is asked for. */
import type { Numbers } from "./numbers.js";

const THOUSANDS: { readonly [suffix: string]: number } = { k: 1e3, m: 1e6 };

/** "1,000" as the language writes it, "10k", "1.5 M", with its unit or without; NaN for anything else. */
export function typedNumber(numbers: Numbers, text: string, unit = ""): number {
  const plain = text.trim();
  const bare = unit && plain.toLowerCase().endsWith(unit.toLowerCase()) ? plain.slice(0, -unit.length) : plain;
  const [, digits = "", suffix = ""] = /^(.*?)\s*([km]?)$/i.exec(bare.trim()) ?? [];
  return Math.round(numbers.parse(digits) * (THOUSANDS[suffix.toLowerCase()] ?? 1) * 1e6) / 1e6;
}
