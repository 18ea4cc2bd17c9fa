// size-factors against DESeq2 1.38.3 and edgeR 3.40.2 (oracle.R wrote oracle-*.csv) on two data sets, and what is refused.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Assay, Column } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, tableOf, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { StepScope } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import { stepSchema } from "../../steps.ts";
import { noChain } from "../../testing/no-chain.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { columnOfFactors, type FactorRule, factorRules } from "./step.ts";

const scope: StepScope = {
  index: 0,
  valueOf: (field) => field as null,
  input: () => ({ type: "value", value: null }),
  say: () => undefined,
  frozen: noChain,
  file: noChain,
  signal: new AbortController().signal,
};
const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.replaceAll('"', "").split(","));
function countsIn(text: string): Assay {
  const [head = [], ...rows] = linesOf(text);
  return assayOf({
    values: { layout: "dense", data: Float32Array.from(rows.flatMap((row) => row.slice(1).map(Number))) },
    features: tableOf(
      textColumn(
        "gene",
        rows.map(([id]) => id),
      ),
    ),
    samples: tableOf(textColumn("sample", head.slice(1))),
    scale: "counts",
    featureNoun: "gene",
  });
}
const small = (values: readonly number[], scale: Assay["scale"] = "counts"): Assay => ({
  ...countsIn("id,s1,s2\na,1,2\nb,3,4"),
  values: { layout: "dense", data: Float32Array.from(values) },
  scale,
});
async function factorsOf(assay: Assay, by: FactorRule): Promise<{ readonly factors: ArrayLike<number>; readonly answer: Assay }> {
  const answer = (await runStep(stepSchema.parse({ verb: "size-factors", by }), assay, scope)) as Assay;
  const column = columnOf(answer.samples, columnOfFactors(by)) as Extract<Column, { type: "float64" }>;
  return { factors: column.values, answer };
}
const reasonOf = async (assay: Assay, by: FactorRule): Promise<string> => {
  try {
    await factorsOf(assay, by);
  } catch (error) {
    if (error instanceof FailureError) return error.failure.reason;
    throw error;
  }
  return "answered";
};

const sets = {
  GSE96870: "GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz",
  deseq2_mini: "deseq2_mini/datasets/synthetic/test_counts.csv",
};
describe.each(Object.entries(sets))("%s", (name, file) => {
  test.skipIf(!hasReference(file)).each(factorRules)("factors by %s are R's", async (by) => {
    const bytes = readFileSync(referenceFile(file));
    const assay = countsIn((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
    const [head = [], ...rows] = linesOf(readFileSync(path.join(import.meta.dirname, `oracle-${name}.csv`), "utf8"));
    const at = head.indexOf(by.replace("-", ""));
    const { factors } = await factorsOf(assay, by);
    const away = rows.map((row, sample) => Math.abs((factors[sample] as number) / Number(row[at]) - 1));
    expect(away.length).toBe(assay.sampleCount);
    expect(Math.max(...away)).toBeLessThan(1e-12);
  });
});

test("counts are divided by the size factors, or made counts per million of the corrected library", async () => {
  const ratio = await factorsOf(small([1, 2, 3, 6]), "ratio");
  expect(ratio.answer.scale).toBe("unknown");
  expect(ratio.answer.values).toEqual({
    layout: "dense",
    data: Float32Array.from([Math.SQRT2, Math.SQRT2, 3 * Math.SQRT2, 3 * Math.SQRT2]),
  });
  const tmm = await factorsOf(small([1, 2, 3, 6]), "tmm");
  expect(tmm.answer.scale).toBe("cpm");
  expect(tmm.answer.values).toEqual({ layout: "dense", data: Float32Array.from([250000, 250000, 750000, 750000]) });
});

test("what has no factors is refused", async () => {
  expect(await reasonOf(small([1, 2, 3, 4], "log2"), "ratio")).toBe("transform.scale-cpm");
  expect(await reasonOf(small([0, 2, 3, 0]), "ratio")).toBe("step-size-factors.no-common");
  expect(await reasonOf(small([0, 2, 3, Number.NaN]), "tmm")).toBe("step-size-factors.missing-count");
  expect(await reasonOf(small([0, 2, 0, 4]), "tmm")).toBe("transform.all-zero-sample");
  expect(await reasonOf(small([-1, 2, 3, 4]), "poscounts")).toBe("transform.negative-counts");
});
