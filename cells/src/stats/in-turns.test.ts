// Work in pieces: at once and in turns the same answer, and an end in between.

import { expect, test } from "vitest";
import { atOnce, inTurns } from "./in-turns.ts";

function* counted(to: number): Generator<void, number> {
  let n = 0;
  while (n < to) {
    n++;
    yield;
  }
  return n;
}

test("work is the same at once and in turns, and ends where whoever is asked throws", async () => {
  expect(atOnce(counted(5))).toBe(5);
  let asked = 0;
  expect(await inTurns(counted(5), () => (++asked % 2 === 0 ? Promise.resolve() : null))).toBe(5);
  expect(asked).toBe(5);
  const ended = (): never => {
    throw new Error("ended");
  };
  await expect(inTurns(counted(5), ended)).rejects.toThrow("ended");
  expect(() => atOnce(counted(5), ended)).toThrow("ended");
});
