// Every step of the list keeps the contract, and every folder is in the list.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { type ListedStep } from "../contract/listed-step.ts";
import { steps } from "../steps.ts";
import { describeStep } from "../testing/describe-step.ts";
import { casesOf } from "../testing/step-cases.ts";

const listed: readonly (readonly [string, ListedStep])[] = Object.entries(steps);

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(
    folders
      .map((entry) => entry.name)
      .filter((name) => name !== "parts")
      .sort(),
  ).toEqual(listed.map(([verb]) => verb).sort());
});

test("one step keeps rows by a condition that was picked in a table's head", () => {
  expect(listed.filter(([, { step }]) => step.keepRows)).toHaveLength(1);
});

for (const [verb, step] of listed) describeStep(verb, step, await casesOf(verb));
