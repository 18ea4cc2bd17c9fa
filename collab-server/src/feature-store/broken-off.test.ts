// A view or recipe is being saved, and what lies beneath goes: the disk is full, the database cuts every connection, the data leave
// the notebook or go into the bin, the view itself does. It is there whole or not at all, and the next time it is made.

import pg from "pg";
import { collectBlobs } from "@genomecraft/storage/blobs/collect-blobs.ts";
import type { BlobStore } from "@genomecraft/storage/blobs/blob-store.ts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { until } from "@genomecraft/cells/testing/until.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { LabOfData, loadText } from "../testing/lab-of-data.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";
import { keepUpRound } from "./keep-up.ts";

let server: TestServer;
let ada: Person;
let one: LabOfData;
let write: BlobStore["write"];
beforeAll(async () => {
  server = await startTestServer({ logLevel: "silent" });
  ada = await server.signUp("Ada");
  one = await LabOfData.of(server, ada, "One");
  ({ write } = server.context.store);
}, 120_000);
afterAll(() => server.close());
afterEach(() => {
  Object.assign(server.context.store, { write });
});

const sheet = (of: string): string =>
  `mouse,weight\n${Array.from({ length: 12 }, (_, at) => `${of}${at},${20 + at}`).join("\n")}\n`;
const scaled = "```transform scaled\nfrom: =mice\nsteps:\n- {id: s1, verb: scale, columns: [weight]}\n```\n\n";
async function notebookOn(id: string): Promise<string> {
  const notebook = await one.notebook(loadText("mice", await one.put(id, sheet(id))) + scaled, [id]);
  await one.run(notebook);
  return notebook;
}
const view = (notebook: string, more: object = {}) =>
  ada.ask("POST", "/api/v1/feature-views", { notebook, cell: "cell_mice", name: "Weights", entity: "mouse", ...more });
const recipe = (notebook: string) => ada.ask("POST", "/api/v1/recipes", { notebook, cell: "cell_scaled", name: "Weights" });

/** Once, when bytes are written next: `act` before they are, or instead of it. */
function whenWriting(act: () => Promise<void>, before = true): void {
  Object.assign(server.context.store, {
    write: async (...given: Parameters<BlobStore["write"]>) => {
      Object.assign(server.context.store, { write });
      if (before) await act();
      const size = await write(...given);
      if (!before) await act();
      return size;
    },
  });
}
/** As where Postgres is started again. */
async function cutConnections(): Promise<void> {
  const client = new pg.Client({ ...server.context.connection, application_name: "cuts" });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}
/** What the pool still takes for connections is gone. */
async function connected(): Promise<void> {
  const ask = () => server.context.pool.query("select 1");
  await until(async () =>
    (await Promise.allSettled(Array.from({ length: 10 }, ask))).every(({ status }) => status === "fulfilled"),
  );
}
/** Versions of entries of the store, whatever has become of them. */
const versions = async (): Promise<number> =>
  Number(
    (
      await server.context.pool.query(
        "select count(*) as n from dataset_versions v join datasets d on d.id = v.dataset where d.sort <> 'files'",
      )
    ).rows[0].n,
  );
async function nothingLeft(work: () => Promise<{ status: number }>, status: number): Promise<void> {
  const before = await versions();
  expect((await work()).status).toBe(status);
  await connected();
  expect(await versions()).toBe(before);
  expect((await work()).status).toBe(200);
  expect(await versions()).toBe(before + 1);
}

test("on a full disk nothing is made, which is said, and the next time it is", async () => {
  const notebook = await notebookOn("ds_full");
  const full = async (): Promise<void> => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  for (const work of [() => view(notebook), () => recipe(notebook)]) {
    whenWriting(full);
    await nothingLeft(work, 503);
  }
});

test("where the database cuts its connections after the bytes were written, no version stands, and the bytes go with the collector", async () => {
  const notebook = await notebookOn("ds_cut");
  for (const work of [() => view(notebook), () => recipe(notebook)]) {
    whenWriting(cutConnections, false);
    await nothingLeft(work, 503);
  }
  const { db, store } = server.context;
  const { orphans } = await collectBlobs(db, store, Date.now() + 3 * 86_400_000);
  expect(orphans).toBe(2);
  expect((await ada.ask("GET", "/api/v1/feature-views")).status).toBe(200);
});

test("a round of keeping up that is cut off is done by the next one", async () => {
  const notebook = await notebookOn("ds_round");
  const { id } = (await view(notebook, { keepsUp: true })).body;
  const later = await one.put("ds_round", sheet("later"));
  const { live, context } = server;
  let cuts = 1;
  const cutting = {
    scheduler: live.scheduler,
    documents: {
      read: async (of: string) => {
        if (cuts-- > 0) await cutConnections();
        return live.documents.read(of);
      },
      applyOperations: live.documents.applyOperations.bind(live.documents),
    },
  };
  const round = () => keepUpRound(context, { ...live, ...cutting }, new ArtifactCache(2 ** 20));
  await round().catch(() => {});
  await connected();
  await round();
  await one.run(notebook);
  await round();
  expect((await ada.ask("GET", `/api/v1/feature-views/${id}`)).body).toMatchObject({ version: 2 });
  expect(JSON.stringify((await ada.ask("GET", `/api/v1/notebooks/${notebook}/document`)).body)).toContain(later.digest);
});

test("data that leave the notebook while a view is made of them leave none behind without their rights", async () => {
  const notebook = await notebookOn("ds_leaves");
  whenWriting(async () => {
    expect((await ada.ask("DELETE", `/api/v1/notebooks/${notebook}/datasets/ds_leaves`)).status).toBe(200);
  });
  const before = await versions();
  const made = await view(notebook);
  expect([made.status, made.body.error.failure.reason]).toEqual([409, "feature-store.data-gone"]);
  expect(await versions()).toBe(before);
});

test("data that go into the bin while a view is made of them close it to all but their lab, until they are restored", async () => {
  const notebook = await notebookOn("ds_binned");
  whenWriting(async () => {
    expect((await ada.ask("DELETE", "/api/v1/datasets/ds_binned")).status).toBe(200);
  });
  const { id } = (await view(notebook)).body;
  const ben = await server.signUp("Ben");
  const lab = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
  const rows = async (by: Person) => (await by.ask("GET", `/api/v1/feature-views/${id}/rows`)).status;
  await ada.ask("POST", "/api/v1/datasets/ds_binned/restore");
  for (const of of [id, "ds_binned"]) await ada.ask("PUT", `/api/v1/datasets/${of}/grants`, { lab, right: "rows" });
  expect([await rows(ada), await rows(ben)]).toEqual([200, 200]);
  await ada.ask("DELETE", "/api/v1/datasets/ds_binned");
  expect([await rows(ada), await rows(ben)]).toEqual([200, 403]);
});

test("a view that goes into the bin, or is not to be used any more, while it is made again", async () => {
  const notebook = await notebookOn("ds_again");
  const { id } = (await view(notebook)).body;
  const at = `/api/v1/feature-views/${id}`;
  const changed = () =>
    server.context.pool.query(`update dataset_versions set made = jsonb_set(made, '{output}', '"other"') where dataset = $1`, [
      id,
    ]);
  await changed();
  const why = { deprecated: { why: "old", instead: null } };
  const [again, patched] = await Promise.all([ada.ask("POST", `${at}/versions`), ada.ask("PATCH", at, why)]);
  expect([again.status, patched.status]).toEqual([200, 200]);
  expect((await ada.ask("GET", at)).body).toMatchObject({ version: 2, deprecated: { why: "old" } });
  await changed();
  const [last, gone] = await Promise.all([ada.ask("POST", `${at}/versions`), ada.ask("DELETE", at)]);
  expect(gone.status).toBe(200);
  expect([200, 404]).toContain(last.status);
  expect((await ada.ask("GET", at)).status).toBe(404);
});
