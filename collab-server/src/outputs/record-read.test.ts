// What people read, edit and are refused stands in the record, and where data of another lab are used in that lab's, too.
// Real Postgres, real HTTP.

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import { outputRefOf } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { ResultKey } from "@genomecraft/cells/base/ids.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import { exampleArtifacts, secretSample } from "@genomecraft/cells/testing/example-artifacts.ts";
import { sourceSet } from "@genomecraft/storage/source-set.ts";
import { putShown } from "@genomecraft/storage/queries/shown.ts";
import { addResults } from "@genomecraft/storage/queries/results.ts";
import { artifacts } from "@genomecraft/storage/schema/index.ts";
import { Typist } from "../testing/typist.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
/** Owns the data. */
let ada: Person;
let adasLab: string;
/** Owns the notebook. */
let bob: Person;
let bobsLab: string;
let notebook: string;
let clock = Date.now();
const table = exampleArtifacts.table;
const bytes = new TextEncoder().encode(`sample,age\n${secretSample},41\n`);
const digest = createHash("sha256").update(bytes).digest("hex");
const at = (rest: string): string => `/api/v1/notebooks/${notebook}${rest}`;
const outputs = "/cells/cell_people/outputs/out";

interface Entry {
  readonly user: { readonly id: string };
  readonly action: string;
  readonly detail: Record<string, unknown>;
}
/** What stands in a lab's record of a person, oldest first. */
const recorded = async (owner: Person, lab: string, who: Person, action: string): Promise<readonly Entry[]> => {
  const { entries } = (await owner.ask("GET", `/api/v1/labs/${lab}/audit?limit=500`)).body as { entries: readonly Entry[] };
  return entries.filter((entry) => entry.user?.id === who.id && entry.action === action).reverse();
};
/** In the record of the notebook's lab, and in that of the lab whose data they are. */
const inBoth = async (who: Person, action: string): Promise<readonly (readonly Entry[])[]> => [
  await recorded(bob, bobsLab, who, action),
  await recorded(ada, adasLab, who, action),
];

beforeAll(async () => {
  server = await startTestServer({}, { now: () => clock });
  const { context } = server;
  ada = await server.signUp("Ada");
  bob = await server.signUp("Bob");
  adasLab = (await ada.ask("POST", "/api/v1/labs", { name: "Data" })).body.id;
  bobsLab = (await bob.ask("POST", "/api/v1/labs", { name: "Users" })).body.id;
  const blob = await context.blobs.put(context.db, { lab: adasLab }, bytes);
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds_one', $1, 'people.csv', $2, 1, 1)",
    [adasLab, ada.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_one', 1, $1, $2, $3, 'people.csv', $4, $5, 1)",
    [adasLab, blob.id, digest, bytes.length, ada.id],
  );
  await ada.ask("PUT", "/api/v1/datasets/ds_one/grants", { lab: bobsLab, right: "download" });
  notebook = (await bob.ask("POST", "/api/v1/notebooks", { lab: bobsLab, title: "Ages" })).body.id;
  await bob.ask("PUT", at("/access"), { user: ada.id, role: "editor" });
  expect((await ada.ask("POST", at("/datasets"), { dataset: "ds_one" })).status).toBe(200);
  const [order] = keysBetween(null, null, 1);
  const spec = { file: { digest, name: "people.csv", size: bytes.length } };
  const cell = { type: "add-cell", id: "cell_people", kind: "load", name: "people", spec, order, mode: "manual" };
  expect((await bob.ask("POST", at("/operations"), { operations: [cell] })).status).toBe(200);
  const output = outputRefOf(table, digestOfArtifact(table));
  const key = createHash("sha256").update("people").digest("hex") as ResultKey;
  const kept = await context.blobs.put(context.db, { lab: bobsLab }, encodeArtifact(table));
  const sources = [digest];
  await context.db.insert(artifacts).values({
    lab: bobsLab,
    digest: output.digest,
    blob: kept.id,
    size: kept.size,
    at: 1,
    usedAt: 1,
    sourceSet: sourceSet(sources),
    sources,
  });
  await addResults(context.db, [
    {
      row: {
        lab: bobsLab,
        key,
        generation: 0,
        kind: "load",
        outputs: { out: output },
        failure: null,
        ms: 1,
        made: {},
        spec,
        sources,
        run: "run_test",
        notebook,
        cell: "cell_people",
        cellName: "",
        by: bob.id,
        at: 1,
        where: "this test",
      },
      outputs: [{ port: "out", digest: output.digest, type: table.type, inline: false }],
      inputs: [],
    },
  ]);
  const shown: ShownResult = { key, outputs: { out: output }, at: 1, by: bob.id, ms: 1 };
  await putShown(context.db, { notebook, lab: bobsLab, cell: "cell_people", shown, sources, at: 1 });
}, 120_000);
afterAll(() => server.close());

test("rows that are read: a row a person, cell and minute, in the records of both labs (P-7a)", async () => {
  const doors = ["/window?limit=5", "/window?offset=1&limit=5", "/summary", "/search?what=column:sample&q="];
  for (const door of doors) expect((await bob.ask("GET", at(outputs + door))).status).toBe(200);
  for (const rows of await inBoth(bob, "output.read-rows"))
    expect(rows.map(({ detail }) => detail)).toMatchObject([{ cell: "cell_people", port: "out", door: "window" }]);
  clock += 61_000;
  expect((await bob.ask("GET", at(`${outputs}/window?limit=5`))).status).toBe(200);
  for (const rows of await inBoth(bob, "output.read-rows")) expect(rows).toHaveLength(2);
});

test("rows in the order of a column that is not there are refused with what there is, never given as they come", async () => {
  const window = (query: string) => bob.ask("GET", at(`${outputs}/window?limit=5${query}`));
  expect((await window("&sort=age&desc=true")).body.rows.map(([name]: readonly string[]) => name)).toEqual([
    "PATIENT-0018",
    secretSample,
  ]);
  const near = await window("&sort=Age");
  expect([near.status, near.body.error.message]).toEqual([
    422,
    "There is no column Age to sort by. Near: age. Sort by one that is there, or not at all.",
  ]);
  expect((await window("&sort=weight")).body.error.message).toBe(
    "There is no column weight to sort by. There are: sample, age. Sort by one of them, or not at all.",
  );
});

test("an order without a column and a part that a table does not have are refused; a first column alone is obeyed (A-1a)", async () => {
  const ask = async (door: string) => {
    const { status, body } = await bob.ask("GET", at(outputs + door));
    return [status, body.error?.failure.reason ?? body.columns.map(({ name }: { name: string }) => name)];
  };
  expect(await ask("/window?desc=true")).toEqual([422, "server.desc-alone"]);
  for (const part of ["features", "samples"])
    for (const door of ["window", "summary"]) expect(await ask(`/${door}?part=${part}`)).toEqual([422, "server.part-missing"]);
  expect(await ask("/window?part=values&colOffset=1")).toEqual([200, ["age"]]);
});

test("each download has a row of its own in both", async () => {
  for (let i = 0; i < 2; i++) expect((await bob.ask("GET", at(`${outputs}/download?format=csv`))).status).toBe(200);
  for (const rows of await inBoth(bob, "output.download")) expect(rows).toHaveLength(2);
});

test("that a notebook was opened, with whose data in it; data that were added stand in both", async () => {
  expect((await bob.ask("GET", at("/session"))).status).toBe(200);
  expect((await bob.ask("GET", at("/session"))).status).toBe(200);
  for (const rows of await inBoth(bob, "notebook.open")) expect(rows).toHaveLength(1);
  for (const rows of await inBoth(ada, "dataset.attach")) expect(rows).toHaveLength(1);
});

test("what somebody was refused stands in both", async () => {
  const cleo = await server.signUp("Cleo");
  await bob.ask("PUT", at("/access"), { user: cleo.id, role: "viewer" });
  for (let i = 0; i < 2; i++) expect((await cleo.ask("GET", at(`${outputs}/window?limit=5`))).status).toBe(403);
  for (const rows of await inBoth(cleo, "access.refuse"))
    expect(rows.map(({ detail }) => detail["reason"])).toEqual(["server.restricted"]);
  expect((await cleo.ask("PATCH", at(""), { title: "Mine" })).status).toBe(403);
  expect((await recorded(bob, bobsLab, cleo, "access.refuse")).at(-1)?.detail).toEqual({ reason: "server.no-right" });
});

test("edits stand with their counts, by operations and by the live connection", async () => {
  const before = (await recorded(bob, bobsLab, bob, "notebook.edit")).length;
  const rename = (title: string) => ({ operations: [{ type: "set-title", title }] });
  for (const title of ["a", "b", "c"]) expect((await bob.ask("POST", at("/operations"), rename(title))).status).toBe(200);
  const typist = new Typist({ url: server.url, notebook, cookie: bob.cookie, name: "bob", random: () => 0.5 });
  await vi.waitFor(() => expect(typist.provider.synced).toBe(true), { timeout: 10_000 });
  for (let i = 0; i < 5; i++) typist.doc.getText("t").insert(0, "x");
  await vi.waitFor(() => expect(typist.provider.synced).toBe(true));
  // Written by itself some seconds later; now, because the server stops.
  await vi.waitFor(
    async () => {
      await server.context.edits.flush();
      const counts = (await recorded(bob, bobsLab, bob, "notebook.edit")).slice(before).map(({ detail }) => detail);
      const sum = (via: string) =>
        counts.filter((one) => one["via"] === via).reduce((total, one) => total + Number(one["changes"]), 0);
      expect(sum("sync")).toBe(5);
      expect(sum("operations")).toBeGreaterThanOrEqual(3);
    },
    { timeout: 10_000, interval: 300 },
  );
  typist.provider.destroy();
});

test("a version that is kept, and an upload that is begun", async () => {
  expect((await bob.ask("POST", at("/versions"), { name: "Before" })).status).toBe(200);
  expect((await recorded(bob, bobsLab, bob, "notebook.keep-version"))[0]?.detail).toMatchObject({ name: "Before" });
  const metadata = `filename ${btoa("more.csv")},lab ${btoa(bobsLab)}`;
  const headers = { "tus-resumable": "1.0.0", "upload-length": "5", "upload-metadata": metadata };
  expect((await bob.ask("POST", "/api/v1/uploads", undefined, headers)).status).toBe(201);
  expect((await recorded(bob, bobsLab, bob, "upload.begin"))[0]?.detail).toEqual({ name: "more.csv", size: 5 });
});

test("what cannot be recorded is not answered", async () => {
  clock += 61_000;
  await server.context.pool.query("alter table audit rename to audit_away");
  try {
    const { status, body } = await bob.ask("GET", at(`${outputs}/window?limit=5`));
    expect(status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(body)).not.toContain(secretSample);
    expect((await bob.ask("GET", at(`${outputs}/download?format=csv`))).status).toBeGreaterThanOrEqual(500);
  } finally {
    await server.context.pool.query("alter table audit_away rename to audit");
  }
  expect((await bob.ask("GET", at(`${outputs}/window?limit=5`))).status).toBe(200);
});
