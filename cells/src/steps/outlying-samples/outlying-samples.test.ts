// Samples unlike the others: numbers are R's and rrcov's on 22 samples as they are and with planted faults
// (testing/reference/steps/outlying-samples.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, tableOf, textColumn } from "../../artifacts/table.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import { FailureError } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { fittedChain, type FittedStepState } from "../../contract/fitted-chain.ts";
import type { StepScope } from "../../contract/step.ts";
import { applyChain, doStep, formOf } from "../../chains/run-step.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { stepSchema } from "../../steps.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { matrixOf, stepOnMatrix } from "../../testing/step-on-matrix.ts";
import { valuesOf } from "../../testing/step-on-table.ts";

interface Answer {
  readonly z: readonly number[];
  readonly size: readonly number[];
  readonly k: number;
  readonly score: readonly number[];
  readonly orthogonal: readonly number[];
  readonly cutoffs: readonly [number, number];
}
const answers: { readonly plain: Answer; readonly faults: Answer } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/steps/outlying-samples.json"), "utf8"),
);
const lines = gunzipSync(
  readFileSync(path.resolve(import.meta.dirname, "../../../../examples/data/GSE96870_counts_cerebellum.csv.gz")),
)
  .toString()
  .trim()
  .split("\n")
  .map((line) => line.replaceAll('"', "").split(","));
const names = (lines[0] ?? []).slice(1);
const rows = lines.slice(1).map((cells) => cells.slice(1).map(Number));

const matrix = (values: readonly (readonly number[])[], scale: Assay["scale"] = "counts"): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from(values.flat()) },
    features: tableOf(
      textColumn(
        "gene",
        values.map((_, at) => lines[at + 1]?.[0] ?? `g${at}`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        (values[0] ?? []).map((_, at) => names[at] ?? `s${at}`),
      ),
      textColumn(
        "half",
        (values[0] ?? []).map((_, at) => (at < 11 ? "a" : at < 20 ? "b" : "c")),
      ),
    ),
    scale,
    featureNoun: "gene",
  });
const plain = matrix(rows);
const faults = matrix(
  rows.map((row, gene) =>
    row.map((value, at) => {
      if (at === 2) return Math.floor(value / 100);
      if (at === 7) return rows[(gene * 7919) % rows.length]?.[7] ?? 0;
      return at === 14 ? Math.floor((value + (row[0] ?? 0)) / 2) : value;
    }),
  ),
);

const scopeOf = (said: string[]): StepScope => ({
  index: 0,
  valueOf: () => null,
  input: () => ({ type: "value", value: null }),
  say: (sentence) => said.push(sentenceIn(sentence, "en")),
  frozen: async (_chain, data) => data,
  file: () => bytesAsSource(new Uint8Array(0)),
  signal: new AbortController().signal,
});
async function stepOn(assay: Assay, options: JsonObject) {
  const said: string[] = [];
  try {
    const { data, kept } = await doStep(stepSchema.parse({ ...options, verb: "outlying-samples" }), assay, scopeOf(said));
    if (data.type !== "assay") throw new Error("no matrix");
    return { assay: data, said, kept, column: (name: string) => valuesOf(data.samples, name) };
  } catch (error) {
    throw error instanceof FailureError ? new Error(failureSentence(error.failure, "en")) : error;
  }
}
async function laterOn(kept: FittedStepState, assay: Assay) {
  const form = formOf(assay);
  const chain = fittedChain.parse(JSON.parse(JSON.stringify({ takes: form, gives: form, steps: [kept] })));
  const data = await applyChain(chain, assay, scopeOf([]));
  return (name: string) => (data.type === "assay" ? valuesOf(data.samples, name) : []);
}

describe.each(["plain", "faults"] as const)("22 samples, %s", (which) => {
  const [assay, answer] = [which === "plain" ? plain : faults, answers[which]];
  const close = (found: readonly unknown[], wanted: readonly number[], digits: number): void => {
    expect(found).toHaveLength(wanted.length);
    for (const [at, value] of wanted.entries())
      expect(Math.abs(Number(found[at]) - value) / Math.max(1, Math.abs(value))).toBeLessThan(10 ** -digits);
  };

  test("median correlations are R's", async () => {
    const { column, said, kept } = await stepOn(assay, {});
    close(column("outlier_correlation"), answer.z, 4);
    expect(column("outlier")).toEqual(answer.z.map((z) => z < -3));
    const found = answer.z.filter((z) => z < -3).length;
    expect(said).toEqual([
      found === 0
        ? "Step 1: none of 22 samples: median correlation < -3 MAD."
        : `Step 1: ${found} of 22 samples flagged: median correlation < -3 MAD.`,
    ]);
    expect(columnOf(kept && (await stepOn(assay, {})).assay.samples, "outlier")?.semantic).toBe("outlier");
  });
  test("library sizes are R's, and hold for samples that come later", async () => {
    const { column, kept } = await stepOn(assay, { rule: { by: "library-size" } });
    close(column("outlier_library_size"), answer.size, 6);
    const later = await laterOn(kept, takeSamples(faults, Int32Array.of(2)));
    expect(later("outlier")).toEqual([true]);
    expect(String(later("outlier_reason")[0])).toMatch(/^library size MAD -[\d.]+ < -3$/);
  });
  test("distances in components and cut-offs are rrcov's, and hold for samples that come later", async () => {
    const { column, said, kept } = await stepOn(assay, { rule: { by: "components" } });
    close(column("outlier_score_distance"), answer.score, 4);
    close(column("outlier_orthogonal_distance"), answer.orthogonal, 3);
    const [out, off] = answer.cutoffs;
    expect(column("outlier")).toEqual(answer.score.map((score, at) => score > out || (answer.orthogonal[at] ?? 0) > off));
    expect(said[0]).toMatch(new RegExp(`Step 1: ${answer.k} components? of 21`));
    const later = await laterOn(kept, takeSamples(assay, Int32Array.of(5, 7)));
    expect(later("outlier_score_distance")).toEqual([5, 7].map((at) => column("outlier_score_distance")[at]));
  });
});

test("dropped, counted and said; two rules one after the other", async () => {
  const dropped = await stepOn(faults, { action: "drop" });
  expect(dropped.said).toEqual(["Step 1: 1 of 22 samples dropped: median correlation < -3 MAD."]);
  expect(dropped.assay.sampleCount).toBe(21);
  expect(dropped.column("sample")).not.toContain(names[7]);
  const kept = await stepOn(faults, { action: "keep" });
  expect(kept.assay).toBe(faults);
  const first = await stepOn(faults, {});
  const { assay, column } = await stepOn(first.assay, { rule: { by: "library-size" } });
  expect(column("outlier").flatMap((is, at) => (is === true ? [at] : []))).toEqual([2, 7]);
  expect(column("outlier_reason")[7]).toMatch(/^correlation MAD -/);
  expect(assay.samples.columns.filter(({ name }) => name === "outlier")).toHaveLength(1);
});
test("within groups each has its own bounds; those that are too small are told", async () => {
  const sizes = await stepOn(faults, { rule: { by: "library-size" }, group: "half" });
  expect(sizes.column("outlier")[2]).toBe(true);
  expect(sizes.column("outlier").slice(20)).toEqual([null, null]);
  expect(sizes.said.join()).toMatch(/1 of 3 groups have fewer than 3 samples/);
  const parts = await stepOn(faults, { rule: { by: "components" }, group: "half" });
  expect(parts.column("outlier").slice(20)).toEqual([null, null]);
  expect((await stepOn(faults, { group: "half" })).column("outlier")[7]).toBe(true);
  await expect(stepOn(faults, { group: "no such" })).rejects.toThrow(/no column no such/);
});
test("few samples, equal ones, missing values, logs and nothing at all: told in words", async () => {
  const small = (values: number[][], scale: Assay["scale"] = "counts") => matrix(values, scale);
  const few = small([...Array(20).keys()].map((gene) => [gene, gene + 1]));
  const rules = [{ by: "correlation" }, { by: "components" }, { by: "library-size" }];
  for (const rule of rules) await expect(stepOn(few, { rule })).rejects.toThrow(/2 samples/);
  const same = small([...Array(20).keys()].map((gene) => Array(6).fill(gene + 1)));
  for (const rule of rules.slice(1)) await expect(stepOn(same, { rule })).rejects.toThrow(/do not differ|no spread/);
  const gaps = small(
    [...Array(20).keys()].map((gene) => [...Array(6).keys()].map((at) => (at === gene % 6 ? Number.NaN : gene * at))),
  );
  for (const rule of rules.slice(0, 2)) await expect(stepOn(gaps, { rule })).rejects.toThrow(/value in every sample/);
  const logs = small(
    [...Array(20).keys()].map((gene) => [...Array(6).keys()].map((at) => Math.sin(gene * at) - 3)),
    "log2",
  );
  await expect(stepOn(logs, { rule: { by: "library-size" } })).rejects.toThrow(/told of counts/);
  const none = small(
    [...Array(20).keys()].map((gene) => [...Array(6).keys()].map((at) => (at === 3 ? 0 : (gene + 1) * (7 + at * at)))),
  );
  const { column, said } = await stepOn(none, { rule: { by: "library-size" } });
  expect(column("outlier")[3]).toBe(true);
  expect(said[0]).toMatch(/1 sample has no counts at all/);
});

test("samples that do not vary are not judged by correlation, and that is told", async () => {
  const flat = matrixOf(
    Array.from({ length: 12 }, () => [7, 7, 7, 7, 7, 7]),
    {},
    "log2",
  );
  const { said } = await stepOnMatrix(flat, { verb: "outlying-samples" });
  expect(said).toEqual([expect.stringMatching(/^Step 1: 6 of 6 samples are not judged/)]);
});
