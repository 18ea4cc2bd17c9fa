// The counts of two files of mates are those of all their reads.

import { expect, test } from "vitest";
import { qualitySummary } from "./quality-summary.ts";
import { sumOfSummaries } from "./sum-of-summaries.ts";

const read = (bases: string, quality: string): string => `@r\n${bases}\n+\n${quality}\n`;
const first = read("ACGT", "II#I") + read("NN", "55");
const second = read("GGGGGGCA", "FFFFFFF!") + read("", "");
const long = read("A".repeat(1500), "9".repeat(1500));

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
const of = (text: string) => qualitySummary(bytesOf(text));

test.each([
  ["of unequal lengths", first, second],
  ["the longer one first", second, first],
  ["beyond the positions that stand by themselves", first, long],
  ["where one holds no base", read("", ""), second],
])("two files, %s, count as one that holds both", async (_title, one, two) => {
  expect(sumOfSummaries(await of(one), await of(two))).toEqual({ ...(await of(one + two)), modules: null });
});
