// What pictures of a contrast show.

import { expect, test } from "vitest";
import { figurePage, pagesOf } from "../../artifacts/figure-page.ts";
import { floatsOf } from "../../artifacts/plot-floats.ts";
import { isJsonObject, type JsonObject } from "../../base/json.ts";
import { pointsOf } from "../../reports/feature-points/report.ts";
import { figureWords } from "../../ui/figure-words.ts";
import { contrastPoints, maFigure, partsOf, passingAt, pValuesFigure, volcanoFigure, volcanoPages } from "./contrast-figures.ts";

const nan = Number.NaN;
const body = pointsOf(
  { noun: "gene", samples: 6, names: ["Xist", "Ddx3y", "Actb", "Gapdh", "lost<b>"] },
  [
    {
      name: "F against M",
      arrays: {
        change: [8, -9, 0.25, 0.1, 2],
        level: [100, 50, 1000, 2000, 10],
        p: [30, 40, 0.5, 0.1, nan],
        adjusted: [27, 37, 0.25, 0, nan],
      },
    },
  ],
  [0, 1, 2, 3, 4],
);
const points = contrastPoints(body, 0);
if (!points) throw new Error("a set of that name is there");
const look = {
  alpha: 0.05,
  least: 0,
  names: 24,
  highlight: [] as string[],
  isLogLevel: false,
  shrunkBy: null,
  sizes: { of: 3, against: 3 },
};
const axis = (trace: JsonObject | undefined, name: "x" | "y"): readonly number[] => {
  const packed = trace?.[name];
  return isJsonObject(packed) ? floatsOf(String(packed["bdata"]), "f4") : [];
};

test("what passes stands apart by its direction; what has no p value is not drawn", () => {
  expect(partsOf(points, look)).toEqual({ higher: [0], lower: [1], others: [2, 3], chosen: [], first: [1, 0] });
  expect(partsOf(points, { ...look, least: 8.5 })).toMatchObject({ higher: [], lower: [1] });
  expect(contrastPoints(body, 1)).toBeNull();
});

test("the volcano: changes across, −log10 p upwards, a line where p passes, names of those that do", () => {
  const figure = volcanoFigure(points, { ...look, least: 1 });
  const [others, lower, higher, ...rest] = figure.data;
  expect([axis(others, "x"), axis(others, "y")]).toEqual([
    [0.25, expect.closeTo(0.1, 6)],
    [0.5, expect.closeTo(0.1, 6)],
  ]);
  expect([axis(lower, "x"), axis(lower, "y"), lower?.["text"]]).toEqual([[-9], [40], ["Ddx3y"]]);
  expect([axis(higher, "x"), axis(higher, "y"), higher?.["type"]]).toEqual([[8], [30], "scattergl"]);
  expect(passingAt(points, 0.05)).toBe(30);
  expect(rest.filter(({ mode }) => mode === "lines")).toHaveLength(3);
  expect(rest[0]?.["y"]).toEqual([30, 30]);
  expect(figure.layout["annotations"]).toMatchObject([
    { text: "Ddx3y", x: -9, y: 40, showarrow: false },
    { text: "Xist", x: 8, y: 30 },
  ]);
  expect(figureWords(figure, "en").alt).toBe(
    "Volcano of F against M: the change of 4 rows across, how unlikely by chance upwards. Higher: 1, lower: 1. First by p: Ddx3y, Xist.",
  );
  expect(volcanoFigure(points, { ...look, alpha: 1e-50 }).data.filter(({ mode }) => mode === "lines")).toHaveLength(0);
});

test("what is pointed out has a colour and its name before all others; names are as many as are asked for", () => {
  const figure = volcanoFigure(points, { ...look, names: 1, highlight: ["Actb", "nowhere"] });
  expect(figure.data[3]).toMatchObject({ text: ["Actb"], name: "pointed out (1)" });
  expect(figure.layout["annotations"]).toMatchObject([{ text: "Actb" }, { text: "Ddx3y" }]);
  expect(volcanoFigure(points, { ...look, names: 0 }).layout["annotations"]).toEqual([]);
});

test("several contrasts are pages of one picture, told of all their samples", () => {
  const second = { ...points, name: "again" };
  const pages = volcanoPages([
    { points, look },
    { points: second, look: { ...look, sizes: { of: 5, against: 2 } } },
  ]);
  if (!pages) throw new Error("there are two");
  expect(pagesOf(pages)).toEqual(["F against M", "again"]);
  expect(figureWords(figurePage(pages, 1), "en").alt).toMatch(/^Volcano of again/);
  expect(figurePage(pages, 1).data).toHaveLength(pages.data.length / 2);
  expect(pages.layout["meta"]).toMatchObject({ sizes: [3, 5, 2] });
  const unknown = volcanoPages([
    { points, look },
    { points: second, look: { ...look, sizes: null } },
  ]);
  expect(unknown?.layout["meta"]).not.toHaveProperty("sizes");
  expect(volcanoPages([{ points, look }])).toEqual(volcanoFigure(points, look));
  expect(volcanoPages([])).toBeNull();
});

test("MA: the mean across on a log axis, unless it is a logarithm already", () => {
  expect(maFigure(points, look).layout["xaxis"]).toMatchObject({ type: "log" });
  expect(maFigure(points, { ...look, isLogLevel: true }).layout["xaxis"]).not.toHaveProperty("type");
  expect(axis(maFigure(points, look).data[2], "x")).toEqual([100]);
  // Plotly wants the power where the axis is a log one.
  expect(maFigure(points, look).layout["annotations"]).toMatchObject([{ text: "Ddx3y" }, { text: "Xist", x: 2 }]);
});

test("changes that were drawn towards 0 are drawn where they are asked for, and the axis says so", () => {
  const shrunken = { ...points, shrunken: points.change.map((value) => value / 2) };
  const by = { ...look, shrunkBy: "apeglm" as const };
  expect(axis(volcanoFigure(shrunken, by).data[2], "x")).toEqual([4]);
  expect(volcanoFigure(shrunken, by).layout["meta"]).toMatchObject({
    words: [{ key: "contrast-cell.change-apeglm" }, { key: "contrast-cell.surprise" }],
  });
  expect(axis(maFigure(shrunken, by).data[2], "y")).toEqual([4]);
  expect(axis(maFigure(shrunken, look).data[2], "y")).toEqual([8]);
  // Where there are none, they are those that were estimated.
  expect(axis(volcanoFigure(points, by).data[2], "x")).toEqual([8]);
});

test("the histogram of p values says how many are small, against chance", () => {
  const figure = pValuesFigure("F against M", [30, 10, ...Array.from({ length: 38 }, () => 10)]);
  expect(figureWords(figure, "en").alt).toMatch(
    /^Histogram of 420 p values of F against M: 9\.5 % are below 0\.05, where chance alone gives 5 %\. A peak at the left/,
  );
  expect(figure.data[1]?.["y"]).toEqual([10.5, 10.5]);
});
