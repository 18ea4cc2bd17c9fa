// What laboratories give by mistake to tests, regressions, models of expression, their contrasts and sets of genes.

import { describe, test } from "vitest";
import type { Artifact } from "../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import { broken, everywhere, from, holds, nothing, nowhere, type Row, spoiled, tries } from "../testing/bad-input.ts";
import { runKind } from "../testing/run-kind.ts";
import { answersOf, apart, count, each, geneSets, halves, log2, matrixOf, noise, rowsOf } from "../testing/small-study.ts";

describe("a test", () => {
  tries("test", { values: ["y"], by: "g" }, [
    ["all zero", rowsOf(everywhere(0)), "test-cell.no-answer"],
    ["one a group", rowsOf(noise, apart), "test-cell.group-of-one"],
    ["all missing", rowsOf(nowhere), "test-cell.no-answer"],
    ["infinite", rowsOf(broken(noise)), "test-cell.no-answer"],
    ["infinite, by t", rowsOf(broken(noise)), "test-cell.no-answer", { test: { type: "t" } }],
    ["constant in each group", rowsOf(each((row) => Number(row < 6))), "test-cell.no-answer", { test: { type: "t" } }],
    ["infinite along a number", rowsOf(broken(noise)), "test-cell.no-answer", { by: "x" }],
    ["constant along a number", rowsOf(everywhere(2)), "test-cell.no-answer", { by: "x" }],
  ]);
});

describe("a regression", () => {
  for (const [family, y] of [
    ["linear", noise],
    ["logistic", each((row) => row % 2)],
    ["poisson", each((row) => row)],
  ] as const)
    tries("regression", { outcome: "y", design: { formula: "~ x + g" }, family: { type: family } }, [
      [
        `${family}, all zero`,
        rowsOf(everywhere(0)),
        family === "logistic" ? "regression-cell.one-answer" : "regressions.constant",
      ],
      [`${family}, all missing`, rowsOf(nowhere), "regression-cell.outcome-missing"],
      [`${family}, infinite`, rowsOf(broken(y)), `regression-cell.${family === "logistic" ? "many-answers" : "infinite"}`],
      [`${family}, one a group`, rowsOf(y, apart), "model-design.found-no-residual", { design: { formula: "~ g" } }],
      [
        `${family}, a constant column`,
        rowsOf(y, halves, numberColumn("k", everywhere(1))),
        "model-design.found-constant",
        { design: { formula: "~ k + g" } },
      ],
      [
        `${family}, an infinite column`,
        rowsOf(y, halves, numberColumn("k", broken(noise))),
        "model-design.found-infinite",
        { design: { formula: "~ k + g" } },
      ],
    ]);
  const parted = tableOf(
    numberColumn(
      "y",
      each((row) => Number(row > 5)),
    ),
    numberColumn(
      "x",
      each((row) => row),
    ),
  );
  const named = tableOf(
    numberColumn("масса, г", noise),
    numberColumn(
      "доза (мг)",
      each((row) => (row * row) % 7),
    ),
    textColumn("группа", halves),
  );
  tries("regression", { outcome: "y", design: { formula: "~ x" } }, [
    ["perfect separation", parted, "regression-cell.separated", { family: { type: "logistic" } }],
    ["negative counts", rowsOf(noise.map((value) => -value)), "regressions.not-counts", { family: { type: "poisson" } }],
    ["names with spaces and other letters", named, "+", { outcome: "масса, г", design: { formula: "~ `доза (мг)` + группа" } }],
    ["a name that is not there", named, "model-design.column-near", { outcome: "масса, г", design: { formula: "~ доза" } }],
  ]);
});

describe("a model of expression", () => {
  for (const [type, value, scale] of [
    ["deseq2", count, "counts"],
    ["limma-voom", count, "counts"],
    ["limma-trend", log2, "log2"],
    ["limma", log2, "log2"],
  ] as const) {
    const isCounts = scale === "counts";
    const bad = (made: typeof value, more: Parameters<typeof matrixOf>[1] = {}) => matrixOf(made, { scale, ...more });
    const zero = { deseq2: "differential-deseq2.no-common", "limma-voom": "differential-limma-voom.no-reads" }[type as string];
    const flat = { deseq2: "differential-deseq2.flat", "limma-voom": "differential-limma-voom.all-filtered" }[type as string];
    const ofCounts = (key: string, other: string): string =>
      isCounts ? `differential-counts.${key}` : `differential-limma-parts.${other}`;
    tries("differential", { design: { formula: "~ g" }, method: { type } }, [
      [`${type}, all zero`, bad(() => 0), zero ?? "differential-limma-parts.all-flat"],
      [`${type}, constant`, bad(() => 5), flat ?? "differential-limma-parts.all-flat"],
      [`${type}, all missing`, bad(nothing), ofCounts("missing-count", "no-values-at-all")],
      [`${type}, infinite`, bad(spoiled(value)), ofCounts("infinite-count", "infinite")],
      [`${type}, one sample a group`, bad(value, { groups: ["a", "b"] }), "model-design.found-no-residual"],
      [`${type}, as many groups as samples`, bad(value, { groups: apart }), "model-design.found-no-residual"],
      [`${type}, one group`, bad(value, { groups: each(() => "a") }), "model-design.found-one-level"],
      [`${type}, a sample of no group`, bad(value, { groups: [null, ...halves.slice(1)] }), "model-design.found-missing"],
      [
        `${type}, names of rows twice`,
        bad(value, { features: each((row) => `g${row % 5}`, 40) }),
        "+differential.features-twice",
      ],
      [`${type}, names of samples twice`, bad(value, { samples: each(() => "s") }), "+differential.samples-twice"],
      ...(isCounts ? [[`${type}, below zero`, bad((g, s) => -value(g, s)), "differential-counts.below-zero"] as Row] : []),
    ]);
  }
  const twin = textColumn(
    "batch",
    halves.map((name) => `of ${name}`),
  );
  tries("differential", { design: { formula: "~ batch + g" } }, [
    ["groups that cannot be told from batches", matrixOf(count, { more: [twin] }), "model-design.found-same"],
  ]);
  const doses = [
    numberColumn(
      "доза (мг)",
      each((row) => (row * row) % 5),
    ),
  ];
  tries("differential", { design: { formula: "~ `доза (мг)` + g" } }, [
    ["names with spaces and other letters", matrixOf(count, { more: doses }), "+"],
  ]);
});

describe("a contrast", () => {
  const groups = { by: "groups", factor: "g", of: ["b"], against: ["a"] };
  test.each([
    ["of a group that is not there", { ...groups, of: ["c"] }, "contrast.level-missing"],
    ["of a factor that is not in the design", { ...groups, factor: "x" }, "contrast.factor-missing"],
    [
      "of a coefficient that is not there",
      { by: "coefficients", weights: [{ coefficient: "gc", by: 1 }] },
      "contrast.coefficient-missing",
    ],
    ["of nothing", { by: "coefficients", weights: [{ coefficient: "gb", by: 0 }] }, "contrast.no-weights"],
    ["of a group with itself", { ...groups, of: ["a"] }, "contrast.same-group"],
  ])("%s", async (_what, asks, expected) => {
    const { outputs } = await runKind("differential", { from, design: { formula: "~ g" } }, { cell_a: matrixOf(count) });
    const fit = outputs?.["fit"] as Artifact;
    await holds("contrast", { from, contrasts: [{ asks }] }, { cell_a: fit }, expected);
  });
});

describe("sets of genes", () => {
  const steps = each((row) => row - 20, 40);
  const p = each((row) => row / 40, 40);
  const many = (value: number) => each(() => value, 40);
  const sets = { cell_s: geneSets };
  const asked = (type: string): JsonObject => ({ sets: { ref: "cell_s" }, method: { type }, smallest: 3 });
  const none = each(() => null, 40);
  tries(
    "enrich",
    asked("over-representation"),
    [
      ["all p are 0", answersOf(many(0), steps), "enrichment-over.all-listed"],
      ["all missing", answersOf(none, none), "enrichment-over.none-listed"],
      ["none below the threshold", answersOf(many(1), steps), "enrichment-over.none-listed"],
      [
        "genes of another name",
        answersOf(
          p,
          steps,
          each((row) => `ENSG${row}`, 40),
        ),
        "enrich-cell.few-matched",
      ],
      [
        "genes many times",
        answersOf(
          p,
          steps,
          each((row) => `gene${row % 10}`, 40),
        ),
        "enrich-cell.no-sets-left",
      ],
    ],
    sets,
  );
  tries(
    "enrich",
    asked("preranked"),
    [
      ["all zero", answersOf(many(0), many(0)), "enrichment-ranked.constant"],
      ["all missing", answersOf(none, none), "enrichment-ranked.too-few"],
      [
        "infinite",
        answersOf(
          p,
          steps.map((value, row) => (row === 3 ? Number.POSITIVE_INFINITY : value)),
        ),
        "+enrichment-ranked.infinite",
      ],
      ["of one sign", answersOf(p, many(1)), "enrichment-ranked.no-sign"],
    ],
    sets,
  );
});
