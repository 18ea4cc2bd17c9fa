// lowess and loess against R (oracles/smooth.R), point by point.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { loess } from "./loess.ts";
import { lowess } from "./lowess.ts";

interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}
interface Answers {
  readonly points: { readonly [name: string]: Points };
  readonly lowess: readonly {
    readonly on: string;
    readonly f?: number;
    readonly iter?: number;
    readonly delta?: number;
    readonly y: readonly number[];
  }[];
  readonly loess: readonly {
    readonly on: string;
    readonly span: number;
    readonly degree: 1 | 2;
    readonly surface: "interpolate" | "direct";
    readonly y: readonly number[] | null;
  }[];
  readonly between: readonly {
    readonly on: string;
    readonly at: readonly number[];
    readonly value: readonly (number | null)[];
  }[];
}
const told: Answers = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracles/smooth.json"), "utf8"));
const pointsOf = (name: string): Points => told.points[name] ?? { x: [], y: [] };

/** Over the spread of the answers, which may be far from 0. */
function farthest(found: ArrayLike<number>, wanted: readonly (number | null)[], size: number): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...wanted.map((value, at) => {
      const own = found[at] as number;
      return value === null ? (Number.isNaN(own) ? 0 : Number.POSITIVE_INFINITY) : Math.abs(own - value) / size;
    }),
  );
}
const sizeOf = ({ y }: Points): number => Math.max(...y.map(Math.abs));

describe("lowess", () => {
  test.each(told.lowess.map(({ y, ...asked }) => ({ title: JSON.stringify(asked), asked, y })))("$title", ({ asked, y }) => {
    const points = pointsOf(asked.on);
    const { fitted } = lowess(points.x, points.y, {
      ...(asked.f === undefined ? {} : { span: asked.f }),
      ...(asked.iter === undefined ? {} : { iterations: asked.iter }),
      ...(asked.delta === undefined ? {} : { delta: asked.delta }),
    });
    // Around 1e8 rounding alone moves a mean of places by 1e-8.
    expect(farthest(fitted, y, sizeOf(points))).toBeLessThan(asked.on === "large" ? 1e-6 : 1e-12);
  });
});

describe("loess", () => {
  test.each(told.loess.map(({ y, ...asked }) => ({ title: JSON.stringify(asked), asked, y })))("$title", ({ asked, y }) => {
    const { on, ...options } = asked;
    const points = pointsOf(on);
    const answer = loess(points.x, points.y, options);
    if (y === null) return expect(answer.ok).toBe(false);
    if (!answer.ok) throw new Error("it was not fitted");
    return expect(farthest(answer.fitted, y, sizeOf(points))).toBeLessThan(1e-9);
  });

  test.each(told.between)("between the points of $on, and none outside", ({ on, at, value }) => {
    const answer = loess(pointsOf(on).x, pointsOf(on).y, { span: 0.6 });
    if (!answer.ok) throw new Error("it was not fitted");
    expect(
      farthest(
        at.map((place) => answer.at(place)),
        value,
        sizeOf(pointsOf(on)),
      ),
    ).toBeLessThan(1e-9);
  });

  test("points at one place, none, and a span that reaches none are not fitted", () => {
    expect(loess([4, 4, 4], [1, 2, 3]).ok).toBe(false);
    expect(loess([], []).ok).toBe(false);
    expect(loess([1, 2, 3], [1, 2, 3], { span: 0.1 }).ok).toBe(false);
  });
});
