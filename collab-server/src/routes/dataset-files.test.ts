// A file leaves as it came, for those who may download it, on record; why a file cannot be loaded is told to those who see rows.

import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDataset, noteRecognised } from "@genomecraft/storage/queries/datasets.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

const text = "sample;Größe\nA;1,5\n";
const name = "Größe (neu).csv";
let server: TestServer;
let ada: Person;
let ben: Person;
let labs: { readonly ada: string; readonly ben: string };
const dataset = "ds_file";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  const labOf = async (who: Person, called: string) => (await who.ask("POST", "/api/v1/labs", { name: called })).body.id;
  labs = { ada: await labOf(ada, "Lab A"), ben: await labOf(ben, "Lab B") };
  const { context } = server;
  await context.db.transaction(async (tx) => {
    const blob = await context.blobs.put(tx, { lab: labs.ada }, Readable.from([Buffer.from(text)]));
    const file = { blob: blob.id, digest: blob.digest, name, size: blob.size, by: ada.id, at: context.now() };
    await addDataset(tx, { id: dataset, lab: labs.ada, name }, file);
  });
}, 60_000);
afterAll(() => server.close());

const file = (who: Person, version = 1) =>
  fetch(`${server.url}/api/v1/datasets/${dataset}/versions/${version}/file`, { headers: { cookie: who.cookie } });
const give = (right: string | null) => ada.ask("PUT", `/api/v1/datasets/${dataset}/grants`, { lab: labs.ben, right });

test("P-7b: a file leaves byte for byte under its own name, also one with signs that an old browser cannot take", async () => {
  const answer = await file(ada);
  expect(await answer.text()).toBe(text);
  expect(answer.headers.get("content-disposition")).toBe(
    "attachment; filename=\"Gr_e_neu_.csv\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%28neu%29.csv",
  );
  expect((await file(ada, 2)).status).toBe(404);
});

test("P-7b: another lab gets the file by the right to download alone, and each download is on record", async () => {
  const seen: [string | null, number][] = [];
  for (const right of [null, "results", "rows", "download"]) {
    await give(right);
    seen.push([right, (await file(ben)).status]);
  }
  expect(seen).toEqual([
    [null, 404],
    ["results", 403],
    ["rows", 403],
    ["download", 200],
  ]);
  const { entries } = (await ada.ask("GET", `/api/v1/labs/${labs.ada}/audit`)).body;
  const downloads = entries.filter((entry: { action: string }) => entry.action === "dataset.download");
  expect(downloads.map((entry: { user: { id: string } }) => entry.user.id)).toEqual([ben.id, ada.id]);
});

test("a file of which nothing can be loaded says so in lists, and why to those who see rows", async () => {
  const listed = async (who: Person) => {
    const { loadable, notLoadable } = (await who.ask("GET", "/api/v1/datasets")).body.datasets[0];
    return [loadable, notLoadable];
  };
  expect(await listed(ada)).toEqual([null, null]);
  const at = { dataset, version: 1 };
  await noteRecognised(server.context.db, at, { format: "csv", artifact: "table", shape: [1, 2], refused: null });
  expect(await listed(ada)).toEqual([true, null]);
  const refused = { key: "server.not-found", params: { what: "row" } };
  await noteRecognised(server.context.db, at, { format: "csv", artifact: null, shape: [], refused });
  const [loadable, why] = await listed(ada);
  expect([loadable, typeof why]).toEqual([false, "string"]);
  await give("results");
  expect(await listed(ben)).toEqual([false, null]);
});
