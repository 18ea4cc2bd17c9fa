// A cell that reads the bytes behind an input that stays a file is given those of the data sets behind it that its notebook was
// granted, and nothing more: neither when a right is taken back, nor when an equal result of other data is there.

import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { example as fileArtifact } from "@genomecraft/cells/artifacts/types/file/example.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import type { PlanStep } from "@genomecraft/cells/runtime/plan.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { type Lease, ScriptedKernel } from "../testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let database: OpenDatabase;
let server: TestServer;
let ada: Person;
let ben: Person;
let token = "";
const labs: string[] = [];
let kernel: ScriptedKernel;
/** What the kernel was answered when it asked for the bytes of a region's file. */
const answers: { readonly status: number; readonly text: string }[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer({}, { database });
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  for (const [person, name] of [
    [ada, "One"],
    [ben, "Two"],
  ] as const)
    labs.push((await person.ask("POST", "/api/v1/labs", { name })).body.id);
  token = await newLocalKernelToken(server.context);
  kernel = new ScriptedKernel({ url: server.url, token, onStep: answer });
}, 60_000);
afterEach(async () => {
  await database.pool.query("update runs set state = 'cancelled', ended_at = 1 where state in ('queued', 'leased')");
});
afterAll(async () => {
  await kernel.kill();
  await server.close();
  await database.close();
});

const fileOf = (step: PlanStep) => step.spec["file"] as { readonly digest: string; readonly name: string; readonly size: number };

/** A load answers a file that stays one; a region asks for its bytes and answers whatever. */
async function answer(step: PlanStep, lease: Lease) {
  if (step.kind === "load") return { out: { ...fileArtifact, file: { ...fileOf(step) }, part: null, index: null } };
  const [digest = ""] = step.sources ?? [];
  const found = await fetch(`${server.url}/api/v1/kernel/files/${digest}?run=${lease.run}`, {
    headers: { authorization: `Bearer ${token}`, range: "bytes=6-10" },
  });
  answers.push({ status: found.status, text: await found.text() });
  return step.kind === "along" ? { out: lies } : undefined;
}

/** Two bins, of which the second holds nothing. */
const lies = tableOf(
  textColumn("chromosome", ["chr1", "chr1"]),
  integerColumn("start", [100, 200]),
  integerColumn("end", [200, 250]),
  numberColumn("mean", [1.5, Number.NaN]),
);

async function datasetOf(lab: number, by: Person, content: string) {
  const bytes = Buffer.from(content);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const blob = await server.context.blobs.put(server.context.db, { lab: labs[lab] as string }, bytes);
  const dataset = `ds_${digest.slice(0, 12)}`;
  await database.pool.query("insert into datasets values ($1, $2, 'x.bam', $3, 1, 1, null)", [dataset, labs[lab], by.id]);
  await database.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, 'x.bam', $5, $6, 1)",
    [dataset, labs[lab], blob.id, digest, bytes.length, by.id],
  );
  return { dataset, file: { digest, name: "x.bam", size: bytes.length } };
}

async function notebookOf(by: Person, lab: number, file: object, places: readonly string[]) {
  const notebook = (await by.ask("POST", "/api/v1/notebooks", { lab: labs[lab], title: "T" })).body.id as string;
  const orders = keysBetween(null, null, places.length + 1);
  const cells = [
    { id: "cell_reads", kind: "load", name: "reads", spec: { file, format: "bam" } },
    ...places.map((place, at) => ({
      id: `cell_r${at}`,
      kind: "region",
      name: `r${at}`,
      spec: { from: { ref: "cell_reads" }, place },
    })),
  ];
  await by.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: cells.map((cell, at) => ({ type: "add-cell", mode: "manual", order: orders[at], ...cell })),
  });
  const status = async (cell: string) =>
    (await by.ask("GET", `/api/v1/notebooks/${notebook}/session`)).body.cells.find(
      (one: { readonly cell: string }) => one.cell === cell,
    )?.status;
  const ask = (cell: string) => by.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell, mode: "cell" });
  const run = async (cell: string) => {
    await ask(cell);
    await until(async () => ["fresh", "failed", "blocked"].includes((await status(cell))?.state));
    return status(cell);
  };
  const grant = (dataset: string) => by.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset });
  return { notebook, ask, run, status, grant };
}

test("a region is given the bytes behind its input by range, and its audit row names them (P-9a)", async () => {
  const { dataset, file } = await datasetOf(0, ada, "reads of Ada's lab");
  const { notebook, run, grant } = await notebookOf(ada, 0, file, ["chr1:1-100"]);
  expect((await grant(dataset)).status).toBeLessThan(300);
  expect((await run("cell_reads"))?.state).toBe("fresh");
  answers.length = 0;
  expect((await run("cell_r0"))?.state).toBe("fresh");
  expect(answers).toEqual([{ status: 206, text: "of Ad" }]);
  const leased = kernel.leases.findLast(({ plan }) => plan.steps.some((step) => step.kind === "region"));
  expect(leased?.files).toEqual({ [file.digest]: { size: file.size } });
  const { rows } = await database.pool.query<{ readonly detail: { readonly cell: string; readonly files?: unknown } }>(
    "select detail from audit where target = $1 and action = 'run.result'",
    [notebook],
  );
  expect(rows.find(({ detail }) => detail.cell === "cell_r0")?.detail.files).toEqual([file.digest]);
});

test("when the grant is gone the next region of it is refused, though what was loaded is kept (P-9a)", async () => {
  const { dataset, file } = await datasetOf(0, ada, "reads that were shared for a while");
  const { notebook, run, grant } = await notebookOf(ada, 0, file, ["chr1:1-100", "chr1:1-200"]);
  await grant(dataset);
  await run("cell_reads");
  expect((await run("cell_r0"))?.state).toBe("fresh");
  await database.pool.query("delete from notebook_datasets where notebook = $1", [notebook]);
  answers.length = 0;
  const refused = await run("cell_r1");
  expect(refused).toMatchObject({ state: "failed", failure: { reason: "server.file-not-granted" } });
  expect(answers).toEqual([]);
});

test("another lab's file without a grant is read by nobody's region, although its lab has the same cells", async () => {
  const { dataset, file } = await datasetOf(1, ben, "reads of Ben's lab");
  const theirs = await notebookOf(ben, 1, file, ["chr1:1-100"]);
  await theirs.grant(dataset);
  await theirs.run("cell_reads");
  expect((await theirs.run("cell_r0"))?.state).toBe("fresh");
  const ours = await notebookOf(ada, 0, file, ["chr1:1-100"]);
  answers.length = 0;
  expect(await ours.run("cell_reads")).toMatchObject({ state: "failed", failure: { reason: "server.file-not-granted" } });
  await ours.ask("cell_r0");
  // Long enough for a lease: the kernel waits for one.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await ours.status("cell_r0"))?.state).not.toBe("fresh");
  expect(answers).toEqual([]);
});

test("what lies along a place is told to whoever may see rows, read by a kernel with the bytes behind it, once (P-4, P-9a)", async () => {
  const { dataset, file } = await datasetOf(0, ada, "reads that are looked along");
  const { notebook, run, grant } = await notebookOf(ada, 0, file, []);
  await grant(dataset);
  await run("cell_reads");
  const door = `/api/v1/notebooks/${notebook}/cells/cell_reads/outputs/out/along?bins=2&place=`;
  const look = async (who: Person, place: string) => {
    for (;;) {
      const answered = await who.ask("GET", `${door}${place}`);
      if (answered.status !== 200 || answered.body.along) return answered;
    }
  };
  answers.length = 0;
  const [first, second] = await Promise.all([look(ada, "chr1:101-250"), look(ada, "chr1:101-250")]);
  expect(first.body).toEqual({
    waiting: null,
    along: { isEstimate: false, contig: "chr1", start: 100, end: 250, bin: 100, mean: [1.5, null], min: null, max: null },
  });
  expect(second.body).toEqual(first.body);
  // Whoever comes later and asks for an estimate is told what was read.
  expect((await look(ada, "chr1:101-250&estimate=true")).body).toEqual(first.body);
  expect(answers).toEqual([{ status: 206, text: "that " }]);
  expect((await look(ada, "chr1&estimate=true")).body.along).toMatchObject({ isEstimate: true });
  answers.length = 0;
  // Nothing of it stands in the notebook.
  const cells = (await ada.ask("GET", `/api/v1/notebooks/${notebook}/session`)).body.cells;
  expect(cells.map((one: { readonly cell: string }) => one.cell)).toEqual(["cell_reads"]);
  // Nor among the runs of its cells: looks are a list of their own.
  const kindsOf = async (query: string) =>
    (await ada.ask("GET", `/api/v1/runs?notebook=${notebook}${query}`)).body.runs.map(
      (one: { readonly cell: { readonly kind: string } }) => one.cell.kind,
    );
  expect([await kindsOf(""), await kindsOf("&looks=true")]).toEqual([["load"], ["along", "along"]]);
  const { rows } = await database.pool.query<{ readonly detail: { readonly door?: string } }>(
    "select detail from audit where target = $1 and detail->>'door' = 'along'",
    [notebook],
  );
  expect(rows.length).toBeGreaterThan(0);

  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "viewer" });
  expect((await look(ben, "chr1:101-250")).status).toBe(403);
  await database.pool.query("delete from notebook_datasets where notebook = $1", [notebook]);
  answers.length = 0;
  // Neither what is known of it already, nor another place.
  for (const place of ["chr1:101-250", "chr1:1-99"]) expect((await look(ada, place)).status).toBe(403);
  expect(answers).toEqual([]);
});
