// Text of codes is the column that the texts themselves would make.

import { expect, test } from "vitest";
import { textColumn, textOfCodes } from "./table.ts";

test.each([
  ["each level once", [0, 1, 2]],
  ["some levels, in another order", [2, 2, 0, 2]],
  ["missing ones", [-1, 1, -1, 0]],
  ["equal levels and an empty one", [4, 3, 0, -1, 3]],
  ["nothing", []],
])("%s", (_, places) => {
  const levels = ["a", "b", "c", "", "a"];
  const texts = places.map((place) => (place < 0 ? null : (levels[place] as string)));
  expect(textOfCodes("x", Int32Array.from(places), levels)).toEqual(textColumn("x", texts));
});
