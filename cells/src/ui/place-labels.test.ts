// Names beside points, for the room that there is.

import { expect, test } from "vitest";
import { placeLabels } from "./place-labels.ts";

const label = (text: string, x: number, y: number) => ({ text, x, y, meta: "label", showarrow: false });
const axes = { x: [-10, 10], y: [0, 100] };
const texts = (notes: readonly unknown[]) => notes.map((note) => (note as { text: string }).text);

test("names that would cover another are left out, the most important first, and more are written where there is more room", () => {
  const notes = Array.from({ length: 12 }, (_, at) => label(`gene${at}`, at / 10, 50 + at / 10));
  const narrow = texts(placeLabels(notes, axes, { width: 250, height: 150 }));
  expect(narrow[0]).toBe("gene0");
  expect(narrow.length).toBeLessThan(12);
  expect(texts(placeLabels(notes, axes, { width: 6000, height: 4000 }))).toHaveLength(12);
});

test("the axis may run down, and what is no name stays where it is", () => {
  const up = placeLabels([label("a", 0, 99)], axes, { width: 400, height: 300 });
  expect(up).toMatchObject([{ text: "a", yanchor: "top" }]);
  const down = placeLabels([label("a", 0, 1)], { x: [-10, 10], y: [100, 0] }, { width: 400, height: 300 });
  expect(down).toMatchObject([{ text: "a", yanchor: "top" }]);
  const other = { text: "n = 3", x: 0, meta: "n" };
  expect(placeLabels([other], axes, { width: 400, height: 300 })).toEqual([other]);
  expect(placeLabels([label("a", 0, 1)], undefined, { width: 400, height: 300 })).toHaveLength(1);
});
