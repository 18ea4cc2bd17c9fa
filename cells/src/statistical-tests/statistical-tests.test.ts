// Every test of the list keeps the contract.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { listedTests, statisticalTests } from "../statistical-tests.ts";
import { describeTest } from "../testing/describe-test.ts";
import "./words.ts";

test("the folders are the list, and each is called what the list calls it", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).filter((name) => name !== "parts");
  expect(names.sort()).toEqual(Object.keys(statisticalTests).sort());
  expect(listedTests.map(({ name }) => name)).toEqual(Object.keys(statisticalTests));
});

for (const card of listedTests) describeTest(card);
