// Numbers as text: what Node's own base64 makes of the same bytes, and back.

import { expect, test } from "vitest";
import { seededRandom } from "../stats/seeded-random.ts";
import { doublesOfText, textOfDoubles, textOfFloats } from "./doubles-as-text.ts";

const random = seededRandom(3);
const some = (length: number): Float64Array => Float64Array.from({ length }, () => (random() - 0.5) * 10 ** (random() * 300));

test.each([0, 1, 2, 3, 4, 5, 6, 1000])("%i doubles and floats are the base64 of their bytes", (length) => {
  const values = some(length);
  expect(textOfDoubles(values)).toBe(Buffer.from(values.buffer).toString("base64"));
  expect(textOfFloats(values)).toBe(Buffer.from(Float32Array.from(values).buffer).toString("base64"));
  expect(doublesOfText(textOfDoubles(values))).toEqual(values);
});
