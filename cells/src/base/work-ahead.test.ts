import { expect, test } from "vitest";
import { workAhead } from "./work-ahead.ts";

async function* upTo(last: number, told: string[] = []): AsyncGenerator<number> {
  try {
    for (let item = 1; item <= last; item++) {
      told.push(`item ${item}`);
      yield item;
    }
  } finally {
    told.push("ended");
  }
}
const all = async <T>(made: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const one of made) list.push(one);
  return list;
};

test.each([0, 1, 2, 9])("made in order, with %i begun ahead", async (most) => {
  const slowFirst = (item: number): Promise<number> => new Promise((resolve) => setTimeout(() => resolve(item * 2), 6 - item));
  expect(await all(workAhead(upTo(5), slowFirst, most))).toEqual([2, 4, 6, 8, 10]);
  expect(await all(workAhead(upTo(0), slowFirst, most))).toEqual([]);
});

test.each([0, 2])("what fails is thrown behind all that was before it, with %i begun ahead", async (most) => {
  const seen: number[] = [];
  const taken = async (made: AsyncIterable<number>): Promise<void> => {
    for await (const one of made) seen.push(one);
  };
  const failing = async (item: number): Promise<number> => {
    if (item === 3) throw new Error("three");
    return item;
  };
  await expect(taken(workAhead(upTo(9), failing, most))).rejects.toThrow("three");
  expect(seen.splice(0)).toEqual([1, 2]);
  async function* broken(): AsyncGenerator<number> {
    yield* upTo(2);
    throw new Error("behind two");
  }
  await expect(taken(workAhead(broken(), async (item) => item, most))).rejects.toThrow("behind two");
  expect(seen).toEqual([1, 2]);
});

test("no more is begun than was said, and whoever stops ends the items", async () => {
  const told: string[] = [];
  for await (const one of workAhead(upTo(100, told), async (item) => item, 2)) {
    expect(told.length).toBeLessThanOrEqual(one + 2);
    if (one === 4) break;
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(told).toEqual(["item 1", "item 2", "item 3", "item 4", "item 5", "item 6", "ended"]);
});
