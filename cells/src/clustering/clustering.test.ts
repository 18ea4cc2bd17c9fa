// Every method of the list keeps the contract.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { clusterMethods, listedClusterMethods } from "../cluster-methods.ts";
import { describeClusterMethod } from "../testing/describe-cluster-method.ts";

test("the folders are the list, and each is called what the list calls it", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).filter((name) => name !== "parts");
  expect(names.sort()).toEqual(Object.keys(clusterMethods).sort());
  expect(listedClusterMethods.map(({ name }) => name)).toEqual(Object.keys(clusterMethods));
});

for (const card of listedClusterMethods) describeClusterMethod(card);
