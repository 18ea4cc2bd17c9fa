// The record's chain against somebody who writes SQL and has no keys: whole as long as nobody touched it, and precise about
// what was done where.

import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adoptFormerRecord, openAudit, type Audit } from "./audit.ts";
import { openAuditKey } from "./audit-key.ts";
import { checkpointFiles } from "./checkpoints.ts";
import { headText, newSeals, readHead } from "./seals.ts";
import type { OpenDatabase } from "../database.ts";
import { openTestDatabase } from "../testing/test-database.ts";

let database: OpenDatabase;
let folder: string;
let audit: Audit;
const key = randomBytes(32);
const open = (under: Uint8Array = key, at = folder) => ({
  db: database.db,
  seals: newSeals(under, "the chain of an earlier release"),
  checkpoints: checkpointFiles(at),
  now: () => 1_700_000_000_000,
});
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

beforeEach(async () => {
  await database.pool.query("truncate audit, audit_heads restart identity");
  folder = await mkdtemp(path.join(os.tmpdir(), "gc-audit-"));
  audit = openAudit(open());
  return () => rm(folder, { recursive: true, force: true });
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

const broken = async (what: string, place?: number) => {
  const verdict = await verify();
  expect(verdict).toMatchObject({ intact: false, head: null });
  expect(verdict.breaks).toContainEqual(expect.objectContaining({ what, ...(place === undefined ? {} : { place }) }));
};

test.each([
  ["a changed action", "update audit set action = 'x' where place = 3", "changed", 3],
  ["a changed person", "update audit set user_id = 'user_2' where place = 2", "changed", 2],
  ["a changed detail", `update audit set detail = '{"i": 7}' where place = 4`, "changed", 4],
  ["a changed time", "update audit set at = at + 1 where place = 5", "changed", 5],
  ["a changed code", "update audit set mac = repeat('0', 64) where place = 5", "changed", 5],
  ["a row that says it is of an earlier release", "update audit set uid = null, mac = null where place = 2", "changed", 2],
  ["a row taken out", "delete from audit where place = 2", "missing", 2],
  ["the end cut off", "delete from audit where place >= 4", "cut-off", 4],
  ["the head taken away", "delete from audit_heads", "head", undefined],
  ["a head that nobody signed", "update audit_heads set place = 5, sealed_at = 1", "head", undefined],
  [
    "two rows exchanged",
    "update audit set place = -place where place in (1, 2); update audit set place = 3 + place where place < 0",
    "changed",
    1,
  ],
])("%s is reported, with its place", async (_what, sql, what, place) => {
  await record(5);
  await audit.seal();
  await change(sql);
  await broken(what, place);
  // What is written afterwards makes nothing whole.
  await record(2);
  await audit.seal();
  if (what !== "head") expect((await verify()).breaks.some((found) => found.place === place)).toBe(true);
});

describe("the record is put back to what it was", () => {
  const heads = async () => (await database.pool.query("select * from audit_heads")).rows;
  const setHead = (row: Record<string, unknown>) =>
    database.pool.query(
      "insert into audit_heads (lab, place, hash, sealed_at, mac) values ($1, $2, $3, $4, $5) on conflict (lab) do update set place = $2, hash = $3, sealed_at = $4, mac = $5",
      [row["lab"], row["place"], row["hash"], row["sealed_at"], row["mac"]],
    );

  test("the last three rows deleted, and the signed head of the row before put back", async () => {
    await record(4);
    await audit.seal();
    const [before] = await heads();
    await record(3);
    await audit.seal();
    const kept = await audit.head("lab_a");
    await change("delete from audit where place > 4");
    await setHead(before as Record<string, unknown>);
    await broken("cut-off", 5);
    // The record goes on, past where it was: what it has lost is reported for ever, and not written over.
    await record(6);
    await audit.seal();
    await broken("rewritten", 7);
    await record(6);
    await audit.seal();
    await broken("rewritten", 7);
    // A server that knows nothing of before learns it from whoever kept the head.
    const elsewhere = openAudit(open(key, path.join(folder, "other")));
    expect(await elsewhere.verify("lab_a")).toMatchObject({ intact: true });
    expect(kept && (await elsewhere.verify("lab_a", kept)).breaks).toEqual([{ what: "rewritten", place: 7, entry: null }]);
  });

  test("the whole record and its head deleted", async () => {
    await record(5);
    await audit.seal();
    const kept = await audit.head("lab_a");
    await change("delete from audit; delete from audit_heads");
    await broken("cut-off", 1);
    expect(await audit.lost()).toEqual(["lab_a"]);
    const elsewhere = openAudit(open(key, path.join(folder, "other")));
    expect(await elsewhere.verify("lab_a")).toMatchObject({ intact: true, sealed: 0, head: null });
    expect(kept && (await elsewhere.verify("lab_a", kept)).breaks).toEqual([{ what: "cut-off", place: 1, entry: null }]);
  });

  test("a record that only grew is what a head of before says", async () => {
    await record(3);
    await audit.seal();
    const kept = await audit.head("lab_a");
    await record(3);
    await audit.seal();
    expect(kept && (await audit.verify("lab_a", kept))).toMatchObject({ intact: true, sealed: 6 });
    expect(await audit.lost()).toEqual([]);
  });

  test("one head a lab is kept outside as long as nothing is lost", async () => {
    for (let i = 0; i < 4; i++) {
      await record(2);
      await audit.seal();
    }
    expect(await readdir(folder)).toEqual(["lab_a.heads"]);
    const text = await readFile(path.join(folder, "lab_a.heads"), "utf8");
    expect(text.trim().split("\n").map(readHead)).toEqual([await audit.head("lab_a")]);
    await writeFile(path.join(folder, "lab_a.heads"), `${text}nonsense\n`);
    await broken("other-key");
  });
});

describe("a row that the server did not write", () => {
  const insert =
    "insert into audit (lab, at, user_id, action, target, detail, uid, mac) select lab, at, 'user_9', action, target, detail, 'aud_x', mac from audit limit 1";
  test("is reported before it is sealed, and flagged for ever when it is", async () => {
    await record(3);
    await change(insert);
    expect(await verify()).toMatchObject({ intact: false, forged: 1, breaks: [{ what: "forged", place: null, entry: 4 }] });
    await audit.seal();
    await record(1);
    await audit.seal();
    expect(await verify()).toMatchObject({ intact: false, forged: 1, breaks: [{ what: "forged", place: 4, entry: 4 }] });
    expect((await audit.list(database.db, "lab_a", { limit: 9 })).map(({ genuine }) => genuine)).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    await change("update audit set flag = null");
    await broken("changed", 4);
  });
  test("without any code is no row of an earlier release", async () => {
    await change("insert into audit (lab, at, action, target, detail) values ('lab_a', 1, 'x', 'y', '{}')");
    await audit.seal();
    await broken("forged", 1);
  });
  test("cannot be a copy of a genuine one", async () => {
    await record(2);
    await change("drop index audit_uid");
    await change(
      "insert into audit (lab, at, user_id, action, target, detail, uid, mac) select lab, at, user_id, action, target, detail, uid, mac from audit limit 1",
    );
    await audit.seal();
    await broken("forged");
    await change("delete from audit; create unique index audit_uid on audit (uid)");
  });
  test("is not sealed by whoever has another key", async () => {
    await record(3);
    await openAudit(open(randomBytes(32), path.join(folder, "other"))).seal();
    const verdict = await verify();
    expect(verdict.intact).toBe(false);
    expect(verdict.breaks[0]).toMatchObject({ what: "changed", place: 1 });
  });
});

test("numbers, letters and nothing are read back as they were written", async () => {
  const detail = { a: 0.1, b: 1e21, c: -0, d: 9_007_199_254_740_991, e: "\u2028 é 😀", f: [null, true, {}], g: undefined };
  await audit.record(database.db, { lab: "lab_a", user: null, action: "x", target: "", detail: detail as never });
  expect(await verify()).toMatchObject({ intact: true, forged: 0, unsealed: 1 });
});

test("a head is one line of text; what is none is not taken for one", async () => {
  await record(1);
  await audit.seal();
  const head = await audit.head("lab_a");
  expect(head && readHead(` ${headText(head)}\n`)).toEqual(head);
  for (const text of ["", "x", "gc-audit-1.lab_a.1.1.ff.ff", head ? headText(head).slice(0, -1) : ""])
    expect(readHead(text)).toBeNull();
  const other = head && { ...head, place: 2 };
  expect(other && (await audit.verify("lab_a", other)).breaks).toEqual([{ what: "other-key", place: null, entry: null }]);
});

describe("the audit's key", () => {
  test("is random, the same at every start, and closed to another master key", async () => {
    await change("delete from audit_keys");
    const master = randomBytes(32);
    const first = await openAuditKey(database.db, master, () => 1);
    expect(first).toMatchObject({ isNew: true });
    expect(await openAuditKey(database.db, master, () => 2)).toEqual({ key: first.key, isNew: false });
    await expect(openAuditKey(database.db, randomBytes(32), () => 3)).rejects.toThrow("master key");
  });

  test("a record of an earlier release goes on in the new chain, once", async () => {
    const seals = newSeals(key, "the chain of an earlier release");
    for (const target of ["one", "two"])
      await database.pool.query(
        "insert into audit (lab, at, user_id, action, target, detail) values ('lab_a', 5, 'user_1', 'x', $1, '{}')",
        [target],
      );
    // The first was sealed by the release that wrote it.
    const row = { uid: null, lab: "lab_a", at: 5, user: "user_1", action: "x", detail: {}, mac: null, flag: null };
    const hash = seals.formerHashOf("", { ...row, id: 1, target: "one" });
    await database.pool.query("update audit set place = 1, hash = $1 where id = 1", [hash]);
    await database.pool.query("insert into audit_heads (lab, place, hash, sealed_at) values ('lab_a', 1, $1, 5)", [hash]);
    await adoptFormerRecord(open());
    await record(2);
    await audit.seal();
    expect(await verify()).toMatchObject({ intact: true, sealed: 4, forged: 0 });
    expect((await audit.list(database.db, "lab_a", { limit: 9 })).every(({ genuine }) => genuine)).toBe(true);
    // Whoever takes the key away and writes rows gets them not taken over.
    await change("insert into audit (lab, at, action, target, detail) values ('lab_a', 1, 'x', 'y', '{}')");
    await adoptFormerRecord(open());
    await audit.seal();
    await broken("forged", 5);
    await change("update audit set target = 'three' where id = 2");
    await broken("changed", 2);
  });
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
  const other = openAudit(open());
  for (let i = 0; i < 4; i++) await Promise.all([audit.seal(), other.seal(), record(5)]);
  await audit.seal();
  expect(await verify()).toMatchObject({ intact: true, sealed: 320, unsealed: 0 });
});

test("of many sealers at once the newest head is the one that stays outside, and nothing half written beside it", async () => {
  const sealers = Array.from({ length: 6 }, () => openAudit(open()));
  const work = async (sealer: Audit): Promise<void> => {
    for (let round = 0; round < 40; round++) {
      await record(1);
      await sealer.seal();
    }
  };
  await Promise.all(sealers.map(work));
  await audit.seal();
  const [file, ...others] = await readdir(folder);
  expect(others).toEqual([]);
  expect(readHead((await readFile(path.join(folder, file ?? ""), "utf8")).trim())).toEqual(await audit.head("lab_a"));
});
