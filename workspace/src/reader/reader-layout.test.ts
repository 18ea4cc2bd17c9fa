// The grid of a reader's page.

import { expect, test } from "vitest";
import { withoutParameters } from "./reader-layout.ts";

const place = (id: string, x: number, y: number, w: number, h: number) => ({ id, x, y, w, h });

test("a parameter alone in its rows leaves no gap", () => {
  const found = withoutParameters([place("p", 0, 0, 4, 2), place("a", 0, 2, 12, 8)], new Set(["p"]));
  expect(found).toEqual([place("a", 0, 0, 12, 8)]);
});

test("a chart beside a parameter takes its columns", () => {
  const tiles = [place("p", 0, 0, 3, 9), place("a", 3, 0, 4, 9), place("b", 7, 0, 5, 9)];
  expect(withoutParameters(tiles, new Set(["p"]))).toEqual([place("a", 0, 0, 7, 9), place("b", 7, 0, 5, 9)]);
});
