// What a matrix of 32-bit numbers cannot keep is told where it is loaded.

import { expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { loadText } from "../../testing/load-text.ts";
import { rowsTooClose } from "./float32-digits.ts";

const load = async (rows: string) => {
  const { out, logged } = await loadText("x.csv", `gene,s1,s2,s3,s4\n${rows}\n`, { read: "matrix" });
  expect((out as Assay).type).toBe("assay");
  return logged;
};
const lost = /2 whole numbers above 16 777 216 lost last digits/;

// numpy.float32(16777217) is 16777216, numpy.float32(16777219) is 16777220.
test("whole numbers that lose digits are counted, also where a program wrote them with a point or an exponent", async () => {
  expect(await load("a,16777217,16777216,16777218,16777219\nb,1,2,3,4")).toMatch(lost);
  expect(await load("a,16777217.0,16777216.0,16777218.0,16777219.00\nb,1.0,2.0,3.0,4.0")).toMatch(lost);
  expect(await load("a,1.6777217e7,16777216,16777218,16777219\nb,1,2,3,4.5")).toMatch(lost);
  expect(await load("a,-16777217.0,16777216,16777218,-16777219\nb,1,2,3,4.5")).toMatch(lost);
  expect(await load("a,16777216,16777218,16777220,33554432\nb,1,2,3,4")).not.toMatch(/lost last digits/);
});

// numpy.std of float32([1000000.01, .02, .03, .05]) is 0.0271, of the doubles 0.0148.
test("a feature whose values lie close together for their size is named", async () => {
  expect(await load("a,1000000.01,1000000.02,1000000.03,1000000.05\nb,0.5,1.5,2.5,3.5")).toContain(
    "In 1 feature (a) the values lie so close together for their size that a matrix, which keeps about seven digits, tells them apart badly.",
  );
});
test("whole numbers that are kept, small ones, constants, and what is spread as measurements are, are not", async () => {
  expect(
    await load("a,1000000,1000001,1000002,1000003\nb,1e-7,2e-7,3e-7,1e-8\nc,5.5,5.5,5.5,5.5\nd,16.1,16.2,16.15,16.3"),
  ).not.toMatch(/close together/);
  expect(rowsTooClose(Float32Array.of(Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, 1.5), 2)).toEqual([]);
  expect(rowsTooClose(new Float32Array(0), 0)).toEqual([]);
});
