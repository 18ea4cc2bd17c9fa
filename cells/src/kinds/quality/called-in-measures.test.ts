// The table of measures speaks as the list above it.

import { expect, test } from "vitest";
import { calledInMeasures } from "./called-in-measures.ts";

test("verdicts, rules and types are words, in both languages; what else stands there stays", () => {
  expect(calledInMeasures("verdict", "warn", "en")).toBe("doubtful");
  expect(calledInMeasures("verdict", "fail", "ru")).toBe("не пройдено");
  expect(calledInMeasures("rules", "library-size, sample-correlation", "en")).toBe("Library size, Likeness of samples");
  expect(calledInMeasures("rules", "library-size, of-another-release", "ru")).toBe("Размер библиотеки, of-another-release");
  expect(calledInMeasures("type", "float64", "en")).toBe("number");
  expect(calledInMeasures("sample", "warn", "en")).toBeNull();
  expect(calledInMeasures("verdict", "odd", "en")).toBeNull();
});
