import { expect, test } from "vitest";
import { valueSaid } from "./value-said.ts";

test("a value of a parameter is said in the reader's language, a selection in words", () => {
  expect(valueSaid(null, "en")).toBe("–");
  expect(valueSaid(0.05, "ru")).toBe("0,05");
  expect(valueSaid(["FLT3", "TP53"], "en")).toBe("FLT3, TP53");
  expect(valueSaid({ names: ["FLT3", "TP53"] }, "en")).toBe("2 names: FLT3, TP53");
});
