// map-ids beside pandas (oracle.py wrote oracle.json), and what it does with ids that are lost, several or shared.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf, featureIds } from "../../artifacts/assay.ts";
import { integerColumn, numberColumn, tableOf, takeRows, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { laterOn, laterOnMatrix, stepOn, stepOnMatrix, valuesOf } from "../../testing/step-on-table.ts";

interface Oracle {
  readonly table: readonly (readonly [string, string | null])[];
  readonly here: readonly string[];
  readonly first: readonly string[];
  readonly stripped: number;
  readonly lost: readonly string[];
  readonly several: readonly string[];
  readonly exactly: readonly (string | null)[];
  readonly shared: number;
}
const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as Oracle;
const idTable = (rows: readonly (readonly [string, string | null])[]): Table =>
  tableOf(
    textColumn(
      "id",
      rows.map(([id]) => id),
    ),
    textColumn(
      "symbol",
      rows.map(([, symbol]) => symbol),
      { semantic: "gene" },
    ),
  );
const matrixOf = (ids: readonly string[]): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from(ids, (_, at) => at) },
    features: tableOf(textColumn("probe", ids, { semantic: "probe" })),
    samples: tableOf(textColumn("sample", ["s"])),
    scale: "counts",
    featureNoun: "probe",
  });
const options = { verb: "map-ids", with: { ref: "cell_ids" }, from: "id", to: "symbol" };
const onMatrix = (ids: readonly string[], rows: readonly (readonly [string, string | null])[], more: JsonObject = {}) =>
  stepOnMatrix(matrixOf(ids), { ...options, ...more }, { cell_ids: idTable(rows) });

describe("beside pandas", () => {
  test("300 ids, some with another version, several answers or none", async () => {
    const { assay, said } = await onMatrix(oracle.here, oracle.table, { several: "first", name: "symbol" });
    // Which of several stands first follows from the order of the table, in both.
    expect(valuesOf(assay.features, "symbol")).toEqual(oracle.first);
    expect(said).toEqual([
      expect.stringContaining(`${oracle.stripped} ids were found`),
      expect.stringContaining(
        `${oracle.several.length} of 300 ids have several answers in the table: the first was taken (${oracle.several[0]}`,
      ),
      expect.stringContaining(
        `${oracle.lost.length} of 300 ids are not in the table: the old id stays (${oracle.lost.slice(0, 10).join(", ")}, …)`,
      ),
    ]);
  });
  test("with versions that must be the same", async () => {
    const { assay } = await onMatrix(oracle.here, oracle.table, {
      versions: "exact",
      several: "missing",
      lost: "missing",
      name: "symbol",
    });
    expect(valuesOf(assay.features, "symbol")).toEqual(oracle.exactly);
  });
  test("lost and ambiguous ones are dropped, and ids that several share are counted", async () => {
    await expect(onMatrix(oracle.here, oracle.table, { several: "drop", lost: "drop" })).rejects.toThrow(
      `${oracle.shared} ids of the table are what several probes here become`,
    );
    const { assay } = await onMatrix(oracle.here, oracle.table, { several: "drop", lost: "drop", shared: "apart" });
    expect(assay.featureCount).toBe(300 - oracle.lost.length - oracle.several.length);
    expect(new Set(featureIds(assay)).size).toBe(assay.featureCount);
    // The numbers went with their rows.
    expect(valuesOf(assay.features, "probe").map((id) => oracle.here.indexOf(String(id)))).toEqual([
      ...(assay.values.data as Float32Array),
    ]);
  });
});

test("in the place of the ids the old ones stay beside them, and the rows are genes", async () => {
  const { assay } = await onMatrix(
    ["p1", "p2", "p3"],
    [
      ["p1", "TP53"],
      ["p2", "p3"],
      ["p3", "BRCA1"],
    ],
  );
  expect(assay.features.columns.map(({ name }) => name)).toEqual(["symbol", "probe"]);
  expect(featureIds(assay)).toEqual(["TP53", "p3", "BRCA1"]);
  expect(assay.featureNoun).toBe("gene");
});

test("an old id that stays and a new one that is the same are two of one name", async () => {
  await expect(onMatrix(["p1", "p2"], [["p1", "p2"]])).rejects.toThrow(/1 id of the table is what several probes/);
  const { assay } = await onMatrix(["p1", "p2", "p2_2"], [["p1", "p2"]], { shared: "apart" });
  expect(featureIds(assay)).toEqual(["p2", "p2_3", "p2_2"]);
});

test("a table of numbers, spaces around ids, an answer that stands twice, PAR_Y and RefSeq", async () => {
  const entrez = tableOf(
    textColumn("id", [" ENSG00000141510 ", "ENSG00000182378.4", "NM_000546.5", "NM_000546.5"]),
    integerColumn("symbol", [7157, 55344, 1, 1], { semantic: "entrez" }),
  );
  const here = matrixOf(["ENSG00000141510.18", "ENSG00000182378.15_PAR_Y", "NM_000546.6"]);
  const { assay, said } = await stepOnMatrix(here, options, { cell_ids: entrez });
  expect(featureIds(assay)).toEqual(["7157", "55344", "1"]);
  expect(said).toEqual([expect.stringContaining("3 ids were found without their versions only")]);
});

test("what cannot be is refused", async () => {
  await expect(onMatrix(["TP53"], [["ENSG1", "A"]])).rejects.toThrow(
    /none of the 1 ids stands in id .* First here: TP53; there: ENSG1/,
  );
  await expect(onMatrix(["TP53"], [])).rejects.toThrow(/holds no ids/);
  await expect(onMatrix(["p1", "p2"], [["p1", "A"]], { lost: "missing" })).rejects.toThrow(/cannot be missing/);
  await expect(onMatrix(["p1"], [["p1", "A"]], { to: "symbl" })).rejects.toThrow(/no column symbl. Near: symbol/);
  await expect(stepOnMatrix(matrixOf(["a"]), options, { cell_ids: matrixOf(["a"]) })).rejects.toThrow(/not a table/);
});

test("on a column of a table: names of persons that are not found are counted and not said, and what they closed stays closed", async () => {
  const table = tableOf(textColumn("who", ["ann", "bob", null, "ann"], { semantic: "patient" }));
  const {
    column,
    table: answer,
    said,
  } = await stepOn(table, { ...options, column: "who" }, { cell_ids: idTable([["ann", "P1"]]) });
  expect(column("who")).toEqual(["P1", "bob", null, "P1"]);
  expect(answer.columns[0]).toMatchObject({ closed: true });
  expect(said).toEqual(["Step 1: 1 of 2 ids is not in the table: the old id stays."]);
  const dropped = await stepOn(
    table,
    { ...options, column: "who", lost: "drop", name: "code" },
    { cell_ids: idTable([["ann", "P1"]]) },
  );
  expect([dropped.column("who"), dropped.column("code")]).toEqual([
    ["ann", null, "ann"],
    ["P1", null, "P1"],
  ]);
});

describe("kept with its table, it is done with other data where that cell is not", () => {
  test("other genes of a later matrix are found, too, and what is said of the column stays", async () => {
    const { kept } = await onMatrix(
      ["p1"],
      [
        ["p1", "A"],
        ["ENSG00000141510.18", "B"],
      ],
    );
    expect(kept).toMatchObject({ freezes: "each", fitted: { keeps: "values", state: { first: "p1" } } });
    const later = await laterOnMatrix(kept, matrixOf(["ENSG00000141510.3", "p9"]));
    expect(featureIds(later.assay)).toEqual(["B", "p9"]);
    expect(later.said).toEqual([
      expect.stringContaining("1 id was found without its version"),
      expect.stringContaining("1 of 2 ids is not in the table"),
    ]);
    expect(later.assay.features.columns[0]?.semantic).toBe(
      (await onMatrix(["p1"], [["p1", "A"]])).assay.features.columns[0]?.semantic,
    );
  });
  test("of a single row whose id nobody knows it makes what it makes of it among others", async () => {
    const two = tableOf(textColumn("who", ["ann", "bob"]), numberColumn("n", [1, 2]));
    const { kept, column } = await stepOn(two, { ...options, column: "who" }, { cell_ids: idTable([["ann", "P1"]]) });
    const later = await laterOn(kept, takeRows(two, [1]));
    expect([column("who")[1], ...later.column("who")]).toEqual(["bob", "bob"]);
  });
  test("a table that is too large to be kept answers here, and has no form for other data, which is said", async () => {
    const many = Array.from({ length: 20_000 }, (_, at): [string, string] => [
      `id${at}`.padEnd(500, "x"),
      `name${at}`.padEnd(400, "y"),
    ]);
    const { kept, said } = await onMatrix([many[0]?.[0] ?? ""], many);
    expect(kept).toMatchObject({ freezes: "whole" });
    expect(kept.fitted).toBeUndefined();
    expect(said).toEqual([expect.stringMatching(/too large to be kept \(.* bytes, at most .*\)/)]);
    await expect(laterOnMatrix(kept, matrixOf(["a"]))).rejects.toThrow(/it reads another cell, which is not carried along/);
  });
});
