// p values as they are drawn: far ones keep their distance, and zeros stand on top.

import { expect, test } from "vitest";
import { surprisesOf } from "./surprises.ts";

const drawn = (values: readonly number[], unit: string, name: string) => {
  const found = surprisesOf({ values: Float64Array.from(values), unit, name } as never, "auto");
  return { ...found, values: [...found.values] };
};

test("logarithms beyond what a number holds stay apart; a p of 0 is told and drawn on top", () => {
  expect(drawn([500, 900, 2], "-log10 p", "p")).toMatchObject({ values: [500, 900, 2], zeros: 0, isLogged: true });
  expect(drawn([500, Number.POSITIVE_INFINITY], "-log10 p", "p")).toMatchObject({ values: [500, 500], zeros: 1 });
  expect(drawn([0, 0.01, 1e-300], "", "p")).toMatchObject({ values: [324, 2, 300], zeros: 1, isLogged: false });
});
