// How many questions were ever asked stands with the one that is published (T-17), on a real Postgres over real HTTP.

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { datasets, datasetVersions } from "@genomecraft/storage/schema/index.ts";
import { runCells } from "../testing/run-cells.ts";
import { computingInPlace } from "../testing/run-in-place.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

const measured = new TextEncoder().encode(
  `mouse,sex,cage,Xist,Ddx3y,weight\n${Array.from(
    { length: 12 },
    (_, at) =>
      `m${at},${at % 2 ? "F" : "M"},${at < 6 ? "left" : "right"},${(at * 7) % 11},${(at * 5) % 7},${20 + ((at * 3) % 5)}.5`,
  ).join("\n")}\n`,
);
const digest = createHash("sha256").update(measured).digest("hex");
const files = new Map([[digest, bytesAsSource(measured)]]);
const cell = (name: string): CellId => `cell_${name}` as CellId;

let server: TestServer;
let ada: Person;
let lab = "";
let dataset = "";

const text = `---
format: 1
title: Many questions
---

\`\`\`load mice
file: {digest: ${digest}, name: mice.csv, dataset: DATASET, version: 1, size: ${measured.length}}
format: csv
\`\`\`

\`\`\`test shown
from: =mice
values: [weight]
by: sex
\`\`\`

\`\`\`test hiddenquestion
from: =mice
values: [Xist]
by: sex
\`\`\`
`;

async function newNotebook(): Promise<string> {
  const made = await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Many", text: text.replace("DATASET", dataset) });
  expect(made.body, JSON.stringify(made.body)).toHaveProperty("id");
  await ada.ask("POST", `/api/v1/notebooks/${made.body.id}/datasets`, { dataset });
  return made.body.id;
}
const run = (notebook: string) => runCells(server.context, { notebook, lab, by: ada.id, files });
async function change(notebook: string, ...operations: readonly object[]): Promise<void> {
  const answer = await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, { operations });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}
async function published(notebook: string): Promise<{ readonly tried: unknown; readonly all: string }> {
  const wanted = { title: "Weights", reason: "for the meeting", audience: "link", cells: [cell("shown")], labels: true };
  const out = await ada.ask("POST", `/api/v1/notebooks/${notebook}/publications`, wanted);
  expect(out.status, JSON.stringify(out.body)).toBe(200);
  const read = await server.nobody.ask("GET", `/api/v1/read/${out.body.slug}`);
  expect(read.body.tiles).toHaveLength(1);
  return { tried: read.body.tiles[0].tried, all: JSON.stringify(read.body) };
}

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace({ files }) });
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "Mouse Lab" })).body.id;
  const { context } = server;
  dataset = newId("ds", systemRandom);
  const now = context.now();
  const blob = await context.blobs.put(context.db, { lab }, measured);
  const of = { lab, createdBy: ada.id, createdAt: now };
  await context.db.insert(datasets).values({ ...of, id: dataset, name: "mice.csv", updatedAt: now });
  const version = { dataset, version: 1, blob: blob.id, digest: blob.digest, name: "mice.csv", size: blob.size };
  await context.db.insert(datasetVersions).values({ ...of, ...version });
}, 60_000);
afterAll(() => server.close());

test("trials that were changed or deleted count, other adjustments of one do not, and no word of them goes out (T-17)", async () => {
  const notebook = await newNotebook();
  await run(notebook);
  expect((await published(notebook)).tried).toEqual([{ kind: "test", n: 2 }]);
  // Another question in the same cell, which is then the first one again.
  await change(notebook, { type: "set-spec", cell: cell("shown"), path: ["by"], value: "cage" });
  await run(notebook);
  await change(notebook, { type: "set-spec", cell: cell("shown"), path: ["by"], value: "sex" });
  // The same one, adjusted otherwise.
  await change(notebook, { type: "set-spec", cell: cell("hiddenquestion"), path: ["adjust"], value: "holm" });
  await run(notebook);
  await change(notebook, { type: "delete-cell", cell: cell("hiddenquestion"), at: 1 });
  const { tried, all } = await published(notebook);
  expect(tried).toEqual([{ kind: "test", n: 3 }]);
  expect(all).not.toMatch(/hiddenquestion|Xist|cage/);
});

test("of what other notebooks asked nothing is told, though an equal cell had its answer from there (T-17)", async () => {
  const notebook = await newNotebook();
  await change(notebook, { type: "delete-cell", cell: cell("hiddenquestion"), at: 1 });
  await run(notebook);
  expect((await published(notebook)).tried).toBeUndefined();
});
