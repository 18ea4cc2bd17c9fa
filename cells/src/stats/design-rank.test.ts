// Against R 4.2.2: m <- model.matrix(f, d); qr(m)$rank; alias(lm(y ~ m - 1))$Complete. The mice are GSE96870 (CC BY 4.0).

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { referenceFile } from "../testing/reference-data.ts";
import { designRank, treatmentColumns } from "./design-rank.ts";

const lines = readFileSync(referenceFile("GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv"), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(",").map((field) => field.replaceAll('"', "")));
const column = (name: string): readonly string[] => {
  const at = (lines[0] as string[]).indexOf(name);
  return lines.slice(1).map((line) => line[at] ?? "");
};
const factor = (texts: readonly string[]): Float64Array[] => {
  const levels = [...new Set(texts)].sort();
  return treatmentColumns(
    texts.map((text) => levels.indexOf(text)),
    levels.length,
  );
};
const ones = (rows: number): Float64Array => new Float64Array(rows).fill(1);
const times = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, row) => value * (b[row] as number));
const rounded = (found: ReturnType<typeof designRank>) => ({
  rank: found.rank,
  aliased: found.aliased.map(({ column: at, from }) => [at, from.map(({ column: of, by }) => [of, Math.round(by * 1e6) / 1e6])]),
});

const sex = factor(column("sex"));
const infection = factor(column("infection"));
const time = factor(column("time"));

test("the day of the mice says who was infected, as R's alias() has it", () => {
  expect(rounded(designRank([ones(22), ...sex, ...infection, ...time]))).toEqual({
    rank: 4,
    aliased: [
      [
        4,
        [
          [0, 1],
          [2, -1],
          [3, -1],
        ],
      ],
    ],
  });
  expect(rounded(designRank([ones(22), ...time, ...infection]))).toEqual({
    rank: 3,
    aliased: [
      [
        3,
        [
          [0, 1],
          [1, -1],
          [2, -1],
        ],
      ],
    ],
  });
  expect(rounded(designRank([ones(22), ...sex, ...time]))).toEqual({ rank: 4, aliased: [] });
  const crossed = time.map((each) => times(each, sex[0] as Float64Array));
  expect(rounded(designRank([ones(22), ...sex, ...time, ...crossed]))).toEqual({ rank: 6, aliased: [] });
});

test("a group that one batch holds alone, and numbers that say the same twice", () => {
  const batch = factor([..."bbbbccccdddd"]);
  const group = factor([..."aaaaaaaabbbb"]);
  const sexes = factor([..."fmfmfmfmfmfm"]);
  const age = Float64Array.of(31, 45, 28, 60, 33, 39, 51, 47, 44, 36, 58, 29);
  const months = age.map((years) => years * 12);
  const sum = age.map((years, row) => years + ((sexes[0] as Float64Array)[row] as number));
  expect(rounded(designRank([ones(12), ...batch, ...group, ...sexes, age]))).toEqual({ rank: 5, aliased: [[3, [[2, 1]]]] });
  expect(rounded(designRank([ones(12), age, months]))).toEqual({ rank: 2, aliased: [[2, [[1, 12]]]] });
  expect(rounded(designRank([ones(12), ...sexes, age, sum]))).toEqual({
    rank: 3,
    aliased: [
      [
        3,
        [
          [1, 1],
          [2, 1],
        ],
      ],
    ],
  });
});

test("no columns, no rows, and columns of nothing", () => {
  expect(designRank([])).toEqual({ rank: 0, aliased: [] });
  expect(designRank([new Float64Array(0)])).toEqual({ rank: 0, aliased: [{ column: 0, from: [] }] });
  expect(designRank([ones(3), new Float64Array(3)])).toEqual({ rank: 1, aliased: [{ column: 1, from: [] }] });
});
