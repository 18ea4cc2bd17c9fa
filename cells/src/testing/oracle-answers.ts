// What R and others answered to the questions of tests: tables beside the scripts that made them, in stats/oracles.

import { readFileSync } from "node:fs";
import path from "node:path";

export type Answer = { readonly [column: string]: string };

/** Rows of a file of stats/oracles; the first line holds the names of the columns. */
export function answersOf(file: string): readonly Answer[] {
  const [head = "", ...lines] = readFileSync(path.join(import.meta.dirname, "../stats/oracles", file), "utf8")
    .trimEnd()
    .split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

/** As R, Python and JavaScript write them; NA and nothing are NaN. */
export function numberOf(text: string | undefined): number {
  if (text === undefined || text === "" || text === "NA") return Number.NaN;
  return Number(text.replace(/^(-?)inf(inity)?$/i, "$1Infinity"));
}

export const numbersOf = (text: string | undefined): number[] => (text ? text.split(",").map(numberOf) : []);

/** How far `found` is from `expected`, in parts of it; 0 where both are the same infinity or no number. */
export function relativeError(found: number, expected: number): number {
  if (Object.is(found, expected) || found === expected) return 0;
  return Number.isFinite(expected) ? Math.abs(found - expected) / Math.abs(expected) : Number.POSITIVE_INFINITY;
}
