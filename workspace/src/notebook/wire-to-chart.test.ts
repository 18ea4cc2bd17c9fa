import { expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { charts } from "@genomecraft/cells/charts.ts";
import { chart as chartKind } from "@genomecraft/cells/kinds/chart/spec.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { wireToChart } from "./wire-to-chart.ts";

const cell = (id: string, kind: string, spec: object): Cell =>
  ({ id, kind, name: id, spec, deletedAt: null, aliases: [], mode: "auto", order: "a", specVersion: 1 }) as unknown as Cell;
const counts = { type: "assay", shape: [3, 2], columns: [{ name: "sex", type: "text" }] } as never;
const gene = { from: { ref: "cell_log" }, control: { type: "feature" } } as never;
const wired = (y: unknown, from = "cell_log", chart: object = { type: "box" }, summary: object | null = counts) =>
  wireToChart(
    [cell("cell_log", "transform", {}), cell("cell_box", "chart", { from: { ref: from }, y, chart })],
    "cell_box" as CellId,
    gene,
    () => summary as never,
    () => chartKind as never,
  );

test("a gene picked below a chart of the same matrix turns it, and stands above it with the gene that it showed", () => {
  expect(wired("Xist")).toEqual({ cell: "cell_box", field: "y", value: "Xist", after: "cell_log" });
  expect(wired(null)).toMatchObject({ value: null });
});

test("a chart of a column, of another matrix, or that follows a control already is left alone", () => {
  expect([wired("sex"), wired("Xist", "cell_other"), wired({ ref: "cell_gene" })]).toEqual([null, null, null]);
});

test("a chart is turned where its form asks for that field: no heatmap of a matrix and no histogram, whatever stands in it", () => {
  const turned = (y: unknown, summary: object | null = counts): readonly string[] =>
    Object.keys(charts).filter((type) => wired(y, "cell_log", { type }, summary) !== null);
  expect(turned(null).toSorted()).toEqual(["beeswarm", "box", "line", "point", "violin"]);
  expect(turned("Xist").toSorted()).toEqual(["beeswarm", "box", "line", "point", "violin"]);
  expect(turned(null, null).toSorted()).toEqual(["beeswarm", "box", "line", "point", "violin"]);
  expect(wired(null, "cell_log", { type: "bar", measure: "mean" })).toMatchObject({ field: "y" });
});
