// The committed migrations give the schema that the code describes, and servers that start at once do not trip.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { expect, test } from "vitest";
import { databaseOf } from "./database.ts";
import { migrateDatabase, migrationsFolder } from "./migrate.ts";
import { findArtifact } from "./queries/artifacts.ts";
import { shownOf } from "./queries/shown.ts";
import { addResults, findResult, findResults } from "./queries/results.ts";
import { sourceSet } from "./source-set.ts";
import { openTestDatabase } from "./testing/test-database.ts";

test("three servers that start on an empty database at once all find it ready", async () => {
  const database = await openTestDatabase();
  const name = `empty_${Date.now()}`;
  await database.pool.query(`create database ${name}`);
  const pools = [1, 2, 3].map(() => new pg.Pool({ ...database.connection, database: name, max: 2 }));
  for (const pool of pools) pool.on("error", () => {});
  try {
    await Promise.all(pools.map((pool) => migrateDatabase(pool)));
    for (const pool of pools) expect((await pool.query("select count(*)::int as n from labs")).rows).toEqual([{ n: 0 }]);
  } finally {
    for (const pool of pools) await pool.end();
    await database.pool.query(`drop database ${name} with (force)`);
    await database.close();
  }
});

test("a database of the first release is upgraded in place: its results, what is on show and its runs stay, with the data behind them", async () => {
  const database = await openTestDatabase();
  const folder = mkdtempSync(path.join(os.tmpdir(), "gc-first-"));
  const name = `first_${Date.now()}`;
  await database.pool.query(`create database ${name}`);
  const pool = new pg.Pool({ ...database.connection, database: name, max: 2 });
  pool.on("error", () => {});
  try {
    cpSync(migrationsFolder(), folder, { recursive: true });
    const journal = path.join(folder, "meta", "_journal.json");
    const all = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string }[] };
    writeFileSync(journal, JSON.stringify({ ...all, entries: all.entries.filter(({ tag }) => tag === "0000_start") }));
    await migrate(drizzle(pool), { migrationsFolder: folder });
    await pool.query(`
      insert into users (id, name, email, email_verified, created_at, updated_at) values ('u', 'U', 'u@example.org', false, now(), now());
      insert into labs (id, name, slug, created_at) values ('lab', 'L', 'l', now());
      insert into notebooks (id, lab, title, epoch, created_by, created_at, updated_at) values ('nb', 'lab', 'T', 'e', 'u', 1, 1);
      insert into results (lab, key, generation, kind, outputs, ms, made, spec, sources, run, notebook, cell, cell_name, by, at, made_where)
        select 'lab', key, generation, 'profile', outputs, 1, '{}', '{}', sources, 'run_1', 'nb', 'cell_' || key, '', 'u', 1, 'k'
        from (values ('open', 0, '{"out": {"digest": "d0"}}'::jsonb, '[]'::jsonb), ('shut', 0, '{"out": {"digest": "d1"}}', '["f2", "f1", "f2"]'),
          ('shut', 1, '{"out": {"digest": "d2"}}', '["f1", "f2"]')) as t(key, generation, outputs, sources);
      insert into result_outputs (lab, digest, key, generation, port, type, inline) values ('lab', 'd0', 'open', 0, 'out', 'report', true),
        ('lab', 'd1', 'shut', 0, 'out', 'report', true), ('lab', 'd2', 'shut', 1, 'out', 'report', true);
      insert into result_inputs (lab, key, generation, slot, digest) values ('lab', 'shut', 1, 'from', 'x');
      insert into runs (id, lab, notebook, cell, cell_name, kind, key, plan, files, sources, by, queued_at)
        values ('run_1', 'lab', 'nb', 'cell_shut', '', 'profile', 'shut', '{"steps": []}', '{}', '["f2", "f1"]', 'u', 1);
      insert into run_steps (run, step, lab, key, generation, ms) values ('run_1', 0, 'lab', 'shut', 1, 1);
      insert into cell_sessions (notebook, cell, lab, session, sources) values ('nb', 'cell_shut', 'lab', '{}', '["f3"]');
      insert into cell_shown (notebook, cell, lab, shown, at) values ('nb', 'cell_open', 'lab', '{"key": "open"}', 1),
        ('nb', 'cell_shut', 'lab', '{"key": "shut"}', 1), ('nb', 'cell_seen', 'lab', '{"key": "seen", "at": 5}', 5);
      insert into results (lab, key, generation, kind, outputs, ms, made, spec, sources, run, notebook, cell, cell_name, by, at, made_where)
        values ('lab', 'seen', 0, 'profile', '{}', 1, '{}', '{}', '["f1"]', 'run_1', 'nb', 'cell_seen', '', 'u', 4, 'k'),
          ('lab', 'seen', 1, 'profile', '{}', 1, '{}', '{}', '["f1", "f9"]', 'run_2', 'nb', 'cell_seen', '', 'u', 90000, 'k');`);
    await pool.query(`
      insert into lab_keys (id, lab, wrapped, master, created_at) values ('k', 'lab', '', 'm', 1);
      insert into blobs (id, lab, lab_key, wrapped_key, size, digest, created_at)
        select 'blob_' || d, 'lab', 'k', '', 1, 'x', 1 from (values ('d0'), ('d1'), ('d9')) as t(d);
      insert into artifacts (lab, digest, blob, size, at, used_at)
        select 'lab', d, 'blob_' || d, 1, 1, 1 from (values ('d0'), ('d1'), ('d9')) as t(d);`);
    await pool.query(`
      insert into links (id, notebook, lab, role, token_hash, sealed_token, created_by, created_at) values ('k', 'nb', 'lab', 'viewer', 't', '', 'u', 1);
      insert into notebook_access (id, notebook, lab, user_id, role, link, created_by, created_at) values ('by_link', 'nb', 'lab', 'u', 'viewer', 'k', 'u', 1),
        ('by_gone', 'nb', 'lab', null, 'viewer', 'gone', 'u', 1), ('by_name', 'nb', 'lab', null, 'viewer', null, 'u', 1);`);
    await pool.query(`
      insert into document_spans (notebook, lab, client, from_clock, to_clock, by) values ('nb', 'lab', 1, 0, 9, 'u'), ('nb', 'lab', 2, 0, 9, 'u');
      insert into document_updates (notebook, lab, data, spans, at) values ('nb', 'lab', '', '[{"by": "u", "client": 1, "from": 9, "to": 12},
        {"by": "v", "client": 2, "from": 9, "to": 12}, {"by": "v", "client": 4294967295, "from": 0, "to": 1}]', 1);`);
    await migrateDatabase(pool);
    const db = databaseOf(pool);
    expect((await pool.query("select access, link from came_by")).rows).toEqual([{ access: "by_link", link: "k" }]);
    expect((await pool.query('select client, "by" from document_clients where lab = $1 order by client', ["lab"])).rows).toEqual([
      { client: "1", by: "u" },
      { client: "2", by: "" },
      { client: "4294967295", by: "v" },
    ]);
    const set = sourceSet(["f1", "f2"]);
    const sets = async (table: string, where = "key = 'shut'"): Promise<string[]> =>
      (await pool.query(`select source_set from ${table} where ${where}`)).rows.map((row) => row.source_set);
    expect(await sets("results")).toEqual([set, set]);
    expect(await sets("results", "key = 'open'")).toEqual([sourceSet([])]);
    for (const table of ["result_inputs", "run_steps", "runs"]) expect([table, ...(await sets(table))]).toEqual([table, set]);
    expect(await sets("result_outputs")).toEqual([set, set]);
    expect((await pool.query("select distinct key_format from results")).rows).toEqual([{ key_format: 1 }]);
    expect(await shownOf(db, "nb", ["cell_open", "cell_shut", "cell_seen"])).toEqual(
      new Map([
        ["cell_open", { shown: { key: "open" }, sources: [] }],
        ["cell_shut", { shown: { key: "shut" }, sources: ["f1", "f2", "f3"] }],
        // A verification made it again later, of equal data of another notebook too: that is not what is on show.
        ["cell_seen", { shown: { key: "seen", at: 5 }, sources: ["f1"] }],
      ]),
    );
    // Kept for whom they were made; of what nobody made nothing is kept.
    for (const [digest, sources, is] of [
      ["d0", [], true],
      ["d1", ["f1"], false],
      ["d1", ["f1", "f2", "f3"], true],
      ["d9", ["f1", "f2", "f3"], false],
    ] as const)
      expect([digest, sources, (await findArtifact(db, "lab", { digest, sources })) !== null]).toEqual([digest, sources, is]);
    const generationFor = async (key: string, ...sources: string[]): Promise<number | null> =>
      (await findResult(db, "lab", { key, sources }))?.row.generation ?? null;
    expect(await generationFor("open")).toBe(0);
    expect(await generationFor("open", "f1")).toBe(0);
    expect(await generationFor("shut", "f1", "f2", "f3"), "the newest").toBe(1);
    expect(await generationFor("shut", "f1"), "made of data that do not stand behind the cell").toBeNull();
    // Beside, under the same key: the very same sources go before fewer.
    const [old] = (await pool.query("select * from results where key = 'open'")).rows;
    const row = { ...old, cellName: "", where: "k", sources: ["f1"], generation: 0 };
    await addResults(db, [{ row, outputs: [], inputs: [] }]);
    const found = await findResults(db, "lab", [
      { key: "open", sources: ["f1"] },
      { key: "open", sources: [] },
    ]);
    expect(found.map((one) => one?.row.sources)).toEqual([["f1"], []]);
  } finally {
    await pool.end();
    await database.pool.query(`drop database ${name} with (force)`);
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("what notebooks showed of data that they use no more goes, and is asked for no more; what they use stays", async () => {
  const database = await openTestDatabase();
  const name = `detached_${Date.now()}`;
  await database.pool.query(`create database ${name}`);
  const pool = new pg.Pool({ ...database.connection, database: name, max: 2 });
  pool.on("error", () => {});
  try {
    const { entries } = JSON.parse(readFileSync(path.join(migrationsFolder(), "meta", "_journal.json"), "utf8"));
    const before = entries.find(({ tag }: { tag: string }) => tag === "0010_came_by");
    await migrateDatabase(pool, { upTo: before.when });
    await pool.query(`
      insert into users (id, name, email, email_verified, created_at, updated_at) values ('u', 'U', 'u@example.org', false, now(), now());
      insert into labs (id, name, slug, created_at) values ('lab', 'L', 'l', now());
      insert into notebooks (id, lab, title, epoch, created_by, created_at, updated_at)
        select id, 'lab', 'T', 'e', 'u', 1, 1 from (values ('nb'), ('other')) as t(id);
      insert into datasets (id, lab, name, created_by, created_at, updated_at)
        select id, 'lab', id, 'u', 1, 1 from (values ('used'), ('detached')) as t(id);
      insert into notebook_datasets (notebook, dataset, lab, granted_by, granted_at)
        values ('nb', 'used', 'lab', 'u', 1), ('other', 'detached', 'lab', 'u', 1);
      insert into links (id, notebook, lab, role, token_hash, sealed_token, created_by, created_at) values ('k', 'nb', 'lab', 'viewer', 't', '', 'u', 1);
      insert into notebook_access (id, notebook, lab, user_id, role, created_by, created_at) values ('a', 'nb', 'lab', 'u', 'viewer', 'u', 1);
      insert into guest_results (access, link, dataset, lab, granted_by, granted_at)
        select access, link, dataset, 'lab', 'u', 1 from (values ('a', null, 'used'), ('a', null, 'detached'), (null, 'k', 'used'), (null, 'k', 'detached')) as t(access, link, dataset);
      insert into result_asks (notebook, dataset, by, lab, at) values ('nb', 'used', 'u', 'lab', 1), ('nb', 'detached', 'u', 'lab', 1);`);
    await migrateDatabase(pool);
    expect((await pool.query("select coalesce(access, link) as guest, dataset from guest_results order by 1")).rows).toEqual([
      { guest: "a", dataset: "used" },
      { guest: "k", dataset: "used" },
    ]);
    expect((await pool.query("select dataset from result_asks")).rows).toEqual([{ dataset: "used" }]);
  } finally {
    await pool.end();
    await database.pool.query(`drop database ${name} with (force)`);
    await database.close();
  }
});

test("every table of a lab's things says which lab", async () => {
  const database = await openTestDatabase();
  try {
    const { rows } = await database.pool.query<{ table_name: string }>(
      `select table_name from information_schema.tables t where table_schema = 'public' and table_type = 'BASE TABLE'
        and not exists (select 1 from information_schema.columns c where c.table_name = t.table_name and c.column_name = 'lab')
        order by 1`,
    );
    // People, their ways in and their stars belong to no lab; a lab is one; the record has one key.
    expect(rows.map((row) => row.table_name)).toEqual([
      "accounts",
      "api_keys",
      "audit_keys",
      "labs",
      "mailed_links",
      "master_keys",
      "notebook_stars",
      "one_time_tokens",
      "rate_limits",
      "rights_changes",
      "sessions",
      "user_settings",
      "users",
      "verifications",
    ]);
  } finally {
    await database.close();
  }
});

test("the committed migrations are those that the schema gives (mend: npm run -w storage migrations)", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gc-migrations-"));
  try {
    cpSync(migrationsFolder(), folder, { recursive: true });
    const tool = path.join(path.dirname(createRequire(import.meta.url).resolve("drizzle-kit")), "bin.cjs");
    const schema = path.join(import.meta.dirname, "schema", "*.ts");
    // Its folder must be named from where it runs.
    const said = execFileSync(
      process.execPath,
      [tool, "generate", "--dialect=postgresql", `--schema=${schema}`, `--out=${path.relative(import.meta.dirname, folder)}`],
      { encoding: "utf8", cwd: import.meta.dirname, stdio: ["ignore", "pipe", "pipe"] },
    );
    expect(said).toContain("No schema changes");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a migration is made with the options that follow the command, such as its name", () => {
  const { scripts } = JSON.parse(readFileSync(path.join(import.meta.dirname, "..", "package.json"), "utf8"));
  // As npm puts it together: what stands behind -- follows the script's text, each in quotes of the shell.
  const said = execFileSync("sh", ["-c", `${scripts.migrations} '--name' 'a_name'`], {
    encoding: "utf8",
    cwd: path.join(import.meta.dirname, ".."),
    env: { ...process.env, PATH: `${path.resolve("node_modules/.bin")}${path.delimiter}${process.env["PATH"]}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(said).toContain("No schema changes");
});
