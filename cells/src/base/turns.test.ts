import { expect, test } from "vitest";
import { newTurns } from "./turns.ts";

/** A thread on which each piece takes 4 ms and a turn 10. */
function thread() {
  let at = 0;
  const turns: number[] = [];
  const { pause } = newTurns({ ms: 10, now: () => at, next: (begin) => void setImmediate(begin) });
  const piece = (): void => {
    at += 4;
    turns[turns.length - 1] = (turns.at(-1) ?? 0) + 1;
  };
  let over = false;
  const watch = (): void => {
    if (over) return;
    turns.push(0);
    setImmediate(watch);
  };
  watch();
  return { pause, piece, end: () => ((over = true), turns.filter((pieces) => pieces > 0)) };
}

test("short work is never made to wait", () => {
  const { pause, piece } = thread();
  expect(pause()).toBeNull();
  piece();
  expect(pause()).toBeNull();
});

test("long work is done in turns, whether one after the other or many at once, and all of it", async () => {
  for (const together of [false, true]) {
    const { pause, piece, end } = thread();
    const one = async (): Promise<void> => {
      const wait = pause();
      if (wait) await wait;
      piece();
    };
    if (together) await Promise.all(Array.from({ length: 40 }, one));
    else for (let n = 0; n < 40; n++) await one();
    const turns = end();
    expect(turns.reduce((sum, pieces) => sum + pieces, 0)).toBe(40);
    expect(Math.max(...turns)).toBeLessThanOrEqual(3);
  }
});
