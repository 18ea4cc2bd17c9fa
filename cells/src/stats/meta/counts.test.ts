// Counts of two arms against metafor (counts.R): the measure of each study, and Mantel and Haenszel's of all.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Arms, effectOfArms, hasEmptyCell, isSilent, type MeasureOfArms } from "./effect-of-arms.ts";
import { mantelHaenszel } from "./mantel-haenszel.ts";

type Some = number | readonly number[];
interface Answer {
  readonly measure: "OR" | "RR" | "RD";
  readonly yi: Some;
  readonly vi: Some;
  readonly mh: { readonly [field in "estimate" | "error" | "z" | "p" | "q" | "i2"]: number } & { readonly qp: number | null };
}
const sets = JSON.parse(readFileSync(path.join(import.meta.dirname, "counts.json"), "utf8")) as readonly {
  readonly [column in "ai" | "n1i" | "ci" | "n2i"]: Some;
}[] as readonly ({ readonly [column in "ai" | "n1i" | "ci" | "n2i"]: Some } & { readonly answers: readonly Answer[] })[];
const called: { readonly [measure in Answer["measure"]]: MeasureOfArms } = {
  OR: "odds-ratio",
  RR: "risk-ratio",
  RD: "risk-difference",
};
const all = (value: Some): readonly number[] => (typeof value === "number" ? [value] : value);

const cases = sets.flatMap(({ answers, ai, n1i, ci, n2i }, at) => {
  const arms: readonly Arms[] = all(ai).map((events, row) => ({
    events,
    total: all(n1i)[row] as number,
    controlEvents: all(ci)[row] as number,
    controlTotal: all(n2i)[row] as number,
  }));
  return answers.map((answer) => [at, answer.measure, arms, answer] as const);
});

test.each(cases)("set %i, %s", (_at, measure, arms, answer) => {
  expect(cases).toHaveLength(15);
  for (const [row, of] of arms.entries()) {
    const { value, error } = effectOfArms(of, called[measure]);
    expect(value).toBeCloseTo(all(answer.yi)[row] as number, 10);
    expect(error ** 2).toBeCloseTo(all(answer.vi)[row] as number, 10);
  }
  const found = mantelHaenszel(arms, called[measure]) ?? expect.fail("an answer is there");
  const { mh } = answer;
  expect(found.estimate).toBeCloseTo(mh.estimate, 10);
  expect(found.error).toBeCloseTo(mh.error, 10);
  expect(found.statistic).toBeCloseTo(mh.z, 8);
  expect(Math.exp(found.logP) / mh.p).toBeCloseTo(1, 8);
  expect(found.q).toBeCloseTo(mh.q, 8);
  if (mh.qp !== null) expect(Math.exp(found.qLogP) / mh.qp).toBeCloseTo(1, 8);
  expect(found.i2).toBeCloseTo(mh.i2, 8);
});

const none: Arms = { events: 0, total: 9, controlEvents: 0, controlTotal: 9 };

test("of no events in any arm a ratio is nothing, a difference is 0 without an error; silent trials are told", () => {
  expect(mantelHaenszel([none], "odds-ratio")).toBeNull();
  expect(mantelHaenszel([none], "risk-ratio")).toBeNull();
  expect(mantelHaenszel([none], "risk-difference")).toBeNull();
  expect(mantelHaenszel([], "odds-ratio")).toBeNull();
  expect([isSilent(none), hasEmptyCell(none)]).toEqual([true, true]);
  expect(isSilent({ events: 9, total: 9, controlEvents: 9, controlTotal: 9 })).toBe(true);
  const half: Arms = { events: 0, total: 9, controlEvents: 2, controlTotal: 9 };
  expect([isSilent(half), hasEmptyCell(half)]).toEqual([false, true]);
});
