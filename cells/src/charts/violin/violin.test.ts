// Violins: their outline is R's density (stats/faithful.fixture.ts), and nothing in the figure is a value of one row.

import { expect, test } from "vitest";
import type { Figure, Table } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { bandwidth, eruptions, exact, places } from "../../stats/faithful.fixture.ts";
import { kernelDensity } from "../../stats/kernel-density.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { numbersOf } from "../parts/plot-array.ts";
import { densityShape } from "../parts/density-shape.ts";

const linear = { log: false, notNegative: false };

async function violins(data: Table, more: JsonObject): Promise<{ readonly out: Figure; readonly data: Table }> {
  const spec = chart.schema.parse({
    from: { ref: "cell_a" },
    ...more,
    chart: { type: "violin", ...(more["chart"] as JsonObject) },
  });
  const context = { input: () => data, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value as unknown as { out: Figure; data: Table };
}
const part = (figure: Figure, name: string): readonly JsonObject[] =>
  figure.data.filter((trace) => (trace["meta"] as JsonObject)["part"] === name);
/** Each outline as its points, without the gap behind it. */
function outlines(figure: Figure): readonly (readonly (readonly [x: number, y: number])[])[] {
  return part(figure, "density").flatMap((trace) => {
    const [x, y] = [numbersOf(trace["x"] as JsonObject), numbersOf(trace["y"] as JsonObject)];
    const found: [number, number][][] = [[]];
    x.forEach((at, i) => (Number.isNaN(at) ? found.push([]) : found.at(-1)?.push([at, y[i] as number])));
    return found.filter((points) => points.length > 0);
  });
}
/** Of an outline that goes up on the right and down on the left. */
const areaOf = (points: readonly (readonly [number, number])[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = points[(i + 1) % points.length] as readonly [number, number];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
const widthOf = (points: readonly (readonly [number, number])[]): number =>
  Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x));
const notes = (figure: Figure): string => JSON.stringify((figure.layout["meta"] as JsonObject)["notes"]);
const normal = (n: number, mean: number, deviation: number): number[] =>
  Array.from({ length: n }, (_, i) => mean + deviation * Math.tan(1.3 * ((2 * (i + 0.5)) / n - 1)));
const twoGroups = (a: readonly number[], b: readonly number[]): Table =>
  tableOf(textColumn("g", [...a.map(() => "a"), ...b.map(() => "b")]), numberColumn("v", [...a, ...b]));

test("the outline is the density that R finds, and ends two bandwidths beyond the values", () => {
  const shape = densityShape(Float64Array.from(eruptions), linear);
  expect(shape?.bandwidth).toBeCloseTo(bandwidth, 14);
  expect(shape?.at[0]).toBeCloseTo(Math.min(...eruptions) - 2 * bandwidth, 12);
  expect(shape?.at.at(-1)).toBeCloseTo(Math.max(...eruptions) + 2 * bandwidth, 12);
  places.forEach((place, i) => {
    const after = shape?.at.findIndex((at) => at >= place) as number;
    const [x0, x1] = [shape?.at[after - 1] as number, shape?.at[after] as number];
    const [y0, y1] = [shape?.density[after - 1] as number, shape?.density[after] as number];
    expect(y0 + ((y1 - y0) * (place - x0)) / (x1 - x0)).toBeCloseTo(exact[i] as number, 3);
  });
});

test("both ends are met whatever the numbers round to", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seededRandom(seed);
    const values = Float64Array.from({ length: 30 }, () => random() * 9 - 2);
    const shape = densityShape(values, linear);
    const reach = 2 * (shape?.bandwidth ?? Number.NaN);
    expect([shape?.at[0], shape?.at.at(-1)]).toEqual([Math.min(...values) - reach, Math.max(...values) + reach]);
  }
});

test("on a logarithmic axis it is the density of the logarithms", async () => {
  const values = Float64Array.from(eruptions);
  const logs = densityShape(values.map(Math.log10), linear);
  const shape = densityShape(values, { log: true, notNegative: true });
  expect([...(shape?.density ?? [])]).toEqual([...(logs?.density ?? [])]);
  expect(shape?.at[9]).toBeCloseTo(10 ** (logs?.at[9] as number), 12);
});

test("no value of a row stands in the figure, nor in the data behind it", async () => {
  const found = await violins(tableOf(numberColumn("eruptions", eruptions)), { y: "eruptions" });
  const told = new Set(found.out.data.flatMap((trace) => [...numbersOf(trace["y"] as JsonObject)]));
  const [q1, median, q3] = [2.16275, 4, 4.45425];
  expect(eruptions.filter((value) => told.has(value) && value !== median)).toEqual([]);
  expect([q1, median, q3].every((value) => [...told].some((y) => Math.abs(y - value) < 1e-12))).toBe(true);
  const columns = found.data.columns.map((column) => [column.name, column.type === "float64" ? column.values[0] : null]);
  expect(columns).toEqual([
    ["n", 272],
    ["q1", expect.closeTo(q1, 12)],
    ["median", 4],
    ["q3", expect.closeTo(q3, 12)],
    ["bandwidth", expect.closeTo(bandwidth, 14)],
  ]);
});

test("violins have equal areas, or on demand are equally wide", async () => {
  const data = twoGroups(normal(60, 0, 1), normal(200, 3, 0.5));
  const [a, b] = outlines((await violins(data, { x: "g", y: "v" })).out) as [never, never];
  expect(areaOf(a) / areaOf(b)).toBeCloseTo(1, 1);
  expect(widthOf(a)).toBeLessThan(0.7 * widthOf(b));
  const [wideA, wideB] = outlines((await violins(data, { x: "g", y: "v", chart: { width: "widest" } })).out) as [never, never];
  expect(widthOf(wideA)).toBeCloseTo(widthOf(wideB), 2);
});

test("of fewer than ten values each is a point, with the median and n, and no outline", async () => {
  const { out } = await violins(twoGroups([1, 2, 3, 4, 5, 6, 7, 8, 90], normal(20, 5, 1)), { x: "g", y: "v" });
  expect(outlines(out)).toHaveLength(1);
  expect(numbersOf(part(out, "points")[0]?.["y"] as JsonObject)).toHaveLength(9);
  expect(numbersOf(part(out, "median")[0]?.["y"] as JsonObject)[0]).toBe(5);
  expect((out.layout["annotations"] as JsonObject[]).map((note) => note["text"])).toEqual(["n = 9", "n = 20"]);
  expect(notes(out)).toContain("chart-violin.note-few");
});

test("values that are all equal have a median and no shape, and that is said", async () => {
  const { out } = await violins(twoGroups(new Array(12).fill(4), normal(20, 5, 1)), { x: "g", y: "v" });
  expect(outlines(out)).toHaveLength(1);
  expect(numbersOf(part(out, "median")[0]?.["y"] as JsonObject)[0]).toBe(4);
  expect(notes(out)).toContain("chart-violin.note-flat");
});

test("a peak that is slim beside a long tail is met, not stepped over", () => {
  const values = Float64Array.from([...normal(999, 0.5, 0.1), 1e6]);
  const shape = densityShape(values, linear);
  const top = Math.max(...kernelDensity(values.slice().sort(), shape?.bandwidth ?? 1, normal(2000, 0.5, 0.1)));
  expect(shape?.peak).toBeGreaterThan(0.98 * top);
});

test("a series without negative values has no outline below zero", async () => {
  const { out } = await violins(twoGroups(normal(40, 2, 0.01), normal(40, 0.05, 0.01)), { x: "g", y: "v" });
  expect(Math.min(...outlines(out).flatMap((points) => points.map(([, y]) => y)))).toBeGreaterThanOrEqual(0);
});

test("an outline too slim to be seen beside the others is said", async () => {
  const { out } = await violins(twoGroups(normal(30, 4e4, 5e3), normal(30, 10, 1)), { x: "g", y: "v" });
  expect(notes(out)).toContain("chart-violin.note-slim");
});

test("colours stand beside each other in each group, each with its n and one entry of the legend", async () => {
  const n = 120;
  const data = tableOf(
    textColumn(
      "g",
      Array.from({ length: n }, (_, i) => (i < 60 ? "a" : "b")),
    ),
    textColumn(
      "sex",
      Array.from({ length: n }, (_, i) => (i % 2 ? "f" : "m")),
    ),
    numberColumn("v", normal(n, 5, 1)),
  );
  const { out } = await violins(data, { x: "g", y: "v", color: "sex" });
  expect(outlines(out)).toHaveLength(4);
  expect(out.data.filter((trace) => trace["showlegend"]).map((trace) => trace["name"])).toEqual(["f", "m"]);
  expect((out.layout["annotations"] as JsonObject[]).map((note) => note["x"])).toEqual(
    [-0.2, 0.2, 0.8, 1.2].map((x) => expect.closeTo(x, 9)),
  );
});
