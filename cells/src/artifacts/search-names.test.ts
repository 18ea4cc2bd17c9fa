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

test("p53 means Trp53, wherever longer names that hold it stand", () => {
  const names = ["Trp53bp2", "Trp53inp1", "Trp53bp1", "Xtp53abc", "Trp53", "Actb"];
  expect(searchNames(names, "p53", 3)).toEqual(["Trp53", "Trp53bp1", "Trp53bp2"]);
  expect(searchNames(names, "p53", 1)).toEqual(["Trp53"]);
});

test("an empty text lists the first names", () => {
  expect(searchNames(["b", "a", "c"], " ", 2)).toEqual(["b", "a"]);
});

test("a letter with an accent is found however its signs are written; names that are words of the language too", () => {
  const [one, two] = ["G\u00e9ne1", "Ge\u0301ne2"];
  expect(searchNames([one, two], "g\u00e9ne", 8)).toEqual([one, two]);
  expect(searchNames([one, two], "ge\u0301ne2", 8)).toEqual([two]);
  expect(searchNames(["__proto__", "constructor", "遺伝子"], "__PROTO", 8)).toEqual(["__proto__"]);
  expect(searchNames(["__proto__", "constructor", "遺伝子"], "伝", 8)).toEqual(["遺伝子"]);
});
