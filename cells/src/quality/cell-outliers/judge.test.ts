// Cells that are outliers, as scuttle finds them (testing/reference/quality/cells.R); and thousands of simulated ones, sparse.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, tableOf, textColumn } from "../../artifacts/table.ts";
import { message } from "../../messages/catalogue.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { qualityRules } from "../../quality-rules.ts";
import { askRule } from "../parts/ask-rule.ts";
import { qualityData } from "../parts/quality-data.ts";
import { cellOutliers } from "./rule.ts";

interface Found {
  readonly counts: readonly number[];
  readonly genes: readonly number[];
  readonly mito: readonly number[];
  readonly thresholds: readonly (readonly (number | "Inf" | "-Inf")[])[];
}
const ofScuttle = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../testing/reference/quality/cells.json"), "utf8"),
) as {
  readonly genes: readonly string[];
  readonly batch: readonly string[];
  readonly values: readonly number[];
  readonly alone: Found;
  readonly batches: Found;
};

const cellsOf = (values: Assay["values"], genes: readonly string[], batch: readonly (string | null)[]): Assay =>
  assayOf({
    values,
    features: tableOf(textColumn("gene", genes)),
    samples: tableOf(
      textColumn(
        "barcode",
        batch.map((_, at) => `c${at}`),
        { semantic: "barcode" },
      ),
      textColumn("batch", batch),
    ),
    scale: "counts",
    featureNoun: "gene",
  });

async function judged(assay: Assay, byBatch: boolean, settings = {}) {
  const batch = byBatch ? (columnOf(assay.samples, "batch") ?? null) : null;
  const data = qualityData(assay, { sex: null, group: null, batch });
  return askRule(qualityRules["cell-outliers"], data, cellOutliers.settings.parse(settings));
}

test.each([
  ["all together", false, ofScuttle.alone],
  ["in their batches", true, ofScuttle.batches],
] as const)("reads, genes and mitochondria of cells, %s: those that scuttle finds", async (_title, byBatch, found) => {
  const answer = await judged(
    cellsOf({ layout: "dense", data: Float32Array.from(ofScuttle.values) }, ofScuttle.genes, ofScuttle.batch),
    byBatch,
  );
  if ("lacks" in answer) throw new Error(answer.lacks.key);
  const of = (key: string): number[] =>
    answer.verdicts.flatMap(({ says, samples }) => (says.key.includes(key) ? samples : [])).sort((a, b) => a - b);
  expect({ counts: of("few-counts"), genes: of("few-genes"), mito: of("much-mitochondrial") }).toEqual({
    counts: found.counts,
    genes: found.genes,
    mito: found.mito,
  });
  const thresholds = found.thresholds.flat().filter((one): one is number => typeof one === "number");
  for (const { threshold, says } of answer.verdicts) {
    const share = says.key.includes("mito") ? 100 : 1;
    const nearest = Math.min(...thresholds.map((one) => Math.abs(one - (threshold ?? 0) * share)));
    expect(nearest).toBeLessThan(1e-6);
    expect(message(says.key, says.params, "en")).toMatch(byBatch ? /^(one|two): \d+ of 80 cells/ : /^\d+ of 160 cells/);
  }
});

/** Counts of 2,000 genes, some 600 seen in each cell; every 40th cell has a tenth of the reads, every 50th is half mitochondria. */
function simulated(cells: number): Assay {
  const random = seededRandom(5);
  const genes = Array.from({ length: 2_000 }, (_, at) => (at < 13 ? `mt-Nd${at}` : `Gene${at}`));
  const [offsets, features, counts] = [new Int32Array(cells + 1), [] as number[], [] as number[]];
  for (let cell = 0; cell < cells; cell++) {
    const share = cell % 40 === 1 ? 0.1 : 1;
    const broken = cell % 50 === 2;
    for (let gene = 0; gene < genes.length; gene++) {
      const isMito = gene < 13;
      if (random() > (isMito ? 1 : 0.3 * share)) continue;
      features.push(gene);
      counts.push(
        isMito ? Math.round((broken ? 150 : 4 + 4 * random()) * share) : 1 + Math.floor(-3 * share * Math.log(1 - random())),
      );
    }
    offsets[cell + 1] = features.length;
  }
  const values = { layout: "sparse", offsets, featureIndex: Int32Array.from(features), data: Float32Array.from(counts) } as const;
  return cellsOf(
    values,
    genes,
    Array.from({ length: cells }, (_, at) => (at % 3 === 0 ? null : at % 3 === 1 ? "a" : "b")),
  );
}

test("of 4,000 simulated cells those that broke and those that are nearly empty are found; rules of samples are silent", async () => {
  const assay = simulated(4_000);
  for (const byBatch of [false, true]) {
    const answer = await judged(assay, byBatch);
    if ("lacks" in answer) throw new Error(answer.lacks.key);
    const bad = new Set(answer.verdicts.flatMap(({ samples }) => samples));
    const planted = Array.from({ length: 4_000 }, (_, cell) => cell).filter((cell) => cell % 40 === 1 || cell % 50 === 2);
    expect(planted.filter((cell) => !bad.has(cell))).toEqual([]);
    expect(bad.size).toBeLessThan(planted.length * 1.25);
  }
  const data = qualityData(assay, { sex: null, group: null, batch: null });
  expect(await askRule(qualityRules["library-size"], data, {})).toMatchObject({
    lacks: { key: "quality-thresholds.of-samples" },
  });
});

test("of cells without reads, of one cell and of equal ones nothing is said", async () => {
  const of = async (values: readonly number[], cells: number) =>
    judged(
      cellsOf(
        { layout: "dense", data: Float32Array.from(values) },
        Array.from({ length: values.length / cells }, (_, at) => `MT-ND${at}`),
        Array(cells).fill("a"),
      ),
      true,
    );
  for (const [values, cells] of [
    [[0, 0, 0, 0], 2],
    [[4, 2], 1],
    [[3, 3, 3, 3, 3, 3], 3],
  ] as const)
    expect(await of(values, cells)).toMatchObject({ verdicts: [] });
  expect(await of([1, Number.NaN, 2, 3], 2)).toMatchObject({ verdicts: [] });
  expect(await of([-1, 2, 2, 3], 2)).toHaveProperty("lacks");
});
