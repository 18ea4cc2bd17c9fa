// Points of a swarm are placed for the size of the picture: none covers another where there is room for that.

import { expect, test } from "vitest";
import type { JsonObject } from "../base/json.ts";
import { doublesOfText, textOfDoubles } from "../base/doubles-as-text.ts";
import { placeSwarms } from "./place-swarms.ts";

const f8 = (values: ArrayLike<number>): JsonObject => ({ dtype: "f8", bdata: textOfDoubles(values) });
const layout = { xaxis: { range: [-0.5, 1.5] }, yaxis: { range: [0, 100] } };
const of = (n: number, more: JsonObject = {}): JsonObject => ({
  x: f8(Array.from({ length: n }, (_, at) => at % 2)),
  y: f8(Array.from({ length: n }, (_, at) => 10 + ((at * 37) % 80))),
  meta: { part: "points", swarm: 0.3 },
  ...more,
});
const numbers = (trace: JsonObject | undefined, axis: "x" | "y") =>
  doublesOfText(String(((trace ?? {})[axis] as JsonObject)["bdata"]));
const xOf = (trace: JsonObject | undefined) => numbers(trace, "x");

/** Least distance of two middles in pixels, of one group. */
function nearest(trace: JsonObject | undefined, { width, height }: { width: number; height: number }): number {
  const [x, y] = [xOf(trace), numbers(trace, "y")];
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < x.length; a++)
    for (let b = 0; b < a; b++)
      least = Math.min(
        least,
        Math.hypot((((x[a] as number) - (x[b] as number)) * width) / 2, (((y[a] as number) - (y[b] as number)) * height) / 100),
      );
  return least;
}

test("no point covers another, on a wide page and on a telephone", () => {
  for (const size of [
    { width: 800, height: 300 },
    { width: 320, height: 180 },
  ]) {
    const [drawn] = placeSwarms([of(120)], layout, size);
    expect(nearest(drawn, size)).toBeGreaterThanOrEqual(Number(((drawn ?? {})["marker"] as JsonObject)["size"]));
  }
});

test("each stays within its group, however many there are", () => {
  const [drawn] = placeSwarms([of(3000)], layout, { width: 300, height: 150 });
  xOf(drawn).forEach((x, at) => expect(Math.abs(x - (at % 2)) <= 0.3 + 1e-9).toBe(true));
});

test("other traces are as they were, and so is a swarm on an axis without a range", () => {
  const other = of(9, { meta: { part: "points" } });
  expect(placeSwarms([other], layout, { width: 300, height: 150 })[0]).toBe(other);
  const alone = of(9);
  expect(placeSwarms([alone], { xaxis: {}, yaxis: {} }, { width: 300, height: 150 })[0]).toBe(alone);
});

test("on a logarithmic axis distances are those of the logarithms", () => {
  const trace = { ...of(2), x: f8([0, 0]), y: f8([10, 1000]) };
  const [drawn] = placeSwarms([trace], { ...layout, yaxis: { type: "log", range: [1, 3] } }, { width: 300, height: 150 });
  expect([...xOf(drawn)]).toEqual([0, 0]);
});
