// The audit's chain: whole as long as nobody touched it, and precise about where it breaks.

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openAudit, type Audit } from "./audit.ts";
import type { OpenDatabase } from "./database.ts";
import { openTestDatabase } from "./testing/test-database.ts";

let database: OpenDatabase;
let audit: Audit;
beforeAll(async () => {
  database = await openTestDatabase();
  audit = openAudit(database.db, "chain key", () => 1_700_000_000_000);
}, 60_000);
afterAll(() => database.close());

beforeEach(async () => {
  await database.pool.query("truncate audit, audit_heads");
});
const record = async (count: number, lab = "lab_a"): Promise<void> => {
  for (let i = 0; i < count; i++)
    await audit.record(database.db, {
      lab,
      user: "user_1",
      action: "dataset.grant",
      target: `ds_${i}`,
      detail: { i, note: "Zelle é" },
    });
};
const verify = () => audit.verify("lab_a");
const change = (sql: string) => database.pool.query(sql);

test("what was recorded is whole once sealed; what is newer is the unsealed tail", async () => {
  await record(5);
  await record(2, "lab_b");
  expect(await verify()).toMatchObject({ intact: true, sealed: 0, unsealed: 5 });
  expect(await audit.seal()).toBe(7);
  await record(1);
  expect(await verify()).toMatchObject({ intact: true, sealed: 5, unsealed: 1 });
  await audit.seal();
  expect(await verify()).toMatchObject({ intact: true, sealed: 6, unsealed: 0 });
  expect((await audit.list(database.db, "lab_a", { limit: 2 })).map((entry) => entry.target)).toEqual(["ds_0", "ds_4"]);
});

test("what is sealed while the chain is looked through is no break", async () => {
  let over = false;
  const sealing = (async () => {
    for (let round = 0; round < 40; round++) {
      await record(3);
      await audit.seal();
    }
    over = true;
  })();
  while (!over) expect(await verify()).toMatchObject({ intact: true });
  await sealing;
});

test("a row that is rolled back leaves no trace and no gap", async () => {
  await record(2);
  await database.db
    .transaction(async (tx) => {
      await audit.record(tx, { lab: "lab_a", user: null, action: "x", target: "y" });
      throw new Error("no");
    })
    .catch(() => {});
  await record(1);
  await audit.seal();
  expect(await verify()).toMatchObject({ intact: true, sealed: 3 });
});

test.each([
  ["a changed action", "update audit set action = 'x' where place = 3", { break: "changed", place: 3 }],
  ["a changed person", "update audit set user_id = 'user_2' where place = 2", { break: "changed", place: 2 }],
  ["a changed time", "update audit set at = at + 1 where place = 5", { break: "changed", place: 5 }],
  ["a row taken out", "delete from audit where place = 2", { break: "missing", place: 2 }],
  ["the end cut off", "delete from audit where place >= 4", { break: "cut-off", place: 4 }],
  [
    "two rows exchanged",
    "update audit set place = -place where place in (1, 2); update audit set place = 3 + place where place < 0",
    { break: "changed" },
  ],
])("%s is reported, with its place", async (_what, sql, found) => {
  await record(5);
  await audit.seal();
  await change(sql);
  expect(await verify()).toMatchObject({ intact: false, ...found });
});

test("a chain that somebody made anew without the key does not verify", async () => {
  await record(3);
  await audit.seal();
  await change("update audit set target = 'other', place = null, hash = null; delete from audit_heads");
  await openAudit(database.db, "another key", () => 0).seal();
  expect(await verify()).toMatchObject({ intact: false, place: 1 });
});

test("the sealer has sealed within a second", async () => {
  const stop = audit.startSealer((error) => {
    throw error;
  });
  await record(3);
  const end = Date.now() + 1_000;
  let unsealed = 3;
  while (unsealed > 0 && Date.now() < end) {
    unsealed = (await verify()).unsealed;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(unsealed).toBe(0);
  await stop();
});

test("two servers that seal at once make one chain", async () => {
  await record(300);
  const other = openAudit(database.db, "chain key", () => 1);
  for (let i = 0; i < 4; i++) await Promise.all([audit.seal(), other.seal(), record(5)]);
  await audit.seal();
  expect(await verify()).toMatchObject({ intact: true, sealed: 320, unsealed: 0 });
});
