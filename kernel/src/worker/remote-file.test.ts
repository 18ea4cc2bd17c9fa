// Ranges of a file that somebody else reads: the same bytes whatever is kept, and few questions.

import { expect, test } from "vitest";
import { remoteFile } from "./remote-file.ts";

const bytes = Uint8Array.from({ length: 3_000_001 }, (_, at) => (at * 31 + (at >> 9)) & 255);
const counted = () => {
  const asked: [number, number][] = [];
  const file = remoteFile(bytes.length, async (start, end) => {
    asked.push([start, end]);
    return bytes.slice(start, end);
  });
  return { asked, file };
};

test("any range holds the bytes of the file, those behind its end none", async () => {
  const { file } = counted();
  let state = 5;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let run = 0; run < 300; run++) {
    const start = Math.floor(random() * bytes.length * 1.01);
    const end = start + Math.floor(random() ** 6 * 2_000_000);
    expect(Buffer.compare(await file.read(start, end), bytes.subarray(start, end))).toBe(0);
  }
  expect(await file.read(10, 5)).toHaveLength(0);
});

test("many small ranges beside each other are one question, also when they are asked for at once", async () => {
  const { asked, file } = counted();
  await Promise.all(Array.from({ length: 200 }, (_, at) => file.read(at * 500, at * 500 + 40)));
  expect(asked).toEqual([[0, 131_072]]);
  const first = await file.read(0, 4);
  first.fill(9);
  expect([...(await file.read(0, 4))]).toEqual([...bytes.subarray(0, 4)]);
});

test("what could not be read is asked for again", async () => {
  let fails = true;
  const file = remoteFile(10, async (start, end) => {
    if (fails) throw new Error("gone");
    return bytes.slice(start, end);
  });
  await expect(file.read(0, 4)).rejects.toThrow("gone");
  fails = false;
  expect(await file.read(0, 4)).toHaveLength(4);
});
