import { expect, test } from "vitest";
import { newComeBack } from "./come-back.ts";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function world() {
  let isThere = false;
  const pauses: number[] = [];
  const ends: (() => void)[] = [];
  const seen = { connects: 0, asked: 0 };
  const comeBack = newComeBack({
    ask: () => {
      seen.asked += 1;
      return Promise.resolve(isThere);
    },
    connect: () => void (seen.connects += 1),
    pause: (ms) => {
      pauses.push(ms);
      return new Promise((resolve) => ends.push(resolve));
    },
    random: () => 0.5,
  });
  return {
    comeBack,
    pauses,
    seen,
    serverIsThere: () => void (isThere = true),
    later: async () => {
      ends.shift()?.();
      await turn();
    },
  };
}

test("while the server is away no socket is opened, however long; when it answers, one is", async () => {
  const { comeBack, pauses, seen, serverIsThere, later } = world();
  comeBack.lost();
  await turn();
  for (let second = 0; second < 60; second += 1) await later();
  expect(seen).toEqual({ connects: 0, asked: 61 });
  expect(Math.max(...pauses)).toBe(1_000);
  serverIsThere();
  await later();
  expect(seen.connects).toBe(1);
});

test("whoever is turned away by a server that answers waits longer each time, until a connection stands", async () => {
  const { comeBack, pauses, seen, serverIsThere, later } = world();
  serverIsThere();
  for (let time = 0; time < 8; time += 1) {
    comeBack.lost();
    await turn();
    await later();
  }
  expect(seen.connects).toBe(8);
  expect(pauses).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
  comeBack.arrived();
  comeBack.lost();
  await turn();
  expect(pauses.at(-1)).toBe(100);
});

test("said twice, it is looked for once; stopped, it is not looked for", async () => {
  const { comeBack, seen, serverIsThere, later } = world();
  comeBack.lost();
  comeBack.lost();
  await turn();
  expect(seen.asked).toBe(1);
  comeBack.stop();
  serverIsThere();
  await later();
  expect(seen.connects).toBe(0);
});
