// How results were made, back to the files, and making them again, on a real Postgres over real HTTP.

import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { numberColumn } from "@genomecraft/cells/artifacts/table.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { newId, systemRandom, type CellId } from "@genomecraft/cells/base/ids.ts";
import type { Artifact, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { putShown } from "@genomecraft/storage/queries/shown.ts";
import { artifacts, cellShown, datasets, datasetVersions, results } from "@genomecraft/storage/schema/index.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import { resultsOfLab, settleCells } from "../publications/settle-notebook.ts";
import { sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { computingInPlace, runInPlace, type InPlaceOptions } from "../testing/run-in-place.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

const bytes = new TextEncoder().encode(
  `mouse,sex,Xist\n${Array.from({ length: 8 }, (_, at) => `m${at},${at % 2 ? "Female" : "Male"},${at * 100}`).join("\n")}\n`,
);
const digest = createHash("sha256").update(bytes).digest("hex");
const files = new Map([[digest, bytesAsSource(bytes)]]);
/** How plans run, which tests change. */
const computing: { files: typeof files; tamper?: InPlaceOptions["tamper"] & {}; hasKernel?: boolean } = { files };

let server: TestServer;
let ada: Person;
let lab = "";
let notebook = "";
let dataset = "";

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace(computing) });
  const { context } = server;
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "Influenza Lab" })).body.id;
  dataset = newId("ds", systemRandom);
  const now = context.now();
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  await context.db
    .insert(datasets)
    .values({ id: dataset, lab, name: "Mice of June", createdBy: ada.id, createdAt: now, updatedAt: now });
  await context.db.insert(datasetVersions).values({
    dataset,
    version: 1,
    lab,
    blob: blob.id,
    digest,
    name: "mice.csv",
    size: bytes.length,
    createdBy: ada.id,
    createdAt: now,
  });
  const text = `---
format: 1
title: Xist by sex
---

\`\`\`load mice
file: {digest: ${digest}, name: mice.csv, dataset: ${dataset}, version: 1, size: ${bytes.length}}
format: csv
\`\`\`

\`\`\`parameter least
value: 50
\`\`\`

\`\`\`transform read
from: =mice
steps:
- {id: s1, verb: filter, where: {column: Xist, is: '>', value: =least}}
\`\`\`

\`\`\`chart by_sex
from: =read
x: sex
y: Xist
\`\`\`
`;
  const made = await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Xist by sex", text });
  expect(made.body, JSON.stringify(made.body)).toHaveProperty("id");
  notebook = made.body.id;
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset });
  const content = await committedNotebook(context.db, notebook);
  const sessions = await settleCells(content, ["cell_by_sex" as CellId], {
    results: resultsOfLab(context.db, { notebook, lab, now: context.now }),
    executor: runInPlace(context, { notebook, lab, by: ada.id, files }),
    by: ada.id,
    now: context.now,
  });
  const behind = sourcesInNotebook(content);
  for (const [cell, { shown }] of sessions)
    if (shown) await putShown(context.db, { notebook, lab, cell, shown, sources: behind.get(cell) ?? [], at: context.now() });
}, 60_000);
afterAll(() => server.close());

const at = (cell: string, what: string): string => `/api/v1/notebooks/${notebook}/cells/${cell}/${what}`;

test("a figure leads back to the uploaded file: who, when, where, with fingerprints", async () => {
  const { status, body } = await ada.ask("GET", at("cell_by_sex", "lineage"));
  expect(status).toBe(200);
  expect(body.nodes.map((node: { kind: string; label: string }) => [node.kind, node.label])).toEqual([
    ["dataset", "Mice of June"],
    ["load", "mice"],
    ["parameter", "least"],
    ["transform", "read"],
    ["chart", "by_sex"],
  ]);
  expect(body.nodes[0]).toMatchObject({
    digest,
    by: { name: "Ada" },
    dataset: { id: dataset, version: 1, lab: { name: "Influenza Lab" } },
  });
  expect(body.nodes[3]).toMatchObject({ type: "table", shape: [7, 3], by: { name: "Ada" }, where: "this test" });
  const id = (kind: string): string => body.nodes.find((node: { kind: string }) => node.kind === kind).id;
  const edges = body.edges.map((edge: string[]) => edge.join(" "));
  expect(new Set(edges)).toEqual(
    new Set([
      `${id("dataset")} ${id("load")}`,
      `${id("load")} ${id("transform")}`,
      `${id("parameter")} ${id("transform")}`,
      `${id("transform")} ${id("chart")}`,
    ]),
  );
});

test("in a copy of the notebook, where nothing is computed again, steps are called as its own cells are", async () => {
  const { body: copy } = await ada.ask("POST", `/api/v1/notebooks/${notebook}/duplicate`, { title: "A copy" });
  const { context } = server;
  const renamed = await ada.ask("POST", `/api/v1/notebooks/${copy.id}/operations`, {
    operations: [{ type: "rename-cell", cell: "cell_mice", name: "animals" }],
  });
  expect(renamed.status, JSON.stringify(renamed.body)).toBe(200);
  const content = await committedNotebook(context.db, copy.id);
  const sessions = await settleCells(content, ["cell_by_sex" as CellId], {
    results: resultsOfLab(context.db, { notebook: copy.id, lab, now: context.now }),
    executor: null,
    by: ada.id,
    now: context.now,
  });
  const behind = sourcesInNotebook(content);
  for (const [cell, { shown }] of sessions)
    if (shown)
      await putShown(context.db, { notebook: copy.id, lab, cell, shown, sources: behind.get(cell) ?? [], at: context.now() });
  const { body } = await ada.ask("GET", `/api/v1/notebooks/${copy.id}/cells/cell_by_sex/lineage`);
  expect(body.nodes.map((node: { label: string }) => node.label)).toEqual(["Mice of June", "animals", "least", "read", "by_sex"]);
});

test("P-4: of steps made of data that one has no rights on, it says whose they are and nothing else", async () => {
  const eve = await server.signUp("Eve");
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: eve.email, role: "runner" });
  const { body } = await eve.ask("GET", at("cell_by_sex", "lineage"));
  const hidden = body.nodes.filter((node: { kind: string }) => node.kind === "restricted");
  expect(hidden).toHaveLength(4);
  expect(hidden[0]).toMatchObject({ label: "", cell: null, labs: ["Influenza Lab"] });
  expect(JSON.stringify(hidden)).not.toMatch(/Mice|mice|read|by_sex|[0-9a-f]{16}/);
  expect((await eve.ask("POST", at("cell_by_sex", "verify"))).status).toBe(403);
});

test("made again from the file on, every step is identical", async () => {
  const { status, body } = await ada.ask("POST", at("cell_by_sex", "verify"));
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ ok: true, first: null });
  expect(body.cells.map((cell: { name: string; verdict: string }) => `${cell.name} ${cell.verdict}`)).toEqual([
    "mice identical",
    "read identical",
    "by_sex identical",
  ]);
});

test("a step that gives something else is named, with the place where it differs; the steps behind it are judged by their own inputs", async () => {
  const tamper = (kind: string, artifact: Artifact): Artifact => {
    if (kind !== "transform" || artifact.type !== "table") return artifact;
    const columns = artifact.columns.map((column) =>
      column.name === "Xist" && column.type === "int32"
        ? { ...column, values: column.values.map((value, row) => (row === 2 ? value + 1 : value)) }
        : column,
    );
    return { ...artifact, columns } satisfies Table;
  };
  computing.tamper = (step, artifact) => tamper(step.kind, artifact);
  const { body } = await ada.ask("POST", at("cell_by_sex", "verify"));
  delete computing.tamper;
  expect(body).toMatchObject({ ok: false, first: "read" });
  expect(body.cells[1]).toMatchObject({ verdict: "different", maxError: 1, where: "out: Xist [3]" });
  expect(body.cells[2]).toMatchObject({ name: "by_sex", verdict: "identical" });
});

describe("what is kept of a result and is not what was stored", () => {
  const kept = async (cell: string) => {
    const shown = (await resultsOf(cell)).outputs["out"];
    const where = and(eq(artifacts.lab, lab), eq(artifacts.digest, shown.digest));
    const [row] = await server.context.db.select().from(artifacts).where(where);
    return { digest: shown.digest as string, row: row as typeof artifacts.$inferSelect, where };
  };
  const resultsOf = async (cell: string) => {
    const [row] = await server.context.db
      .select()
      .from(cellShown)
      .where(and(eq(cellShown.notebook, notebook), eq(cellShown.cell, cell)));
    return row?.shown as unknown as { outputs: { out: { digest: string; inline?: unknown } } };
  };
  const expectDamage = async (): Promise<void> => {
    const { status, body } = await ada.ask("GET", at("cell_read", "outputs/out/window?limit=5"));
    expect([status, body.error?.failure?.reason], JSON.stringify(body)).toEqual([500, "server.result-damaged"]);
    expect(body.error.message).toContain("is not what was stored");
    // It is set aside, so that a run can make it again.
    expect((await ada.ask("GET", at("cell_read", "outputs/out/window?limit=5"))).body.error.failure.reason).toBe(
      "server.result-not-kept",
    );
  };
  const putBack = async (row: typeof artifacts.$inferSelect): Promise<void> => {
    await server.context.db.delete(artifacts).where(and(eq(artifacts.lab, row.lab), eq(artifacts.digest, row.digest)));
    await server.context.db.insert(artifacts).values(row);
    await server.context.db.update(results).set({ evicted: false }).where(eq(results.lab, row.lab));
  };

  test("the name of another blob in the database: verify says so, a read is refused and shows nothing", async () => {
    const { row, where } = await kept("cell_read");
    const table = { type: "table", rowCount: 1, columns: [numberColumn("Xist", [99])] } as const;
    const blob = await server.context.blobs.put(server.context.db, { lab }, encodeArtifact(table));
    await server.context.db.update(artifacts).set({ blob: blob.id }).where(where);
    const { body } = await ada.ask("POST", at("cell_read", "verify"));
    expect(body).toMatchObject({ ok: false, first: "read" });
    expect(body.cells[1]).toMatchObject({ name: "read", verdict: "different", why: "kept-altered", where: "out" });
    await expectDamage();
    await putBack(row);
  });
  test("bytes that were changed where they lie: the seal notices", async () => {
    const { row } = await kept("cell_read");
    const store = server.context.store;
    const size = (await store.size(row.blob)) ?? 0;
    const before = await store.read(row.blob, 0, size);
    await store.write(row.blob, [before.map((byte, i) => (i === size - 20 ? byte ^ 1 : byte))]);
    await expectDamage();
    await store.write(row.blob, [before]);
    await putBack(row);
    expect((await ada.ask("GET", at("cell_read", "outputs/out/window?limit=5"))).status).toBe(200);
  });
});

test("without a kernel it says so at once", async () => {
  computing.hasKernel = false;
  const silent = await ada.ask("POST", at("cell_by_sex", "verify"));
  expect(silent.status).toBe(503);
  expect(silent.body.error.message).toContain("No kernel is there");
  expect((await ada.ask("GET", at("cell_least_unknown", "lineage"))).status).toBe(404);
});
