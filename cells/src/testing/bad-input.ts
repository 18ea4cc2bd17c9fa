// What is given by mistake, held to the rule of every kind: it is refused in a sentence that says what to do, or answered with a sentence
// of its own beside the answer; nothing is no number in silence, nothing throws. For tests only.

import { expect, test } from "vitest";
import type { Artifact, Table } from "../artifacts/artifact.ts";
import { isMissing } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import { doubtsOfArtifact } from "../doubts-of-artifact.ts";
import { failureSentence, sentenceIn } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { receivedSentence } from "../messages/sentence.ts";
import { runKind } from "./run-kind.ts";
import { each } from "./small-study.ts";

export const from = { ref: "cell_a" };
/** What is wrong, the data, and the reason of the refusal or (after +) the keys that stand beside the answer. */
export type Row = readonly [what: string, input: Artifact, expected: string, more?: JsonObject];

export const everywhere = (value: number): number[] => each(() => value);
export const nowhere = each(() => null);
export const broken = (values: readonly number[]): number[] =>
  values.map((value, row) => (row === 3 ? Number.POSITIVE_INFINITY : value));
export const spoiled = (value: (row: number, sample: number) => number) => (row: number, sample: number) =>
  row === 0 && sample === 0 ? Number.POSITIVE_INFINITY : value(row, sample);
export const nothing = () => Number.NaN;

export async function holds(kind: string, spec: JsonObject, inputs: { readonly [id: string]: Artifact }, expected: string) {
  const { outputs, failure } = await runKind(kind, spec, inputs);
  if (failure) {
    expect(failure.reason).toBe(expected);
    for (const locale of locales) {
      const said = failureSentence(failure, locale);
      expect(said).not.toMatch(/undefined|NaN|\{\w+\}|Infinity/u);
      // What is wrong, and what to do: a second sentence, or half of one; or what a number may be.
      if (!failure.fix) expect(said).toMatch(/\S[.:;?] \S|, and is|, а /u);
    }
    return;
  }
  const doubts = Object.values(outputs ?? {}).flatMap(doubtsOfArtifact);
  const keys = doubts.map(({ key }) => key);
  expect(expected, `answered, and said ${keys.join()}`).toMatch(/^\+/);
  for (const key of expected.slice(1).split(" ").filter(Boolean)) expect(keys).toContain(key);
  for (const doubt of doubts)
    for (const locale of locales)
      expect(sentenceIn(receivedSentence({ key: doubt.key, params: doubt.params }), locale)).not.toMatch(
        /undefined|NaN|\{\w+\}/u,
      );
  for (const output of Object.values(outputs ?? {})) if (output.type === "table") expect(noNumbers(output)).toEqual([]);
}
/** Columns that hold a NaN that is not said to be missing. */
const noNumbers = ({ columns, rowCount }: Table): string[] =>
  columns
    .filter(
      (column) =>
        column.type === "float64" &&
        each((row) => !isMissing(column, row) && Number.isNaN(column.values[row]), rowCount).some(Boolean),
    )
    .map(({ name }) => name);

export const tries = (kind: string, spec: JsonObject, rows: readonly Row[], others: { readonly [id: string]: Artifact } = {}) =>
  test.each(rows.map((row) => [row[0], row] as const))(`${kind}: %s`, async (_what, [, input, expected, more = {}]) =>
    holds(kind, { from, ...spec, ...more }, { cell_a: input, ...others }, expected),
  );
