// An expression model and contrasts of it, one after the other: DESeq2's numbers on the sets of stats/deseq/deseq2.json, what is kept
// between both, and what is refused.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Artifact, Assay, Column, Report, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, integerColumn, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { execute as fitModel } from "../differential/execute.ts";
import { differential } from "../differential/spec.ts";
import { execute as ask } from "./execute.ts";
import { contrast } from "./spec.ts";

interface Answer {
  readonly name: string;
  readonly samples: number;
  readonly counts: readonly number[];
  readonly contrasts: readonly {
    readonly change: readonly (number | null)[];
    readonly p: readonly (number | null)[];
    readonly padj: readonly (number | null)[];
  }[];
  readonly ratio: {
    readonly statistic: readonly (number | null)[];
    readonly p: readonly (number | null)[];
    readonly padj: readonly (number | null)[];
  };
}
const answers: readonly Answer[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../stats/deseq/deseq2.json"), "utf8"),
);
const [two, , , three] = answers as readonly [Answer, Answer, Answer, Answer];

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
  // What is made is kept, by a digest that holds no NaN.
  for (const made of Object.values(done.value)) if (made.type === "report") canonicalJson(made.body);
  return done.value;
}

/** "x": groups of samples in their order. */
function matrixOf({ counts, samples }: Answer, groups: readonly string[], more: readonly Column[] = []): Assay {
  const genes = counts.length / samples;
  return assayOf({
    values: { layout: "dense", data: Float32Array.from(counts) },
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: genes }, (_, at) => `g${at}`),
      ),
      integerColumn(
        "length",
        Array.from({ length: genes }, (_, at) => 1000 + at),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        groups.map((_, at) => `s${at}`),
      ),
      textColumn("x", groups),
      ...more,
    ),
    scale: "counts",
    featureNoun: "gene",
  });
}
const modelOf = (assay: Assay, spec: JsonObject = {}): Promise<Outputs> =>
  run(fitModel as Execute<never>, differential.schema.parse({ from, design: { formula: "~ x" }, ...spec }), assay);
const askOf = (fit: Artifact, contrasts: readonly JsonObject[], alpha = 0.1): Promise<Outputs> =>
  run(ask as Execute<never>, contrast.schema.parse({ from, alpha, contrasts }), fit);
const against = (of: string, other: string): JsonObject => ({ asks: { by: "groups", factor: "x", of: [of], against: [other] } });

function numbersOf(
  table: Artifact | undefined,
  name: string,
  rows?: { readonly from: number; readonly to: number },
): (number | null)[] {
  const column = columnOf(table as Table, name) as Extract<Column, { type: "float64" }>;
  const all = Array.from(column.values, (value, row) => (column.valid?.[row] === 0 ? null : value));
  return rows ? all.slice(rows.from, rows.to) : all;
}
function expectNear(ours: readonly (number | null)[], theirs: readonly (number | null)[]): void {
  expect(ours.length).toBe(theirs.length);
  const off = theirs.flatMap((value, at) => {
    const own = ours[at];
    if (value === null || own === null || own === undefined) return value === own ? [] : [at];
    return Math.abs(own - value) <= 1e-4 * Math.max(Math.abs(value), 1e-12) ? [] : [at];
  });
  expect(off).toEqual([]);
}

const twoGroups = matrixOf(two, ["A", "A", "A", "A", "B", "B", "B", "B"]);

test("two groups: DESeq2's changes and p values, without one where there is a reason", async () => {
  const { fit, out } = await modelOf(twoGroups);
  expect((out as Table).columns.map(({ name }) => name)).toEqual([
    "gene",
    "length",
    "baseMean",
    "dispGeneEst",
    "dispFit",
    "dispersion",
    "(Intercept)",
    "xB",
  ]);
  const made = await askOf(fit as Report, [against("B", "A")]);
  const [expected] = two.contrasts;
  expectNear(numbersOf(made["out"], "log2FoldChange"), expected?.change ?? []);
  expectNear(numbersOf(made["out"], "pvalue"), expected?.p ?? []);
  expectNear(numbersOf(made["out"], "padj"), expected?.padj ?? []);
  const why = textsOf(columnOf(made["out"] as Table, "why") as Extract<Column, { type: "text" }>);
  const padj = numbersOf(made["out"], "padj");
  // What is missing has a reason, and nothing else has one.
  expect(why.map((reason) => reason !== "")).toEqual(padj.map((value) => value === null));
  expect(why[0]).toBe("zero");
  const body = (made["report"] as Report).body as { readonly contrasts: readonly JsonObject[] };
  const found = padj.flatMap((value, at) =>
    value !== null && value < 0.1 ? [numbersOf(made["out"], "log2FoldChange")[at] ?? 0] : [],
  );
  expect(body.contrasts[0]).toMatchObject({
    name: "B against A",
    up: found.filter((change) => change > 0).length,
    down: found.filter((change) => change < 0).length,
    sizes: { of: 4, against: 4 },
    weights: [{ coefficient: "xB", by: 1 }],
    inR: [
      'sheet$x <- factor(sheet$x, levels = c("A", "B"))',
      "dds <- DESeqDataSetFromMatrix(counts, sheet, ~ x)",
      "dds <- DESeq(dds, minReplicatesForReplace = 7)",
      'results(dds, contrast = c("x", "B", "A"), alpha = 0.1)',
    ],
  });
});

test("several contrasts of one fit stand one below the other, each as by itself; nothing is fitted again", async () => {
  const groups = Array.from({ length: 24 }, (_, at) => "ABC"[Math.floor(at / 8)] ?? "");
  const { fit } = await modelOf(matrixOf(three, groups));
  const genes = three.counts.length / 24;
  const { out } = await askOf(fit as Report, [against("B", "A"), against("C", "B")]);
  [three.contrasts[0], three.contrasts[1]].forEach((expected, at) => {
    const rows = { from: at * genes, to: (at + 1) * genes };
    expectNear(numbersOf(out, "pvalue", rows), expected?.p ?? []);
    expectNear(numbersOf(out, "padj", rows), expected?.padj ?? []);
  });
  const named = textsOf(columnOf(out as Table, "contrast") as Extract<Column, { type: "text" }>);
  expect([named[0], named[genes]]).toEqual(["B against A", "C against B"]);
});

test("terms that are left out: DESeq2's likelihood ratio, of counts that were replaced as well", async () => {
  const groups = Array.from({ length: 24 }, (_, at) => "ABC"[Math.floor(at / 8)] ?? "");
  const { fit } = await modelOf(matrixOf(three, groups));
  const made = await askOf(fit as Report, [{ asks: { by: "terms", without: ["x"] } }]);
  expectNear(numbersOf(made["out"], "stat"), three.ratio.statistic);
  expectNear(numbersOf(made["out"], "pvalue"), three.ratio.p);
  expectNear(numbersOf(made["out"], "padj"), three.ratio.padj);
  const found = three.ratio.padj.filter((value) => value !== null && value < 0.1).length;
  expect((made["report"] as Report).body["contrasts"]).toMatchObject([
    {
      name: "any effect of x",
      found,
      up: 0,
      down: 0,
      facts: { df: 2 },
      inR: [
        expect.any(String),
        expect.any(String),
        'dds <- DESeq(dds, test = "LRT", reduced = ~ 1, minReplicatesForReplace = 7)',
        "results(dds, alpha = 0.1)",
      ],
    },
  ]);
});

describe("what a careful reviewer would refuse", () => {
  const scaled = (scale: Assay["scale"]): Assay => ({ ...twoGroups, scale });
  test.each([
    [scaled("tpm"), {}, "DESeq2 fits counts, and the matrix holds TPM"],
    [scaled("log2-cpm"), {}, "choose limma-trend for logarithms"],
    [
      matrixOf({ ...two, counts: two.counts.map((count, at) => (at === 9 ? 1.5 : count)) }, [..."AAAABBBB"]),
      {},
      "g1 has 1.5 in s1",
    ],
    [
      matrixOf({ ...two, counts: two.counts.map((count, at) => (at === 9 ? -1 : count)) }, [..."AAAABBBB"]),
      {},
      "g1 has -1 in s1",
    ],
    [matrixOf({ ...two, counts: two.counts.map(() => 0) }, [..."AAAABBBB"]), {}, "nothing to compare depths by"],
    [
      matrixOf({ ...two, counts: two.counts.map(() => 0) }, [..."AAAABBBB"]),
      { method: { type: "deseq2", factors: "poscounts" } },
      "nothing to compare depths by",
    ],
    [matrixOf(two, [..."AAAAAAAA"]), {}, "x"],
    [matrixOf(two, ["a", "b", "c", "d", "e", "f", "g", "h"]), {}, "8 samples"],
    [
      matrixOf(
        two,
        [..."AAAABBBB"],
        [textColumn("donor", ["p1", "p1", "p2", "p2", "p3", "p3", "p4", "p4"], { semantic: "patient" })],
      ),
      {},
      "pseudo-replication",
    ],
    [twoGroups, { design: { formula: "~ x", block: "x" } }, "x"],
  ] as const)("%#", async (assay, spec, says) => {
    await expect(modelOf(assay, spec)).rejects.toThrow(says);
  });

  test("a contrast of what is no fit, or of groups that it has not", async () => {
    const { fit, out } = await modelOf(twoGroups);
    await expect(askOf(out as Table, [against("B", "A")])).rejects.toThrow("no fitted expression model");
    await expect(askOf(fit as Report, [against("B", "Z")])).rejects.toThrow("x has no group Z");
    const terms = (...without: string[]) => [{ asks: { by: "terms", without } }];
    await expect(askOf(fit as Report, terms())).rejects.toThrow("Choose at least one term");
    await expect(askOf(fit as Report, terms("y"))).rejects.toThrow("The formula has no term y. It has x");
    await expect(askOf(fit as Report, [])).rejects.toThrow("Choose what is compared");
    await expect(askOf(fit as Report, [against("B", "A"), against("B", "A")])).rejects.toThrow("Two contrasts are called");
  });
});
