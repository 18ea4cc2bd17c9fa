// P-4 at every door: rights follow the cell's own graph in its notebook. Real Postgres, HTTP, a scripted kernel whose
// queries all answer the same table, so that equal results come from data that some may not see and from nothing at all.

import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { numberColumn, tableOf } from "@genomecraft/cells/artifacts/table.ts";
import { FailureError } from "@genomecraft/cells/base/failure.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { exampleReports } from "@genomecraft/cells/testing/example-artifacts.ts";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";
import { until } from "@genomecraft/cells/testing/until.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { followFeed } from "../feed/personal-feed.ts";
import { ScriptedKernel } from "../testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let database: OpenDatabase;
let server: TestServer;
let ada: Person;
let ben: Person;
let cleo: Person;
let lab = "";
let bensLab = "";
let token = "";
let kernel: ScriptedKernel;
let queryStep: (sql: string) => Promise<void> = async () => {};
/** Answers with the numbers of these tests, where `queryStep` lets it. */
const newKernel = (): ScriptedKernel =>
  new ScriptedKernel({
    url: server.url,
    token,
    onStep: async (step): Promise<{ readonly [port: string]: Artifact } | void> => {
      if (step.kind === "load") return { out: tableOf(numberColumn("v", [1, 2, 3])) };
      if (step.kind === "profile") return { out: { type: "report", report: "profile", body: exampleReports.profile } };
      if (step.kind !== "query") return;
      await queryStep(String(step.spec["sql"]));
      return { out: tableOf(numberColumn("v", [numberIn(String(step.spec["sql"]))])) };
    },
  });

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer({}, { database });
  ada = await server.signUp("Ada");
  ben = await server.signUp("Ben");
  cleo = await server.signUp("Cleo");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  bensLab = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
  token = await newLocalKernelToken(server.context);
}, 60_000);
beforeEach(() => {
  queryStep = async () => {};
  highest = 3;
  kernel = newKernel();
});
afterEach(async () => {
  await kernel.kill();
  await database.pool.query("update runs set state = 'cancelled', ended_at = 1 where state in ('queued', 'leased')");
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** What a query of these tests answers: the number that it writes, else the highest value of the file. */
const numberIn = (sql: string): number => Number(/select (\d+)/.exec(sql)?.[1] ?? highest);
let highest = 3;

async function addDataset(notebook: string) {
  const bytes = Buffer.from(`v\n1\n2\n3\n${notebook}\n`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const blob = await server.context.blobs.put(server.context.db, { lab }, bytes);
  const dataset = `ds_${digest.slice(0, 12)}`;
  await database.pool.query("insert into datasets values ($1, $2, 'f.csv', $3, 1, 1, null)", [dataset, lab, ada.id]);
  await database.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, 'f.csv', $5, $6, 1)",
    [dataset, lab, blob.id, digest, bytes.length, ada.id],
  );
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset });
  return { dataset, file: { digest, name: "f.csv", size: bytes.length } };
}

interface Book {
  readonly at: string;
  readonly id: string;
  readonly demand: (who: Person, cell: string | null, mode?: string, more?: object) => Promise<string>;
  readonly states: (who: Person) => Promise<{ [cell: string]: string }>;
  readonly operate: (who: Person, ...operations: readonly object[]) => Promise<void>;
}

/** A notebook of Ada's lab; Ben edits it, Cleo looks at it, neither has a right on any data. */
async function newBook(cells: readonly { readonly id: string; readonly kind: string; readonly spec: object }[]): Promise<Book> {
  const id = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id as string;
  const at = `/api/v1/notebooks/${id}`;
  await ada.ask("PUT", `${at}/access`, { email: ben.email, role: "editor" });
  await ada.ask("PUT", `${at}/access`, { email: cleo.email, role: "viewer" });
  const orders = keysBetween(null, null, cells.length + 1);
  const operate = async (who: Person, ...operations: readonly object[]): Promise<void> => {
    const answer = await who.ask("POST", `${at}/operations`, { operations });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  await operate(
    ada,
    ...cells.map((cell, n) => ({
      type: "add-cell",
      ...cell,
      id: `cell_${cell.id}`,
      name: cell.id,
      order: orders[n + 1],
      mode: "manual",
    })),
  );
  return {
    at,
    id,
    operate,
    demand: async (who, cell, mode = "upstream", more = {}) =>
      (await who.ask("POST", `${at}/demands`, { cell: cell === null ? null : `cell_${cell}`, mode, ...more })).body.id,
    states: async (who) => {
      const { cells } = (await who.ask("GET", `${at}/session`)).body;
      return Object.fromEntries(
        cells.map((cell: { cell: string; status: { state: string } }) => [cell.cell.slice(5), cell.status.state]),
      );
    },
  };
}

const query = (id: string, sql: string) => ({ id, kind: "query", spec: { sql } });
const profile = (id: string, of: string) => ({ id, kind: "profile", spec: { from: { ref: `cell_${of}` } } });

/** Every door behind which an output lies. */
const doors = ["", "/json", "/window?offset=0&limit=5", "/summary", "/search?what=columns&q=", "/download?format=csv"];
const knock = async (who: Person, { at }: Book, cell: string): Promise<number[]> =>
  Promise.all(doors.map(async (door) => (await who.ask("GET", `${at}/cells/cell_${cell}/outputs/out${door}`)).status));
const shut = doors.map(() => 403);

/** raw -> secret -> shows: of data that Ben may not see. guess -> mine: of nothing, and equal. */
async function launderingBook(guess: number) {
  const book = await newBook([
    query("guess", `select ${guess} as v`),
    profile("mine", "guess"),
    query("secret", "select max(v) as v from raw"),
    profile("shows", "secret"),
  ]);
  const { file, dataset } = await addDataset(book.id);
  await book.operate(ada, {
    type: "add-cell",
    id: "cell_raw",
    kind: "load",
    name: "raw",
    spec: { file, format: "csv" },
    order: keysBetween(null, null, 5)[0],
    mode: "manual",
  });
  return { ...book, file, dataset };
}

describe("rights follow the graph, not whoever came first", () => {
  test("launder: a result that somebody made of a guess opens no door to an equal one made of data that she may not see (P-4)", async () => {
    const book = await launderingBook(3);
    await book.demand(ben, "mine");
    await until(async () => (await book.states(ben))["mine"] === "fresh");
    await book.demand(ben, "shows");
    const note = { type: "add-cell", kind: "note", name: "", spec: { text: "{{secret.rows}}" }, mode: "auto" };
    await book.operate(ben, { ...note, id: "cell_note", order: keysBetween(null, null, 9)[8] });
    await until(async () => {
      const { shows, note } = await book.states(ada);
      return shows === "fresh" && note === "fresh";
    });
    for (const who of [ben, cleo]) {
      const { cells } = (await who.ask("GET", `${book.at}/session`)).body;
      expect(cells.find((cell: { cell: string }) => cell.cell === "cell_note")).toMatchObject({
        status: { state: "restricted" },
        shown: null,
      });
      expect(await book.states(who)).toMatchObject({
        mine: "fresh",
        shows: "restricted",
        secret: "restricted",
        raw: "restricted",
      });
      expect(await knock(who, book, "shows")).toEqual(shut);
      expect(await knock(who, book, "secret")).toEqual(shut);
      expect((await who.ask("GET", `${book.at}/cells/cell_mine/outputs/out`)).status).toBe(200);
      const { nodes } = (await who.ask("GET", `${book.at}/cells/cell_shows/lineage`)).body;
      expect(nodes.map((node: { kind: string }) => node.kind)).toEqual(["restricted", "restricted", "restricted", "restricted"]);
    }
    expect((await ben.ask("POST", `${book.at}/cells/cell_shows/verify`)).status).toBe(403);
    expect((await ada.ask("GET", `${book.at}/cells/cell_shows/outputs/out/json`)).status).toBe(200);
    const { nodes } = (await ada.ask("GET", `${book.at}/cells/cell_shows/lineage`)).body;
    expect(nodes.at(-1)).toMatchObject({ kind: "profile" });
  });

  test("launder by wiring: a cell of one's own that is turned to restricted data closes, whether its result stays the same or not", async () => {
    for (const guess of [3, 4]) {
      const book = await launderingBook(guess);
      await book.demand(ben, "mine");
      await book.demand(ada, "shows");
      await until(async () => {
        const { mine, shows } = await book.states(ada);
        return mine === "fresh" && shows === "fresh";
      });
      expect((await knock(ben, book, "mine"))[0]).toBe(200);
      const turn = (to: string) => ({ type: "set-spec", cell: "cell_mine", path: ["from"], value: { ref: `cell_${to}` } });
      await book.operate(ben, turn("secret"));
      expect(await knock(ben, book, "mine")).toEqual(shut);
      await until(async () => (await book.states(ben))["mine"] === "restricted");
      await book.demand(ben, "mine");
      await until(async () => (await book.states(ada))["mine"] === "fresh");
      expect(await knock(ben, book, "mine")).toEqual(shut);
      expect((await book.states(ben))["mine"]).toBe("restricted");
      // An edit of today does not open what was shown of the data; made anew of nothing, it is open again.
      await book.operate(ben, turn("guess"));
      await book.demand(ben, "mine");
      await until(async () => (await book.states(ben))["mine"] === "fresh");
      expect((await knock(ben, book, "mine"))[0]).toBe(200);
    }
  });

  test("taint: an equal result that was once made of foreign data locks nobody out of a notebook that holds none (P-4)", async () => {
    highest = 14;
    const foreign = await launderingBook(9);
    const { dataset } = foreign;
    await foreign.demand(ada, "shows");
    await until(async () => (await foreign.states(ada))["shows"] === "fresh");
    const clean = await newBook([query("taint", "select 14 as v"), profile("look", "taint")]);
    await clean.demand(ben, "look");
    await until(async () => (await clean.states(ben))["look"] === "fresh");
    expect((await knock(cleo, clean, "look"))[0]).toBe(200);
    expect((await knock(cleo, clean, "taint"))[2]).toBe(200);
    const { rows } = await database.pool.query(
      "select key, count(*)::int as n, count(distinct source_set)::int as sets from results where kind = 'profile' and notebook = any($1) group by key",
      [[foreign.id, clean.id]],
    );
    expect(rows, "computed, and kept beside").toEqual([{ key: rows[0].key, n: 2, sets: 2 }]);
    // ... and neither does what becomes of the foreign data.
    await ada.ask("DELETE", `/api/v1/datasets/${dataset}`);
    expect((await knock(ada, clean, "look"))[0]).toBe(200);
    expect(await knock(ben, foreign, "shows")).toEqual(shut);
  });

  test("what stays on show after an edit keeps the data that it was made of", async () => {
    const book = await launderingBook(5);
    await book.demand(ada, "shows");
    await until(async () => (await book.states(ada))["shows"] === "fresh");
    await book.operate(ben, { type: "set-spec", cell: "cell_shows", path: ["from"], value: { ref: "cell_guess" } });
    await until(async () => (await book.states(ada))["shows"] === "stale");
    expect(await knock(ben, book, "shows")).toEqual(shut);
    expect((await book.states(ben))["shows"]).toBe("restricted");
    expect((await ben.ask("GET", `${book.at}/thumbnail`)).body.figure).toBeNull();
    const { id } = (await ada.ask("POST", `${book.at}/versions`, { name: "v" })).body;
    const { rows } = await database.pool.query("select results from document_versions where id = $1", [id]);
    expect(rows[0].results.cell_shows.sources).toEqual([book.file.digest]);
  });
});

describe("a restricted cell answers alike whatever became of it", () => {
  test("whether the result that it would have is there already, or it was never run", async () => {
    const told: unknown[] = [];
    for (const guess of [3, 8]) {
      const book = await launderingBook(guess);
      await book.demand(ben, "mine");
      await book.demand(ada, "secret");
      await until(async () => {
        const { mine, secret } = await book.states(ada);
        return mine === "fresh" && secret === "fresh";
      });
      const events: RunEvent[] = [];
      const following = await followFeed({
        context: server.context,
        feed: server.live.feed,
        notebook: book.id,
        user: ben.id,
        send: (event) => void events.push(event),
        onTrouble: () => {},
      });
      const order = keysBetween(null, null, 9)[8];
      const added = { ...profile("look", "secret"), id: "cell_look", name: "look", order, mode: "manual" };
      await book.operate(ben, { type: "add-cell", ...added });
      await until(() => events.some((event) => event.type === "cell" && event.session.cell === "cell_look"));
      await new Promise((resolve) => setTimeout(resolve, 300));
      following.stop();
      const session = (await ben.ask("GET", `${book.at}/session`)).body.cells;
      told.push({
        // Numbers of the feed begin where this reader's snapshot did.
        events: events.filter((event) => event.type === "cell").map(({ session }) => session),
        closed: session.filter((cell: { cell: string }) => ["cell_look", "cell_shows"].includes(cell.cell)),
        doors: await knock(ben, book, "look"),
      });
    }
    expect(told[0]).toEqual(told[1]);
    expect(told[0]).toMatchObject({ closed: [{ status: { state: "restricted" } }, { status: { state: "restricted" } }] });
  });

  test("in states, run lists, the feed, and demands with values of one's own", async () => {
    const told: { [fate: string]: unknown } = {};
    for (const fate of ["ends", "hangs"]) {
      const book = await launderingBook(6);
      queryStep = (sql) => (fate === "hangs" && sql.includes("max") ? new Promise<void>(() => {}) : Promise.resolve());
      const events: RunEvent[] = [];
      const following = await followFeed({
        context: server.context,
        feed: server.live.feed,
        notebook: book.id,
        user: ben.id,
        send: (event) => void events.push(event),
        onTrouble: () => {},
      });
      const before = (await ben.ask("GET", "/api/v1/me/work")).body.runs;
      await book.demand(ben, "shows");
      await until(async () => {
        const { secret } = await book.states(ada);
        return secret === (fate === "ends" ? "fresh" : "running");
      });
      if (fate === "ends") await until(async () => (await book.states(ada))["shows"] === "fresh");
      expect(await book.states(ben)).toMatchObject({ raw: "restricted", secret: "restricted", shows: "restricted" });
      const mine = await book.demand(ben, "shows", "upstream", { overrides: { cell_guess: 1 } });
      await until(async () => (await ben.ask("GET", `${book.at}/demands/${mine}`)).body.done);
      await until(() => ["raw", "secret", "shows"].every((cell) => JSON.stringify(events).includes(`cell_${cell}`)));
      following.stop();
      const { seq, cells } = (await ben.ask("GET", `${book.at}/session`)).body;
      told[fate] = {
        session: { seq, cells: [...cells].sort((a, b) => (a.cell < b.cell ? -1 : 1)) },
        runs: (await ben.ask("GET", `/api/v1/runs?notebook=${book.id}`)).body.runs,
        work: (await ben.ask("GET", "/api/v1/me/work")).body.runs - before,
        events: events.map((event) => ("seq" in event ? event.seq : event)),
        doors: await knock(ben, book, "shows"),
        lineage: (await ben.ask("GET", `${book.at}/cells/cell_shows/lineage`)).body,
      };
      expect((await ada.ask("GET", `/api/v1/runs?notebook=${book.id}`)).body.runs.length).toBeGreaterThan(0);
      await kernel.kill();
      await database.pool.query("update runs set state = 'cancelled', ended_at = 1 where state in ('queued', 'leased')");
      kernel = newKernel();
    }
    expect(told["hangs"]).toEqual(told["ends"]);
    expect(told["ends"]).toMatchObject({ runs: [], work: 0 });
  });
});

describe("a grant of results", () => {
  test("a run that failed says so and why to whoever may see rows; to others it is done, whichever they ask for", async () => {
    const book = await launderingBook(8);
    queryStep = (sql) =>
      sql.includes("max")
        ? Promise.reject(new FailureError(serverWords.failure("not-found", { what: "column 7" })))
        : Promise.resolve();
    await book.demand(ada, "secret");
    await until(async () => (await book.states(ada))["secret"] === "failed");
    await ada.ask("PUT", `/api/v1/datasets/${book.dataset}/grants`, { lab: bensLab, right: "results" });
    const runs = async (who: Person, state = "") =>
      (await who.ask("GET", `/api/v1/runs?notebook=${book.id}${state && `&state=${state}`}`)).body.runs.map(
        (run: { state: string; failure: { params: object } | null }) => [run.state, run.failure?.params ?? null],
      );
    await until(async () => (await runs(ada)).every(([state]: [string]) => state !== "running"));
    expect(await runs(ada)).toContainEqual(["failed", { what: "column 7" }]);
    expect(await runs(ada, "failed")).toEqual([["failed", { what: "column 7" }]]);
    expect(await runs(ada, "done")).not.toContainEqual(["failed", expect.anything()]);
    await until(async () => (await runs(ben)).length > 0);
    expect(JSON.stringify([await runs(ben), await runs(ben, "done")])).not.toMatch(/failed|column 7/);
    expect(await runs(ben, "failed")).toEqual([]);
  });

  test("a run that lacked only a choice waits for it, and is not among those that failed", async () => {
    const book = await launderingBook(9);
    queryStep = (sql) =>
      sql.includes("max")
        ? Promise.reject(new FailureError(serverWords.failure("not-found", { what: "choice 7" }, { asks: true })))
        : Promise.resolve();
    await book.demand(ada, "secret");
    await until(async () => (await book.states(ada))["secret"] === "failed");
    const runs = async (state: string) =>
      (await ada.ask("GET", `/api/v1/runs?notebook=${book.id}&state=${state}`)).body.runs.map(
        (run: { state: string; failure: { params: object } | null }) => [run.state, run.failure?.params ?? null],
      );
    await until(async () => (await runs("needs-input")).length > 0);
    expect(await runs("needs-input")).toEqual([["needs-input", { what: "choice 7" }]]);
    expect(await runs("failed")).toEqual([]);
  });

  test("opens results and no rows, at every door, and closes again with the grant", async () => {
    const book = await launderingBook(7);
    await book.demand(ada, "shows");
    await until(async () => (await book.states(ada))["shows"] === "fresh");
    const grant = (right: string | null) => ada.ask("PUT", `/api/v1/datasets/${book.dataset}/grants`, { lab: bensLab, right });
    expect((await grant("results")).status).toBe(200);
    await until(async () => (await book.states(ben))["shows"] === "fresh");
    const [ref, json] = await knock(ben, book, "shows");
    expect([ref, json]).toEqual([200, 200]);
    // ref, json, window, summary, names of columns, download
    expect(await knock(ben, book, "secret")).toEqual([200, 422, 403, 403, 200, 403]);
    expect(await knock(cleo, book, "shows")).toEqual(shut);
    await grant(null);
    await until(async () => (await book.states(ben))["shows"] === "restricted");
    expect(await knock(ben, book, "secret")).toEqual(shut);
  });
});
