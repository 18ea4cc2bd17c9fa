// Numbers in sentences.

import { expect, test } from "vitest";
import { fillTemplate, formatNumber, numberTold } from "./translate.ts";

const plain = (text: string): string => text.replaceAll(/[\u2009\u202f]/gu, " ");
const inEnglish = (value: number): string => plain(formatNumber(value, "en"));

test("what is too small or too large to be read as digits is a power of ten", () => {
  expect([3.677e-40, 3.67701e-40, 2.1e-4, 0.00054321, -1.234567e-8, 5e-324, 1.7976931348623157e308].map(inEnglish)).toEqual([
    "3.677 × 10⁻⁴⁰",
    "3.7 × 10⁻⁴⁰",
    "2.1 × 10⁻⁴",
    "5.4 × 10⁻⁴",
    "−1.2 × 10⁻⁸",
    "5 × 10⁻³²⁴",
    "1.8 × 10³⁰⁸",
  ]);
  expect(plain(formatNumber(3.67701e-40, "ru"))).toBe("3,7 × 10⁻⁴⁰");
  expect(plain(numberTold(3.67701e-40, "en"))).toBe("3.7 × 10⁻⁴⁰");
  expect(plain(fillTemplate("p {p}", { p: 0.0000123 }, "en"))).toBe("p 1.23 × 10⁻⁵");
});

test("other numbers are digits: four of a fraction, all before the point", () => {
  expect([0, 0.001, 0.0012345, 0.05, 12.3456, 1234.5, 41786, -7].map(inEnglish)).toEqual([
    "0",
    "0.001",
    "0.001234",
    "0.05",
    "12.35",
    "1 235",
    "41 786",
    "-7",
  ]);
});
