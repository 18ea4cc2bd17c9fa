// Recipes over HTTP: saved from a cell, in versions, described, restricted by the data that they learned of, used and binned.

import { createHash } from "node:crypto";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { grantedFiles } from "@genomecraft/storage/queries/rights.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCells } from "../testing/run-cells.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

const bytes = new TextEncoder().encode("mouse,weight\nZm1,20\nZm2,21\nZm3,22\n");
const digest = createHash("sha256").update(bytes).digest("hex");
const files = new Map([[digest, bytesAsSource(bytes)]]);

let server: TestServer;
let ada: Person;
let ben: Person;
let lab = "";
let other = "";
beforeAll(async () => {
  server = await startTestServer();
  [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  other = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
}, 120_000);
afterAll(() => server.close());

/** A data set of a lab with these bytes. */
async function newDataset(id: string, of = lab, by = ada): Promise<string> {
  const { context } = server;
  const blob = await context.blobs.put(context.db, { lab: of }, bytes);
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($1, $2, 'mice.csv', $3, 1, 1)",
    [id, of, by.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, 'mice.csv', $5, $6, 1)",
    [id, of, blob.id, digest, bytes.length, by.id],
  );
  return id;
}

async function newNotebook(datasets: readonly string[], steps: string, by = ada, of = lab): Promise<string> {
  const text = `---\nformat: 1\ntitle: Mice\n---\n\n\`\`\`load mice\nfile: {digest: ${digest}, name: mice.csv, size: ${bytes.length}}\nformat: csv\n\`\`\`\n\n\`\`\`transform scaled\nfrom: =mice\nsteps:\n${steps}\n\`\`\`\n`;
  const made = await by.ask("POST", "/api/v1/notebooks", { lab: of, title: "Mice", text });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  for (const dataset of datasets) await by.ask("POST", `/api/v1/notebooks/${made.body.id}/datasets`, { dataset });
  await runCells(server.context, { notebook: made.body.id, lab: of, by: by.id, files });
  return made.body.id;
}

const scale = "- {id: s1, verb: scale, columns: [weight]}";
const wanted = (notebook: string, more: object = {}) => ({ notebook, cell: "cell_scaled", name: "Scaled weights", ...more });

test("the steps of a cell are saved with what they learned, and the next version stands beside the first", async () => {
  const notebook = await newNotebook([await newDataset("ds_a")], scale);
  const proposal = await ada.ask("GET", `/api/v1/notebooks/${notebook}/cells/cell_scaled/recipe`);
  expect(proposal.body, JSON.stringify(proposal.body)).toMatchObject({
    steps: [{ verb: "scale", freezes: "fitted" }],
    takes: { type: "table" },
    unfit: [],
  });
  const tests = [{ rule: "range", column: "weight", least: -5, most: 5 }];
  const saved = await ada.ask("POST", "/api/v1/recipes", wanted(notebook, { description: "z scores", tags: ["mice"], tests }));
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  expect(saved.body).toMatchObject({ version: 1, fileName: "Scaled weights.recipe.json" });
  const { id } = saved.body;
  const version = (await ada.ask("GET", `/api/v1/recipes/${id}/versions/1`)).body;
  expect(version.tests).toEqual(tests);
  expect(version.chain.steps[0]).toMatchObject({ verb: "scale", fitted: { rows: 3, of: 3 } });
  expect(JSON.stringify(version.chain.steps[0].fitted.state)).toContain("21");
  expect((await ada.ask("POST", "/api/v1/recipes", wanted(notebook, { versionOf: id }))).body).toMatchObject({ id, version: 2 });
  const one = (await ada.ask("GET", `/api/v1/recipes/${id}`)).body;
  expect(one).toMatchObject({
    name: "Scaled weights",
    version: 2,
    description: "z scores",
    tags: ["mice"],
    mayChange: true,
    madeOf: [{ id: "ds_a", lab: { id: lab } }],
    versions: [
      { version: 2, tests: 0 },
      { version: 1, tests: 1, madeIn: { notebook: { id: notebook }, cellName: "scaled" } },
    ],
  });
  // It is no file among files, and is found by words of its description and its tags.
  expect((await ada.ask("GET", "/api/v1/datasets")).body.datasets.map((row: { id: string }) => row.id)).not.toContain(id);
  await ada.ask("PATCH", `/api/v1/recipes/${id}`, { description: "z scores of weights", tags: ["mice", "z"] });
  for (const [q, n] of [
    ["?q=Z+weights", 1],
    ["?tag=mice", 1],
    ["?q=nothing", 0],
    ["?q=%25", 0],
  ] as const)
    expect((await ada.ask("GET", `/api/v1/recipes${q}`)).body.recipes, q).toHaveLength(n);
  await ada.ask("PATCH", `/api/v1/recipes/${id}`, { deprecated: { why: "mice only", instead: null } });
  expect((await ada.ask("GET", `/api/v1/recipes/${id}`)).body.deprecated).toMatchObject({
    why: "mice only",
    by: { name: "Ada" },
  });
});

test("what nothing can be kept of is refused with the step, and so are a cell without steps, one that is not up to date, and foreign ones", async () => {
  const sample = "- {id: s1, verb: sample, size: {rows: 2}, seed: 1}";
  const notebook = await newNotebook([await newDataset("ds_b")], sample);
  const refused = await ada.ask("POST", "/api/v1/recipes", wanted(notebook));
  expect(refused.status).toBe(422);
  expect(refused.body.error.message).toContain("sample");
  expect((await ada.ask("POST", "/api/v1/recipes", wanted(notebook, { cell: "cell_mice" }))).status).toBe(409);
  expect((await ada.ask("POST", "/api/v1/recipes", wanted(notebook, { cell: "cell_none" }))).status).toBe(404);
  expect((await ada.ask("POST", "/api/v1/recipes", wanted(notebook, { digest: "0".repeat(64) }))).status).toBe(409);
  const fit = await newNotebook(["ds_b"], scale);
  expect((await ada.ask("POST", "/api/v1/recipes", wanted(fit, { versionOf: "ds_b" }))).status).toBe(404);
  expect((await ben.ask("POST", "/api/v1/recipes", wanted(notebook))).status).toBe(404);
});

test("with what was made of another lab's data one may do no more than with these (T-8)", async () => {
  const theirs = await newDataset("ds_theirs", other, ben);
  await ben.ask("PUT", `/api/v1/datasets/${theirs}/grants`, { lab, right: "rows" });
  const notebook = await newNotebook([], scale);
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "editor" });
  expect((await ben.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: theirs })).status).toBe(200);
  await runCells(server.context, { notebook, lab, by: ada.id, files });
  const saved = await ada.ask("POST", "/api/v1/recipes", wanted(notebook, { name: "Theirs" }));
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const { id } = saved.body;
  // Rows were granted: she reads it, and downloads nothing of it.
  expect((await ada.ask("GET", `/api/v1/recipes/${id}/versions/1`)).status).toBe(200);
  expect((await ada.ask("GET", `/api/v1/datasets/${id}/versions/1/file`)).status).toBe(403);
  // In the notebook that has the data it is used; in another it needs somebody who may share them.
  expect((await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: id })).status).toBe(200);
  const elsewhere = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Elsewhere" })).body.id;
  const attached = await ada.ask("POST", `/api/v1/notebooks/${elsewhere}/datasets`, { dataset: id });
  expect(attached.status).toBe(403);
  expect(attached.body.error.message).toContain("another lab");
  const { db } = server.context;
  expect(await grantedFiles(db, notebook, [saved.body.digest])).toHaveLength(1);
  // Taken out of the notebook by whoever owns them, the data take what was made of them along.
  expect((await ben.ask("DELETE", `/api/v1/notebooks/${notebook}/datasets/${theirs}`)).status).toBe(200);
  expect(await grantedFiles(db, notebook, [saved.body.digest])).toHaveLength(0);
  // The grant is taken back: the recipe is there, and closed.
  await ben.ask("PUT", `/api/v1/datasets/${theirs}/grants`, { lab, right: null });
  expect((await ada.ask("GET", `/api/v1/recipes/${id}/versions/1`)).status).toBe(403);
  expect((await ada.ask("GET", `/api/v1/recipes/${id}`)).body).toMatchObject({ right: "restricted", steps: null });
  // It is still its lab's to put away.
  expect((await ada.ask("DELETE", `/api/v1/recipes/${id}`)).status).toBe(200);
  expect((await ada.ask("GET", `/api/v1/recipes/${id}`)).status).toBe(404);
});

test("persons behind the data stay persons behind what was made of them", async () => {
  const people = await newDataset("ds_people");
  await ada.ask("PATCH", `/api/v1/datasets/${people}`, { aboutPersons: true, personColumn: "mouse" });
  const notebook = await newNotebook([people], scale);
  const { id } = (await ada.ask("POST", "/api/v1/recipes", wanted(notebook, { name: "People" }))).body;
  expect((await ada.ask("GET", `/api/v1/datasets/${id}`)).body.aboutPersons).toBe(true);
});
