// Designs of several factors from the sheet to the table, as DESeq2 1.38.3 answers them: several-factors.R wrote several-factors.json.
// Coefficients that run away end where R's optim() ends; its path depends on the last digits, so that a gene in a hundred may end
// elsewhere (beside: never at another side of what is found).

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Artifact, Column, Report, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { doublesOfText } from "../../base/doubles-as-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import type { FittedFeaturesBody } from "../../reports/fitted-features/report.ts";
import { execute as fitModel } from "../differential/execute.ts";
import { differential } from "../differential/spec.ts";
import { execute as ask } from "./execute.ts";
import { contrast } from "./spec.ts";

type Numbers = readonly (number | null)[];
interface Found {
  readonly change: Numbers;
  readonly p: Numbers;
  readonly padj: Numbers;
}
interface Answer {
  readonly name: string;
  readonly formula: string;
  readonly genes: number;
  readonly samples: number;
  readonly counts: readonly number[];
  readonly fitType: "parametric" | "mean";
  readonly sf: "ratio" | "poscounts";
  /** 0: none. */
  readonly replaceFrom: number;
  readonly sheet: { readonly [column: string]: readonly string[] | readonly number[] };
  readonly levels: { readonly [column: string]: readonly string[] | JsonObject };
  readonly factors: Numbers;
  readonly own: Numbers;
  readonly dispersion: Numbers;
  readonly replaced: readonly number[];
  readonly contrasts: readonly (Found & {
    readonly asks: JsonObject;
    readonly weights: readonly number[];
    readonly error: Numbers;
  })[];
  readonly terms: readonly (Found & { readonly without: readonly string[] })[];
}
const answers: readonly Answer[] = JSON.parse(readFileSync(path.join(import.meta.dirname, "several-factors.json"), "utf8"));

const from = { ref: "cell_counts" };
async function run(execute: Execute<never>, spec: unknown, input: Artifact): Promise<Outputs> {
  const context = {
    input: () => input,
    valueOf: (field: unknown) => field,
    log: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  } as unknown as ExecuteContext;
  const done = await execute(spec as never, context);
  if (!done.ok) throw new Error(failureSentence(done.error, "en"));
  return done.value;
}

function fitted(answer: Answer): Promise<Outputs> {
  const columns = Object.entries(answer.sheet).map(([name, values]) =>
    typeof values[0] === "number" ? numberColumn(name, values as number[]) : textColumn(name, values as string[]),
  );
  const reference = Object.entries(answer.levels).flatMap(([column, levels]) =>
    Array.isArray(levels) ? [{ column, as: "factor", reference: String(levels[0]) }] : [],
  );
  const assay = assayOf({
    values: { layout: "dense", data: Float32Array.from(answer.counts) },
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: answer.genes }, (_, at) => `g${at + 1}`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        Array.from({ length: answer.samples }, (_, at) => `s${at + 1}`),
      ),
      ...columns,
    ),
    scale: "counts",
    featureNoun: "gene",
  });
  const method = { type: "deseq2", trend: answer.fitType, factors: answer.sf, replaceFrom: answer.replaceFrom || null };
  const design = { formula: answer.formula, columns: reference };
  return run(fitModel as Execute<never>, differential.schema.parse({ from, design, method }), assay);
}

const bodyOfFit = (fit: Artifact | undefined): FittedFeaturesBody => (fit as Report).body as unknown as FittedFeaturesBody;

function numbersOf(table: Artifact | undefined, name: string): (number | null)[] {
  const column = columnOf(table as Table, name) as Extract<Column, { type: "float64" }>;
  return Array.from(column.values, (value, row) => (column.valid?.[row] === 0 ? null : value));
}

/** Places that differ by more than this share, or of which one has a value alone. */
function apart(ours: ArrayLike<number | null>, theirs: Numbers, share: number): number[] {
  return theirs.flatMap((value, at) => {
    const own = ours[at] ?? Number.NaN;
    if (value === null) return Number.isNaN(own) ? [] : [at];
    return Math.abs(own - value) <= share * Math.max(Math.abs(value), 1e-4) ? [] : [at];
  });
}
const found = (padj: Numbers): number[] => padj.flatMap((value, at) => (value !== null && value < 0.1 ? [at] : []));
const none = (padj: Numbers): number[] => padj.flatMap((value, at) => (value === null ? [at] : []));

describe.each(answers)("$name: $formula", (answer) => {
  const few = Math.ceil(answer.genes / 50);

  test("size factors, dispersions and which counts are replaced", async () => {
    const { fit } = await fitted(answer);
    const body = bodyOfFit(fit);
    const arrays = (name: string): Float64Array => doublesOfText(body.arrays[name] ?? "");
    expect.soft(apart(body.facts["factors"] as number[], answer.factors, 1e-8)).toEqual([]);
    expect.soft(apart(arrays("own"), answer.own, 1e-3).length).toBeLessThanOrEqual(few);
    expect.soft(apart(arrays("dispersion"), answer.dispersion, 1e-4)).toEqual([]);
    const replaced = body.observed?.replaced.map(({ feature }) => feature) ?? [];
    expect.soft([...replaced].sort((a, b) => a - b)).toEqual(answer.replaced.flatMap((is, at) => (is === 1 ? [at] : [])));
  });

  test("contrasts: weights, changes, errors, p values, what is found and what has none", async () => {
    const { fit } = await fitted(answer);
    const { coefficients } = bodyOfFit(fit);
    for (const asked of answer.contrasts) {
      const made = await run(
        ask as Execute<never>,
        contrast.schema.parse({ from, alpha: 0.1, contrasts: [{ asks: asked.asks }] }),
        fit as Report,
      );
      const body = (made["report"] as Report).body as unknown as {
        readonly contrasts: readonly { readonly weights: readonly { readonly coefficient: string; readonly by: number }[] }[];
      };
      const weights = coefficients.map(
        (name) => body.contrasts[0]?.weights.find(({ coefficient }) => coefficient === name)?.by ?? 0,
      );
      asked.weights.forEach((weight, at) => expect.soft(weights[at]).toBeCloseTo(weight, 9));
      const of = (name: string): (number | null)[] => numbersOf(made["out"], name);
      expect.soft(apart(of("log2FoldChange"), asked.change, 1e-3).length).toBeLessThanOrEqual(few);
      expect.soft(apart(of("lfcSE"), asked.error, 1e-4)).toEqual([]);
      expect.soft(apart(of("pvalue"), asked.p, 1e-3).length).toBeLessThanOrEqual(few);
      expect.soft(found(of("padj"))).toEqual(found(asked.padj));
      expect.soft(none(of("padj"))).toEqual(none(asked.padj));
    }
  });

  test("likelihood ratios of terms that are left out", async () => {
    const { fit } = await fitted(answer);
    for (const asked of answer.terms) {
      const contrasts = [{ asks: { by: "terms", without: [...asked.without] } }];
      const made = await run(ask as Execute<never>, contrast.schema.parse({ from, alpha: 0.1, contrasts }), fit as Report);
      const of = (name: string): (number | null)[] => numbersOf(made["out"], name);
      expect.soft(apart(of("stat"), asked.change, 1e-3).length).toBeLessThanOrEqual(few);
      expect.soft(found(of("padj"))).toEqual(found(asked.padj));
      expect.soft(none(of("pvalue"))).toEqual(none(asked.p));
    }
  });
});
