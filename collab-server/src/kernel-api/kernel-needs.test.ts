// What a run cannot do without keeps it from kernels that have less: by the lease protocol, on a real Postgres over HTTP.
// Runs are put into the queue as the scheduler does, with needs that no kind of this release has.

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Needs } from "@genomecraft/cells/base/needs.ts";
import { lackingFor } from "@genomecraft/storage/queries/kernels.ts";
import { askForRun } from "@genomecraft/storage/queries/run-askers.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
const labs: string[] = [];
const notebooks: string[] = [];
/** Of a kernel of each lab, and of the server's own. */
const tokens: string[] = [];
let ofServer = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  for (const name of ["One", "Two"]) {
    const lab = (await ada.ask("POST", "/api/v1/labs", { name })).body.id as string;
    labs.push(lab);
    notebooks.push((await ada.ask("POST", "/api/v1/notebooks", { lab, title: name })).body.id);
    tokens.push((await ada.ask("POST", `/api/v1/labs/${lab}/kernels`, { name: "box" })).body.token);
  }
  ofServer = await newLocalKernelToken(server.context);
}, 60_000);
afterEach(async () => {
  const { db } = server.context;
  await db.execute("update runs set state = 'cancelled', ended_at = 1 where state in ('queued', 'leased')");
  await db.execute("update kernel_tokens set caps = '{}'::jsonb");
});
afterAll(() => server.close());

let asked = 0;
async function ask(needs: Needs, of = 0): Promise<{ readonly id: string; readonly lab: string; readonly needs: Needs }> {
  const id = newId("run", systemRandom) as string;
  const lab = labs[of] as string;
  const run = {
    id,
    lab,
    notebook: notebooks[of] as string,
    cell: "cell_x",
    cellName: "x",
    kind: "profile",
    key: String(++asked).padStart(64, "0"),
    headSources: [],
    generation: 0,
    plan: { steps: [], fresh: false },
    needs,
    files: {},
    sources: [],
    priority: 0,
    by: ada.id,
  };
  await server.context.db.transaction((tx) => askForRun(tx, run, { asker: "test", shows: false }));
  return { id, lab, needs };
}
async function lease(token: string, caps: object = {}, name = `kernel ${asked}`): Promise<string | null> {
  const { status, body } = await server.nobody.ask(
    "POST",
    "/api/v1/kernel/lease",
    { kernel: name, caps: { memory: 2 ** 31, ...caps }, versions: engineVersions, waitMs: 0 },
    { authorization: `Bearer ${token}` },
  );
  return status === 204 ? null : body.run;
}
const waitsFor = (run: Parameters<typeof lackingFor>[1]) => lackingFor(server.context.db, run, Date.now());
const listed = async (id: string) =>
  (await ada.ask("GET", "/api/v1/runs")).body.runs.find((run: { id: string }) => run.id === id);

test("R-13: a run that needs a program goes to a kernel that has it and to no other, and says which it waits for", async () => {
  const run = await ask({ software: ["plink2"] });
  const why = { what: "software", names: ["plink2"] };
  expect(await lease(ofServer)).toBeNull();
  expect(await lease(ofServer, { software: ["bcftools"] }, "other")).toBeNull();
  expect(await waitsFor(run)).toEqual(why);
  expect((await listed(run.id)).waits).toEqual(why);
  expect(await lease(ofServer, { software: ["bcftools", "plink2"] }, "has it")).toBe(run.id);
  expect((await listed(run.id)).waits).toBeNull();
  expect(await waitsFor(run)).toBeNull();
});

test("R-13: a run that needs a kernel of a lab goes to none of the server, and to none of another lab", async () => {
  const run = await ask({ lab: labs[0] as string });
  expect(await lease(ofServer)).toBeNull();
  expect(await lease(tokens[1] as string)).toBeNull();
  expect(await waitsFor(run)).toEqual({ what: "lab", lab: labs[0], name: "One" });
  expect(await lease(tokens[0] as string)).toBe(run.id);
  // Another lab's kernels may not read this lab's data: nobody is there who could.
  const elsewhere = await ask({ lab: labs[1] as string });
  expect(await lease(tokens[1] as string)).toBeNull();
  expect(await waitsFor(elsewhere)).toEqual({ what: "lab", lab: labs[1], name: "Two" });
});

test("R-13: a run that needs a site or a GPU goes where that is", async () => {
  const there = await ask({ site: "Turku" });
  expect(await lease(ofServer, { site: "Oulu" })).toBeNull();
  expect(await waitsFor(there)).toEqual({ what: "site", site: "Turku" });
  expect(await lease(ofServer, { site: "Turku" })).toBe(there.id);
  const quick = await ask({ gpu: 2 });
  expect(await lease(ofServer, { gpu: ["A"] })).toBeNull();
  expect(await waitsFor(quick)).toEqual({ what: "gpu", count: 2 });
  expect(await lease(ofServer, { gpu: ["A", "B"] })).toBe(quick.id);
});

test("R-13: where each thing is connected and nowhere all of it, all of it is what it waits for", async () => {
  const run = await ask({ gpu: 1, software: ["plink2"] });
  expect(await lease(ofServer, { gpu: ["A"] }, "gpu")).toBeNull();
  expect(await lease(ofServer, { software: ["plink2"] }, "program")).toBeNull();
  const lacks = [
    { what: "gpu", count: 1 },
    { what: "software", names: ["plink2"] },
  ];
  expect(await waitsFor(run)).toEqual({ what: "together", lacks });
  expect((await listed(run.id)).waits).toEqual({ what: "together", lacks });
});

test("S-3: a kernel's beat may say a note as text, as those of earlier releases do: it is dropped, and the run goes on", async () => {
  const run = await ask({});
  expect(await lease(ofServer)).toBe(run.id);
  const beat = (note: unknown) =>
    server.nobody.ask(
      "POST",
      `/api/v1/kernel/runs/${run.id}/beat`,
      { attempt: 1, step: 0, fraction: 0.5, note },
      { authorization: `Bearer ${ofServer}` },
    );
  const note = { key: "learn.progress-fold", params: { fold: 1, folds: 5 } };
  for (const [said, kept] of [
    [note, note],
    ['learn.progress-fold {"fold":1,"folds":5}', null],
    [{ key: "<script>", params: {} }, null],
    [null, null],
  ]) {
    expect((await beat(said)).status).toBe(200);
    expect((await listed(run.id)).progress).toEqual({ fraction: 0.5, note: kept });
  }
});
