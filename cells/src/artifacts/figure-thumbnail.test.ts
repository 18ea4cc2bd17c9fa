// Figures as a few strokes.

import { expect, test } from "vitest";
import { f8 } from "../charts/parts/plot-array.ts";
import type { Figure } from "./artifact.ts";
import { figureThumbnail } from "./figure-thumbnail.ts";

const figure = (data: Figure["data"], layout: Figure["layout"] = {}): Figure => ({
  type: "figure",
  data,
  layout,
  alt: "",
  marks: 1,
});

test("points stand where their values are, each group with its own number, and gaps are left out", () => {
  const drawn = figureThumbnail(
    figure([
      { type: "scatter", mode: "markers", x: f8([0, 10, Number.NaN]), y: f8([0, 1, 1]) },
      { type: "scatter", mode: "markers", x: f8([5]), y: f8([0.5]), meta: { role: "group", group: 3 } },
    ]),
  );
  expect(drawn).toEqual([
    { shape: "dots", path: "M8 82h0M152 8h0", group: 0, scale: "groups" },
    { shape: "dots", path: "M80 45h0", group: 3, scale: "groups" },
  ]);
});

test("an axis that runs down does so here, too: of a volcano the smallest p stands above", () => {
  const data = [{ type: "scatter", mode: "markers", x: f8([0, 10]), y: f8([1e-9, 1]) }];
  const volcano = { yaxis: { type: "log", autorange: "reversed" } };
  expect(figureThumbnail(figure(data, volcano))[0]?.path).toBe("M8 8h0M152 82h0");
  expect(figureThumbnail(figure(data, { yaxis: { range: [2, 0] } }))[0]?.path).toBe("M8 8h0M152 82h0");
  expect(figureThumbnail(figure(data, { xaxis: { autorange: "reversed" } }))[0]?.path).toBe("M152 82h0M8 8h0");
});

test("bars that begin elsewhere than at 0 do so, lying ones lie, and of several panels the first is drawn", () => {
  const drawn = figureThumbnail(
    figure(
      [
        { type: "bar", x: [0, 1], y: [1, 1], base: [-1, 0], width: 1 },
        { type: "bar", orientation: "h", x: [2], y: [0.5], base: [0], width: 1 },
        { type: "bar", x: [500], y: [500], yaxis: "y2" },
        { type: "bar", orientation: "h", x: [500], y: [0], xaxis: "x2" },
      ],
      { barmode: "overlay" },
    ),
  );
  expect(drawn.map(({ path }) => path)).toEqual(["M8 45H65.6V82H8ZM65.6 8H123.2V45H65.6Z", "M36.8 8H152V45H36.8Z"]);
});

test("a logarithmic axis is drawn as one", () => {
  const [line] = figureThumbnail(
    figure([{ type: "scatter", mode: "lines", x: f8([1, 10, 100]), y: f8([0, 1, 2]) }], { xaxis: { type: "log" } }),
  );
  expect(line?.path).toBe("M8 82L80 45L152 8");
});

test("boxes have their quartiles, median and whiskers; bars upon each other add up", () => {
  const [box, lines] = figureThumbnail(
    figure([
      {
        type: "box",
        x: f8([0]),
        width: 1,
        q1: f8([1]),
        median: f8([2]),
        q3: f8([3]),
        lowerfence: f8([0]),
        upperfence: f8([4]),
      },
    ]),
  );
  expect(box).toMatchObject({ shape: "area", path: "M8 26.5H152V63.5H8Z" });
  expect(lines?.path).toBe("M8 45H152M80 8V26.5M80 63.5V82");
  const bars = figureThumbnail(
    figure(
      [
        { type: "bar", x: f8([0]), y: f8([1]) },
        { type: "bar", x: f8([0]), y: f8([1]), meta: { group: 1 } },
      ],
      { barmode: "stack" },
    ),
  );
  expect(bars.map((bar) => bar.path)).toEqual(["M8 45H152V82H8Z", "M8 8H152V45H8Z"]);
});

test("a heatmap of any size is a few cells at few levels", () => {
  const values = Float64Array.from({ length: 500 * 300 }, (_, at) => at % 300);
  const drawn = figureThumbnail(figure([{ type: "heatmap", z: f8(values, "500,300") }]));
  expect(drawn.map((mark) => mark.group)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(drawn.map((mark) => mark.path.match(/M/g)?.length ?? 0).reduce((sum, n) => sum + n)).toBe(15 * 26);
});

test("of many points the shape stays, and so does the one that stands far from all others", () => {
  const y = Float64Array.from({ length: 20_000 }, (_, at) => (at === 7_777 ? 300 : (at % 97) / 97));
  const x = Float64Array.from({ length: 20_000 }, (_, at) => at % 101);
  const [dots] = figureThumbnail(figure([{ type: "scatter", mode: "markers", x: f8(x), y: f8(y) }]));
  const places = dots?.path.match(/M[\d.]+ [\d.]+/g) ?? [];
  expect(places.length).toBeLessThanOrEqual(400);
  expect(places.filter((place) => place.endsWith(" 8"))).toHaveLength(1);
});

test("a heatmap about zero has zero in the middle of its levels, whatever its values are", () => {
  const of = (values: readonly number[]) =>
    figureThumbnail(figure([{ type: "heatmap", zmid: 0, z: f8(Float64Array.from(values), `1,${values.length}`) }]));
  expect(of([-1, 0, 4]).map((mark) => [mark.scale, mark.group])).toEqual([
    ["diverging", 2],
    ["diverging", 3],
    ["diverging", 6],
  ]);
  expect(of([0, 2]).map((mark) => mark.group)).toEqual([3, 6]);
});

test("names, numbers and texts of the figure do not come out", () => {
  const drawn = figureThumbnail(
    figure([{ type: "scatter", name: "secret", text: ["GSM1"], x: f8([12345.678]), y: f8([9.87654]), customdata: ["GSM1"] }], {
      title: { text: "secret" },
    }),
  );
  expect(JSON.stringify(drawn)).not.toMatch(/secret|GSM1|12345|9\.8/);
});

test("panels stand side by side on the axes that they share, and a table below a picture is left out", () => {
  const points = (x: readonly number[], axis: string) => ({
    type: "scatter",
    mode: "markers",
    x: f8(x),
    y: f8([0, 1]),
    xaxis: axis,
  });
  const traces = [points([0, 1], "x"), points([0, 2], "x2")];
  const axes = { xaxis: { domain: [0, 0.5] }, xaxis2: { domain: [0.5, 1], matches: "x" } };
  expect(figureThumbnail(figure(traces, { ...axes, meta: { panels: { rows: 1, columns: 2 } } })).map(({ path }) => path)).toEqual(
    ["M8 82h0M44 8h0", "M80 82h0M152 8h0"],
  );
  expect(figureThumbnail(figure(traces, axes)).map(({ path }) => path)).toEqual(["M8 82h0M152 8h0"]);
});

test("a figure without marks has no thumbnail", () => {
  expect(figureThumbnail(figure([]))).toEqual([]);
  expect(figureThumbnail(figure([{ type: "scatter", x: f8([Number.NaN]), y: f8([1]) }]))).toEqual([]);
});
