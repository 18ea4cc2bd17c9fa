// The example of chart families tells R's numbers (pictures-of-data.R), in the tables of its pictures and in its texts.

import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Figure, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { cellJson, cellString, columnOf } from "@genomecraft/cells/artifacts/table.ts";
import { type NotebookRun, runNotebookFile } from "./run-notebook.ts";

type Some = { readonly [group: string]: readonly number[] };
const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "pictures-of-data.json"), "utf8")) as {
  readonly texture: { readonly [group: string]: number };
  readonly concavity: Some;
  readonly correlations: readonly (readonly number[])[];
  readonly columns: readonly string[];
  readonly outlines: Some;
  readonly panels: Some;
  readonly selected: { readonly [group: string]: number };
  readonly means: Some;
  readonly course: Some;
  readonly lacking: { readonly share: number; readonly protein: number; readonly both: number; readonly of: number };
  readonly shares: { readonly [gene: string]: { readonly n: number; readonly median: number } };
  readonly together: { readonly [genes: string]: number };
};

const examples = path.resolve(import.meta.dirname, "../../../examples");
let folder: string;
let run: NotebookRun;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-pictures-"));
  cpSync(examples, folder, { recursive: true, filter: (file) => !file.endsWith(".genomecraft") });
  const result = await runNotebookFile(path.join(folder, "pictures-of-data.gc.md"));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  run = result.value;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(
  name: string,
): Promise<readonly { readonly text: (column: string) => string; readonly of: (column: string) => number }[]> {
  const found = await run.artifact(name, "data");
  if (!found.ok || found.value.type !== "table") throw new Error(`${name} has data`);
  const table: Table = found.value;
  const column = (called: string) => columnOf(table, called) ?? expect.fail(`${name} has ${called}`);
  return Array.from({ length: table.rowCount }, (_, row) => ({
    text: (called) => cellString(column(called), row),
    of: (called) => Number(cellJson(column(called), row)),
  }));
}
async function figure(name: string): Promise<Figure> {
  const found = await run.artifact(name, "out");
  return found.ok && found.value.type === "figure" ? found.value : expect.fail(`${name} is a figure`);
}
const close = (value: number, expected: number | undefined, digits = 8): void =>
  expect(value).toBeCloseTo(expected as number, digits);

test("quartiles of violins, correlations and the slopes of trends", async () => {
  for (const row of await rowsOf("concavity"))
    ["q1", "median", "q3"].forEach((column, at) => close(row.of(column), ofR.concavity[row.text("diagnosis")]?.[at]));
  const correlations = await rowsOf("correlations");
  expect(correlations).toHaveLength(45);
  const at = (name: string): number => ofR.columns.indexOf(name);
  for (const row of correlations) close(row.of("r"), ofR.correlations[at(row.text("column"))]?.[at(row.text("other"))]);
  for (const name of ["outlines", "panels"] as const) {
    const told = JSON.stringify((await figure(name)).layout["meta"]);
    for (const [slope, r2] of Object.values(ofR[name]))
      for (const value of [slope, r2]) expect(told).toContain(String(Number((value as number).toPrecision(4))));
  }
});

test("what is selected in one picture is what the next cell counts", async () => {
  const rows = await rowsOf("selected_by_diagnosis");
  expect(Object.fromEntries(rows.map((row) => [row.text("diagnosis"), row.of("n")]))).toEqual(ofR.selected);
});

test("means with their intervals, by day, and by day and sex", async () => {
  for (const row of await rowsOf("means"))
    ["mean", "from", "to"].forEach((column, at) => close(row.of(column), ofR.means[row.text("time")]?.[at], 5));
  const course = await rowsOf("course");
  expect(course).toHaveLength(6);
  for (const row of course)
    ["Lcn2", "from", "to"].forEach((column, at) =>
      close(row.of(column), ofR.course[`${row.text("time")} ${row.text("sex")}`]?.[at], 5),
    );
  expect(await rowsOf("mice")).toHaveLength(22);
});

test("missing values, shares of reads and sets of patients", async () => {
  const gaps = await rowsOf("gaps");
  expect(gaps.map((row) => row.of("n"))).toEqual([ofR.lacking.share, ofR.lacking.protein, 0, 0]);
  const n: { [gene: string]: number } = {};
  for (const row of await rowsOf("shares")) n[row.text("Hugo_Symbol")] = (n[row.text("Hugo_Symbol")] ?? 0) + row.of("n");
  expect(n).toEqual(Object.fromEntries(Object.entries(ofR.shares).map(([gene, of]) => [gene, of.n])));
  const parts = (await rowsOf("together")).map((row) => [row.text("lists").split(" & ").sort().join(" "), row.of("n")]);
  expect(Object.fromEntries(parts)).toEqual(ofR.together);
});

// What the texts above the pictures say.
test("the texts of the example say R's numbers", () => {
  const texts = run.opened.notebook.cells.flatMap(({ kind, spec }) => (kind === "note" ? [String(spec["text"])] : [])).join("\n");
  const round = (value: number | undefined, digits: number): string => (value as number).toFixed(digits);
  const r = (a: string, b: string) => ofR.correlations[ofR.columns.indexOf(a)]?.[ofR.columns.indexOf(b)];
  for (const said of [
    `median texture ${round(ofR.texture["malignant"], 1)} against ${round(ofR.texture["benign"], 1)}`,
    `(r = ${round(r("mean radius", "mean concave points"), 2)}); radius and smoothness hardly do (${round(r("mean radius", "mean smoothness"), 2)})`,
    `(r = ${round(r("mean radius", "mean texture"), 2)})`,
    `up to ${round(ofR.means["Day0"]?.[2], 1)}, and from ${round(ofR.means["Day4"]?.[1], 1)} on`,
    `allele share of ${ofR.lacking.share} mutations`,
    `${ofR.lacking.of} of them lie in FLT3 and NPM1`,
    `that of FLT3 is ${round(ofR.shares["FLT3"]?.median, 0)} %`,
  ])
    expect(texts).toContain(said);
  expect([ofR.together["DNMT3A FLT3 NPM1"], Object.keys(ofR.together).filter((genes) => /NPM1.*TP53/.test(genes))]).toEqual([
    8,
    [],
  ]);
  for (const b of ["mean perimeter", "mean area"]) expect(r("mean radius", b)).toBeGreaterThan(0.98);
});
