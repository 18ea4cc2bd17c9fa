// Work in pieces, at once: its answer, and an end in between.

import { expect, test } from "vitest";
import { atOnce } from "./at-once.ts";

function* counted(to: number): Generator<void, number> {
  let n = 0;
  while (n < to) {
    n++;
    yield;
  }
  return n;
}

test("work that stands still at its pieces is done at once, and ends where whoever is asked throws", () => {
  expect(atOnce(counted(5))).toBe(5);
  let asked = 0;
  atOnce(counted(5), () => void asked++);
  expect(asked).toBe(5);
  const ended = (): never => {
    throw new Error("ended");
  };
  expect(() => atOnce(counted(5), ended)).toThrow("ended");
});
