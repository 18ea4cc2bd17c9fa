// Every way to draw a map keeps the contract.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { embeddings, listedEmbeddings } from "../embeddings.ts";
import { describeEmbedding } from "../testing/describe-embedding.ts";

test("the folders are the list, and each is called what the list calls it", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).filter((name) => name !== "parts");
  expect(names.sort()).toEqual(Object.keys(embeddings).sort());
  expect(listedEmbeddings.map(({ name }) => name)).toEqual(Object.keys(embeddings));
});

for (const card of listedEmbeddings) describeEmbedding(card);
