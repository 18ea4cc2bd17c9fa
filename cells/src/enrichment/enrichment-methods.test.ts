// Every method of the list keeps the contract.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { enrichmentMethods, listedEnrichments } from "../enrichment-methods.ts";
import { describeEnrichment } from "../testing/describe-enrichment.ts";

test("the folders are the list, and each is called what the list calls it", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(enrichmentMethods).sort());
  expect(listedEnrichments.map(({ name }) => name)).toEqual(Object.keys(enrichmentMethods));
});

for (const card of listedEnrichments) describeEnrichment(card);
