// What stands along a Manhattan plot: chromosomes where there are several, places where there is one.

import { expect, test } from "vitest";
import type { JsonObject } from "../../base/json.ts";
import { manhattan } from "./manhattan.ts";

const ticksOf = (names: readonly string[], codes: readonly number[], positions: readonly number[]) =>
  manhattan({
    names,
    codes: Int32Array.from(codes),
    positions,
    surprise: Float64Array.from(positions, () => 2),
    name: () => null,
    significant: null,
    suggestive: null,
    place: null,
  }).layout["xaxis"] as JsonObject;

test("several chromosomes are named each", () => {
  expect(ticksOf(["chr1", "chr2"], [0, 0, 1], [100, 5000, 4000])["ticktext"]).toEqual(["1", "2"]);
});

test("of one alone places are told, as they are typed", () => {
  expect(ticksOf(["contigA"], [0, 0], [2000, 9525])).toMatchObject({
    tickvals: [2000, 4000, 6000, 8000],
    ticktext: ["contigA:2000", "contigA:4000", "contigA:6000", "contigA:8000"],
  });
});
