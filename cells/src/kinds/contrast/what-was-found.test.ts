// What a contrast found, as people read it.

import { expect, test } from "vitest";
import "../../differential-methods.ts";
import type { ContrastBody } from "../../reports/contrast/report.ts";
import { whatWasFound } from "./what-was-found.ts";

type Found = ContrastBody["contrasts"][number];
const flat = Array.from({ length: 40 }, () => 500);
const found: Found = {
  name: "Day8 against Day0",
  up: 1204,
  down: 1,
  found: 1205,
  adjusted: 15_000,
  tested: 20_000,
  without: [
    { key: "differential-deseq2.why-zero", n: 3000 },
    { key: "differential-deseq2.why-low", n: 5000 },
  ],
  sizes: { of: 7, against: 7 },
  weights: [],
  inR: [],
  histogram: flat,
  smallest: 1e-20,
  typicalError: 0.5,
  facts: {},
  shrunken: null,
};
const asked = { noun: "gene", alpha: 0.05 };
const none: Found = { ...found, up: 0, down: 0, found: 0, smallest: 0.0004 };

test("T-14: higher and lower, how many of them are expected to be false, and what has no answer and why", () => {
  expect(whatWasFound(found, asked, "en")).toEqual([
    "Day8 against Day0: 1\u2009204 genes higher, 1 lower. At this threshold about 60 of them are expected to be false (false discovery rate 0.05).",
    "8\u2009000 of 23\u2009000 genes have no adjusted p value and are not counted as unchanged: 3\u2009000 no counts, 5\u2009000 low mean.",
  ]);
  expect(whatWasFound(found, asked, "ru")).toEqual([
    "Day8 against Day0: выше 1\u2009204 гена, ниже 1. При этом пороге около 60 из них, вероятно, ложные (доля ложных находок 0,05).",
    "У 8\u2009000 из 23\u2009000 генов нет поправленного p, и неизменными они не считаются: 3\u2009000 нет прочтений, 5\u2009000 малое среднее.",
  ]);
});

test("where nothing is found the data say why: how small p had to be, which change could be seen, replicates, the shape of the p values", () => {
  const said = whatWasFound({ ...none, without: [] }, asked, "en");
  expect(said[0]).toBe("Day8 against Day0: none of 20\u2009000 genes passes at a false discovery rate of 0.05.");
  expect(said[1]).toBe(
    "The smallest p value is 4\u202f×\u202f10⁻⁴. To pass at 0.05 among 20\u2009000 tests, the first has to be below about 2.5\u202f×\u202f10⁻⁶.",
  );
  // qnorm(1 - 2.5e-6 / 2) = 4.708; 2^(4.708 / 2) = 5.1
  expect(said[2]).toBe("With this spread and these samples, a typical gene would have to change about 5.1 times to pass.");
  expect(said).toHaveLength(5);
  expect(said[3]).toContain("about 54 samples on either side");
  expect(said[4]).toContain("5 % of the p values are below 0.05, as chance alone gives");
});

test("how many samples would show a doubling is told, unless there are as many already, or nobody could have them", () => {
  const said = (more: object) => whatWasFound({ ...none, without: [], ...more }, asked, "en").join(" ");
  // Standard error of one against one: 1 / sqrt(2 / 3). z of 2.5e-6 two-sided is 4.708, of 80 % power 0.842: 2 * 1.5 * 5.55^2 = 92.4
  expect(said({ sizes: { of: 3, against: 3 }, typicalError: 1 })).toContain("about 93 samples on either side would be needed");
  expect(said({ sizes: { of: 100, against: 100 }, typicalError: 0.1 })).not.toContain("would be needed, were");
  expect(said({ sizes: { of: 2, against: 2 }, typicalError: 9 })).not.toContain("would be needed, were");
  expect(said({ sizes: null, typicalError: 1 })).not.toContain("would be needed, were");
});

test("of a handful fewer than one is expected to be false, and at a threshold that nothing reaches no change is infinite", () => {
  expect(whatWasFound({ ...found, up: 2, found: 3, without: [] }, asked, "en")).toEqual([
    "Day8 against Day0: 2 genes higher, 1 lower. At this threshold fewer than one of them is expected to be false (false discovery rate 0.05).",
  ]);
  expect(whatWasFound({ ...none, without: [] }, { ...asked, alpha: 1e-100 }, "en").join(" ")).not.toContain("Infinity");
});

test("few replicates, a surplus of small p values, and a lack of them are said", () => {
  const few = whatWasFound({ ...none, without: [], sizes: { of: 2, against: 3 } }, asked, "en").join(" ");
  expect(few).toContain("2 samples are compared with 3");
  const surplus = [2000, 1500, ...flat.slice(2)];
  expect(whatWasFound({ ...none, without: [], histogram: surplus }, asked, "en").at(-1)).toContain("18 % of the p values");
  const lack = [100, 200, ...flat.slice(2)];
  expect(whatWasFound({ ...none, without: [], histogram: lack }, asked, "en").at(-1)).toContain("a batch");
  expect(whatWasFound({ ...none, tested: 0, smallest: null }, asked, "ru").at(-1)).toContain("Проверить не удалось");
});
