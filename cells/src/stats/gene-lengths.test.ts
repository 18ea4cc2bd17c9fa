// Against tximport 1.26 and DESeq2 1.38 on quant files that gene-lengths.R writes (gene-lengths.json): sums over transcripts, average
// lengths, counts out of abundances, factors of each count, and the p values that follow.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import { loadWork, methodSchema } from "../differential-methods.ts";
import { lengthScaledCounts, sumTranscripts } from "./gene-lengths.ts";

type Numbers = readonly (number | null)[];
const answer: {
  readonly samples: number;
  readonly gene: readonly string[];
  readonly genes: readonly string[];
  readonly counts: readonly number[];
  readonly tpm: readonly number[];
  readonly effective: readonly number[];
  readonly geneCounts: readonly number[];
  readonly geneTpm: readonly number[];
  readonly geneLengths: readonly number[];
  readonly scaled: readonly number[];
  readonly factors: readonly number[];
  readonly p: Numbers;
  readonly change: Numbers;
} = JSON.parse(readFileSync(path.join(import.meta.dirname, "gene-lengths.json"), "utf8"));
const { samples, genes } = answer;

const off = (ours: ArrayLike<number>, theirs: Numbers): number =>
  theirs.reduce<number>((most, value, at) => {
    const own = ours[at] as number;
    if (value === null) return Number.isNaN(own) ? most : Number.POSITIVE_INFINITY;
    return Math.max(most, Math.abs(own - value) / Math.max(Math.abs(value), 1e-12));
  }, 0);
const made = sumTranscripts(
  { samples, counts: answer.counts, abundance: answer.tpm, lengths: answer.effective },
  Int32Array.from(answer.gene, (gene) => genes.indexOf(gene)),
  genes.length,
);

test("transcripts are summed, and lengths weighed by abundance; of genes without any, as tximport fills them", () => {
  expect(off(made.counts, answer.geneCounts)).toBeLessThan(1e-12);
  expect(off(made.abundance, answer.geneTpm)).toBeLessThan(1e-12);
  expect(off(made.lengths, answer.geneLengths)).toBeLessThan(1e-12);
});

test("counts out of abundances by mean lengths", () => {
  expect(off(lengthScaledCounts({ samples, ...made }), answer.scaled)).toBeLessThan(1e-12);
});

const dense = (values: ArrayLike<number>) => ({ layout: "dense" as const, data: Float32Array.from(values) });
const matrix: Assay = assayOf({
  values: dense(made.counts),
  layers: [
    { name: "TPM", values: dense(made.abundance) },
    { name: "EffectiveLength", values: dense(made.lengths) },
  ],
  features: tableOf(textColumn("gene", genes)),
  samples: tableOf(
    textColumn(
      "sample",
      Array.from({ length: samples }, (_, at) => `s${at}`),
    ),
  ),
  scale: "counts",
  featureNoun: "gene",
});
const columns = [new Float64Array(samples).fill(1), Float64Array.from({ length: samples }, (_, at) => Number(at >= samples / 2))];
async function fitted(settings: object, assay: Assay = matrix) {
  const options = methodSchema.parse(settings);
  const work = await loadWork(options);
  const said: string[] = [];
  const pause = async () => undefined;
  const fit = await work.fit({ options, assay, columns, blocks: null, pause, say: ({ key }) => said.push(key) });
  return { fit, said, work, options, pause };
}

test("DESeq2 compares estimates by their lengths: factors of each count, and its p values", async () => {
  const { fit, said, work, options, pause } = await fitted({ type: "deseq2", trend: "mean" });
  if (!fit.ok) throw new Error(fit.error.reason);
  // Layers of a matrix have 24 bits.
  expect(off(fit.value.observed?.factors ?? [], answer.factors)).toBeLessThan(1e-6);
  expect(said).toContain("differential-deseq2.by-lengths");
  const asked = { options, fitted: fit.value, features: genes.length, alpha: 0.1, pause };
  const { p, change } = await work.contrast({
    ...asked,
    weights: Float64Array.of(0, 1),
    compared: null,
    isTwoGroups: true,
    least: 0,
  });
  expect(off(p, answer.p)).toBeLessThan(1e-4);
  expect(off(change, answer.change)).toBeLessThan(1e-4);
});

test("without lengths estimates stay refused by DESeq2, and so they do where they are switched off; voom takes abundances by length", async () => {
  const { layers: _, ...bare } = matrix;
  const reasonOf = async (settings: object, assay: Assay) => {
    const { fit } = await fitted(settings, assay);
    return fit.ok ? "" : fit.error.reason;
  };
  expect(await reasonOf({ type: "deseq2" }, bare)).toBe("differential-counts.not-whole");
  const { fit: refused } = await fitted({ type: "deseq2", lengths: false });
  expect(refused.ok ? null : refused.error).toMatchObject({
    reason: "differential-counts.estimates-not-whole",
    fix: { path: ["method", "lengths"], value: true },
  });
  const voom = await fitted({ type: "limma-voom", minCount: null });
  expect(voom.said).toContain("differential-limma-voom.by-lengths");
  expect(voom.fit.ok && voom.fit.value.facts["hasLengths"]).toBe(true);
  const counts = await fitted({ type: "limma-voom", minCount: null, lengths: false });
  expect(counts.said).not.toContain("differential-limma-voom.by-lengths");
});

test("voom takes lengths without abundances as well: TPM are counts a length, up to a factor of each sample", async () => {
  const lengths = { name: "EffectiveLength", values: dense(made.lengths) };
  const perLength = Float64Array.from(made.counts, (count, at) => count / (made.lengths[at] as number));
  const sums = Array.from({ length: samples }, (_, sample) =>
    perLength.reduce((sum, value, at) => sum + (at % samples === sample ? value : 0), 0),
  );
  const tpm = { name: "TPM", values: dense(perLength.map((value, at) => (1e6 * value) / (sums[at % samples] as number))) };
  const settings = { type: "limma-voom", minCount: null };
  const [alone, both] = [
    await fitted(settings, { ...matrix, layers: [lengths] }),
    await fitted(settings, { ...matrix, layers: [lengths, tpm] }),
  ];
  if (!alone.fit.ok || !both.fit.ok) throw new Error("both are fitted");
  expect(alone.said).toContain("differential-limma-voom.by-lengths-alone");
  expect(alone.fit.value.facts["hasLengths"]).toBe(true);
  // Layers of a matrix have 24 bits.
  expect(off(alone.fit.value.arrays.beta, [...both.fit.value.arrays.beta])).toBeLessThan(1e-5);
});
