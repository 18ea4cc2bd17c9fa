// Which names a person may have meant.

import { expect, test } from "vitest";
import { editDistance, nearestNames } from "./nearest-name.ts";
import { naturalOrder } from "./natural-order.ts";

test("a gene is found by its end, its case and a slip of the finger", () => {
  expect(nearestNames("p53", ["Xist", "Trp53", "Actb"])).toEqual(["Trp53"]);
  expect(nearestNames("xist", ["Tsix", "Xist"])[0]).toBe("Xist");
  expect(nearestNames("mose", ["mouse", "time"])).toEqual(["mouse"]);
  expect(nearestNames("zzzz", ["Xist"])).toEqual([]);
});

test("a swap of neighbours is one edit", () => {
  expect(editDistance("sxe", "sex", 2)).toBe(1);
});

test("numbers in names count as numbers", () => {
  expect(["Day10", "Day2", "day1", "-1", "-2", "10", "9"].sort(naturalOrder)).toEqual([
    "-2",
    "-1",
    "9",
    "10",
    "day1",
    "Day2",
    "Day10",
  ]);
});
