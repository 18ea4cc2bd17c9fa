// Names of points never cover each other, and the first in order are placed first.

import { expect, test } from "vitest";
import { labelPlaces } from "./label-places.ts";

const room = { width: 300, height: 200 };

test("a name stands above its point, beside it where above is taken, and is left out where no side is free", () => {
  expect(labelPlaces([{ x: 150, y: 100, text: "Xist" }], room)).toEqual(["top center"]);
  expect(labelPlaces([{ x: 150, y: 8, text: "Xist" }], room)).toEqual(["middle right"]);
  expect(labelPlaces([{ x: 298, y: 8, text: "Xist" }], room)).toEqual(["middle left"]);
  const close = Array.from({ length: 9 }, (_, at) => ({ x: 150 + (at % 3), y: 100 + Math.floor(at / 3), text: "Ddx3y" }));
  const sides = labelPlaces(close, room);
  expect(sides[0]).toBe("top center");
  expect(sides.filter((side) => side !== null).length).toBeLessThan(5);
  expect(sides.at(-1)).toBeNull();
  expect(labelPlaces([{ x: 10, y: 10, text: "a name that is longer than the plot is wide, and more so" }], room)).toEqual([null]);
});
