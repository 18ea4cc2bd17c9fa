// P-5 and K-4a of what a lab's own kernel says: a digest that it knows opens nothing, and bytes that it sends are compared
// with what they are sent as. By the lease protocol, on a real Postgres over HTTP.

import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import { outputRefOf } from "@genomecraft/cells/artifacts/output-ref.ts";
import { tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { type Lease, ScriptedKernel } from "../testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let database: OpenDatabase;
let server: TestServer;
/** Of the lab whose data it is. */
let ada: Person;
/** Of the lab whose notebook and whose kernel it is. */
let ben: Person;
const labs = { ada: "", ben: "" };
const tokens = { ben: "", server: "" };
const kernels: ScriptedKernel[] = [];
const beats: ReturnType<typeof setInterval>[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer({}, { database });
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  labs.ada = (await ada.ask("POST", "/api/v1/labs", { name: "Alpha" })).body.id;
  labs.ben = (await ben.ask("POST", "/api/v1/labs", { name: "Beta" })).body.id;
  tokens.ben = (await ben.ask("POST", `/api/v1/labs/${labs.ben}/kernels`, { name: "patched" })).body.token;
  tokens.server = await newLocalKernelToken(server.context);
}, 60_000);
afterEach(async () => {
  for (const beat of beats.splice(0)) clearInterval(beat);
  for (const kernel of kernels.splice(0)) await kernel.kill();
  await database.pool.query("update runs set state = 'cancelled', ended_at = 1 where state in ('queued', 'leased')");
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** A notebook of Ben's lab that reads a table of Ada's, whose digest everybody in it may know. */
async function newBook(right: "results" | "rows") {
  const id = (await ben.ask("POST", "/api/v1/notebooks", { lab: labs.ben, title: "T" })).body.id as string;
  const at = `/api/v1/notebooks/${id}`;
  await ben.ask("PUT", `${at}/access`, { email: ada.email, role: "editor" });
  const bytes = Buffer.from(`patient\n${id}\n`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const blob = await server.context.blobs.put(server.context.db, { lab: labs.ada }, bytes);
  const dataset = `ds_${digest.slice(0, 12)}`;
  await database.pool.query("insert into datasets values ($1, $2, 'p.csv', $3, 1, 1, null)", [dataset, labs.ada, ada.id]);
  await database.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, 'p.csv', $5, $6, 1)",
    [dataset, labs.ada, blob.id, digest, bytes.length, ada.id],
  );
  expect((await ada.ask("PUT", `/api/v1/datasets/${dataset}/grants`, { lab: labs.ben, right })).status).toBe(200);
  expect((await ada.ask("POST", `${at}/datasets`, { dataset })).status).toBe(200);
  const file = { digest, name: "p.csv", size: bytes.length };
  const sql = `select '${id}' as x`;
  const specs = [
    { id: "cell_l", kind: "load", name: "raw", spec: { file, format: "csv" } },
    { id: "cell_q", kind: "query", name: "own", spec: { sql } },
    { id: "cell_r", kind: "query", name: "again", spec: { sql: "select * from own" } },
  ];
  const orders = keysBetween(null, null, specs.length);
  const operations = specs.map((cell, n) => ({ type: "add-cell", ...cell, order: orders[n], mode: "manual" }));
  expect((await ben.ask("POST", `${at}/operations`, { operations })).status).toBe(200);

  const secret = tableOf(textColumn("patient", [id]));
  const common = new ScriptedKernel({
    url: server.url,
    token: tokens.server,
    onStep: async (step) => (step.kind === "load" ? { out: secret } : undefined),
  });
  kernels.push(common);
  const states = async (): Promise<{ [cell: string]: string }> =>
    Object.fromEntries(
      (await ada.ask("GET", `${at}/session`)).body.cells.map((one: { cell: string; status: { state: string } }) => [
        one.cell,
        one.status.state,
      ]),
    );
  /** What it was in the end is told where it does not come to it. */
  const reaches = async (cell: string, state: string): Promise<void> => {
    let last: string | undefined;
    await until(async () => {
      last = (await states())[cell];
      return last === state;
    }).catch(() => expect(last, cell).toBe(state));
  };
  await ada.ask("POST", `${at}/demands`, { cell: "cell_l", mode: "cell" });
  await reaches("cell_l", "fresh");
  await until(async () => (await database.pool.query("select 1 from runs where state = 'leased'")).rowCount === 0);
  await common.kill();
  return {
    secret,
    reaches,
    output: (cell: string) => `${at}/cells/${cell}/outputs/out`,
    demand: (cell: string) => ben.ask("POST", `${at}/demands`, { cell, mode: "cell" }),
  };
}
type Book = Awaited<ReturnType<typeof newBook>>;

/** What a patched kernel says. */
function patched(token = tokens.ben) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const post = async (path: string, body: unknown): Promise<{ status: number; body: never }> => {
    const answer = await fetch(`${server.url}/api/v1/kernel${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, body: (text === "" ? null : JSON.parse(text)) as never };
  };
  return {
    /** The run of this cell, held by beats. */
    claim: async (book: Book, cell: string): Promise<Lease> => {
      await book.demand(cell);
      const caps = { cpu: 1, memory: 2 ** 31, gpu: [], software: [] };
      const claimed = await post("/lease", { kernel: "patched", caps, versions: engineVersions, waitMs: 10_000 });
      expect(claimed.status).toBe(200);
      const lease = claimed.body as Lease;
      const at = { attempt: lease.attempt, step: 0, fraction: null, note: null };
      beats.push(setInterval(() => void post(`/runs/${lease.run}/beat`, at).catch(() => {}), 300));
      return lease;
    },
    report: async ({ run, attempt, plan }: Lease, output: unknown) => {
      const outcome = { ok: true, key: plan.steps[0]?.key, ms: 1, outputs: { out: output } };
      return (await post(`/runs/${run}/steps`, { attempt, steps: [{ step: 0, outcome }] })).status;
    },
    wanted: async ({ run, attempt }: Lease, digest: string) =>
      ((await post(`/runs/${run}/wanted`, { attempt, digests: [digest] })).body as { wanted: string[] }).wanted,
    lookup: async ({ run, attempt, plan }: Lease) =>
      ((await post(`/runs/${run}/lookup`, { attempt, step: 0, key: plan.steps[0]?.key })).body as { hit: unknown }).hit,
    done: ({ run, attempt }: Lease, outcome = "done") => post(`/runs/${run}/done`, { attempt, outcome }),
    put: async ({ run }: Lease, digest: string, body: Uint8Array | string) =>
      (
        await fetch(`${server.url}/api/v1/kernel/artifacts/${digest}?run=${run}`, {
          method: "PUT",
          headers,
          body: body as Uint8Array<ArrayBuffer>,
        })
      ).status,
    /** Bytes that it gets within two seconds. */
    get: async ({ run }: Lease, digest: string): Promise<string | null> => {
      const signal = AbortSignal.timeout(2_000);
      const answer = await fetch(`${server.url}/api/v1/kernel/artifacts/${digest}?run=${run}`, { headers, signal }).catch(
        () => null,
      );
      return answer?.status === 200 ? Buffer.from(await answer.arrayBuffer()).toString("latin1") : null;
    },
  };
}
const refOf = (artifact: Artifact) => outputRefOf(artifact, digestOfArtifact(artifact));
const keptOf = async (digest: string) =>
  (await database.pool.query("select sources from artifacts where digest = $1 and lab = $2", [digest, labs.ben])).rows;

test("a digest that a lab's own kernel reports as its output opens nothing: not to it, not to a cell, not to the next run (P-5)", async () => {
  const book = await newBook("results");
  const { digest } = refOf(book.secret);
  expect((await ben.ask("GET", `${book.output("cell_l")}`)).body.digest, "its digest is known to who sees results").toBe(digest);
  const own = patched();
  const lease = await own.claim(book, "cell_q");
  expect(await own.report(lease, refOf(book.secret))).toBe(200);
  expect(await own.get(lease, digest)).toBeNull();
  expect(await own.wanted(lease, digest), "kept for other data is not kept").toEqual([digest]);
  expect(await own.put(lease, digest, "who has nothing sends something")).toBe(422);
  await book.reaches("cell_q", "fresh");
  // The server's kernel may still hold bytes of that digest in its memory.
  const common = new ScriptedKernel({ url: server.url, token: tokens.server });
  kernels.push(common);
  await book.demand("cell_r");
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(JSON.stringify(common.leases.map(({ plan }) => plan))).not.toContain(digest);
  await common.kill();
  await own.done(lease);
  for (const door of ["/window?limit=5", "/download?format=csv", "/summary", "/search?what=column:patient&q="])
    expect([door, (await ben.ask("GET", book.output("cell_q") + door)).status]).toEqual([door, 404]);
  expect((await ada.ask("GET", `${book.output("cell_l")}/window?limit=5`)).status, "what it was put for has it").toBe(200);
}, 60_000);

test("nor to the server's kernel that goes on with its run: what it said before is no result to go on from (P-5)", async () => {
  const book = await newBook("results");
  const own = patched();
  const lease = await own.claim(book, "cell_q");
  expect(await own.report(lease, refOf(book.secret))).toBe(200);
  await own.done(lease, "lost");
  const common = patched(tokens.server);
  const again = await common.claim(book, "cell_q");
  expect([again.run, again.attempt]).toEqual([lease.run, 2]);
  expect(await common.lookup(again)).toBeNull();
  await common.done(again, "cancelled");
  // What the server's own kernel says of a run that nobody else had is gone on from before its bytes are here.
  const other = await newBook("results");
  const first = await common.claim(other, "cell_q");
  const honest = refOf(tableOf(textColumn("x", [other.output("")])));
  expect(await common.report(first, honest)).toBe(200);
  expect(await common.lookup(first)).toMatchObject({ outputs: { out: { digest: honest.digest } } });
});

test("whoever has the content itself may put it, and it is kept beside, for its own data (P-5)", async () => {
  const book = await newBook("results");
  const { digest } = refOf(book.secret);
  const own = patched();
  const lease = await own.claim(book, "cell_q");
  expect(await own.report(lease, refOf(book.secret))).toBe(200);
  expect((await keptOf(digest)).length).toBe(1);
  expect(await own.put(lease, digest, encodeArtifact(book.secret))).toBe(200);
  expect((await keptOf(digest)).map(({ sources }) => sources.length).sort()).toEqual([0, 1]);
  expect(await own.wanted(lease, digest)).toEqual([]);
  expect(await own.get(lease, digest)).not.toBeNull();
  await own.done(lease);
  expect((await ben.ask("GET", `${book.output("cell_q")}/window?limit=5`)).status).toBe(200);
});

test("bytes that are not the content of their digest are refused, and nothing of them is kept (K-4a)", async () => {
  const book = await newBook("results");
  const honest = tableOf(textColumn("x", ["4242", book.output("")]));
  const { digest } = refOf(honest);
  const own = patched();
  const lease = await own.claim(book, "cell_q");
  expect(await own.report(lease, refOf(honest))).toBe(200);
  for (const bytes of ["junk", encodeArtifact(tableOf(textColumn("x", ["other"]))), encodeArtifact(honest).subarray(0, 60)])
    expect(await own.put(lease, digest, bytes)).toBe(422);
  expect(await keptOf(digest)).toEqual([]);
  expect(await own.put(lease, digest, encodeArtifact(honest))).toBe(200);
  expect(await keptOf(digest)).toEqual([{ sources: [] }]);
});

test("what is said of an output is taken in the shape of its type only, and travels with its own content (K-4a)", async () => {
  const book = await newBook("results");
  const table = refOf(tableOf(textColumn("x", [book.output("said")])));
  const own = patched();
  const lease = await own.claim(book, "cell_q");
  const value: Artifact = { type: "value", value: book.output("") };
  const wrong: readonly unknown[] = [
    { ...table, summary: { type: "table", shape: [1, 1], columns: 5, detail: "x" } },
    { ...table, summary: { ...table.summary, shape: [1] } },
    { ...table, summary: { ...table.summary, shape: [-1, 1] } },
    { ...table, summary: { ...table.summary, more: 1 } },
    { ...table, summary: { type: "constructor", shape: [] } },
    { ...table, summary: null },
    // Inside the report: of another digest, of another type, of another summary, no artifact at all, of a type that never travels so.
    { ...refOf(value), digest: table.digest },
    { ...refOf(value), summary: refOf({ type: "report", report: "r", body: {} }).summary },
    { ...refOf(value), summary: { type: "value", shape: [], detail: { value: "another" } } },
    { ...refOf(value), inline: "junk" },
    { ...table, inline: { type: "table" } },
  ];
  for (const output of wrong)
    expect([JSON.stringify(output), await own.report(lease, output)]).toEqual([JSON.stringify(output), 422]);
  // A table that is called a figure is found out when it comes.
  const figure = { digest: table.digest, summary: { type: "figure", shape: [1], detail: { alt: "" } } };
  expect(await own.report(lease, figure)).toBe(200);
  expect(await own.put(lease, table.digest, encodeArtifact(tableOf(textColumn("x", [book.output("said")]))))).toBe(422);
  expect(await keptOf(table.digest)).toEqual([]);
});

test("rights go by what is opened, not by what its summary calls it (P-4)", async () => {
  const book = await newBook("rows");
  const door = `${book.output("cell_l")}/download?format=csv`;
  expect((await ben.ask("GET", door)).status).toBe(403);
  await database.pool.query(
    `update cell_shown set shown = jsonb_set(shown, '{outputs,out,summary}', '{"type": "figure", "shape": [1], "detail": {"alt": ""}}')
      where shown->'outputs'->'out'->>'digest' = $1`,
    [refOf(book.secret).digest],
  );
  expect((await ben.ask("GET", door)).status).toBe(500);
});
