import { expect, it } from "vitest";
import { findByte } from "./find-byte.ts";

it("a byte is found where typed arrays find it: at both ends, in a part of a buffer, from a place on, nowhere", () => {
  const whole = Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 251);
  const part = whole.subarray(13, 290);
  for (const byte of [0, 10, 13, 250, 255, part[0] as number, part.at(-1) as number])
    for (const from of [0, 1, 100, 276, 277, 1000])
      expect([byte, from, findByte(part, byte, from)]).toEqual([byte, from, part.indexOf(byte, from)]);
  expect(findByte(new Uint8Array(0), 13)).toBe(-1);
});
