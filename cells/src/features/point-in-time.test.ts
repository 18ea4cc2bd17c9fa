// What was known at a moment: pandas 1.5.3's merge_asof (testing/reference/features), and no row of the future by whatever list.

import { describe, expect, test } from "vitest";
import { seededRandom } from "../stats/seeded-random.ts";
import { answers } from "../testing/reference-features.ts";
import { booleanColumn, integerColumn, numberColumn, textColumn } from "../artifacts/table.ts";
import { entitiesTwice, type Moments, pointInTime } from "./point-in-time.ts";
import { areTimes, timesOf } from "./read-time.ts";

const moments = (rows: readonly (readonly [number, number | null])[]): Moments => ({
  entities: Int32Array.from(rows, ([entity]) => entity),
  times: Float64Array.from(rows, ([, time]) => time ?? Number.NaN),
});

test.each(answers.joins.map((join, at) => [at + 1, join] as const))("join %i is that of merge_asof", (_at, join) => {
  const { rows, ...told } = pointInTime(moments(join.list), moments(join.view), join);
  expect([...rows]).toEqual(join.rows);
  expect(told.found).toBe(join.rows.filter((row) => row >= 0).length);
  expect(told.known).toBe(told.found + told.later + told.tooOld);
  expect(told.unused).toBe(join.view.filter(([, time]) => time === null).length);
});

test("no row of the future, none older than the tolerance, and none newer that would do (T-7)", () => {
  const random = seededRandom(11);
  const whole = (below: number): number => Math.floor(random() * below);
  for (let turn = 0; turn < 300; turn++) {
    const made = (n: number): Moments => ({
      entities: Int32Array.from({ length: n }, () => whole(6) - 1),
      times: Float64Array.from({ length: n }, () => (random() < 0.1 ? Number.NaN : whole(12) - 6)),
    });
    const [list, view] = [made(whole(20)), made(whole(30))];
    const strictly = random() < 0.5;
    const tolerance = random() < 0.5 ? whole(5) : null;
    const { rows } = pointInTime(list, view, { strictly, tolerance });
    rows.forEach((row, at) => {
      const [entity, moment] = [list.entities[at] as number, list.times?.[at] as number];
      const may = (other: number): boolean => {
        const time = view.times?.[other] as number;
        return (
          entity >= 0 &&
          view.entities[other] === entity &&
          (strictly ? time < moment : time <= moment) &&
          (tolerance === null || moment - time <= tolerance)
        );
      };
      const best = [...view.entities.keys()].filter(may).sort((a, b) => {
        const by = (view.times?.[a] as number) - (view.times?.[b] as number);
        return by === 0 ? a - b : by;
      });
      expect(row).toBe(best.at(-1) ?? -1);
    });
  }
});

test("what a later row of the view says changes no earlier answer", () => {
  const list = moments([
    [0, 5],
    [0, 9],
  ]);
  const view = moments([
    [0, 1],
    [0, 5],
    [0, 8],
  ]);
  expect([...pointInTime(list, view).rows]).toEqual([1, 2]);
  expect([...pointInTime(list, view, { strictly: true }).rows]).toEqual([0, 2]);
});

test("without times: one row an entity, or the newest of all; nothing is asked of what names nobody", () => {
  const known: Moments = { entities: Int32Array.of(2, 0, -1), times: null };
  expect(pointInTime({ entities: Int32Array.of(0, 1, 2, -1), times: null }, known)).toEqual({
    rows: Int32Array.of(1, -1, 0, -1),
    known: 2,
    found: 2,
    later: 0,
    tooOld: 0,
    atMoment: 0,
    ties: 0,
    unasked: 1,
    unused: 1,
  });
  const view = moments([
    [0, 8],
    [0, 3],
    [0, 8],
    [1, null],
  ]);
  const newest = pointInTime({ entities: Int32Array.of(0, 1), times: null }, view, { strictly: true, tolerance: 1 });
  expect([[...newest.rows], newest.ties, newest.unused]).toEqual([[2, -1], 1, 1]);
  const without = pointInTime({ entities: Int32Array.of(0, 0), times: Float64Array.of(Number.NaN, 9) }, view);
  expect([[...without.rows], without.unasked, without.ties]).toEqual([[-1, 2], 1, 1]);
});

test("nothing at all, on either side", () => {
  const none: Moments = { entities: new Int32Array(0), times: null };
  expect([...pointInTime(none, none).rows]).toEqual([]);
  expect([...pointInTime({ entities: Int32Array.of(3), times: Float64Array.of(1) }, none).rows]).toEqual([-1]);
  expect(pointInTime(moments([[0, Number.POSITIVE_INFINITY]]), moments([[0, Number.NEGATIVE_INFINITY]])).found).toBe(1);
});

test("entities of several rows are told", () => {
  expect(entitiesTwice({ entities: Int32Array.of(0, 1, 2, -1, -1), times: null })).toBeNull();
  expect(entitiesTwice({ entities: Int32Array.of(4, 1, 4, 1, 1), times: null })).toEqual({ n: 2, first: 1 });
});

describe("times", () => {
  const read = (...texts: (string | null)[]) => timesOf(textColumn("t", texts), texts.length);

  test.each(answers.times)("%s is pandas'", (text, microseconds) => {
    const times = read(text);
    expect(areTimes(times) && [...times.values]).toEqual([microseconds]);
  });

  test("dates, clocks and instants are told apart; what is empty is none", () => {
    const sort = (...texts: (string | null)[]) => {
      const times = read(...texts);
      return areTimes(times) ? times.sort : times.why;
    };
    expect(sort("2024-01-01", null, "", " ")).toBe("date");
    expect(sort("2024-01-01T00:00")).toBe("clock");
    expect(sort("2024-01-01 00:00+00")).toBe("instant");
    expect(sort("2024-01-01", "2024-01-01T00:00")).toBe("several-sorts");
    expect(sort("2024-01-01T00:00", "2024-01-01T00:00Z")).toBe("several-sorts");
    expect(sort(null)).toBe("date");
    expect(sort("2024-01-01T00:00:00.123456000")).toBe("clock");
    expect(sort("2024-01-01T00:00:00.123456789")).toBe("too-fine");
    for (const text of [
      "2023-02-29",
      "31.01.2024",
      "2024-1-1",
      "2024-01-01T25:00",
      "now",
      "2024-01-01T00:00+99:00",
      "0000-00-00",
    ])
      expect(sort(text), text).toBe("no-time");
  });

  test("numbers are in the unit of their column; flags are no times", () => {
    const times = timesOf(integerColumn("day", [3, null, -1], { unit: "days" }), 3);
    expect(times).toEqual({ sort: "number", values: Float64Array.of(3, Number.NaN, -1), unit: "days" });
    expect(areTimes(timesOf(numberColumn("x", [1.5]), 1))).toBe(true);
    expect(timesOf(booleanColumn("is", [true]), 1)).toMatchObject({ why: "no-time" });
  });
});
