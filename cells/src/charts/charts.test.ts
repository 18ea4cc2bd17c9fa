// Every family of the list keeps the contract, and every folder is in the list.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { charts } from "../charts.ts";
import type { ChartLine } from "../contract/chart.ts";
import { type ChartCases, describeChart } from "../testing/describe-chart.ts";

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(
    folders
      .map((entry) => entry.name)
      .filter((name) => name !== "parts")
      .sort(),
  ).toEqual(Object.keys(charts).sort());
});

for (const [name, line] of Object.entries(charts) as [keyof typeof charts, ChartLine][]) {
  const { cases } = (await import(`./${name}/cases.ts`)) as { readonly cases: ChartCases };
  describeChart(name, line, cases);
}
