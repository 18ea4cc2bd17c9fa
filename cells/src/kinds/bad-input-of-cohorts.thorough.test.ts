// What laboratories give by mistake to survival, estimates of labs, clusters, maps, markers, variants, mutations and power.

import { describe, test } from "vitest";
import { numberColumn, tableOf } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import { broken, everywhere, from, holds, nothing, nowhere, spoiled, tries } from "../testing/bad-input.ts";
import {
  apart,
  count,
  dosage,
  each,
  estimatesOf,
  followUps,
  halves,
  log2,
  matrixOf,
  mutationsOf,
  noise,
  rowsOf,
  traitsOf,
} from "../testing/small-study.ts";

describe("survival", () => {
  const time = each((row) => row + 1);
  const died = each((row) => Number(row % 3 > 0));
  tries("survival", { time: "t", event: "e", group: "g" }, [
    ["all zero", followUps(everywhere(0), died), "survival-cell.no-rows"],
    ["all missing", followUps(nowhere, died), "survival-cell.no-rows"],
    ["all infinite", followUps(everywhere(Number.POSITIVE_INFINITY), died), "survival-cell.no-rows"],
    ["some infinite", followUps(broken(time), died), "+survival-cell.left-infinite"],
    [
      "negative times",
      followUps(
        each((row) => row - 3),
        died,
      ),
      "survival-cell.negative",
    ],
    ["no event", followUps(time, everywhere(0)), "+survival-cell.nobody"],
    ["one a group", followUps(time, died, apart), "+survival-cell.group-of-one"],
    [
      "one group",
      followUps(
        time,
        died,
        each(() => "a"),
      ),
      "+model-design.found-one-level",
    ],
    [
      "perfect separation",
      followUps(
        time,
        each((row) => Number(row < 6)),
      ),
      "+survival-cell.unbounded survival-cell.few-events-none",
    ],
    [
      "codes that nobody explained",
      followUps(
        time,
        each((row) => row % 3),
      ),
      "survival-cell.event-unknown",
    ],
    ["a column that is not there", followUps(time, died), "survival-cell.no-column", { group: "группа" }],
  ]);
});

describe("estimates of labs", () => {
  test.each([
    ["errors of 0", estimatesOf(noise, everywhere(0)), "meta-analysis.none-usable"],
    ["errors below 0", estimatesOf(noise, everywhere(-1)), "meta-analysis.none-usable"],
    ["all missing", estimatesOf(nowhere, everywhere(1)), "meta-analysis.none-usable"],
    ["infinite", estimatesOf(broken(noise), everywhere(1)), "+meta-analysis.bad-rows"],
    ["all zero", estimatesOf(everywhere(0), everywhere(1)), "+"],
    [
      "a lab twice",
      estimatesOf(
        noise,
        everywhere(1),
        each(() => "lab"),
      ),
      "meta-analysis.twice-in-study",
    ],
    ["one lab", estimatesOf([1], [1], ["lab"]), "meta-analysis.one-study"],
  ])("%s", async (_what, input, expected) =>
    holds("meta-analysis", { studies: [{ from, name: "labs" }], study: "study", by: "gene" }, { cell_a: input }, expected),
  );
});

describe("clusters and maps", () => {
  for (const method of [
    { type: "k-means", k: 2 },
    { type: "hierarchical", k: 2 },
    { type: "gaussian-mixture", k: 2 },
    { type: "dbscan" },
    { type: "leiden" },
  ])
    tries("cluster", { columns: ["y", "z"], method }, [
      [
        `${method.type}, all zero`,
        tableOf(numberColumn("y", everywhere(0)), numberColumn("z", everywhere(0))),
        "clusters-found.all-same",
      ],
      [`${method.type}, all missing`, rowsOf(nowhere, halves, numberColumn("z", noise)), "learn.no-complete-rows"],
      [`${method.type}, infinite`, rowsOf(broken(noise), halves, numberColumn("z", noise)), "+learn.doubt-left-out"],
      [`${method.type}, one row`, tableOf(numberColumn("y", [1]), numberColumn("z", [1])), "clusters-found.too-few"],
    ]);
  for (const map of ["none", "umap", "tsne", "mds"])
    tries("reduce", { map: { type: map } }, [
      [`${map}, all zero`, matrixOf(() => 0, { scale: "log2" }), "learn.no-variance"],
      [`${map}, all missing`, matrixOf(nothing, { scale: "log2" }), "learn.no-complete-rows"],
      [`${map}, samples that are copies`, matrixOf((gene) => log2(gene, 0), { scale: "log2" }), "learn.no-variance"],
      [`${map}, one sample`, matrixOf(log2, { scale: "log2", groups: ["a"] }), "learn.too-few-rows"],
    ]);
  tries("reduce", {}, [["infinite", matrixOf(spoiled(log2), { scale: "log2" }), "+learn.doubt-left-out"]]);
});

describe("markers", () => {
  tries("markers", { by: "g" }, [
    ["all zero", matrixOf(() => 0, { scale: "log2" }), "markers-found.all-flat"],
    ["all missing", matrixOf(nothing, { scale: "log2" }), "markers-found.no-values"],
    ["infinite", matrixOf(spoiled(log2), { scale: "log2" }), "markers-found.infinite"],
    ["one a group", matrixOf(log2, { scale: "log2", groups: apart }), "+markers-found.doubt-small"],
    ["one group", matrixOf(log2, { scale: "log2", groups: each(() => "a") }), "markers-found.one-group"],
    ["raw counts", matrixOf(count), "markers-found.raw-counts"],
  ]);
});

describe("variants along a trait", () => {
  const genotypes = matrixOf(dosage, { scale: "dosage", noun: "variant" });
  for (const [type, y] of [
    ["linear", noise],
    ["logistic", each((row) => row % 2)],
  ] as const)
    test.each([
      ["a trait of zeros", traitsOf(everywhere(0)), genotypes, "associate.constant"],
      ["a trait that is missing", traitsOf(nowhere), genotypes, "associate.all-missing"],
      ["an infinite trait", traitsOf(broken(y)), genotypes, "associate.infinite"],
      [
        "a sample twice",
        traitsOf(
          y,
          each((row) => `s${row % 6}`),
        ),
        genotypes,
        "associate.twice",
      ],
      [
        "other samples",
        traitsOf(
          y,
          each((row) => `q${row}`),
        ),
        genotypes,
        "associate.not-joined",
      ],
      ["no genotypes", traitsOf(y), matrixOf(nothing, { scale: "dosage", noun: "variant" }), "associate.none-left"],
      ["all alike", traitsOf(y), matrixOf(() => 0, { scale: "dosage", noun: "variant" }), "associate.none-left"],
    ])(`${type}: %s`, async (_what, sheet, matrix, expected) => {
      const spec = { from, sheet: { ref: "cell_t" }, trait: "trait", minCount: 1, model: { type } };
      await holds("associate", spec, { cell_a: matrix, cell_t: sheet }, expected);
    });
});

describe("mutations", () => {
  const names = each((row) => `G${row}`);
  const missense = "Missense_Mutation";
  tries("mutations", {}, [
    ["all missing", mutationsOf(nowhere, nowhere, missense), "mutations-cell.no-gene-column"],
    ["columns of something else", rowsOf(noise), "mutations-cell.no-gene-column"],
    ["none that changes a protein", mutationsOf(names, names, "Silent"), "mutations-cell.none-counts"],
    [
      "one sample",
      mutationsOf(
        names,
        each(() => "s"),
        missense,
      ),
      "+mutations-cell.one-sample mutations-cell.counted-usual-all",
    ],
  ]);
});

describe("power", () => {
  test.each([
    ["no difference", { design: { type: "t", difference: 0, deviation: 1 } }, "power-cell.nothing"],
    ["no spread", { design: { type: "t", difference: 1, deviation: 0 } }, "power-cell.not-above"],
    ["a negative spread", { design: { type: "t", difference: 1, deviation: -1 } }, "power-cell.not-above"],
    ["certainty", { design: { type: "t" }, power: 1 }, "power-cell.not-between"],
    ["one sample", { design: { type: "t" }, solve: "power", n: 1 }, "power-cell.not-between"],
  ])("%s", async (_what, spec, expected) => holds("power", spec as JsonObject, {}, expected));
});
