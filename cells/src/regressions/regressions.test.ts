// Every family of the list keeps the contract.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { listedFamilies, regressions } from "../regressions.ts";
import { describeRegression } from "../testing/describe-regression.ts";
import "./words.ts";

test("the folders are the list, and each is called what the list calls it", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).filter((name) => name !== "parts");
  expect(names.sort()).toEqual(Object.keys(regressions).sort());
  expect(listedFamilies.map(({ name }) => name)).toEqual(Object.keys(regressions));
});

for (const card of listedFamilies) describeRegression(card);
