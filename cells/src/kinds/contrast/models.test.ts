// A model and contrasts of it, as cells: what each method calls the columns, and what may not be fitted.

import { expect, test } from "vitest";
import type { Artifact, Assay, Figure, Report, Table } from "../../artifacts/artifact.ts";
import { pagesOf } from "../../artifacts/figure-page.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { type ContrastBody, contrastReport } from "../../reports/contrast/report.ts";
import { execute as fitModel } from "../differential/execute.ts";
import { differential } from "../differential/spec.ts";
import { execute as ask } from "./execute.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import { contrast } from "./spec.ts";
import { calledIn } from "./what-was-found.ts";

const contextOf = (input: Artifact): ExecuteContext =>
  ({
    input: () => input,
    valueOf: (value: unknown) => value,
    log: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  }) as unknown as ExecuteContext;

/** Six samples of two groups; the first gene differs. */
function matrix(scale: Assay["scale"]): Assay {
  const noise = (at: number): number => ((at * 7919) % 101) / 101;
  const values = Array.from({ length: 40 * 6 }, (_, at) => {
    const isHigh = at < 6 && at % 6 > 2;
    return scale === "counts" ? Math.round(60 + 40 * noise(at) + (isHigh ? 400 : 0)) : 5 + noise(at) + (isHigh ? 4 : 0);
  });
  return assayOf({
    values: { layout: "dense", data: Float32Array.from(values) },
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: 40 }, (_, at) => `g${at + 1}`),
      ),
    ),
    samples: tableOf(
      textColumn("sample", ["a", "b", "c", "d", "e", "f"]),
      textColumn("time", ["Day0", "Day0", "Day0", "Day8", "Day8", "Day8"]),
    ),
    scale,
    featureNoun: "gene",
  });
}

const fit = (assay: Assay, method: object) => {
  const from = { ref: "cell_counts" };
  return fitModel(differential.schema.parse({ from, design: { formula: "~ time" }, method }), contextOf(assay));
};
const spec = (more: object = {}) =>
  contrast.schema.parse({
    from: { ref: "cell_model" },
    contrasts: [{ asks: { by: "groups", factor: "time", of: ["Day8"], against: ["Day0"] } }],
    ...more,
  });

test.each([
  ["deseq2", "counts", ["baseMean", "log2FoldChange", "lfcSE", "stat", "pvalue", "padj"]],
  ["limma-voom", "counts", ["AveExpr", "logFC", "SE", "t", "P.Value", "adj.P.Val", "B"]],
  ["limma-trend", "log2-cpm", ["AveExpr", "logFC", "SE", "t", "P.Value", "adj.P.Val", "B"]],
  ["limma", "log2", ["AveExpr", "logFC", "SE", "t", "P.Value", "adj.P.Val", "B"]],
] as const)("%s names its columns as its users do, and its coefficients are log2", async (type, scale, columns) => {
  const model = await fit(matrix(scale), type === "deseq2" ? { type, trend: "mean" } : { type });
  if (!model.ok) throw new Error(model.error.reason);
  const done = await ask(spec(), contextOf(model.value["fit"] as Artifact));
  if (!done.ok) throw new Error(done.error.reason);
  const table = done.value["out"] as Table;
  expect(table.columns.map(({ name }) => name)).toEqual(["gene", ...columns, "why"]);
  const body = (done.value["report"] as Report).body as { columns: { change: string }; contrasts: { up: number }[] };
  expect(body.columns.change).toBe(columns[1]);
  expect(body.contrasts[0]?.up).toBe(1);
  const first = (of: Table, name: string): number => {
    const column = of.columns.find((each) => each.name === name);
    return column?.type === "float64" ? (column.values[0] as number) : Number.NaN;
  };
  // Of two groups the change is the coefficient.
  expect(first(model.value["out"] as Table, "timeDay8")).toBeCloseTo(first(table, columns[1]), 9);
  const far = await ask(spec({ least: 20 }), contextOf(model.value["fit"] as Artifact));
  expect(far.ok && (far.value["report"] as Report).body["contrasts"]).toMatchObject([{ up: 0, down: 0, tested: 40 }]);
});

test("contrasts are tested together where the method can, below them", async () => {
  const contrasts = [
    { name: "up", asks: { by: "coefficients", weights: [{ coefficient: "timeDay8", by: 1 }] } },
    { name: "down", asks: { by: "coefficients", weights: [{ coefficient: "timeDay8", by: -1 }] } },
  ];
  const asked = async (type: string, more: object) => {
    const model = await fit(matrix("counts"), type === "deseq2" ? { type, trend: "mean" } : { type });
    if (!model.ok) throw new Error(model.error.reason);
    return ask(spec({ together: true, contrasts, ...more }), contextOf(model.value["fit"] as Artifact));
  };
  const done = await asked("limma-voom", {});
  if (!done.ok) throw new Error(done.error.reason);
  expect((done.value["report"] as Report).body["contrasts"]).toMatchObject([
    { name: "up", found: 1 },
    { name: "down", found: 1 },
    {
      name: "any of the 2 contrasts",
      called: { key: "contrast-cell.any-of", params: { n: 2 } },
      found: 1,
      up: 0,
      down: 0,
      facts: { df: 1 },
    },
  ]);
  expect((done.value["out"] as Table).columns.map(({ name }) => name)).toContain("F");
  const reasonOf = async (type: string, more: object) => {
    const refused = await asked(type, more);
    return refused.ok ? "" : refused.error.reason;
  };
  expect(await reasonOf("deseq2", {})).toBe("contrast-cell.together-not-asked");
  expect(await reasonOf("limma-voom", { least: 1 })).toBe("contrast-cell.together-least");
  expect(await reasonOf("limma-voom", { contrasts: contrasts.slice(1) })).toBe("contrast-cell.together-one");
});

test("terms that are left out are tested by F where the method is limma's, and against no effect alone", async () => {
  const model = await fit(matrix("counts"), { type: "limma-voom" });
  if (!model.ok) throw new Error(model.error.reason);
  const contrasts = [{ asks: { by: "terms", without: ["time"] } }];
  const done = await ask(spec({ contrasts }), contextOf(model.value["fit"] as Artifact));
  expect(done.ok && (done.value["report"] as Report).body["contrasts"]).toMatchObject([
    {
      name: "any effect of time",
      found: 1,
      facts: { df: 1 },
      inR: expect.arrayContaining(['topTable(fit, coef = c(2), number = Inf, sort.by = "none")']),
    },
  ]);
  // An F has no error of its own; what is told of errors is kept as JSON, which holds no NaN.
  expect(() => canonicalJson(done.ok ? (done.value["report"] as Report).body : {})).not.toThrow();
  const far = await ask(spec({ contrasts, least: 1 }), contextOf(model.value["fit"] as Artifact));
  expect(far.ok ? "" : far.error.reason).toBe("contrast-cell.without-least");
});

test("changes are drawn towards 0 beside those that were estimated, by methods that can; p values stay", async () => {
  const model = await fit(matrix("counts"), { type: "deseq2", trend: "mean" });
  if (!model.ok) throw new Error(model.error.reason);
  const of = (more: object) => ask(spec(more), contextOf(model.value["fit"] as Artifact));
  const done = await of({ shrink: "apeglm" });
  if (!done.ok) throw new Error(done.error.reason);
  const plain = await of({});
  const column = (table: Table, name: string) => table.columns.find((each) => each.name === name);
  const [out, other] = [done.value["out"] as Table, (plain.ok ? plain.value["out"] : null) as Table];
  expect(out.columns.map(({ name }) => name).slice(3, 6)).toEqual(["lfcSE", "log2FoldChangeShrunken", "lfcSEShrunken"]);
  expect(column(out, "pvalue")).toEqual(column(other, "pvalue"));
  expect(column(out, "log2FoldChange")).toEqual(column(other, "log2FoldChange"));
  const [contrast] = (done.value["report"] as Report).body["contrasts"] as unknown as { inR: string[]; shrunken: object }[];
  expect(contrast?.shrunken).toMatchObject({ by: "apeglm", scale: expect.any(Number) });
  expect(contrast?.inR.at(-1)).toBe('lfcShrink(dds, coef = 2, type = "apeglm")');
  const half = { contrasts: [{ asks: { by: "coefficients", weights: [{ coefficient: "timeDay8", by: 0.5 }] } }] };
  const refused = await of({ ...half, shrink: "normal" });
  expect(refused.ok ? "" : refused.error.reason).toBe("differential-deseq2.shrink-coefficient");
  const taken = await of({ ...half, shrink: "apeglm" });
  expect(taken.ok && ((taken.value["report"] as Report).body["contrasts"] as unknown as { inR: string[] }[])[0]?.inR).toContain(
    "X <- model.matrix(~ time, sheet) %*% matrix(c(1, 0, 0, 2), 2)",
  );
  const voom = await fit(matrix("counts"), { type: "limma-voom" });
  const lacking = voom.ok ? await ask(spec({ shrink: "apeglm" }), contextOf(voom.value["fit"] as Artifact)) : voom;
  expect(lacking.ok ? "" : lacking.error.reason).toBe("contrast-cell.no-shrinkage");
});

test("no model is fitted to a matrix out of which effects were taken", async () => {
  const model = await fit({ ...matrix("log2"), withoutEffectsOf: ["lab"] }, { type: "limma" });
  expect(model.ok ? "" : model.error.reason).toBe("differential.batch-removed");
});

test("the call of R has the groups in the order of the model, and no names of them where groups alone are told", async () => {
  const from = { ref: "cell_counts" };
  const design = { formula: "~ time", columns: [{ column: "time", as: "factor", reference: "Day8" }] };
  const model = await fitModel(
    differential.schema.parse({ from, design, method: { type: "limma-voom" } }),
    contextOf(matrix("counts")),
  );
  const done = model.ok ? await ask(spec(), contextOf(model.value["fit"] as Artifact)) : model;
  const body = done.ok ? bodyOf(contrastReport, { report: "contrast", body: (done.value["report"] as Report).body }) : null;
  expect(body?.contrasts[0]?.inR.slice(0, 2)).toEqual([
    'sheet$time <- factor(sheet$time, levels = c("Day8", "Day0"))',
    "design <- model.matrix(~ time, sheet)",
  ]);
  expect(body && contrastReport.ofGroups?.(body).contrasts[0]?.inR.slice(0, 2)).toEqual([
    "sheet$time <- factor(sheet$time, levels = …)",
    "design <- model.matrix(~ time, sheet)",
  ]);
});

test("what has no change has no volcano; beside it the others are drawn as they are shrunken, and that is said", async () => {
  const model = await fit(matrix("counts"), { type: "deseq2", trend: "mean" });
  if (!model.ok) throw new Error(model.error.reason);
  const of = (more: object) => ask(spec(more), contextOf(model.value["fit"] as Artifact));
  const [pair] = spec().contrasts;
  const term = { asks: { by: "terms", without: ["time"] } };
  const alone = await of({ contrasts: [term] });
  expect(alone.ok && [alone.value["volcano"], alone.value["out"]?.type]).toEqual([undefined, "table"]);
  const shrunkenAlone = await of({ contrasts: [term], shrink: "apeglm" });
  expect(shrunkenAlone.ok ? null : shrunkenAlone.error).toMatchObject({
    reason: "contrast-cell.shrink-no-change",
    fix: { path: ["shrink"], value: "none" },
  });
  const both = await of({ contrasts: [term, pair], shrink: "apeglm" });
  if (!both.ok) throw new Error(both.error.reason);
  const volcano = both.value["volcano"] as Figure;
  expect(pagesOf(volcano)).toEqual([]);
  expect(volcano.layout["meta"]).toMatchObject({ words: [{ key: "contrast-cell.change-apeglm" }, {}] });
  const body = (both.value["report"] as Report).body as unknown as ContrastBody;
  expect(body.doubts).toContainEqual({
    key: "contrast-cell.not-shrunken",
    params: { contrasts: ["any effect of time"], n: 1 },
  });
  const [ofTerm] = body.contrasts;
  if (!ofTerm) throw new Error("there are two");
  expect([ofTerm.weights, calledIn(ofTerm, "en"), calledIn(ofTerm, "ru")]).toEqual([[], "any effect of time", "влияние time"]);
});

test.each([
  ["deseq2", "counts", "counts"],
  ["limma-voom", "counts", "counts"],
  ["limma-trend", "log2-cpm", "logs"],
  ["limma", "log2", "logs"],
  ["wilcoxon", "log2", "logs"],
] as const)(
  "%s: R leaves out the samples that were left out, and the contrast is called in the reader's language",
  async (type, scale, of) => {
    const full = matrix(scale);
    const assay = assayOf({
      ...full,
      values: {
        layout: "dense",
        data: Float32Array.from({ length: 40 * 8 }, (_, at) => {
          const [feature, sample] = [Math.floor(at / 8), at % 8];
          return (full.values.data[feature * 6 + (sample % 6)] as number) + (scale === "counts" ? sample % 5 : sample / 10);
        }),
      },
      samples: tableOf(
        textColumn("sample", [..."abcdefgh"]),
        textColumn("time", ["Day0", "Day0", "Day0", "Day8", "Day8", "Day8", "Day8", null]),
      ),
    });
    const design = { formula: "~ time", missing: "drop" };
    const method = type === "deseq2" ? { type, trend: "mean" } : { type };
    const model = await fitModel(differential.schema.parse({ from: { ref: "cell_counts" }, design, method }), contextOf(assay));
    if (!model.ok) throw new Error(model.error.reason);
    const done = await ask(spec(), contextOf(model.value["fit"] as Artifact));
    if (!done.ok) throw new Error(done.error.reason);
    const [only] = ((done.value["report"] as Report).body as unknown as ContrastBody).contrasts;
    expect(only?.inR.slice(0, 3)).toEqual([
      'kept <- complete.cases(sheet[, c("time"), drop = FALSE])',
      "sheet <- sheet[kept, , drop = FALSE]",
      `${of} <- ${of}[, kept]`,
    ]);
    expect(only && [calledIn(only, "en"), calledIn(only, "ru")]).toEqual(["Day8 against Day0", "Day8 против Day0"]);
  },
);
