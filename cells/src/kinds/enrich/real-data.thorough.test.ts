// Gene sets of real data as base R makes them (oracle.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { answered, setsOf } from "../../testing/run-gene-sets.ts";

interface OverInR {
  readonly set: string;
  readonly size: number;
  readonly overlap: number;
  readonly p: number;
  readonly adjusted: number;
}
const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as {
  readonly tested: readonly number[];
  readonly listed: readonly [number, number];
  readonly up: readonly OverInR[];
  readonly down: readonly OverInR[];
  readonly scores: readonly { readonly set: string; readonly es: number }[];
};

const real = ["GSE96870_mouse_influenza/expected/deseq2_day8_vs_day0.csv.gz"] as const;
describe.skipIf(!hasReference(...real))("the influenza data on Day 8, with the sets of the examples", () => {
  const lines = (file: string): readonly string[] => gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
  const rows = hasReference(...real)
    ? lines(referenceFile(real[0]))
        .slice(1)
        .map((line) => line.replaceAll('"', "").split(","))
    : [];
  const number = (at: number) => rows.map((row) => (row[at] === "NA" ? null : Number(row[at])));
  const genes = tableOf(
    textColumn(
      "gene",
      rows.map((row) => row[0] as string),
      { semantic: "gene" },
    ),
    ...(["baseMean", "log2FoldChange", "lfcSE", "stat", "pvalue", "padj"] as const).map((name, at) =>
      numberColumn(name, number(at + 1)),
    ),
  );
  const gmt = path.resolve(import.meta.dirname, "../../../../examples/data/GO_processes_mouse.gmt.gz");
  const ofMouse = setsOf(
    Object.fromEntries(
      lines(gmt)
        .map((line) => line.split("\t"))
        .map(([name = "", , ...own]) => [name, own]),
    ),
  );

  test("over-representation of genes that are higher, and of those that are lower, is R's phyper with its BH", async () => {
    const { rows: found, body } = await answered(genes, ofMouse);
    expect(body.universe).toBe(ofR.tested[0]);
    expect(body.sides.map(({ listed }) => listed)).toEqual([...ofR.listed]);
    expect(found).toHaveLength(ofR.up.length + ofR.down.length);
    for (const side of ["up", "down"] as const)
      for (const expected of ofR[side]) {
        const row = found.find((each) => each["set"] === expected.set && each["side"] === side);
        expect([row?.["size"], row?.["overlap"]], expected.set).toEqual([expected.size, expected.overlap]);
        expect(Math.abs(Number(row?.["pvalue"]) / expected.p - 1), expected.set).toBeLessThan(1e-9);
        expect(Math.abs(Number(row?.["padj"]) / expected.adjusted - 1), expected.set).toBeLessThan(1e-9);
      }
  });

  test("scores along the ranking are those of a sum that goes through all genes one by one", async () => {
    const method = { type: "preranked", rounds: 100, least: 0.01 };
    const { rows: found } = await answered(genes, ofMouse, { method });
    expect(found).toHaveLength(ofR.scores.length);
    for (const { set, es } of ofR.scores) expect(Number(found.find((each) => each["set"] === set)?.["es"])).toBeCloseTo(es, 10);
  });
});
