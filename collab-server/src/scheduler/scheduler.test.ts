// Demands, plans, leases and results through the whole server: real Postgres, HTTP, a scripted kernel.

import { createHash } from "node:crypto";
import http from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { formatOf } from "@genomecraft/cells/formats.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { lackingFor, noteKernel } from "@genomecraft/storage/queries/kernels.ts";
import { forgetArtifacts } from "@genomecraft/storage/queries/artifacts.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { housekeepingRound } from "../housekeeping.ts";
import { ScriptedKernel, type ScriptedKernelOptions } from "../testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let database: OpenDatabase;
let server: TestServer;
let ada: Person;
let lab = "";
let token = "";
const kernels: ScriptedKernel[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer({}, { database });
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  token = await newLocalKernelToken(server.context);
}, 60_000);
afterEach(async () => {
  for (const kernel of kernels.splice(0)) await kernel.kill();
  // What a killed kernel held would come to the next test's kernel when its lease lapses.
  await database.pool.query("update runs set state = 'cancelled', ended_at = 1 where state in ('queued', 'leased')");
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const kernel = (more: Partial<ScriptedKernelOptions> = {}): ScriptedKernel => {
  const made = new ScriptedKernel({ url: server.url, token, ...more });
  kernels.push(made);
  return made;
};

/** A file that the notebook may read, so that `load` is ready. */
async function newNotebook(mode: "auto" | "manual" = "auto", format: string | null = "csv") {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id as string;
  const bytes = Buffer.from(`a,b\n${notebook},2\n`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const blob = await server.context.blobs.put(server.context.db, { lab }, bytes);
  const dataset = `ds_${notebook.slice(3)}`;
  const now = Date.now();
  await database.pool.query("insert into datasets values ($1, $2, 'f.csv', $3, $4, $4, null)", [dataset, lab, ada.id, now]);
  await database.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, 'f.csv', $5, $6, $7)",
    [dataset, lab, blob.id, digest, bytes.length, ada.id, now],
  );
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset });
  const [first, second, third] = keysBetween(null, null, 3) as [string, string, string];
  const file = { digest, name: "f.csv", size: bytes.length };
  const suffix = notebook.slice(3, 9);
  const id = { load: `cell_l${suffix}`, steps: `cell_t${suffix}`, chart: `cell_c${suffix}` };
  const answer = await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      { type: "add-cell", id: id.load, kind: "load", name: "raw", spec: { file, format }, order: first, mode },
      {
        type: "add-cell",
        id: id.steps,
        kind: "transform",
        name: "kept",
        spec: { from: { ref: id.load }, steps: [] },
        order: second,
        mode,
      },
      { type: "add-cell", id: id.chart, kind: "profile", name: "look", spec: { from: { ref: id.steps } }, order: third, mode },
    ],
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  const at = `/api/v1/notebooks/${notebook}`;
  return {
    notebook,
    at,
    id,
    dataset,
    states: async (): Promise<{ [cell: string]: string }> => {
      const { cells } = (await ada.ask("GET", `${at}/session`)).body;
      return Object.fromEntries(cells.map((cell: { cell: string; status: { state: string } }) => [cell.cell, cell.status.state]));
    },
    document: async (): Promise<string> => {
      const { rows } = await database.pool.query("select encode(data, 'hex') as hex from document_updates where notebook = $1", [
        notebook,
      ]);
      return rows.map((row) => row.hex).join();
    },
    demand: (cell: string | null, mode = "upstream", more = {}) => ada.ask("POST", `${at}/demands`, { cell, mode, ...more }),
  };
}

describe("a load whose format nobody wrote down, as in notebooks of earlier versions", () => {
  test("is looked into first, once for all notebooks with the file; its key says which reader answered (K-1)", async () => {
    const book = await newNotebook("auto", null);
    const one = kernel();
    await book.demand(book.id.chart);
    await until(async () => (await book.states())[book.id.chart] === "fresh");
    expect(one.steps.map(({ step }) => step.kind)).toEqual(["inspect", "load", "transform", "profile"]);
    expect(one.steps[1]?.step.spec["format"]).toBe("csv");
    const { cells } = (await ada.ask("GET", `${book.at}/session`)).body;
    const shown = cells.find((cell: { cell: string }) => cell.cell === book.id.load).shown;
    expect(shown.made).toMatchObject({ spec: { format: "csv" }, variants: { "format/csv": formatOf("csv").version } });
    // The document stays as it was written; a fresh host finds what was looked at.
    await book.demand(null, "all");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(one.steps).toHaveLength(4);
  });

  test("waits for a kernel, and is refused where the notebook was not granted the file", async () => {
    const book = await newNotebook("manual", null);
    await book.demand(book.id.load, "cell");
    await until(async () => (await book.states())[book.id.load] === "queued");
    kernel();
    await until(async () => (await book.states())[book.id.load] === "fresh");
    const closed = await newNotebook("manual", null);
    await database.pool.query("delete from notebook_datasets where notebook = $1", [closed.notebook]);
    await closed.demand(closed.id.load, "cell");
    await until(async () => (await closed.states())[closed.id.load] === "failed");
    const { cells } = (await ada.ask("GET", `${closed.at}/session`)).body;
    const { status } = cells.find((cell: { cell: string }) => cell.cell === closed.id.load);
    expect(status.failure.reason).toBe("server.file-not-granted");
  });
});

test("a cell whose saved recipe the notebook may not read fails itself, and not the load cell that it reads", async () => {
  const book = await newNotebook("manual");
  const recipe = { digest: "f".repeat(64), name: "theirs.recipe.json", size: 9 };
  await ada.ask("POST", `${book.at}/operations`, {
    operations: [{ type: "set-spec", cell: book.id.steps, path: ["steps"], value: [{ id: "s1", verb: "recipe", from: recipe }] }],
  });
  kernel();
  await book.demand(book.id.chart);
  await until(async () => (await book.states())[book.id.steps] === "failed");
  const { cells } = (await ada.ask("GET", `${book.at}/session`)).body;
  const told = Object.fromEntries(cells.map(({ cell, status }: { cell: string; status: object }) => [cell, status]));
  expect(told[book.id.load]).toMatchObject({ state: "fresh" });
  expect(told[book.id.steps]).toMatchObject({
    failure: { reason: "server.file-not-granted", params: { name: "theirs.recipe.json" } },
  });
  expect(told[book.id.chart]).toMatchObject({ state: "blocked", by: book.id.steps });
});

test("programs are told of features that were chosen by what is predicted, with the state of the cell", async () => {
  const book = await newNotebook("manual");
  const [after] = keysBetween("z", null, 1) as [string];
  const model = `cell_m${book.id.load.slice(6)}`;
  const spec = { from: { ref: book.id.steps }, target: "b", algorithm: { type: "naive-bayes" } };
  const steps = [{ id: "s1", verb: "derive", name: "c", formula: "a * b" }];
  await ada.ask("POST", `${book.at}/operations`, {
    operations: [
      { type: "set-spec", cell: book.id.steps, path: ["steps"], value: steps },
      { type: "add-cell", id: model, kind: "train", name: "model", spec, order: after, mode: "manual" },
    ],
  });
  const { cells } = (await ada.ask("GET", `${book.at}/session`)).body;
  const told = Object.fromEntries(cells.map((cell: { cell: string; doubts?: unknown }) => [cell.cell, cell.doubts]));
  expect(told[book.id.steps]).toBeUndefined();
  expect(told[model]).toMatchObject([
    {
      key: "learn.doubt-chosen-before",
      params: { cells: ["kept"], target: "b" },
      message: expect.stringMatching(/^kept computes with b/),
    },
  ]);
});

describe("a demand", () => {
  test("runs a chain in one lease, whatever closes meanwhile; asked again it runs nothing, and the document holds no result (R-1, D-7)", async () => {
    const book = await newNotebook();
    const one = kernel();
    const written = await book.document();
    expect((await book.demand(book.id.chart)).status).toBe(200);
    await until(async () => (await book.states())[book.id.chart] === "fresh");
    expect(one.leases).toHaveLength(1);
    expect(one.steps.map(({ step }) => step.kind)).toEqual(["load", "transform", "profile"]);
    await book.demand(null, "all");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(one.leases).toHaveLength(1);
    // What is computed never enters the document (D-7).
    expect(await book.document()).toBe(written);
    const { rows } = await database.pool.query("select kind, outputs, sources from results where notebook = $1 order by kind", [
      book.notebook,
    ]);
    expect(rows.map((row) => row.kind)).toEqual(["load", "profile", "transform"]);
    expect(rows.every((row) => row.sources.length === 1)).toBe(true);
    const audit = await database.pool.query("select action from audit where target = $1 and action = 'run.result'", [
      book.notebook,
    ]);
    expect(audit.rowCount).toBe(3);
    // What came out can be looked at.
    const window = await ada.ask("GET", `${book.at}/cells/${book.id.steps}/outputs/out/window?offset=0&limit=10`);
    expect(window.body).toMatchObject({ total: 3 });
    // ... and taken away.
    for (const [format, type, start] of [
      ["csv", "text/csv; charset=utf-8", "a\n"],
      ["parquet", "application/vnd.apache.parquet", "PAR1"],
    ]) {
      const at = `${book.at}/cells/${book.id.steps}/outputs/out/download?format=${format}`;
      const file = await ada.ask("GET", at);
      expect(file.headers.get("content-type")).toBe(type);
      expect(file.body.startsWith(start)).toBe(true);
    }
  });

  test("is not lost when it comes right after a long text that is looked at in turns (R-14, L-4)", async () => {
    const book = await newNotebook("manual");
    const leave = server.live.scheduler.opened(book.notebook, lab, ada.id);
    await until(() => server.live.scheduler.hostOf(book.notebook) !== null);
    const sql = Array.from({ length: 9_000 }, (_, at) => `(select ${at} as x from raw)`)
      .join(" union all ")
      .slice(0, 250_000);
    const orders = keysBetween("z", null, 28);
    const last = `cell_z${book.id.load.slice(6)}`;
    const operations = orders.map(
      (order, at): Operation => ({
        type: "add-cell",
        id: (at === 27 ? last : `cell_${at}${book.id.load.slice(6)}`) as CellId,
        kind: "query",
        name: `q${at}`,
        spec: { sql: at === 27 ? "select * from raw" : sql },
        order,
        mode: "manual",
      }),
    );
    const { documents, scheduler } = server.live;
    const written = documents.applyOperations(book.notebook, operations, ada.id);
    await scheduler.demand({ notebook: book.notebook, lab, cell: last as CellId, mode: "upstream", by: ada.id });
    expect((await written).ok).toBe(true);
    const one = kernel();
    await until(async () => (await book.states())[last] === "fresh");
    expect(one.steps.map(({ step }) => step.cell)).toEqual([book.id.load, last]);
    leave();
  });

  test.each(["auto", "manual"] as const)(
    "what the next turn supersedes, of a cell that runs by itself, is dropped and made again (K-5): %s",
    async (mode) => {
      const book = await newNotebook(mode);
      let letGo: () => void = () => {};
      let held = Promise.resolve();
      const hold = (): void => {
        held = new Promise((resolve) => {
          letGo = resolve;
        });
      };
      const one = kernel({ holds: () => held });
      await book.demand(book.id.chart);
      await until(async () => (await book.states())[book.id.chart] === "fresh");
      const freshDigest = async (): Promise<string> => {
        const { cells } = (await ada.ask("GET", `${book.at}/session`)).body;
        const of = cells.find((each: { cell: string }) => each.cell === book.id.steps);
        return of.status.state === "fresh" ? of.shown.outputs.out.digest : "";
      };
      const turn = async (rows: number): Promise<string> => {
        const before = await freshDigest();
        const operations = [{ type: "set-spec", cell: book.id.steps, path: ["steps"], value: [{ verb: "head", rows }] }];
        expect((await ada.ask("POST", `${book.at}/operations`, { operations })).status).toBe(200);
        await book.demand(book.id.steps);
        await until(async () => !["", before].includes(await freshDigest()));
        return freshDigest();
      };
      const isStored = async (digest: string): Promise<boolean> =>
        (await database.pool.query("select 1 from artifacts where digest = $1", [digest])).rowCount === 1;

      hold();
      const past = await turn(1);
      const present = await turn(2);
      letGo();
      await until(() => isStored(present));
      if (mode === "manual") return until(() => isStored(past));
      expect(await isStored(past)).toBe(false);
      const ran = one.steps.length;
      expect(await turn(1)).toBe(past);
      expect(one.steps.length).toBeGreaterThan(ran);
      await until(() => isStored(past));

      // Somebody who looks at it keeps it.
      hold();
      const looked = await turn(3);
      const window = ada.ask("GET", `${book.at}/cells/${book.id.steps}/outputs/out/window?offset=0&limit=10&digest=${looked}`);
      await turn(4);
      letGo();
      expect((await window).body).toMatchObject({ total: 3 });
      expect(await isStored(looked)).toBe(true);
    },
  );

  test("beside the notebook's own graph is listed by the names of its cells", async () => {
    const book = await newNotebook("manual");
    kernel();
    await book.demand(book.id.chart);
    await until(async () => (await book.states())[book.id.chart] === "fresh");
    const namesOfRuns = async (): Promise<readonly string[]> =>
      (await ada.ask("GET", `/api/v1/runs?notebook=${book.notebook}`)).body.runs.map(
        (run: { cell: { name: string } }) => run.cell.name,
      );
    const before = (await namesOfRuns()).length;
    expect((await ada.ask("POST", `${book.at}/cells/${book.id.chart}/verify`)).status).toBe(200);
    const names = await namesOfRuns();
    expect(names.length).toBeGreaterThan(before);
    expect(names).not.toContain("");
  });

  test("is not needed to be told the truth: an edit that nobody looks at makes cells out of date", async () => {
    const book = await newNotebook("manual");
    kernel();
    expect((await book.states())[book.id.chart]).not.toBe("fresh");
    await book.demand(book.id.chart);
    await until(async () => (await book.states())[book.id.chart] === "fresh");
    await server.live.scheduler.leaveIdle();
    await ada.ask("POST", `${book.at}/operations`, {
      operations: [{ type: "set-spec", cell: book.id.load, path: ["header"], value: false }],
    });
    expect(Object.values(await book.states())).toEqual(expect.arrayContaining(["stale"]));
    expect(Object.values(await book.states())).not.toContain("fresh");
  });

  test("sent right after an edit of a text is for the cell as it reads then, and is never lost (R-14)", async () => {
    kernel();
    const { at, notebook } = await newNotebook();
    const id = `cell_q${notebook.slice(3, 9)}`;
    const sql = (n: number): string => `select ${n} as x, '${notebook}' as y`;
    const operate = (operation: object) => ada.ask("POST", `${at}/operations`, { operations: [operation] });
    const order = keysBetween(null, null, 4)[3];
    await operate({ type: "add-cell", id, kind: "query", name: "q", spec: { sql: sql(0) }, order, mode: "auto" });
    const statusOf = async () =>
      (await ada.ask("GET", `${at}/session`)).body.cells.find((cell: { cell: string }) => cell.cell === id);
    for (const [n, pause] of [0, 0, 20, 60, 120, 200].entries()) {
      if (n > 0) await operate({ type: "set-spec", cell: id, path: ["sql"], value: sql(n) });
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      expect((await ada.ask("POST", `${at}/demands`, { cell: id, mode: "upstream" })).status).toBe(200);
      await until(async () => {
        const said = await statusOf();
        return said?.status.state === "fresh" && said.shown?.made?.spec.sql.startsWith(`select ${n} as x`);
      });
    }
  });

  test("made by many at once is one run (R-2)", async () => {
    const book = await newNotebook("manual");
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const one = kernel({ onStep: async () => gate });
    kernel({ name: "second", onStep: async () => gate });
    await Promise.all(Array.from({ length: 8 }, () => book.demand(book.id.load, "cell")));
    await until(async () => (await book.states())[book.id.load] === "running");
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { rows } = await database.pool.query("select id from runs where notebook = $1", [book.notebook]);
    expect(rows).toHaveLength(1);
    release();
    await until(async () => (await book.states())[book.id.load] === "fresh");
    void one;
  });

  test("without cache makes a new generation and keeps the old one (R-4)", async () => {
    const book = await newNotebook();
    kernel();
    await book.demand(book.id.load);
    await until(async () => (await book.states())[book.id.load] === "fresh");
    await book.demand(book.id.load, "cell", { fresh: true });
    await until(async () => {
      const { rows } = await database.pool.query(
        "select generation from results where notebook = $1 and kind = 'load' order by 1",
        [book.notebook],
      );
      return rows.length === 2 && rows[1].generation === 1;
    });
  });

  test("names cells and values, and never brings code or settings along (P-3)", async () => {
    const book = await newNotebook();
    for (const more of [{ spec: { steps: [] } }, { code: "1" }, { kind: "query" }, { plan: { steps: [] } }])
      expect((await book.demand(book.id.steps, "cell", more)).status).toBe(422);
  });

  test("of somebody who may only look is refused", async () => {
    const book = await newNotebook();
    const ben = await server.signUp("Ben");
    await ada.ask("PUT", `${book.at}/access`, { email: ben.email, role: "viewer" });
    expect((await ben.ask("POST", `${book.at}/demands`, { cell: null, mode: "all" })).status).toBe(403);
  });

  test("taken back stops what runs: the kernel's next beat tells it (R-3)", async () => {
    const book = await newNotebook("manual");
    const one = kernel({ onStep: () => new Promise(() => {}) });
    await book.demand(book.id.load, "cell");
    await until(async () => (await book.states())[book.id.load] === "running");
    expect((await ada.ask("DELETE", `${book.at}/cells/${book.id.load}/run`)).status).toBe(200);
    await until(
      async () =>
        (await database.pool.query("select cancel_requested from runs where notebook = $1", [book.notebook])).rows[0]
          .cancel_requested,
    );
    const { beats } = one;
    await until(async () => (await book.states())[book.id.load] === "cancelled");
    await until(() => one.cancelled === 1);
    expect(one.beats - beats).toBeLessThanOrEqual(1);
    await until(
      async () =>
        (await database.pool.query("select state from runs where notebook = $1", [book.notebook])).rows[0].state === "cancelled",
    );
  });
});

describe("kernels come and go", () => {
  test("a kernel whose connection closes and that is not heard again is soon replaced", async () => {
    const book = await newNotebook("manual");
    await book.demand(book.id.load, "cell");
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const post = (path: string, body: unknown): Promise<{ readonly run: string; readonly attempt: number }> =>
      new Promise((resolve, reject) => {
        const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
        const asking = http.request(`${server.url}/api/v1/kernel${path}`, { method: "POST", agent, headers }, (answer) => {
          let text = "";
          answer.on("data", (chunk) => {
            text += chunk;
          });
          answer.on("end", () => resolve((text === "" ? { run: "", attempt: 0 } : JSON.parse(text)) as never));
        });
        asking.on("error", reject);
        asking.end(JSON.stringify(body));
      });
    const caps = { cpu: 1, memory: 2 ** 31, gpu: [] };
    const lease = (): ReturnType<typeof post> =>
      post("/lease", { kernel: "dies", caps, versions: engineVersions, waitMs: 1_000 });
    const isOurs = async (id: string): Promise<boolean> =>
      (await database.pool.query("select 1 from runs where id = $1 and notebook = $2", [id, book.notebook])).rowCount === 1;
    // What other tests left behind may come first.
    let { run, attempt } = await lease();
    while (!(await isOurs(run))) ({ run, attempt } = await lease());
    const lapses = async (): Promise<number> =>
      Number((await database.pool.query("select lease_until from runs where id = $1", [run])).rows[0].lease_until ?? Infinity);
    await post(`/runs/${run}/beat`, { attempt, step: 0, fraction: null, note: null });
    const before = await lapses();
    agent.destroy();
    await until(async () => (await lapses()) < before);
    const second = kernel({ name: "second" });
    await until(() => second.leases.some((lease) => lease.run === run && lease.attempt === 2));
  });

  test("a kernel that dies is replaced; what it says afterwards is refused (R-5)", async () => {
    const book = await newNotebook("manual");
    const first = kernel({ name: "first", onStep: () => new Promise(() => {}) });
    await book.demand(book.id.load, "cell");
    await until(() => first.leases.length === 1);
    await first.kill();
    const second = kernel({ name: "second" });
    await until(() => second.leases.some((lease) => lease.run === first.leases[0]?.run && lease.attempt === 2));
    await until(async () => (await book.states())[book.id.load] === "fresh");
    const late = await server.nobody.ask(
      "POST",
      `/api/v1/kernel/runs/${first.leases[0]?.run}/done`,
      { attempt: 1, outcome: "done" },
      { authorization: `Bearer ${token}` },
    );
    expect(late.status).toBe(409);
  });

  test("killed between the last step and the end of its run it leaves the cell fresh; the next kernel ends the run (R-5)", async () => {
    const book = await newNotebook("manual");
    const first = kernel({ name: "first", holds: () => new Promise(() => {}) });
    await book.demand(book.id.load, "cell");
    await until(async () => (await book.states())[book.id.load] === "fresh");
    await first.kill();
    const [{ id: run }] = (await database.pool.query("select id from runs where notebook = $1", [book.notebook])).rows;
    const second = kernel({ name: "second" });
    const seen = new Set<string>();
    await until(async () => {
      seen.add((await book.states())[book.id.load] ?? "none");
      return (await database.pool.query("select state from runs where id = $1", [run])).rows[0].state === "done";
    });
    expect([...seen]).toEqual(["fresh"]);
    expect(second.leases.map((lease) => [lease.run, lease.attempt])).toEqual([[run, 2]]);
    const listed = (await ada.ask("GET", `/api/v1/runs?notebook=${book.notebook}`)).body.runs;
    expect(listed).toMatchObject([{ id: run, state: "done" }]);
    expect((await ada.ask("GET", `${book.at}/cells/${book.id.load}/outputs/out/window`)).status).toBe(200);
  });

  test("one whose engines differ gets nothing; one without a token neither", async () => {
    const ask = (headers: Record<string, string>, versions: Record<string, string>) =>
      server.nobody.ask("POST", "/api/v1/kernel/lease", { kernel: "k", caps: {}, versions, waitMs: 0 }, headers);
    expect((await ask({ authorization: `Bearer ${token}` }, { duckdb: "0.1" })).status).toBe(422);
    expect((await ask({ authorization: "Bearer nobody" }, {})).status).toBe(401);
  });

  test("files and artifacts are given under the lease that reads them, and under no other (P-5)", async () => {
    const book = await newNotebook("manual");
    let seen: { status: number; text: string } | null = null;
    const one = kernel({
      onStep: async (_step, lease) => {
        const [digest = ""] = Object.keys(lease.files);
        const answer = await fetch(`${server.url}/api/v1/kernel/files/${digest}?run=${lease.run}`, {
          headers: { authorization: `Bearer ${token}`, range: "bytes=0-2" },
        });
        seen = { status: answer.status, text: await answer.text() };
      },
    });
    await book.demand(book.id.load, "cell");
    await until(async () => (await book.states())[book.id.load] === "fresh");
    expect(seen).toEqual({ status: 206, text: "a,b" });
    const { run, files } = one.leases[0] as (typeof one.leases)[0];
    await until(async () => (await database.pool.query("select state from runs where id = $1", [run])).rows[0].state === "done");
    const after = await server.nobody.ask("GET", `/api/v1/kernel/files/${Object.keys(files)[0]}?run=${run}`, undefined, {
      authorization: `Bearer ${token}`,
    });
    expect(after.status).toBe(409);
  });

  test("an artifact that was not kept is made again (R-7)", async () => {
    const book = await newNotebook("manual");
    const one = kernel();
    await book.demand(book.id.load, "cell");
    await until(async () => (await book.states())[book.id.load] === "fresh");
    await until(
      async () =>
        (await database.pool.query("select state from runs where notebook = $1", [book.notebook])).rows[0].state === "done",
    );
    await database.pool.query("delete from artifacts");
    await book.demand(book.id.steps, "upstream");
    await until(async () => (await book.states())[book.id.steps] === "fresh");
    expect(one.steps.map(({ step }) => step.kind)).toEqual(["load", "load", "transform"]);
  });

  describe("a result whose bytes are lost (R-7)", () => {
    const kept = async () => {
      const book = await newNotebook("manual");
      const made = [kernel()];
      await book.demand(book.id.load, "cell");
      await until(async () => (await book.states())[book.id.load] === "fresh");
      const runs = "select count(*)::int as n from runs where notebook = $1 and state = 'done'";
      await until(async () => (await database.pool.query(runs, [book.notebook])).rows[0].n === 1);
      const { rows } = await database.pool.query(
        "select a.blob from artifacts a join result_outputs o on o.digest = a.digest join results r on r.key = o.key where r.notebook = $1",
        [book.notebook],
      );
      const [{ blob }] = rows;
      const look = () => ada.ask("GET", `${book.at}/cells/${book.id.load}/outputs/out/window?limit=5`);
      const mine = new Set<string>(Object.values(book.id));
      const kinds = () => made.flatMap((one) => one.steps.filter(({ step }) => mine.has(step.cell)).map(({ step }) => step.kind));
      return { book, blob, look, kinds };
    };
    const remove = (blob: string) => server.context.store.delete(blob);
    /** A bit of the last byte, so that the file opens. */
    const damage = async (blob: string) => {
      const size = (await server.context.store.size(blob)) ?? 0;
      const bytes = Uint8Array.from(await server.context.store.read(blob, 0, size));
      bytes[size - 1] = (bytes[size - 1] ?? 0) ^ 1;
      await server.context.store.write(blob, [bytes]);
    };

    test("says so to whoever reads it, and is made and kept again for whoever asks for it", async () => {
      for (const [lose, status, reason] of [
        [remove, 404, "server.result-not-kept"],
        [damage, 500, "server.result-damaged"],
      ] as const) {
        for (const one of kernels.splice(0)) await one.kill();
        const { book, blob, look, kinds } = await kept();
        await lose(blob);
        expect(await look()).toMatchObject({ status, body: { error: { failure: { reason } } } });
        expect(await look()).toMatchObject({ status: 404, body: { error: { failure: { reason: "server.result-not-kept" } } } });
        await book.demand(book.id.load, "cell");
        await until(async () => (await look()).status === 200);
        expect(kinds()).toEqual(["load", "load"]);
      }
    });

    test("is made again for whoever asks, also where nobody has read it, and nothing is made twice", async () => {
      const { book, blob, look, kinds } = await kept();
      await remove(blob);
      await book.demand(null, "all");
      await until(async () => (await book.states())[book.id.chart] === "fresh");
      expect((await look()).status).toBe(200);
      await book.demand(null, "all");
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(kinds()).toEqual(["load", "load", "transform", "profile"]);
    });

    test("and that a run reads is made again before it", async () => {
      const { book, blob, look } = await kept();
      await damage(blob);
      for (const one of kernels.splice(0)) await one.kill();
      // As a real kernel: it fetches what its step reads, and is lost where that breaks off.
      let broke = 0;
      const other = kernel({
        onStep: async ({ inputs }, { run, attempt }) => {
          for (const input of Object.values(inputs)) {
            if (!("digest" in input)) continue;
            const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
            const of = `${server.url}/api/v1/kernel`;
            const answer = await fetch(`${of}/artifacts/${input.digest}?run=${run}`, { headers });
            const bytes = await answer.arrayBuffer().catch(() => null);
            if (answer.status === 200 && bytes) continue;
            broke += 1;
            const body = JSON.stringify({ attempt, outcome: "lost", detail: "it broke off" });
            await fetch(`${of}/runs/${run}/done`, { method: "POST", headers, body });
            throw new Error(`the artifact ${input.digest} is not in the store`);
          }
        },
      });
      await book.demand(book.id.steps, "upstream");
      await until(async () => (await book.states())[book.id.steps] === "fresh");
      expect(broke).toBe(1);
      expect(other.steps.map(({ step }) => step.kind)).toEqual(["load", "transform"]);
      expect((await look()).status).toBe(200);
    });
  });
});

describe("a server that starts again", () => {
  test("finishes the chain that was under way (R-6)", async () => {
    const book = await newNotebook();
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const one = kernel({ onStep: async (step) => (step.kind === "load" ? gate : undefined) });
    await book.demand(book.id.chart);
    await until(() => one.leases.length === 1);
    const { config } = server.context;
    await server.close();
    release();
    server = await startTestServer({ ...config, home: config.home }, { database });
    await until(async () => {
      const { rows } = await database.pool.query("select kind from results where notebook = $1", [book.notebook]);
      return rows.length === 3;
    }, 10_000);
    await until(
      async () => (await database.pool.query("select 1 from demands where notebook = $1", [book.notebook])).rowCount === 0,
    );
  });
});

describe("a server that starts again on a busy machine", () => {
  test("cancels nothing that is wanted, however long it takes to find out what is (R-6)", async () => {
    const book = await newNotebook("manual");
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const one = kernel({ onStep: async (step) => (step.kind === "load" ? gate : undefined) });
    await book.demand(book.id.chart);
    await until(() => one.leases.length === 1);
    const { config } = server.context;
    await server.close();
    // Nothing can be looked up for longer than it waits before it takes stock of what runs.
    const slow = await database.pool.connect();
    await slow.query("begin; lock table results in access exclusive mode");
    server = await startTestServer({ ...config, home: config.home }, { database });
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    await slow.query("commit");
    slow.release();
    release();
    await until(async () => (await book.states())[book.id.chart] === "fresh");
    const runs = async (): Promise<readonly { readonly state: string; readonly cancel_requested: boolean }[]> =>
      (await database.pool.query("select state, cancel_requested from runs where notebook = $1", [book.notebook])).rows;
    await until(async () => (await runs()).every(({ state }) => state !== "leased"));
    expect(await runs()).toEqual([{ state: "done", cancel_requested: false }]);
  });
});

describe("what a run needs", () => {
  test("a file that no connected kernel can hold waits, says for how much memory, and goes on when such a kernel comes (R-13)", async () => {
    const book = await newNotebook("manual");
    const [row] = (
      await database.pool.query("select digest from dataset_versions where dataset = $1", [`ds_${book.notebook.slice(3)}`])
    ).rows;
    const file = { digest: row.digest, name: "f.csv", size: 10 * 2 ** 30 };
    await ada.ask("POST", `${book.at}/operations`, {
      operations: [{ type: "set-spec", cell: book.id.load, path: ["file"], value: file }],
    });
    const small = kernel({ name: "small" });
    await book.demand(book.id.load, "cell");
    const statusOf = async (): Promise<{ state?: string; why?: { what: string } }> =>
      (await ada.ask("GET", `${book.at}/session`)).body.cells.find((cell: { cell: string }) => cell.cell === book.id.load)
        ?.status ?? {};
    await until(async () => (await statusOf()).why?.what === "memory");
    expect((await statusOf()).why).toEqual({ what: "memory", bytes: 4 * 2 ** 30 });
    expect(small.leases).toEqual([]);
    kernel({ name: "large", memory: 8 * 2 ** 30 });
    await until(async () => (await statusOf()).state === "fresh");
    expect(small.leases).toEqual([]);
  });

  test("where no kernel was heard of for long, that is what it waits for", async () => {
    const now = Date.now();
    const lacking = () => lackingFor(server.context.db, { id: "run_none", lab, needs: {} }, now);
    await noteKernel(server.context.db, (await database.pool.query("select id from kernel_tokens")).rows[0].id, "k", {
      memory: 2 ** 30,
      gpus: 0,
      site: "",
      at: now,
    });
    await database.pool.query("update kernel_tokens set last_seen_at = $1", [now]);
    expect(await lacking()).toBeNull();
    expect(await lackingFor(server.context.db, { id: "run_none", lab, needs: { memory: 2 ** 40 } }, now)).toEqual({
      what: "memory",
      bytes: 2 ** 40,
    });
    await database.pool.query("update kernel_tokens set last_seen_at = $1", [now - 200_000]);
    expect(await lacking()).toEqual({ what: "no-kernel" });
    await database.pool.query("update kernel_tokens set last_seen_at = $1", [now]);
  });
});

describe("what is kept", () => {
  test("artifacts that nobody used for long go, but for those on show; a check against the record is never shown (R-11)", async () => {
    const book = await newNotebook("manual");
    kernel();
    await book.demand(book.id.steps, "upstream");
    await until(async () => (await book.states())[book.id.steps] === "fresh");
    await until(async () => (await database.pool.query("select 1 from runs where state = 'leased'")).rowCount === 0);
    const spare = createHash("sha256").update(`${book.notebook} spare`).digest("hex");
    const { rows } = await database.pool.query("select blob from artifacts limit 1");
    await database.pool.query("insert into artifacts values ($1, $2, $3, 1, 1, 1)", [lab, spare, rows[0].blob]);
    await database.pool.query("update artifacts set used_at = 1");
    const { rows: before } = await database.pool.query("select count(*)::int as n from artifacts");
    const forgotten = await forgetArtifacts(server.context.db, 2);
    expect(forgotten).toBeGreaterThanOrEqual(1);
    const kept = await database.pool.query("select digest from artifacts");
    expect(kept.rows.length).toBe(before[0].n - forgotten);
    expect(kept.rows.map((row) => row.digest)).not.toContain(spare);
    const shown = await ada.ask("GET", `${book.at}/cells/${book.id.steps}/outputs/out/window?offset=0&limit=1`);
    expect(shown.status).toBe(200);

    const trace = await ada.ask("POST", `${book.at}/cells/${book.id.steps}/verify`);
    expect(trace.status).toBe(200);
    expect(trace.body.cells.map((cell: { verdict: string }) => cell.verdict)).toEqual(["identical", "identical"]);
    const { rows: made } = await database.pool.query(
      "select generation, evicted from results where notebook = $1 and kind = 'load' order by generation",
      [book.notebook],
    );
    expect(made).toEqual([
      { generation: 0, evicted: false },
      { generation: 1, evicted: true },
    ]);
  });

  test("logs go a month after their run, runs after three; how a result was made stays on record (R-12)", async () => {
    const { pool } = database;
    const book = await newNotebook("manual");
    kernel();
    await book.demand(book.id.load, "cell");
    await until(async () => (await book.states())[book.id.load] === "fresh");
    await until(async () => (await pool.query("select 1 from runs where state in ('leased', 'queued')")).rowCount === 0);
    const [{ id }] = (await pool.query("select id from runs where notebook = $1", [book.notebook])).rows;
    await pool.query("insert into run_logs values ($1, $2, 'said', 4) on conflict do nothing", [id, lab]);
    const left = async () => [
      (await pool.query("select 1 from runs where id = $1", [id])).rowCount,
      (await pool.query("select 1 from run_logs where run = $1", [id])).rowCount,
    ];
    const days = async (n: number): Promise<void> => {
      await pool.query("update runs set ended_at = $2 where id = $1", [id, Date.now() - n * 86_400_000]);
      await housekeepingRound(server.context);
    };
    await days(29);
    expect(await left()).toEqual([1, 1]);
    await days(31);
    expect(await left()).toEqual([1, 0]);
    const before = await ada.ask("GET", `${book.at}/cells/${book.id.load}/lineage`);
    await pool.query("update runs set state = 'leased', lease_until = $2 where id = $1", [id, Date.now() + 60_000]);
    await days(91);
    expect(await left(), "what is at work is kept").toEqual([1, 0]);
    await pool.query("update runs set state = 'done' where id = $1", [id]);
    await days(91);
    expect(await left()).toEqual([0, 0]);
    const after = await ada.ask("GET", `${book.at}/cells/${book.id.load}/lineage`);
    expect([after.status, after.body]).toEqual([200, before.body]);
    expect((await ada.ask("POST", `${book.at}/cells/${book.id.load}/verify`)).body.ok).toBe(true);
    expect((await ada.ask("GET", `/api/v1/labs/${lab}/audit/verify`)).body).toMatchObject({ intact: true, broken: null });
  });
});
