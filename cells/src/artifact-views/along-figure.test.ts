import { expect, test } from "vitest";
import type { AlongFile } from "../contract/kind-view.ts";
import { alongFigure, binOf } from "./along-figure.ts";

const along: AlongFile = {
  isEstimate: false,
  contig: "chr1",
  start: 100,
  end: 135,
  bin: 10,
  mean: [1, null, 3, 4],
  min: [0, null, 2, 4],
  max: [2, null, 5, 4],
};
const words = { place: "position", value: "value", of: (bin: number) => `bin ${bin}`, alt: "a track" };

test("each bin is as wide as it is, the last one shorter, and where nothing is the line breaks off", () => {
  const [band, line] = alongFigure(along, "values", null, words).data;
  expect(line).toMatchObject({
    x: [100, 110, 110, 120, 120, 130, 130, 135],
    y: [1, 1, null, null, 3, 3, 4, 4],
    text: ["bin 0", "bin 0", "bin 1", "bin 1", "bin 2", "bin 2", "bin 3", "bin 3"],
  });
  expect(band).toMatchObject({
    x: [100, 110, 110, 100, null, 120, 130, 130, 135, 135, 130, 130, 120],
    y: [2, 2, 0, 0, null, 5, 5, 4, 4, 4, 4, 2, 2],
  });
  expect(binOf(along, 3)).toEqual({ start: 130, end: 135 });
});

test("depth stands on the ground, and the bin that is walked to is marked in its middle", () => {
  const { data, layout } = alongFigure({ ...along, min: null, max: null }, "depth", 2, words);
  expect(data[0]).toMatchObject({ y: [1, 1, 0, 0, null, 3, 3, 4, 4, 0, 0, 0, 0] });
  expect(data[2]).toMatchObject({ x: [125, 125], y: [0, 4] });
  expect(layout).toMatchObject({ yaxis: { rangemode: "tozero" }, xaxis: { range: [100, 135] } });
});
