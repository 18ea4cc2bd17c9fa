import { expect, test } from "vitest";
import { searchNames } from "./search-names.ts";

test("the exact name comes first, then what begins with the text, shortest first, then what holds it", () => {
  expect(searchNames(["Atp5", "Trp53bp1", "Trp53", "p53", "Trp53inp1", "Xist"], "trp53", 8)).toEqual([
    "Trp53",
    "Trp53bp1",
    "Trp53inp1",
  ]);
  expect(searchNames(["Trp53", "p53", "P53x"], "p53", 8)).toEqual(["p53", "P53x", "Trp53"]);
});

test("an empty text lists the first names", () => {
  expect(searchNames(["b", "a", "c"], " ", 2)).toEqual(["b", "a"]);
});
