// In which order the palette answers.

import { expect, test } from "vitest";
import { foundActs } from "./Palette.tsx";

const act = (label: string, hint = "") => ({ label, hint });
const all = [act("Run this cell", "Shift Enter"), act("Share"), act("History"), act("run_2", "Histogram"), act("Add: Histogram")];
const labels = (typed: string): readonly string[] => foundActs(typed, all).map(({ label }) => label);

test("what begins with what was typed comes first, then what has such a word, then what holds it", () => {
  expect(labels("his")).toEqual(["History", "run_2", "Add: Histogram", "Run this cell"]);
  expect(labels("SH")).toEqual(["Share", "Run this cell"]);
  expect(labels("")).toEqual(all.map(({ label }) => label));
  expect(labels("nothing")).toEqual([]);
});
