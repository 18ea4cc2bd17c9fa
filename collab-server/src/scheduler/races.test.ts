// What happens in the same moment, or while the database or another server is away: nobody's work is lost by somebody else's.

import { createHash } from "node:crypto";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { emptyNotebook } from "@genomecraft/cells/notebook/apply-operation.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import type { NotebookRuntime } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import type { CellSession, ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import type { Database, OpenDatabase } from "@genomecraft/storage/database.ts";
import { addDemand } from "@genomecraft/storage/queries/demands.ts";
import { shownOf } from "@genomecraft/storage/queries/shown.ts";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { housekeepingRound } from "../housekeeping.ts";
import type { CellNews } from "../session-news.ts";
import { ScriptedKernel, type ScriptedKernelOptions } from "../testing/scripted-kernel.ts";
import { HostDemands } from "./host-demands.ts";
import { openHostLocks } from "./host-locks.ts";
import { PersonalDemands } from "./personal-demands.ts";
import { postgresResults } from "./result-lookup.ts";
import { Scheduler, type SchedulerOptions } from "./scheduler.ts";
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

/** Loads of one file, which the notebook may read. */
async function newNotebook(loads: number) {
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
  const orders = keysBetween(null, null, loads);
  const file = { digest, name: "f.csv", size: bytes.length };
  const cells = orders.map((_, index) => `cell_l${index}${notebook.slice(3, 9)}`);
  const at = `/api/v1/notebooks/${notebook}`;
  const operations = orders.map((order, index) => ({
    type: "add-cell",
    id: cells[index],
    kind: "load",
    name: `raw${index}`,
    spec: { file, format: "csv" },
    order,
    mode: "manual",
  }));
  const answer = await ada.ask("POST", `${at}/operations`, { operations });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return {
    notebook,
    cells,
    state: async (cell: string | undefined): Promise<string | undefined> => {
      const said = (await ada.ask("GET", `${at}/session`)).body.cells as readonly {
        readonly cell: string;
        readonly status: { readonly state: string };
      }[];
      return said.find((each) => each.cell === cell)?.status.state;
    },
    demand: (cell: string | undefined, more = {}) => ada.ask("POST", `${at}/demands`, { cell, mode: "cell", ...more }),
    stop: (cell: string | undefined) => ada.ask("DELETE", `${at}/cells/${cell}/run`),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const heldBack = () => {
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { held, letGo };
};

test("of two cells that say the same and wait for one run, one is stopped: the other goes on (R-3)", async () => {
  const book = await newNotebook(2);
  const [first, second] = book.cells;
  const { held, letGo } = heldBack();
  const one = kernel({ onStep: () => held });
  await book.demand(first);
  await until(async () => (await book.state(first)) === "running");
  await book.demand(second);
  await until(async () => (await book.state(second)) === "running");
  await book.stop(second);
  await until(async () => (await book.state(second)) === "cancelled");
  await new Promise((resolve) => setTimeout(resolve, 500));
  letGo();
  await until(async () => (await book.state(first)) !== "running");
  expect([await book.state(first), one.cancelled, one.leases.length]).toEqual(["fresh", 0, 1]);
});

test("the connection of the locks breaks: what is taken on the next one in the same moment stays taken", async () => {
  // By the lock itself: others come and go beside it.
  const holder = async (): Promise<number | undefined> => {
    const { rows } = await database.pool.query<{ pid: number }>(
      `select l.pid from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and l.granted and d.datname = current_database()
         and (l.classid::bigint << 32) | l.objid::bigint = hashtextextended('host nb_locks', 0)`,
    );
    return rows[0]?.pid;
  };
  let lost = 0;
  const again: Promise<boolean>[] = [];
  const locks = openHostLocks({
    connection: database.connection,
    onLost: () => {
      lost += 1;
      again.push(locks.take("nb_locks"));
    },
    onTrouble: () => {},
  });
  expect(await locks.take("nb_locks")).toBe(true);
  const mine = await holder();
  expect(mine).toBeGreaterThan(0);
  await database.pool.query("select pg_terminate_backend($1)", [mine]);
  await until(() => lost > 0);
  await pause(300);
  expect([lost, ...(await Promise.all(again))]).toEqual([1, true]);
  await locks.release("nb_locks");
  const another = openHostLocks({ connection: database.connection, onLost: () => {}, onTrouble: () => {} });
  expect(await another.take("nb_locks")).toBe(true);
  await another.close();
  await locks.close();
});

/** A scheduler beside that of the server, for notebooks that nobody demands. */
function newScheduler(more: Partial<SchedulerOptions>): { readonly scheduler: Scheduler; readonly locks: string[] } {
  const { feed, bus, notifications, rooms } = server.live;
  const said: string[] = [];
  const scheduler = new Scheduler({
    db: database.db,
    feed,
    bus,
    notifications,
    now: Date.now,
    wake: () => {},
    formatsFor: () => async () => null,
    onTrouble: () => {},
    setAsideLost: async () => [],
    authorOf: () => "",
    barring: () => async () => null,
    holdDocument: async (notebook) => {
      const { room, release } = await rooms.acquire(notebook);
      return { doc: room.doc, bind: (listener) => room.bind(listener), release };
    },
    locks: {
      take: async () => {
        said.push("take");
        return true;
      },
      release: async () => void said.push("release"),
      close: async () => {},
    },
    ...more,
  });
  return { scheduler, locks: said };
}

test("locks that are lost while a notebook is taken up are taken again before it is hosted", async () => {
  const { notebook } = await newNotebook(1);
  let isFirst = true;
  const { scheduler, locks } = newScheduler({
    holdDocument: async (id) => {
      if (isFirst) void scheduler.locksLost();
      isFirst = false;
      const { room, release } = await server.live.rooms.acquire(id);
      return { doc: room.doc, bind: (listener) => room.bind(listener), release };
    },
  });
  await scheduler.look(notebook);
  expect(locks).toEqual(["take", "take"]);
  expect(scheduler.hostOf(notebook)).not.toBeNull();
  await scheduler.close();
});

test("a notebook whose demands could not be read is let go with its lock, and taken up by whoever asks next", async () => {
  const { notebook } = await newNotebook(1);
  let isAway = false;
  const db: Database = Object.create(database.db, {
    select: {
      get: () => {
        if (!isAway) return database.db.select.bind(database.db);
        isAway = false;
        throw new Error("the database is away");
      },
    },
  });
  const { scheduler, locks } = newScheduler({
    db,
    holdDocument: async (id) => {
      const { room, release } = await server.live.rooms.acquire(id);
      isAway = !locks.includes("release");
      return { doc: room.doc, bind: (listener) => room.bind(listener), release };
    },
  });
  await expect(scheduler.look(notebook)).rejects.toThrow("the database is away");
  await scheduler.look(notebook);
  expect(locks).toEqual(["take", "release", "take"]);
  expect(scheduler.hostOf(notebook)).not.toBeNull();
  await scheduler.close();
});

test("a notebook that is open here is watched again when its row was taken for that of a server that is gone", async () => {
  const { notebook } = await newNotebook(1);
  const { scheduler } = server.live;
  const rows = async () => (await database.pool.query("select id from demands where notebook = $1", [notebook])).rowCount;
  const leave = scheduler.opened(notebook, lab, ada.id);
  await until(async () => (await rows()) === 1);
  await database.pool.query("delete from demands where notebook = $1", [notebook]);
  await scheduler.seeOpens();
  await until(async () => (await rows()) === 1);
  leave();
  await until(async () => (await rows()) === 0);
});

test("a server that is heard of again while cells run has its notebook watched on", async () => {
  const book = await newNotebook(1);
  const [cell] = book.cells;
  const { held, letGo } = heldBack();
  kernel({ onStep: () => held });
  await book.demand(cell);
  await until(async () => (await book.state(cell)) === "running");
  await addDemand(database.db, {
    id: "watch_elsewhere",
    notebook: book.notebook,
    lab,
    cell: null,
    mode: "watch",
    by: ada.id,
    at: 0,
    server: "elsewhere",
    seenAt: 0,
  });
  await server.live.scheduler.hostOf(book.notebook)?.demands.read();
  await database.pool.query("update demands set seen_at = $1 where id = 'watch_elsewhere'", [Date.now()]);
  letGo();
  await until(async () => (await book.state(cell)) === "fresh");
  await pause(300);
  expect((await database.pool.query("select id from demands where notebook = $1", [book.notebook])).rows).toEqual([
    { id: "watch_elsewhere" },
  ]);
  await database.pool.query("delete from demands where id = 'watch_elsewhere'");
});

const runtimeOf = (demanded: string[]): NotebookRuntime => ({
  update: () => {},
  demand: ({ cell }) => {
    demanded.push(`begun ${cell}`);
    return { settled: new Promise<void>(() => {}), cancel: () => void demanded.push(`cancelled ${cell}`) };
  },
  watch: () => ({ release: () => {} }),
  cancel: () => {},
  forget: () => {},
  isPending: () => false,
  session: () => new Map(),
  sourcesOf: () => [],
  idle: () => Promise.resolve(),
  dispose: () => {},
});
const nothingPersonal = (more: Partial<ConstructorParameters<typeof PersonalDemands>[0]> = {}): PersonalDemands =>
  new PersonalDemands({
    db: database.db,
    notebook: "nb_personal",
    lab,
    now: Date.now,
    bus: server.live.bus,
    wake: () => {},
    formatsFor: () => async () => null,
    nameOf: () => "",
    sourcesOf: () => [],
    visibleTo: async () => emptyNotebook,
    onIdle: () => {},
    onTrouble: () => {},
    ...more,
  });

test("what is demanded while an older look at the table is under way is not taken for withdrawn by it", async () => {
  const said: string[] = [];
  const runtime = runtimeOf(said);
  const { held, letGo } = heldBack();
  let looks = 0;
  const { notebook } = await newNotebook(1);
  const demands = new HostDemands({
    db: database.db,
    notebook,
    now: Date.now,
    personal: nothingPersonal(),
    runtime: () => runtime,
    taken: () => {
      looks += 1;
      return looks === 1 ? held : null;
    },
    restartIfRefused: () => false,
    restartIfLost: async () => false,
    askedBy: () => {},
    watchedBy: () => {},
    onIdle: () => {},
    onTrouble: () => {},
  });
  const older = demands.read();
  await until(() => looks === 1);
  await addDemand(database.db, { id: "dem_looks", notebook, lab, cell: "cell_a", mode: "cell", by: ada.id, at: 1, fresh: true });
  const newer = demands.read();
  await pause(100);
  letGo();
  await Promise.all([older, newer]);
  expect(said).toEqual(["begun cell_a"]);
  await database.pool.query("delete from demands where id = 'dem_looks'");
});

test("a demand with values of one's own that broke off is begun anew while it stands in the table", async () => {
  let asked = 0;
  const personal = nothingPersonal({
    visibleTo: async () => {
      asked += 1;
      if (asked === 1) throw new Error("the database is away");
      return emptyNotebook;
    },
  });
  const row = {
    id: "dem_own",
    notebook: "nb_personal",
    lab,
    cell: null,
    mode: "all",
    by: ada.id,
    at: 1,
    fresh: false,
    overrides: { cell_p: 1 },
    server: null,
    seenAt: null,
  };
  personal.start(row);
  await until(() => asked === 1);
  await pause(20);
  expect(personal.isWanted).toBe(false);
  personal.start(row);
  await until(() => personal.find("dem_own")?.done === true);
  personal.dispose();
});

test("what a cell comes to show last stays on show, whichever write is slower or fails at first", async () => {
  const { notebook, cells } = await newNotebook(1);
  const [cell] = cells as [CellId];
  const { held, letGo } = heldBack();
  let writes = 0;
  const db: Database = Object.create(database.db, {
    insert: {
      value: (table: Parameters<Database["insert"]>[0]) => {
        writes += 1;
        const nth = writes;
        if (nth === 2) throw new Error("the database is away");
        const { values } = database.db.insert(table);
        return {
          values: (rows: Parameters<typeof values>[0]) => ({
            onConflictDoUpdate: async (how: Parameters<ReturnType<typeof values>["onConflictDoUpdate"]>[0]) => {
              if (nth === 1) await held;
              await database.db.insert(table).values(rows).onConflictDoUpdate(how);
            },
          }),
        };
      },
    },
  });
  const results = postgresResults({ db, notebook, lab, now: Date.now });
  const shown = (key: string): ShownResult => ({
    key: key as ResultKey,
    outputs: { out: { digest: key as Digest, summary: { type: "value", shape: [], detail: { value: 1 } } } },
    at: 1,
    by: ada.id,
    ms: 1,
    made: { version: 1, spec: {}, inputs: {} },
  });
  const first = results.show(cell, shown("a"), []);
  const second = results.show(cell, shown("b"), []);
  await pause(100);
  letGo();
  await Promise.all([first, second]);
  expect((await shownOf(database.db, notebook, [cell])).get(cell)?.shown).toMatchObject({ key: "b" });
});

test("what is committed while the first one begins to listen is heard (R-16)", async () => {
  const { feed } = server.live;
  const { notebook } = await newNotebook(1);
  const snapshot = feed.snapshot.bind(feed);
  const session = (cell: string): CellSession => ({ cell: cell as CellId, status: { state: "off" }, shown: null, key: null });
  const commit = async (cell: string): Promise<void> => {
    const said: CellNews[] = [{ cell: cell as CellId, session: session(cell), sources: [] }];
    feed.deliverCommitted(notebook, await database.db.transaction((tx) => feed.write(tx, notebook, lab, said)));
  };
  feed.snapshot = async (id) => {
    const found = await snapshot(id);
    await commit("cell_between");
    return found;
  };
  const heard: string[] = [];
  const stop = await feed.follow(notebook, {
    snapshot: () => {},
    item: ({ event }) => void (event.type === "cell" && heard.push(event.session.cell)),
  });
  feed.snapshot = snapshot;
  // Nothing else is said after it.
  await until(() => heard.length > 0);
  expect(heard).toEqual(["cell_between"]);
  stop();
});

test("a cell that is switched off while its result is being written is off in the end (R-16)", async () => {
  const book = await newNotebook(1);
  const [cell] = book.cells;
  const { held, letGo } = heldBack();
  const one = kernel({ onStep: () => held });
  await book.demand(cell);
  await until(async () => (await book.state(cell)) === "running");
  const client = await database.pool.connect();
  await client.query("begin");
  await client.query("select 1 from feed_heads where notebook = $1 for update", [book.notebook]);
  letGo();
  await until(() => one.steps.length === 1);
  // The step's transaction has looked how the cell is, and waits for its number.
  await pause(200);
  await ada.ask("POST", `/api/v1/notebooks/${book.notebook}/operations`, {
    operations: [{ type: "set-mode", cell, mode: "off" }],
  });
  await pause(100);
  await client.query("commit");
  client.release();
  await until(() => one.leases.length === 1 && server.live.scheduler.hostOf(book.notebook)?.isWanted === false);
  await pause(300);
  await server.live.feed.written(book.notebook);
  const { cells } = await server.live.feed.snapshot(book.notebook);
  expect(cells.map(({ session }) => session.status.state)).toEqual(["off"]);
});

test("old uploads that cannot be removed keep nothing else from being collected", async () => {
  const { context } = server;
  let isListed = false;
  await housekeepingRound({
    ...context,
    uploads: { ...context.uploads, removeOld: () => Promise.reject(new Error("the folder may not be written")) },
    store: {
      ...context.store,
      list: () => {
        isListed = true;
        return context.store.list();
      },
    },
  });
  expect(isListed).toBe(true);
});
