// Which lab's kernel gets a run, and with it the raw files: by the lease protocol, on a real Postgres over HTTP.

import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { ScriptedKernel, type ScriptedKernelOptions } from "../testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let database: OpenDatabase;
let server: TestServer;
/** Of the lab whose data it is. */
let ada: Person;
/** Of the lab whose notebook it is. */
let ben: Person;
const labs = { ada: "", ben: "" };
const tokens = { ada: "", ben: "", server: "" };
const kernels: ScriptedKernel[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer({}, { database });
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  labs.ada = (await ada.ask("POST", "/api/v1/labs", { name: "Alpha" })).body.id;
  labs.ben = (await ben.ask("POST", "/api/v1/labs", { name: "Beta" })).body.id;
  tokens.ada = (await ada.ask("POST", `/api/v1/labs/${labs.ada}/kernels`, { name: "alpha" })).body.token;
  tokens.ben = (await ben.ask("POST", `/api/v1/labs/${labs.ben}/kernels`, { name: "beta" })).body.token;
  tokens.server = await newLocalKernelToken(server.context);
}, 60_000);
afterEach(async () => {
  for (const kernel of kernels.splice(0)) await kernel.kill();
  await database.pool.query("update runs set state = 'cancelled', ended_at = 1 where state in ('queued', 'leased')");
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const kernel = (of: keyof typeof tokens, more: Partial<ScriptedKernelOptions> = {}): ScriptedKernel => {
  const made = new ScriptedKernel({ url: server.url, token: tokens[of], name: of, ...more });
  kernels.push(made);
  return made;
};

/** A notebook of Ben's lab that reads a file of Ada's, of which Ben's lab was granted `right`. */
async function newBook(right: string) {
  const id = (await ben.ask("POST", "/api/v1/notebooks", { lab: labs.ben, title: "T" })).body.id as string;
  const at = `/api/v1/notebooks/${id}`;
  await ben.ask("PUT", `${at}/access`, { email: ada.email, role: "editor" });
  const bytes = Buffer.from(`patient,v\n${id},1\n`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const blob = await server.context.blobs.put(server.context.db, { lab: labs.ada }, bytes);
  const dataset = `ds_${digest.slice(0, 12)}`;
  await database.pool.query("insert into datasets values ($1, $2, 'p.csv', $3, 1, 1, null)", [dataset, labs.ada, ada.id]);
  await database.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, 'p.csv', $5, $6, 1)",
    [dataset, labs.ada, blob.id, digest, bytes.length, ada.id],
  );
  const grant = (to: string | null) => ada.ask("PUT", `/api/v1/datasets/${dataset}/grants`, { lab: labs.ben, right: to });
  expect((await grant(right)).status).toBe(200);
  expect((await ada.ask("POST", `${at}/datasets`, { dataset })).status).toBe(200);
  const [first, second] = keysBetween(null, null, 2) as [string, string];
  const file = { digest, name: "p.csv", size: bytes.length };
  const added = await ben.ask("POST", `${at}/operations`, {
    operations: [
      { type: "add-cell", id: "cell_l", kind: "load", name: "raw", spec: { file, format: "csv" }, order: first, mode: "manual" },
      {
        type: "add-cell",
        id: "cell_q",
        kind: "query",
        name: "own",
        spec: { sql: `select '${id}' as x` },
        order: second,
        mode: "manual",
      },
    ],
  });
  expect(added.status).toBe(200);
  return {
    digest,
    grant,
    demand: (cell: string) => ben.ask("POST", `${at}/demands`, { cell, mode: "cell" }),
    status: async (cell: string): Promise<{ state: string; why?: { what: string } }> =>
      (await ada.ask("GET", `${at}/session`)).body.cells.find((one: { cell: string }) => one.cell === cell)?.status ?? {},
  };
}

test.each(["results", "rows"])(
  "a lab's own kernel gets no run on data of which the lab was granted %s: it waits, says why, and goes to the lab whose data they are (P-9)",
  async (right) => {
    // Nobody else was heard of lately.
    await database.pool.query("update kernel_tokens set last_seen_at = null where lab is distinct from $1", [labs.ben]);
    const book = await newBook(right);
    const own = kernel("ben");
    await book.demand("cell_q");
    await until(async () => (await book.status("cell_q")).state === "fresh");
    expect(own.leases).toHaveLength(1);
    await book.demand("cell_l");
    await until(async () => (await book.status("cell_l")).why?.what === "data");
    expect(own.leases).toHaveLength(1);
    const theirs = kernel("ada");
    await until(async () => (await book.status("cell_l")).state === "fresh");
    expect([own.leases.length, theirs.leases.length]).toEqual([1, 1]);
  },
);

test("the server's own kernel takes it, too, and nobody else's is given a run that the lab's own may have", async () => {
  const closed = await newBook("results");
  const own = kernel("ben");
  await closed.demand("cell_l");
  const common = kernel("server");
  await until(async () => (await closed.status("cell_l")).state === "fresh");
  expect([own.leases.length, common.leases.length]).toEqual([0, 1]);
  // The cell is fresh before its run has ended: a run whose kernel is killed in between is somebody else's soon.
  await until(async () => (await database.pool.query("select 1 from runs where state = 'leased'")).rows.length === 0);
  await common.kill();
  await own.kill();
  const open = await newBook("download");
  const theirs = kernel("ada");
  await open.demand("cell_l");
  await until(async () => (await open.status("cell_l")).state === "queued");
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(theirs.leases, "it looks every two seconds").toEqual([]);
  const again = kernel("ben");
  await until(async () => (await open.status("cell_l")).state === "fresh");
  expect(again.leases).toHaveLength(1);
});

test("a right to download that is taken back while a run is under way takes the file away", async () => {
  const book = await newBook("download");
  const file = async (run: string): Promise<number> =>
    (
      await server.nobody.ask("GET", `/api/v1/kernel/files/${book.digest}?run=${run}`, undefined, {
        authorization: `Bearer ${tokens.ben}`,
      })
    ).status;
  const seen: number[] = [];
  kernel("ben", {
    onStep: async (_step, { run }) => {
      seen.push(await file(run));
      await book.grant("results");
      seen.push(await file(run));
    },
  });
  await book.demand("cell_l");
  await until(() => seen.length === 2);
  expect(seen).toEqual([200, 404]);
});
