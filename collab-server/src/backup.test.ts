// A server that runs is copied and made again elsewhere: all of it is there, and what is no whole copy is refused.

import { createHash, randomBytes } from "node:crypto";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifestFile, signedManifest } from "@genomecraft/storage/backup/manifest.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { openEmptyTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import { backUp, restore } from "./backup.ts";
import { type Person, startTestServer, type TestServer } from "./testing/test-server.ts";

const masterKey = randomBytes(32);
let server: TestServer;
let ada: Person;
let lab: string;
let notebook: string;
let work: string;
let copy: string;
const bytes = randomBytes(200_000);

beforeAll(async () => {
  work = mkdtempSync(path.join(os.tmpdir(), "gc-backup-"));
  copy = path.join(work, "copy");
  server = await startTestServer({ masterKey });
  const { context } = server;
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "Zelle é 😀" })).body.id;
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Kept" })).body.id;
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds_one', $1, 'a\\b \u2028 \"c\".csv', $2, 1, 1)",
    [lab, ada.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_one', 1, $1, $2, $3, 'x.csv', $4, $5, 1)",
    [lab, blob.id, createHash("sha256").update(bytes).digest("hex"), bytes.length, ada.id],
  );
  await context.audit.seal();
  // While somebody goes on working.
  let over = false;
  const working = (async () => {
    for (let i = 0; !over; i++)
      await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
        operations: [{ type: "set-title", title: `Kept ${i}` }],
      });
  })();
  await backUp({ home: context.config.home, masterKey }, copy, context.database);
  over = true;
  await working;
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(work, { recursive: true, force: true });
});

let count = 0;
/** Into an empty folder and an empty database. */
async function restored<T>(
  folder: string,
  act: (database: OpenDatabase, home: string) => Promise<T>,
  key: Uint8Array = masterKey,
): Promise<T> {
  const home = path.join(work, `home-${++count}`);
  const database = await openEmptyTestDatabase();
  try {
    await restore({ home, masterKey: key }, folder, database);
    return await act(database, home);
  } finally {
    await database.close();
  }
}

test(
  "a copy that was taken while people work is a server again, whole, and says that it was restored",
  () =>
    restored(copy, async (database, home) => {
      const again = await startTestServer({ masterKey, home }, { database });
      try {
        const signIn = await again.nobody.ask(
          "POST",
          "/api/auth/sign-in/email",
          { email: ada.email, password: "correct horse" },
          { origin: again.url },
        );
        const cookie = signIn.headers
          .getSetCookie()
          .map((line) => line.split(";")[0])
          .join("; ");
        const get = async (at: string) => (await again.nobody.ask("GET", at, undefined, { cookie })).body;
        // Who was signed in signs in anew.
        expect((await again.nobody.ask("GET", "/api/v1/me", undefined, { cookie: ada.cookie })).status).toBe(401);
        expect((await get("/api/v1/me")).labs).toMatchObject([{ id: lab, name: "Zelle é 😀" }]);
        expect((await get(`/api/v1/notebooks/${notebook}/document`)).title).toMatch(/^Kept( \d+)?$/);
        expect((await get("/api/v1/datasets/ds_one")).name).toBe('a\\b \u2028 "c".csv');
        const { rows } = await database.pool.query<{ blob: string }>("select blob from dataset_versions");
        const source = await again.context.blobs.open(database.db, rows[0]?.blob ?? "");
        expect(Buffer.compare(Buffer.from(await source.read(0, source.size)), bytes)).toBe(0);
        await again.context.audit.seal();
        expect(await get(`/api/v1/labs/${lab}/audit/verify`)).toMatchObject({ intact: true, forged: 0 });
        const actions = (await get(`/api/v1/labs/${lab}/audit`)).entries.map((entry: { action: string }) => entry.action);
        expect(actions).toEqual(expect.arrayContaining(["server.backup", "server.restore", "lab.create"]));
        expect((await again.nobody.ask("POST", "/api/v1/notebooks", { lab, title: "New" }, { cookie })).status).toBe(200);
      } finally {
        await again.close();
      }
    }),
  120_000,
);

test("a result's file that is gone is left out and told, for it can be made again; a data set's is not", async () => {
  const { context } = server;
  const { home } = context.config;
  const result = await context.blobs.put(context.db, { lab }, bytes);
  await context.store.delete(result.id);
  const { lost, blobs } = await backUp({ home, masterKey }, path.join(work, "lost"), context.database);
  expect(lost).toBe(1);
  expect(Object.keys(blobs)).toHaveLength(1);
  await restored(path.join(work, "lost"), async (database) => {
    expect((await database.pool.query("select 1 from datasets")).rows).toHaveLength(1);
  });
  const [{ blob }] = (await context.pool.query("select blob from dataset_versions")).rows;
  const kept = await context.store.read(blob, 0, (await context.store.size(blob)) ?? 0);
  await context.store.delete(blob);
  const refused = backUp({ home, masterKey }, path.join(work, "no-data"), context.database);
  await expect(refused).rejects.toThrow(/^The bytes of x\.csv \(blob_\w+\) are not in/);
  await context.store.write(blob, [kept]);
  await context.pool.query("delete from blobs where id = $1", [result.id]);
}, 60_000);

test("whoever kept a head of after the copy learns that the record was put back", async () => {
  await ada.ask("PATCH", `/api/v1/labs/${lab}`, { name: "Later" });
  await server.context.audit.seal();
  const head = await server.context.audit.head(lab);
  await restored(copy, async (database, home) => {
    const again = await startTestServer({ masterKey, home }, { database });
    const verdict = head && (await again.context.audit.verify(lab, head));
    expect(verdict).toMatchObject({ intact: false });
    await again.close();
  });
});

describe("what is refused, before anything is written", () => {
  const altered = (name: string, alter: (folder: string) => void): string => {
    const folder = path.join(work, name);
    cpSync(copy, folder, { recursive: true });
    alter(folder);
    return folder;
  };
  const refusal = (folder: string, key?: Uint8Array): Promise<string> =>
    restored(folder, async () => "restored", key).catch((error: Error) => error.message);

  test("another master key", async () => {
    expect(await refusal(copy, randomBytes(32))).toContain("The master key is not the one under which this backup was made");
  });

  test("half a copy: without its list, a table, an end of one, a file", async () => {
    expect(await refusal(altered("no-list", (at) => rmSync(path.join(at, manifestFile))))).toContain("no whole backup");
    expect(await refusal(altered("cut-list", (at) => writeFileSync(path.join(at, manifestFile), "{")))).toContain("cut");
    expect(await refusal(altered("no-table", (at) => rmSync(path.join(at, "tables", "labs.sealed"))))).toContain("missing");
    expect(await refusal(altered("more", (at) => appendFileSync(path.join(at, "tables", "users.sealed"), "[]\n")))).toContain(
      "not as it was written",
    );
    const shelf = (at: string) => path.join(at, "blobs", readdirSync(path.join(at, "blobs"))[0] ?? "");
    expect(await refusal(altered("no-blob", (at) => rmSync(shelf(at), { recursive: true })))).toContain("half a copy");
  });

  test("a list that somebody changed, and a newer release's", async () => {
    const change = (name: string, more: object, sign: boolean): string =>
      altered(name, (at) => {
        const file = path.join(at, manifestFile);
        const { manifest, signature } = JSON.parse(readFileSync(file, "utf8"));
        const next = { ...manifest, ...more };
        writeFileSync(file, sign ? signedManifest(masterKey, next) : JSON.stringify({ manifest: next, signature }));
      });
    expect(await refusal(change("changed", { at: 1 }, false))).toContain("was changed after it was written");
    expect(await refusal(change("newer", { format: 99, version: "9.0.0" }, true))).toContain("newer GenomeCraft (9.0.0)");
    expect(await refusal(change("newer-schema", { schema: Date.now() * 2 }, true))).toContain("newer GenomeCraft");
  });

  test("a place where a server is already, and a folder that is not empty", async () => {
    await expect(restore({ home: server.context.config.home, masterKey }, copy, server.context.database)).rejects.toThrow(
      "There is a server",
    );
    await expect(backUp({ home: server.context.config.home, masterKey }, copy, server.context.database)).rejects.toThrow(
      "is not empty",
    );
  });
});
