// limma's methods on matrices: what they take and refuse, and that they answer as limma does (stats/limma/limma.json).

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Assay } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import type { AskedInR, FittedFeatures } from "../contract/differential-method.ts";
import { loadWork, methodSchema } from "../differential-methods.ts";
import type { Sentence } from "../messages/sentence.ts";

interface Answer {
  readonly name: string;
  readonly features: number;
  readonly samples: number;
  readonly columns: readonly (readonly number[])[];
  readonly values?: readonly (number | null)[];
  readonly counts?: readonly number[];
  readonly blocks?: readonly number[];
  readonly answers: readonly { readonly contrasts: readonly { readonly p: readonly (number | null)[] }[] }[];
}
const folder = path.join(import.meta.dirname, "../stats/limma");
const answers: readonly Answer[] = JSON.parse(readFileSync(path.join(folder, "limma.json"), "utf8"));
const answered = (name: string): Answer => {
  const found = answers.find((answer) => answer.name === name);
  if (!found) throw new Error(name);
  return found;
};

function matrix(values: readonly (number | null)[], samples: number, scale: Assay["scale"]): Assay {
  const names = (kind: string, n: number) =>
    textColumn(
      kind,
      Array.from({ length: n }, (_, at) => `${kind}${at + 1}`),
    );
  return assayOf({
    values: { layout: "dense", data: Float32Array.from(values, (value) => value ?? Number.NaN) },
    features: tableOf(names("gene", values.length / samples)),
    samples: tableOf(names("sample", samples)),
    scale,
    featureNoun: "gene",
  });
}

async function fitted(
  method: { readonly type: string; readonly [setting: string]: unknown },
  assay: Assay,
  { columns, blocks = null }: { readonly columns: readonly (readonly number[])[]; readonly blocks?: readonly number[] | null },
) {
  const options = methodSchema.parse(method);
  const work = await loadWork(options);
  const said: Sentence[] = [];
  const fit = await work.fit({
    options,
    assay,
    columns: columns.map((column) => Float64Array.from(column)),
    blocks: blocks && Int32Array.from(blocks),
    pause: async () => undefined,
    say: (sentence) => said.push(sentence),
  });
  const ask = (weights: readonly number[], least = 0) => {
    if (!fit.ok) throw new Error(fit.error.reason);
    const asked = { options, fitted: fit.value as FittedFeatures, features: assay.featureCount, least };
    const rest = { compared: null, isTwoGroups: true, alpha: 0.05, pause: async () => undefined };
    return work.contrast({ ...asked, weights: Float64Array.from(weights), ...rest });
  };
  return { fit, ask, said: said.map(({ key }) => key.split(".")[1]), work, options };
}

const off = (ours: Float64Array, theirs: readonly (number | null)[]): number =>
  theirs.reduce<number>((most, value, at) => {
    const own = ours[at] as number;
    if (value === null) return Number.isNaN(own) ? most : Number.POSITIVE_INFINITY;
    return Math.max(most, Math.abs(own - value) / value);
  }, 0);

describe("logarithms", () => {
  test.each([
    ["limma", "three and three, some that do not vary", 0],
    ["limma", "missing values", 0],
    ["limma-trend", "one variance but for a few", 1],
    ["limma", "blocks and missing values", 0],
  ])("%s: %s", async (type, name, at) => {
    const answer = answered(name);
    const { ask, said } = await fitted({ type }, matrix(answer.values ?? [], answer.samples, "log2"), answer);
    const { p, why, adjusted, more } = await ask([0, 1]);
    // Values of a matrix have 24 bits.
    expect(off(p, answer.answers[at]?.contrasts[0]?.p ?? [])).toBeLessThan(2e-3);
    expect(said.includes("blocks-alike")).toBe(answer.blocks !== undefined);
    expect(new Set([...why.values()].map((key) => key.split(".")[1]))).toEqual(
      new Set(p.some(Number.isNaN) ? ["why-no-values"] : []),
    );
    expect(adjusted.filter(Number.isNaN).length).toBe(p.filter(Number.isNaN).length);
    expect(more?.["odds"]?.length).toBe(answer.features);
  });

  test.each([
    ["counts", "counts"],
    ["tpm", "linear"],
    ["ln", "other-log"],
    ["z-score", "z-score"],
    ["dosage", "dosage"],
  ] as const)("of %s are refused with the way on", async (scale, reason) => {
    const design = {
      columns: [
        [1, 1, 1, 1],
        [0, 0, 1, 1],
      ],
    };
    for (const type of ["limma", "limma-trend"]) {
      const { fit } = await fitted({ type }, matrix([1, 2, 3, 4], 4, scale), design);
      expect(fit.ok ? "" : fit.error.reason).toBe(`differential-limma-parts.${reason}`);
    }
  });

  test("values that can be none, infinite ones and a design without a rest are refused", async () => {
    const design = {
      columns: [
        [1, 1, 1, 1],
        [0, 0, 1, 1],
      ],
    };
    const reasonOf = async (values: readonly number[], columns = design.columns) => {
      const { fit } = await fitted({ type: "limma" }, matrix(values, 4, "unknown"), { columns });
      return fit.ok ? null : fit.error.reason.split(".")[1];
    };
    expect(await reasonOf([1, 2, 3, 40_000.5])).toBe("not-logs");
    expect(await reasonOf([1, 2, 3, Number.NEGATIVE_INFINITY])).toBe("infinite");
    expect(
      await reasonOf(
        [1, 2, 3, 4.5],
        [
          [1, 1, 1, 1],
          [0, 1, 0, 0],
          [0, 0, 1, 0],
          [0, 0, 0, 1],
        ],
      ),
    ).toBe("no-rest");
  });

  test("one feature that never varies has no p value, and it is said why", async () => {
    const { ask } = await fitted({ type: "limma" }, matrix([2, 2, 2, 2], 4, "log2"), {
      columns: [
        [1, 1, 1, 1],
        [0, 0, 1, 1],
      ],
    });
    expect([...(await ask([0, 1])).why.values()]).toEqual(["differential-limma-parts.why-flat"]);
  });
});

describe("counts", () => {
  test.each(["counts", "counts and blocks"])("%s: weighed and tested as voom, lmFit and eBayes do", async (name) => {
    const answer = answered(name);
    const assay = matrix(answer.counts ?? [], answer.samples, "counts");
    const { ask } = await fitted({ type: "limma-voom", factors: "none", minCount: null }, assay, answer);
    expect(off((await ask([0, 1])).p, answer.answers[0]?.contrasts[0]?.p ?? [])).toBeLessThan(1e-3);
  });

  test("features of few counts are not tested, and it is said", async () => {
    const answer = answered("counts");
    const assay = matrix(answer.counts ?? [], answer.samples, "counts");
    const { ask, said, fit } = await fitted({ type: "limma-voom" }, assay, answer);
    const { why, p } = await ask([0, 1]);
    expect(said).toContain("filtered");
    expect(new Set(why.values())).toEqual(new Set(["differential-limma-parts.why-few-counts"]));
    expect(fit.ok && fit.value.facts["filtered"]).toBe(why.size);
    expect(p.filter(Number.isNaN).length).toBe(why.size);
    expect(Number.isNaN(p[0])).toBe(true);
  });

  test.each([
    [[1, 2, 3, 4.5], "unknown", "differential-counts.not-whole"],
    [[1, 2, 3, -4], "unknown", "differential-counts.below-zero"],
    [[1, 2, 3, null], "counts", "differential-counts.missing-count"],
    [[1, 2, 3, 4], "tpm", "differential-counts.not-counts"],
    [[1, 2, 0, 4], "counts", "differential-limma-voom.no-reads"],
    [[1, 2, 3, 4], "counts", "differential-limma-voom.all-filtered"],
  ] as const)("%j of %s: %s", async (values, scale, reason) => {
    const { fit } = await fitted({ type: "limma-voom" }, matrix(values, 4, scale), {
      columns: [
        [1, 1, 1, 1],
        [0, 0, 1, 1],
      ],
    });
    expect(fit.ok ? "" : fit.error.reason).toBe(reason);
  });
});

test("the calls of R that answer the same", async () => {
  const asked: AskedInR = {
    formula: "~ time",
    factors: [{ name: "time", levels: ["Day8", "Day0"] }],
    block: "donor",
    groups: null,
    weights: [0, 1],
    together: null,
    without: null,
    shrink: null,
    hasLengths: false,
    leftOut: [],
    alpha: 0.05,
    least: 1,
  };
  const options = methodSchema.parse({ type: "limma-voom", robust: true });
  expect((await loadWork(options)).inR(options, asked)).toEqual([
    'sheet$time <- factor(sheet$time, levels = c("Day8", "Day0"))',
    "design <- model.matrix(~ time, sheet)",
    "d <- DGEList(counts)",
    "d <- d[filterByExpr(d, design), , keep.lib.sizes = FALSE]",
    "d <- calcNormFactors(d)",
    "logs <- voom(d, design)",
    "alike <- duplicateCorrelation(logs, design, block = sheet$donor)$consensus",
    "logs <- voom(d, design, block = sheet$donor, correlation = alike)",
    "alike <- duplicateCorrelation(logs, design, block = sheet$donor)$consensus",
    "fit <- contrasts.fit(lmFit(logs, design, block = sheet$donor, correlation = alike), c(0, 1))",
    "fit <- treat(fit, lfc = 1, robust = TRUE)",
    'topTreat(fit, number = Inf, sort.by = "none")',
  ]);
});
