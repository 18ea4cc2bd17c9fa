// Swarms are those of R's beeswarm (swarm.R), and no two points of one touch.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { quasirandom, swarm } from "./swarm.ts";

interface OfR {
  readonly values: readonly number[];
  readonly apart: number;
  readonly beside: readonly number[];
}
const { vdc, ...swarms } = JSON.parse(readFileSync(path.join(import.meta.dirname, "swarm.json"), "utf8")) as {
  readonly vdc: { readonly numbers: readonly number[] };
} & { readonly [name: string]: OfR };

test.each(Object.entries(swarms as unknown as { readonly [name: string]: OfR }))(
  "the swarm %s is that of R",
  (_name, { values, apart, beside }) => {
    const found = swarm(values, apart);
    // R takes points for apart at sqrt(.999) of their size, here at sqrt(.9999).
    beside.forEach((place, at) => expect(Math.abs(Math.abs(found[at] as number) - Math.abs(place))).toBeLessThan(0.02 * apart));
  },
);

test("no two points touch, also of thousands that are equal", () => {
  const values = Float64Array.from({ length: 700 }, (_, at) => Math.sin(at) * Math.cos(at * 7));
  const found = swarm(values, 0.01);
  let nearest = Number.POSITIVE_INFINITY;
  for (let a = 0; a < values.length; a++)
    for (let b = 0; b < a; b++)
      nearest = Math.min(
        nearest,
        Math.hypot((found[a] as number) - (found[b] as number), (values[a] as number) - (values[b] as number)),
      );
  expect(nearest).toBeGreaterThan(0.0099);
  const equal = swarm(new Float64Array(3000), 1);
  expect([...equal].sort((a, b) => a - b).every((place, at, all) => at === 0 || place - (all[at - 1] as number) > 0.999)).toBe(
    true,
  );
});

test("of one and of no points", () => {
  expect([...swarm([], 1)]).toEqual([]);
  expect([...swarm([3], 1)]).toEqual([0]);
});

test("what has no room is spread by van der Corput's numbers within the density", () => {
  const found = quasirandom([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 1, 1, 2]);
  vdc.numbers.forEach((number, at) => expect(found[at]).toBeCloseTo((2 * number - 1) * (at === 7 ? 1 : 0.5), 12));
});
