// Against DESeq2 where the trend of the dispersions is told by local regression: asked for, and where no curve fits (local.R wrote local.json).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { contrastOfCounts } from "./contrast-of-counts.ts";
import { fitCounts } from "./fit-counts.ts";

type Numbers = readonly (number | null)[];
interface Answer {
  readonly asked: "parametric" | "local";
  readonly came: string;
  readonly counts: readonly number[];
  readonly factors: readonly number[];
  readonly trended: Numbers;
  readonly dispersion: Numbers;
  readonly p: Numbers;
}
const answers: readonly Answer[] = JSON.parse(readFileSync(path.join(import.meta.dirname, "local.json"), "utf8"));
const off = (ours: ArrayLike<number>, theirs: Numbers): number =>
  theirs.reduce<number>((most, value, at) => {
    const own = ours[at] as number;
    if (value === null) return Number.isNaN(own) ? most : Number.POSITIVE_INFINITY;
    return Math.max(most, Math.abs(own - value) / Math.abs(value));
  }, 0);

test.each(answers)("asked for $asked it is $came", async ({ asked, came, counts, factors, trended, dispersion, p }) => {
  expect(came).toBe("local");
  const columns = [new Float64Array(8).fill(1), Float64Array.from([0, 0, 0, 0, 1, 1, 1, 1])];
  const data = { genes: counts.length / 8, samples: 8, counts, factors: Float64Array.from(factors), columns };
  const answer = await fitCounts(data, { trend: asked, replaceFrom: 7, pause: () => undefined });
  if (!answer.ok) throw new Error(answer.problem);
  const { fit } = answer;
  expect(fit.trend.by).toBe("local");
  expect(off(fit.trended, trended)).toBeLessThan(1e-5);
  expect(off(fit.dispersions, dispersion)).toBeLessThan(1e-4);
  const found = contrastOfCounts(fit, { contrast: Float64Array.of(0, 1), isEmpty: () => false, isTwoGroups: true });
  expect(off(found.p, p)).toBeLessThan(1e-3);
});
