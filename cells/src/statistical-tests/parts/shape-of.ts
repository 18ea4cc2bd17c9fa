// The data of a test as the shape that it takes: whoever calls it has asked its card.

import { invariant } from "../../base/invariant.ts";
import type { ComparedData } from "../../contract/statistical-test.ts";

export function groupsOf(data: ComparedData): readonly Float64Array[] {
  invariant(data.shape === "groups", "a test of groups is given groups");
  return data.groups;
}

export const sizesOf = (groups: readonly Float64Array[], first: number, second: number): readonly [number, number] => [
  groups[first]?.length ?? 0,
  groups[second]?.length ?? 0,
];

export function twoGroupsOf(data: ComparedData): readonly [Float64Array, Float64Array] {
  const [first, second, ...others] = groupsOf(data);
  invariant(first && second && others.length === 0, "a test of two groups is given two");
  return [first, second];
}

export function pairsOf(data: ComparedData): { readonly x: Float64Array; readonly y: Float64Array } {
  invariant(data.shape === "repeats" || data.shape === "columns", "a test of pairs is given pairs");
  return data;
}

export function countsOf(data: ComparedData): readonly (readonly number[])[] {
  invariant(data.shape === "counts" || data.shape === "repeated-counts", "a test of counts is given counts");
  return data.counts;
}

/** First answer by second, each answer once in both: what stands in one column alone has counts of 0 in the other. Null: none stands in both. */
export function answersOf(data: ComparedData): readonly (readonly number[])[] | null {
  invariant(data.shape === "counts" || data.shape === "repeated-counts", "a test of answers is given counts");
  const { counts, rows, columns } = data;
  const answers = [...new Set([...rows, ...columns])];
  if (rows.length > 0 && !rows.some((row) => columns.includes(row))) return null;
  return answers.map((first) => answers.map((second) => counts[rows.indexOf(first)]?.[columns.indexOf(second)] ?? 0));
}
