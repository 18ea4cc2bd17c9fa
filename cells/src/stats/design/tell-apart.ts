// How two columns of a sample sheet divide the samples: alike, one within the other, or with values that stand with each other
// alone. A number divides by its values.

import type { Variable } from "./model-matrix.ts";

/** Samples by the value of a column. */
export interface Division {
  readonly names: readonly string[];
  readonly codes: Int32Array;
  readonly isNumber: boolean;
}

export function divisionOf(variable: Variable): Division {
  if (variable.kind === "factor") return { names: variable.levels, codes: Int32Array.from(variable.codes), isNumber: false };
  const seen = new Map<number, number>();
  const codes = Int32Array.from(variable.values, (value) => {
    const code = seen.get(value) ?? seen.size;
    seen.set(value, code);
    return code;
  });
  return { names: [...seen.keys()].map(String), codes, isNumber: true };
}

export const countsOf = ({ names, codes }: Division): readonly number[] => {
  const counts = names.map(() => 0);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return counts;
};

/** Of each value of `of` the values of `by` that it stands with. */
export function beside(of: Division, by: Division): readonly ReadonlySet<number>[] {
  const found = of.names.map(() => new Set<number>());
  of.codes.forEach((code, row) => found[code]?.add(by.codes[row] as number));
  return found;
}

/** Whether each value of `from` is of one value of `of`. */
export const follows = (of: Division, from: Division): boolean => beside(from, of).every((values) => values.size <= 1);

export const pairsOf = (from: Division, of: Division): (readonly [string, string])[] =>
  beside(from, of).flatMap((values, code) => {
    const [only] = [...values];
    return only === undefined ? [] : [[from.names[code] ?? "", of.names[only] ?? ""] as const];
  });

/** The smallest set of values of both that stand with each other alone; null where all hang together. */
export function smallestPart(first: Division, second: Division): { first: number[]; second: number[] } | null {
  const toSecond = beside(first, second);
  const toFirst = beside(second, first);
  const left = new Set([...toSecond.keys()].filter((code) => (toSecond[code]?.size ?? 0) > 0));
  const parts: { first: number[]; second: number[] }[] = [];
  while (left.size > 0) {
    const part = { first: new Set<number>(), second: new Set<number>() };
    const open = [[...left][0] as number];
    while (open.length > 0) {
      const code = open.pop() as number;
      if (!left.delete(code)) continue;
      part.first.add(code);
      for (const other of toSecond[code] ?? []) {
        part.second.add(other);
        open.push(...(toFirst[other] ?? []));
      }
    }
    parts.push({ first: [...part.first], second: [...part.second] });
  }
  if (parts.length < 2) return null;
  return parts.reduce((least, part) =>
    part.first.length + part.second.length < least.first.length + least.second.length ? part : least,
  );
}
