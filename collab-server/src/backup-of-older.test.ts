// A backup that an earlier release made: restored, it is what that release's database would be after an upgrade in place.

import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { manifestFile, signedManifest } from "@genomecraft/storage/backup/manifest.ts";
import { writeBackup } from "@genomecraft/storage/backup/write-backup.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { migrateDatabase, migrationsFolder } from "@genomecraft/storage/migrate.ts";
import { openEmptyTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { restore } from "./backup.ts";
import { startTestServer } from "./testing/test-server.ts";

const masterKey = randomBytes(32);
const levels = (
  JSON.parse(readFileSync(path.join(migrationsFolder(), "meta", "_journal.json"), "utf8")) as {
    readonly entries: readonly { readonly tag: string; readonly when: number }[];
  }
).entries;
let work: string;
beforeAll(() => {
  work = mkdtempSync(path.join(os.tmpdir(), "gc-older-"));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Rows of the first release, among them such as later migrations change. */
const rows = `
  insert into users (id, name, email, email_verified, created_at, updated_at) values ('u', 'Zoë "\\" ', 'u@example.org', false, now(), now());
  insert into labs (id, name, slug, created_at) values ('lab', E'L\\u2028é', 'l', now());
  insert into notebooks (id, lab, title, epoch, created_by, created_at, updated_at) values ('nb', 'lab', 'T', 'e', 'u', 1, 1);
  insert into links (id, notebook, lab, role, token_hash, sealed_token, created_by, created_at) values ('k', 'nb', 'lab', 'viewer', 't', '', 'u', 1);
  insert into notebook_access (id, notebook, lab, user_id, role, link, created_by, created_at) values ('by_link', 'nb', 'lab', 'u', 'viewer', 'k', 'u', 1);
  insert into results (lab, key, generation, kind, outputs, ms, made, spec, sources, run, notebook, cell, cell_name, by, at, made_where)
    values ('lab', 'shut', 0, 'profile', '{"out": {"digest": "d1"}}', 1, '{}', '{}', '["f2", "f1"]', 'run_1', 'nb', 'cell_shut', '', 'u', 1, 'k');
  insert into result_outputs (lab, digest, key, generation, port, type, inline) values ('lab', 'd1', 'shut', 0, 'out', 'report', true);
  insert into runs (id, lab, notebook, cell, cell_name, kind, key, plan, files, sources, by, queued_at)
    values ('run_1', 'lab', 'nb', 'cell_shut', '', 'profile', 'shut', '{"steps": []}', '{}', '["f2", "f1"]', 'u', 1);
  insert into cell_shown (notebook, cell, lab, shown, at) values ('nb', 'cell_shut', 'lab', '{"key": "shut"}', 1);
  insert into document_updates (notebook, lab, data, spans, at) values ('nb', 'lab', '\\x00ff', '[{"by": "u", "client": 1, "from": 9, "to": 12}]', 1);`;

/** Every table as text, but for what a restore adds: its rows in the record, and the keys that the record gets. */
async function contents({ pool }: OpenDatabase): Promise<{ readonly [table: string]: string }> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'audit%' order by 1",
  );
  const said: { [table: string]: string } = {};
  for (const { name } of tables) {
    const { rows: found } = await pool.query(
      `select coalesce(string_agg(t::text, '|' order by t::text), '') as text from "${name}" t`,
    );
    said[name] = found[0].text;
  }
  return said;
}

async function older(when: number, act: (database: OpenDatabase, folder: string, home: string) => Promise<void>): Promise<void> {
  const database = await openEmptyTestDatabase();
  try {
    await migrateDatabase(database.pool, { upTo: levels[0]?.when ?? 0 });
    await database.pool.query(rows);
    await migrateDatabase(database.pool, { upTo: when });
    const name = createHash("sha256").update(randomBytes(8)).digest("hex").slice(0, 8);
    const home = path.join(work, `home-${name}`);
    mkdirSync(path.join(home, "blobs"), { recursive: true });
    const folder = path.join(work, name);
    await writeBackup({ pool: database.pool, home, masterKey, version: "0.0.9", now: () => 5 }, folder);
    await act(database, folder, path.join(work, `again-${name}`));
  } finally {
    await database.close();
  }
}

test.each(levels)("of $tag is restored as that database is after an upgrade, and a server starts on it", ({ when }) =>
  older(when, async (database, folder, home) => {
    const again = await openEmptyTestDatabase();
    try {
      const { manifest } = await restore({ home, masterKey }, folder, again, () => 7);
      expect(manifest.schema).toBe(when);
      await migrateDatabase(database.pool);
      const found = await contents(again);
      expect(found).toEqual(await contents(database));
      expect(found["came_by"]).toBe("(by_link,k,lab)");
      if (when !== levels[0]?.when) return;
      const server = await startTestServer({ masterKey, home }, { database: again });
      expect((await server.nobody.ask("GET", "/api/v1/health")).status).toBe(200);
      await server.close();
    } finally {
      await again.close();
    }
  }),
);

test("of a state of the tables that this release does not know is refused, older or newer, and nothing is written", () =>
  older(levels.at(-1)?.when ?? 0, async (_database, folder, home) => {
    const file = path.join(folder, manifestFile);
    const { manifest } = JSON.parse(readFileSync(file, "utf8"));
    const again = await openEmptyTestDatabase();
    const refused = async (more: object, words: string): Promise<void> => {
      writeFileSync(file, signedManifest(masterKey, { ...manifest, ...more }));
      await expect(restore({ home, masterKey }, folder, again)).rejects.toThrow(words);
      expect((await again.pool.query("select 1 from pg_tables where schemaname = 'public'")).rowCount).toBe(0);
    };
    try {
      await refused({ schema: 1 }, "this release does not know the tables as it had them. Restore with that release");
      await refused({ schema: (levels.at(-1)?.when ?? 0) + 1 }, "made by a newer GenomeCraft (0.0.9). Install that one");
      await refused({ format: 3 }, "made by a newer GenomeCraft");
    } finally {
      await again.close();
    }
  }));
