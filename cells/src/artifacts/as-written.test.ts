// Numbers of 32 bits as they were written; shortest forms as NumPy 2.4.6 prints them (str(np.float32(x))).

import { expect, test } from "vitest";
import { seededRandom } from "../stats/seeded-random.ts";
import { asWritten } from "./as-written.ts";

test.each([
  0.1, 3.3, 1234567.9, 6.123457, 5.1, 0.33333334, 1e-7, 3.4028235e38, 1.1754944e-38, 1e-45, 16777216, -0.25, 0.000001, 8388607.5,
])("%d", (written) => {
  expect(asWritten(Math.fround(written))).toBe(Number(written));
});

test("any number of 32 bits comes back as itself, with nine digits at most", () => {
  const random = seededRandom(3);
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  for (let n = 0; n < 20_000; n++) {
    bits[0] = Math.floor(random() * 2 ** 32);
    const value = float[0] as number;
    if (!Number.isFinite(value)) continue;
    const short = asWritten(value);
    expect(Math.fround(short)).toBe(value);
    if (!Number.isSafeInteger(value)) expect(short.toExponential().replace(/e.*|[-.]/g, "").length).toBeLessThanOrEqual(9);
  }
});

test("numbers that need more than 32 bits, and those that are none, stay what they are", () => {
  for (const value of [Math.PI, Number.NaN, Number.POSITIVE_INFINITY, 0.1]) expect(asWritten(value)).toBe(value);
});
