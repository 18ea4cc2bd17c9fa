// A notebook as the first release left it in the database opens: testing/first-release.json.gz holds its rows as that
// release (commit 6b842c2) wrote them, and what its server answered about them.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyFormat } from "@genomecraft/cells/base/key-format.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { messageIfAny } from "@genomecraft/cells/messages/catalogue.ts";
import { databaseOf, type OpenDatabase } from "@genomecraft/storage/database.ts";
import { migrateDatabase, migrationsFolder } from "@genomecraft/storage/migrate.ts";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { newLocalKernelToken } from "./demo/local-kernel.ts";
import { ScriptedKernel } from "./testing/scripted-kernel.ts";
import { startTestServer, type Person, type TestServer } from "./testing/test-server.ts";

type Row = { readonly [column: string]: unknown };
interface FirstRelease {
  readonly tables: { readonly [table: string]: readonly Row[] };
  readonly answers: {
    readonly document: unknown;
    readonly text: string;
    readonly read: string;
    readonly shown: { readonly [cell: string]: unknown };
    readonly lineage: { readonly [cell: string]: unknown };
  };
}
const { tables, answers } = JSON.parse(
  gunzipSync(readFileSync(path.join(import.meta.dirname, "testing", "first-release.json.gz"))).toString(),
) as FirstRelease;
const rowsOf = (table: string): readonly Row[] => tables[table] ?? [];
const notebook = String(rowsOf("notebooks")[0]?.["id"]);

let cluster: OpenDatabase;
let server: TestServer;
let ada: Person;
const name = `first_${Date.now()}`;

/** The schema as the first release had it, and its rows. */
async function fill(pool: pg.Pool): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gc-first-"));
  cpSync(migrationsFolder(), folder, { recursive: true });
  const journal = path.join(folder, "meta", "_journal.json");
  const all = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string }[] };
  writeFileSync(journal, JSON.stringify({ ...all, entries: all.entries.filter(({ tag }) => tag === "0000_start") }));
  await migrate(drizzle(pool), { migrationsFolder: folder });
  rmSync(folder, { recursive: true, force: true });
  const client = await pool.connect();
  // Rows of files and keys were left out: they are as large as data are.
  await client.query("set session_replication_role = replica");
  for (const [table, rows] of Object.entries(tables)) {
    await client.query(
      `insert into ${table} overriding system value select (jsonb_populate_record(null::${table}, value)).* from jsonb_array_elements($1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query("set session_replication_role = origin");
  client.release();
}

beforeAll(async () => {
  cluster = await openTestDatabase();
  await cluster.pool.query(`create database ${name}`);
  const connection = { ...cluster.connection, database: name };
  const pool = new pg.Pool({ ...connection, max: 10 });
  pool.on("error", () => {});
  await fill(pool);
  await migrateDatabase(pool);
  server = await startTestServer(
    {},
    { database: { db: databaseOf(pool), pool, embedded: true, connection, close: () => pool.end() } },
  );
  ada = await server.signUp("Ada");
  const lab = rowsOf("labs")[0]?.["id"];
  await pool.query("insert into members (id, lab, user_id, role, created_at) values ('mem_ada', $1, $2, 'owner', now())", [
    lab,
    ada.id,
  ]);
}, 60_000);
afterAll(async () => {
  await server.close();
  await cluster.pool.query(`drop database if exists ${name} with (force)`);
  await cluster.close();
});

const get = async (at: string) => {
  const { status, body } = await ada.ask("GET", at);
  expect([at, status]).toEqual([at, 200]);
  return body;
};

describe("what the first release kept stays", () => {
  test("the notebook says what it said, as document and as text, and its versions are there", async () => {
    expect(await get(`/api/v1/notebooks/${notebook}/document`)).toEqual(answers.document);
    expect(await get(`/api/v1/notebooks/${notebook}/export`)).toBe(answers.text);
    const { versions } = await get(`/api/v1/notebooks/${notebook}/versions`);
    // What came after it, which no version held, has one of its own since it was opened.
    expect(versions.map(({ name }: { name: string | null }) => name)).toEqual([null, "Before the edits"]);
  });

  test("what was on show stays on show, also behind cells that are not made again yet, and is out of date by no edit of anybody", async () => {
    const { cells } = await get(`/api/v1/notebooks/${notebook}/session`);
    const shown = Object.entries(answers.shown);
    expect(shown.length).toBeGreaterThan(8);
    for (const [cell, before] of shown) {
      const now = cells.find((each: { cell: string }) => each.cell === cell);
      expect([cell, now?.shown]).toEqual([cell, before]);
      expect([cell, now?.status.state, now?.status.why?.[0]]).toEqual([cell, "stale", { what: "kind-version" }]);
      // Nothing is known to have changed but the way it is computed: no input is said to have come to nothing.
      expect([cell, now?.status.why]).toEqual([cell, [{ what: "kind-version" }]]);
    }
  });

  test("what failed says so until it is run again, with the sentence of then (S-4)", async () => {
    const { cells } = await get(`/api/v1/notebooks/${notebook}/session`);
    const failedThen = rowsOf("cell_sessions").flatMap((row) => {
      const session = row["session"] as { cell: string; shown: unknown; status: { state: string; failure: Failure } };
      return session.status.state === "failed" && session.shown === null ? [session] : [];
    });
    expect(failedThen.length).toBeGreaterThan(4);
    for (const { cell, status } of failedThen) {
      const now = cells.find((each: { cell: string }) => each.cell === cell);
      expect([cell, now?.status]).toEqual([cell, { ...status, why: [{ what: "kind-version" }] }]);
    }
  });

  test("how it was made is told with the keys that it was made under, and with the names that cells have now", async () => {
    const calledNow = (label: string): string => (label === "some" ? "some_rows" : label);
    for (const [cell, then] of Object.entries(answers.lineage)) {
      const before = (then as string[][]).map(([kind = "", label = "", ...rest]) => [kind, calledNow(label), ...rest]);
      const { nodes } = await get(`/api/v1/notebooks/${notebook}/cells/${cell}/lineage`);
      const told = nodes.map((node: Row) => [node["kind"], node["label"], node["digest"] ?? "", node["key"] ?? ""]);
      expect([cell, told]).toEqual([cell, before]);
    }
  });

  test("a reader of its dashboard gets the same bytes", async () => {
    const slug = String(rowsOf("publications")[0]?.["slug"]);
    const answer = await fetch(`${server.url}/api/v1/read/${slug}`, { headers: { cookie: ada.cookie } });
    expect(await answer.text()).toBe(answers.read);
  });

  test("failures that it recorded are still sentences, in both languages", () => {
    const failures = rowsOf("results").flatMap((row) => (row["failure"] ? [row["failure"] as Failure] : []));
    expect(failures.length).toBeGreaterThan(5);
    for (const failed of failures) {
      for (const locale of ["en", "ru"] as const) {
        const sentence = messageIfAny(failed.reason, failed.params, locale);
        expect([failed.reason, typeof sentence]).toEqual([failed.reason, "string"]);
        expect(sentence).not.toMatch(/[{}]/);
      }
    }
  });
});

test("its cells are made again under today's keys, once each; what was on show before is answered from then on by them", async () => {
  const { context } = server;
  const lab = String(rowsOf("labs")[0]?.["id"]);
  // The files that ship with the examples lie where the first release had them.
  for (const file of ["wdbc.csv", "GSE96870_coldata_cerebellum.csv"]) {
    const bytes = readFileSync(path.join(import.meta.dirname, "../../examples/data", file));
    const blob = await context.blobs.put(context.db, { lab }, bytes);
    await context.pool.query("update dataset_versions set blob = $1 where digest = $2", [blob.id, blob.digest]);
  }
  const kernel = new ScriptedKernel({ url: server.url, token: await newLocalKernelToken(context) });
  try {
    const cells = ["cell_mice", "cell_tumours", "cell_counted"];
    const demand = async (): Promise<void> => {
      for (const cell of cells)
        expect((await ada.ask("POST", `/api/v1/notebooks/${notebook}/demands`, { cell, mode: "cell" })).status).toBe(200);
    };
    const states = async (): Promise<unknown> => {
      const session = (await get(`/api/v1/notebooks/${notebook}/session`)).cells as { cell: string; status: { state: string } }[];
      return cells.map((cell) => session.find((each) => each.cell === cell)?.status.state);
    };
    await demand();
    await expect.poll(states, { timeout: 40_000, interval: 100 }).toEqual(["fresh", "fresh", "fresh"]);
    const ran = kernel.steps.filter(({ step }) => step.kind !== "inspect").map(({ step }) => String(step.cell));
    expect(cells.map((cell) => ran.filter((each) => each === cell).length)).toEqual([1, 1, 1]);
    const { rows } = await context.pool.query(
      "select cell, key_format from results where cell = any($1) and key_format <> 1 order by cell",
      [cells],
    );
    expect(rows).toEqual([...cells].sort().map((cell) => ({ cell, key_format: keyFormat })));
    await demand();
    await expect.poll(states, { timeout: 40_000, interval: 100 }).toEqual(["fresh", "fresh", "fresh"]);
    expect(kernel.steps.filter(({ step }) => cells.includes(String(step.cell)))).toHaveLength(3);
  } finally {
    await kernel.kill();
  }
});
