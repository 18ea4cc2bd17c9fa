// Figures at the size of a journal's column.

import { expect, test } from "vitest";
import type { Figure } from "../artifacts/artifact.ts";
import { asLines, pngOnPaper, printSize, svgOnPaper } from "./print-size.ts";

const figure: Figure = { type: "figure", data: [{ type: "scattergl" }, { type: "box" }], layout: {}, alt: "", marks: 10 };

test.each([
  [89, 300, 432, 1051],
  [89, 600, 432, 2102],
  [183, 600, 889, 4323],
])("%i mm at %i dots an inch are %i pixels of layout, %i of the image: 12 pixels are 7 points", (width, dpi, pixels, dots) => {
  const size = printSize(figure, { width, dpi });
  expect(size.width).toBe(pixels);
  expect(Math.round(size.width * size.scale)).toBe(dots);
  expect((12 * ((width / 25.4) * 72)) / size.width).toBeCloseTo(7, 1);
  expect(size.paper.height / size.paper.width).toBeCloseTo(size.height / size.width, 3);
});

test("no figure is higher than a page", () => {
  const rows = { ...figure, data: [{ type: "heatmap" }], layout: { yaxis: { ticktext: Array.from({ length: 500 }, String) } } };
  expect(printSize(rows, { width: 40, dpi: 300 }).paper.height).toBeLessThanOrEqual(247);
});

test("an SVG says its millimetres and keeps its coordinates", () => {
  const size = { width: 432, height: 280, paper: { width: 89, height: 57.69 } };
  expect(
    svgOnPaper('<svg class="main-svg" xmlns="x" width="432" height="280" style="" viewBox="0 0 432 280"><g/></svg>', size),
  ).toBe('<svg class="main-svg" xmlns="x" width="89mm" height="57.69mm" viewBox="0 0 432 280"><g/></svg>');
});

test("a PNG says its dots a metre in a chunk behind its header, whose check sum is that of zlib", () => {
  const out = pngOnPaper(new Uint8Array(60), 300);
  expect(out).toHaveLength(81);
  const view = new DataView(out.buffer);
  expect(view.getUint32(41)).toBe(11_811);
  // zlib.crc32(b"pHYs" + struct.pack(">IIB", 11811, 11811, 1)) of Python.
  expect(view.getUint32(50)).toBe(0x78a53f76);
});

test("few points of the graphics card are lines in a file of lines, many stay an image", () => {
  expect(asLines(figure).data.map(({ type }) => type)).toEqual(["scatter", "box"]);
  expect(asLines({ ...figure, marks: 5001 }).data[0]?.["type"]).toBe("scattergl");
});
