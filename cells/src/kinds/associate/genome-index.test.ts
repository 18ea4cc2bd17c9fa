// Rows of a stretch by what stands beside the Manhattan plot.

import { describe, expect, test } from "vitest";
import { genomeIndex, genomeIndexOf, rowsOfStretch, stretchNamed, stretchOfAxis, stretchText, within } from "./genome-index.ts";
import { stretchFigure } from "./stretch-figure.ts";

const perChromosome = 1000;
const names = ["1", "2", "X"];
const codes = Int32Array.from({ length: 3 * perChromosome }, (_, row) => Math.floor(row / perChromosome));
const positions = Float64Array.from(codes, (_, row) => 10 * (row % perChromosome) + 5);
const given = { names, codes, positions, trait: "height", threshold: 5e-8 };
const index = genomeIndex(given) as NonNullable<ReturnType<typeof genomeIndex>>;

test("all rows of a stretch are among those that are asked for, and few others", () => {
  for (const [from, to] of [
    [0, 10_000],
    [5, 5],
    [4321, 5678],
    [9990, 9999],
    [640, 645],
  ] as const) {
    const stretch = within(index.chromosomes[1] as (typeof index.chromosomes)[1], from, to);
    const rows = rowsOfStretch(index, stretch);
    const all = [...codes.keys()].filter((row) => {
      const here = positions[row] as number;
      return codes[row] === 1 && here >= stretch.start && here <= stretch.end;
    });
    expect(Math.min(...all, rows.from)).toBe(rows.from);
    expect(Math.max(...all, rows.to - 1)).toBe(rows.to - 1);
    expect(rows.to - rows.from).toBeLessThanOrEqual(all.length + 2 * index.step);
    expect(rows.from).toBeGreaterThanOrEqual(perChromosome);
    expect(rows.to).toBeLessThanOrEqual(2 * perChromosome);
  }
});

test("a stretch of the axis is that of the chromosome on which most of it lies", () => {
  const second = index.chromosomes[1] as (typeof index.chromosomes)[1];
  const found = stretchOfAxis(index, second.start + 3000, second.start - 200);
  expect(found && stretchText(found)).toBe("2:0-3000");
  expect(stretchOfAxis(index, -50, -10)).toBe(null);
});

describe("places by name", () => {
  test.each([
    ["chrX", "X:0-9995"],
    ["x:1,000-2,000", "X:1000-2000"],
    [" 2:100–90000 ", "2:100-9995"],
  ])("%s", (text, place) => {
    const found = stretchNamed(index, text);
    expect(found && stretchText(found)).toBe(place);
  });
  test.each(["9", "2:20-10", "", "2:a-b"])("%s is none", (text) => expect(stretchNamed(index, text)).toBe(null));
});

test("rows that are not in the order of their places have no index", () => {
  expect(genomeIndex({ ...given, positions: positions.map((at, row) => (row === 7 ? 9000 : at)) })).toBe(null);
  expect(genomeIndex({ ...given, codes: codes.map((code, row) => (row === 7 ? 1 : code)) })).toBe(null);
  expect(genomeIndex({ ...given, codes: codes.map((code, row) => (row === 7 ? -1 : code)) })).toBe(null);
});

test("each point of a stretch is drawn where nothing covers it, its hits by name, and its lead is known", () => {
  const stretch = within(index.chromosomes[0] as (typeof index.chromosomes)[0], 1000, 1500);
  const { from, to } = rowsOfStretch(index, stretch);
  const surprise = Float64Array.from({ length: to - from }, (_, at) => (from + at === 120 ? 9 : 1 + (at % 7) / 10));
  const called = Array.from(surprise, (_, at) => `v${from + at}`);
  const { figure, lead, all } = stretchFigure(index, stretch, {
    positions: positions.subarray(from, to),
    surprise,
    names: called,
  });
  expect([lead, all]).toEqual(["v120", 50]);
  expect(figure.marks).toBe(50);
  expect(JSON.stringify(figure.layout["annotations"])).toContain("v120");
  expect(genomeIndexOf(figure)).toBe(null);
  expect(genomeIndexOf({ ...figure, layout: { meta: { genome: index } } })).toEqual(index);
});
