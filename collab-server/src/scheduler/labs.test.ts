// What crosses between labs and between people: fairness of the queue, restricted cells, personal values, two servers.

import { createHash } from "node:crypto";
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";
import { tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import { askForRun, leaveRun } from "@genomecraft/storage/queries/run-askers.ts";
import { claimRun } from "@genomecraft/storage/queries/leases.ts";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { followFeed } from "../feed/personal-feed.ts";
import { ScriptedKernel } from "../testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let database: OpenDatabase;
let server: TestServer;
let ada: Person;
let ben: Person;
let token = "";
const labs: string[] = [];
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
}, 60_000);
// What a killed kernel held would come to the next test's kernel when its lease lapses.
afterEach(async () => {
  await database.pool.query("update runs set state = 'cancelled', ended_at = 1 where state in ('queued', 'leased')");
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function addDataset(notebook: string, lab: string, by: Person, content: string) {
  const bytes = Buffer.from(content);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const blob = await server.context.blobs.put(server.context.db, { lab }, bytes);
  const dataset = `ds_${digest.slice(0, 12)}`;
  const now = Date.now();
  await database.pool.query("insert into datasets values ($1, $2, 'f.csv', $3, $4, $4, null)", [dataset, lab, by.id, now]);
  await database.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, 'f.csv', $5, $6, $7)",
    [dataset, lab, blob.id, digest, bytes.length, by.id, now],
  );
  await database.pool.query(
    "insert into notebook_datasets (notebook, dataset, lab, granted_by, granted_at) values ($1, $2, $3, $4, $5)",
    [notebook, dataset, lab, by.id, now],
  );
  return { dataset, file: { digest, name: "f.csv", size: bytes.length } };
}

test("the lab with fewer runs at work comes first, whoever asked before (R-8)", async () => {
  const notebooks = [
    (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "A" })).body.id,
    (await ben.ask("POST", "/api/v1/notebooks", { lab: labs[1], title: "B" })).body.id,
  ];
  let n = 0;
  const ask = (lab: number, needs = {}) =>
    database.db.transaction((tx) =>
      askForRun(
        tx,
        {
          id: `run_${lab}_${n}`,
          lab: labs[lab] as string,
          notebook: notebooks[lab],
          cell: "cell_x",
          cellName: "",
          kind: "profile",
          key: String(n++).padStart(64, "0"),
          headSources: [],
          generation: 0,
          plan: { steps: [], fresh: false },
          needs,
          files: {},
          sources: [],
          priority: 0,
          by: "user_x",
        },
        { asker: "test", shows: false },
      ),
    );
  for (let i = 0; i < 3; i++) await ask(0);
  await ask(1);
  await ask(1, { gpu: 1 });
  const by = { token: "kt_x", kernel: "k", lab: null, memory: 1e9, gpus: 0, software: [], site: "" };
  const order: string[] = [];
  for (let run = await claimRun(database.db, by); run; run = await claimRun(database.db, by)) order.push(run.id);
  expect(order.map((id) => id.split("_")[1])).toEqual(["0", "1", "0", "0"]);
  expect((await claimRun(database.db, { ...by, gpus: 1 }))?.needs).toEqual({ gpu: 1 });
  await database.pool.query("update runs set state = 'done'");
});

test("whoever asks for a run in the moment in which the last one leaves it gets a run that is made", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "A" })).body.id;
  const ask = (id: string, asker: string) =>
    database.db.transaction((tx) =>
      askForRun(
        tx,
        {
          id,
          lab: labs[0] as string,
          notebook,
          cell: "cell_x",
          cellName: "",
          kind: "profile",
          key: "f".repeat(64),
          headSources: [],
          generation: 0,
          plan: { steps: [], fresh: false },
          needs: {},
          files: {},
          sources: [],
          priority: 0,
          by: "user_x",
        },
        { asker, shows: false },
      ),
    );
  await ask("run_first", "one");
  let finish = (): void => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const left = database.db.transaction(async (tx) => {
    // As leaving begins.
    await tx.execute("select 1 from runs where id = 'run_first' for update");
    await held;
    return leaveRun(tx, "run_first", "one");
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const asked = ask("run_second", "two");
  await new Promise((resolve) => setTimeout(resolve, 200));
  finish();
  expect(await left).toBe("cancelled");
  expect(await asked).toEqual({ id: "run_second", isNew: true });
  await database.pool.query("update runs set state = 'done'");
});

test("what comes from another lab's data is restricted for whoever has no right to it, in the feed as in the answers (P-4)", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "T" })).body.id as string;
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "editor" });
  const { file, dataset } = await addDataset(notebook, labs[0] as string, ada, "secret,of\none,1\n");
  const [first, second] = keysBetween(null, null, 2) as [string, string];
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      { type: "add-cell", id: "cell_l", kind: "load", name: "raw", spec: { file, format: "csv" }, order: first, mode: "auto" },
      {
        type: "add-cell",
        id: "cell_t",
        kind: "profile",
        name: "look",
        spec: { from: { ref: "cell_l" } },
        order: second,
        mode: "auto",
      },
    ],
  });
  const kernel = new ScriptedKernel({ url: server.url, token });
  const seen: RunEvent[] = [];
  const { feed } = server.live;
  const following = await followFeed({
    context: server.context,
    feed,
    notebook,
    user: ben.id,
    send: (event) => void seen.push(event),
    onTrouble: () => {},
  });
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: null, mode: "all" });
  const stateFor = async (person: Person) =>
    (await person.ask("GET", `/api/v1/notebooks/${notebook}/session`)).body.cells
      .map((cell: { status: { state: string } }) => cell.status.state)
      .sort();
  await until(async () => (await stateFor(ada)).join() === "fresh,fresh");
  expect(await stateFor(ben)).toEqual(["restricted", "restricted"]);
  // Said of each once, before anything ran: nothing that happened changes it.
  const closed = seen.flatMap((event) =>
    event.type === "snapshot" ? event.cells : event.type === "cell" ? [event.session] : [],
  );
  expect(closed.map(({ status }) => status.state)).toEqual(["restricted", "restricted"]);
  expect(JSON.stringify(seen)).not.toMatch(/"shown":\{/);
  expect(JSON.stringify(seen)).toContain("One");
  const [run] = (await ada.ask("GET", `/api/v1/runs?notebook=${notebook}`)).body.runs;
  expect((await ben.ask("GET", `/api/v1/runs/${run.id}/log`)).status).toBe(403);
  expect((await ada.ask("GET", `/api/v1/runs/${run.id}/log`)).status).toBe(200);
  await ada.ask("PUT", `/api/v1/datasets/${dataset}/grants`, { lab: labs[1], right: "results" });
  await until(async () => (await stateFor(ben)).join() === "fresh,fresh");
  following.stop();
  await kernel.kill();
});

test("S-2: a screen that missed a number asks for the session and is told it once more; asking often costs little", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "F" })).body.id as string;
  const snapshots: number[] = [];
  const socket = new WebSocket(`${server.url.replace(/^http/, "ws")}/api/v1/sync/${notebook}?ext=1&v=2`, {
    headers: { cookie: ada.cookie, origin: server.url },
  });
  socket.on("message", (bytes: Buffer) => {
    if (bytes[0] !== 100) return;
    const event = JSON.parse(decoding.readVarString(decoding.createDecoder(bytes.subarray(1)))) as RunEvent;
    if (event.type === "snapshot") snapshots.push(event.seq);
  });
  await until(() => snapshots.length === 1);
  for (let time = 0; time < 50; time++) socket.send(Uint8Array.of(100));
  await until(() => snapshots.length >= 2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(snapshots.length).toBeLessThan(50);
  expect(socket.readyState).toBe(WebSocket.OPEN);
  socket.close();
});

test("a run reads only files that were shared with its notebook; when they are, it goes on", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "T" })).body.id as string;
  const { file, dataset } = await addDataset(notebook, labs[0] as string, ada, "other,file\none,1\n");
  await database.pool.query("delete from notebook_datasets where notebook = $1", [notebook]);
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      {
        type: "add-cell",
        id: "cell_l2",
        kind: "load",
        name: "raw",
        spec: { file },
        order: keysBetween(null, null, 1)[0],
        mode: "manual",
      },
    ],
  });
  const kernel = new ScriptedKernel({ url: server.url, token });
  const status = async () => (await ada.ask("GET", `/api/v1/notebooks/${notebook}/session`)).body.cells[0]?.status;
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: "cell_l2", mode: "cell" });
  await until(async () => (await status())?.state === "failed");
  expect((await status()).failure.reason).toBe("server.file-not-granted");
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset });
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: "cell_l2", mode: "cell" });
  await until(async () => (await status())?.state === "fresh");
  await kernel.kill();
});

test("values of one's own are answered to oneself, and change nothing that others see (R-9)", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "T" })).body.id as string;
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "viewer" });
  const [first, second] = keysBetween(null, null, 2) as [string, string];
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      {
        type: "add-cell",
        id: "cell_p",
        kind: "parameter",
        name: "p",
        spec: { control: { type: "number" }, value: 1, label: "p", scope: "shared" },
        order: first,
        mode: "auto",
      },
      { type: "add-cell", id: "cell_q", kind: "query", name: "q", spec: { sql: "select $p as x" }, order: second, mode: "auto" },
    ],
  });
  const kernel = new ScriptedKernel({ url: server.url, token });
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: null, mode: "all" });
  const shown = async () =>
    (await ada.ask("GET", `/api/v1/notebooks/${notebook}/session`)).body.cells.find(
      (cell: { cell: string }) => cell.cell === "cell_q",
    )?.shown?.outputs.out.digest;
  await until(async () => (await shown()) !== undefined);
  const before = await shown();
  const { id } = (
    await ben.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: "cell_q", mode: "upstream", overrides: { cell_p: 2 } })
  ).body;
  let answer: { done: boolean; cells: { cell: string; shown: { outputs: { out: { digest: string } } } | null }[] } = {
    done: false,
    cells: [],
  };
  await until(async () => {
    answer = (await ben.ask("GET", `/api/v1/notebooks/${notebook}/demands/${id}`)).body;
    return answer.done;
  });
  const mine = answer.cells.find((cell) => cell.cell === "cell_q")?.shown?.outputs.out.digest;
  expect(mine).toBeDefined();
  expect(mine).not.toBe(before);
  expect(await shown()).toBe(before);
  await kernel.kill();
});

test("a demand of one's own that is taken back stops what it began; nobody else can take it back", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "T" })).body.id as string;
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "editor" });
  const [first, second] = keysBetween(null, null, 2) as [string, string];
  const add = { type: "add-cell", mode: "auto" };
  const control = { control: { type: "number" }, value: 1, label: "p", scope: "shared" };
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      { ...add, id: "cell_p3", kind: "parameter", name: "p", spec: control, order: first },
      { ...add, id: "cell_q3", kind: "query", name: "q", spec: { sql: "select $p as y" }, order: second },
    ],
  });
  const kernel = new ScriptedKernel({ url: server.url, token, onStep: () => new Promise(() => {}) });
  try {
    const at = `/api/v1/notebooks/${notebook}/demands`;
    const { id } = (await ada.ask("POST", at, { cell: "cell_p3", mode: "automatic", overrides: { cell_p3: 7 } })).body;
    await until(() => kernel.leases.length === 1);
    expect((await ben.ask("DELETE", `${at}/${id}`)).status).toBe(200);
    expect((await ada.ask("GET", `${at}/${id}`)).body.done).toBe(false);
    expect((await ada.ask("DELETE", `${at}/${id}`)).status).toBe(200);
    await until(() => kernel.cancelled === 1);
    expect((await ada.ask("GET", `${at}/${id}`)).status).toBe(404);
  } finally {
    await kernel.kill();
  }
});

test("of two servers one runs the graph; when it goes the other one takes it up (R-10)", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "T" })).body.id as string;
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      {
        type: "add-cell",
        id: "cell_q2",
        kind: "query",
        name: "q",
        spec: { sql: "select 5 as x" },
        order: keysBetween(null, null, 1)[0],
        mode: "auto",
      },
    ],
  });
  const second = await startTestServer({ ...server.context.config, port: 0, publicUrl: "http://127.0.0.1:0" }, { database });
  let release: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  // The kernel talks to one server; the notebook is hosted by the other.
  const kernel = new ScriptedKernel({ url: server.url, token, onStep: () => gate as Promise<void> });
  try {
    const one = server.live.scheduler;
    const two = second.live.scheduler;
    await two.demand({ notebook, lab: labs[0] as string, cell: null, mode: "all", by: ada.id });
    await until(() => two.hostOf(notebook) !== null && kernel.leases.length === 1);
    expect(one.hostOf(notebook)).toBeNull();
    const events: RunEvent[] = [];
    await followFeed({
      context: server.context,
      feed: server.live.feed,
      notebook,
      user: ada.id,
      send: (event) => void events.push(event),
      onTrouble: () => {},
    });
    await second.close();
    await until(() => one.hostOf(notebook) !== null);
    release();
    await until(() => events.some((event) => event.type === "cell" && event.session.status.state === "fresh"));
    expect(kernel.leases).toHaveLength(1);
  } finally {
    release();
    await kernel.kill();
  }
});

test("the thumbnail of a notebook shows a figure, in the notebook's colours, to whoever may see it; of a restricted one nothing comes out (P-4)", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab: labs[0], title: "F" })).body.id as string;
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "viewer" });
  const { file } = await addDataset(notebook, labs[0] as string, ada, "secret,figure\none,1\n");
  const [first, second] = keysBetween(null, null, 2) as [string, string];
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      { type: "add-cell", id: "cell_l", kind: "load", name: "raw", spec: { file, format: "csv" }, order: first, mode: "auto" },
      {
        type: "add-cell",
        id: "cell_c",
        kind: "chart",
        name: "look",
        spec: { from: { ref: "cell_l" }, chart: { type: "histogram" }, x: "figure" },
        order: second,
        mode: "auto",
      },
    ],
  });
  const thumbnail = async (person: Person) => (await person.ask("GET", `/api/v1/notebooks/${notebook}/thumbnail`)).body;
  expect(await thumbnail(ada)).toEqual({ kinds: ["load", "chart"], figure: null });
  const kernel = new ScriptedKernel({
    url: server.url,
    token,
    onStep: async (step) => {
      if (step.kind !== "chart") return undefined;
      // The only group of this figure, but the second of its notebook.
      const meta = { role: "group", group: 0, field: "sex", value: "Male" } as const;
      const out = { type: "figure", data: [{ type: "bar", x: [1], y: [7], meta }], layout: {}, alt: "", marks: 1 } as const;
      return { out, data: tableOf(textColumn("sex", ["Female", "Male", "Female", "Male"])) };
    },
  });
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell: null, mode: "all" });
  await until(async () => (await thumbnail(ada)).figure !== null);
  expect((await thumbnail(ada)).figure).toEqual([{ shape: "area", path: "M8 8H152V82H8Z", group: 1, scale: "groups" }]);
  expect(await thumbnail(ben)).toEqual({ kinds: ["load", "chart"], figure: null });
  const isDone = (run: { state: string }): boolean => run.state === "done";
  await until(async () => (await ada.ask("GET", `/api/v1/runs?notebook=${notebook}`)).body.runs.every(isDone));
  await kernel.kill();
});
