// A copy is what it was when it was made, or nothing is made of it; what was damaged before is said to be.

import { createHash, randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileStore } from "../blobs/file-store.ts";
import { openLabKeys } from "../blobs/lab-keys.ts";
import { openSealedBlobs, type SealedBlobs } from "../blobs/sealed-blobs.ts";
import { plainPerSegment, segmentSize } from "../blobs/segments.ts";
import type { OpenDatabase } from "../database.ts";
import { openEmptyTestDatabase, openTestDatabase } from "../testing/test-database.ts";
import { type BackupWatch, blobPlace, type Manifest, manifestFile, signedManifest } from "./manifest.ts";
import { readRows, readTable } from "./read-table.ts";
import { checkBackup, restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const masterKey = randomBytes(32);
type DamagedFile = Parameters<NonNullable<BackupWatch["damaged"]>>[0];
let database: OpenDatabase;
let blobs: SealedBlobs;
let work: string;
let home: string;
let copy: string;
/** Of the sizes at which segments begin and end. */
const ids: string[] = [];
const sizes = [0, 1, plainPerSegment, plainPerSegment + 1, 3 * plainPerSegment, 1_500_000, 400, 90];
let dataset: string;

const source = () => ({ pool: database.pool, home, masterKey, version: "1.2.3", now: () => 5 });
const changeAt = (file: string, from: number, to: number): void => {
  const bytes = readFileSync(file);
  for (let at = from; at < Math.min(to, bytes.length); at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
};
let count = 0;
const altered = (alter: (folder: string) => void, of = copy): string => {
  const folder = path.join(work, `altered-${++count}`);
  cpSync(of, folder, { recursive: true });
  alter(folder);
  return folder;
};
const inCopy = (folder: string, id: string): string => path.join(folder, "blobs", blobPlace(id));
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(path.join(folder, manifestFile), "utf8")).manifest;
const refusal = (folder: string): Promise<string> =>
  checkBackup(folder, masterKey).then(
    () => "nothing is wrong",
    (error: Error) => error.message.replaceAll(folder, "HERE"),
  );

beforeAll(async () => {
  work = mkdtempSync(path.join(os.tmpdir(), "gc-damaged-"));
  home = path.join(work, "home");
  copy = path.join(work, "copy");
  database = await openTestDatabase();
  const now = (): number => 1;
  blobs = openSealedBlobs(await fileStore(path.join(home, "blobs")), openLabKeys(masterKey, now), now);
  for (const size of sizes) ids.push((await blobs.put(database.db, { lab: "lab" }, Buffer.alloc(size, "patient "))).id);
  dataset = ids[5] ?? "";
  await database.pool.query(`
    insert into users (id, name, email, email_verified, created_at, updated_at) values ('u', 'U', 'u@example.org', false, now(), now());
    insert into labs (id, name, slug, created_at) values ('lab', 'L', 'l', now());
    insert into notebooks (id, lab, title, epoch, created_by, created_at, updated_at) values ('nb', 'lab', 'T', 'e', 'u', 1, 1);
    insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds', 'lab', 'D', 'u', 1, 1);
    insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at)
      values ('ds', 1, 'lab', '${dataset}', 'd', 'cohort.csv', 1500000, 'u', 1);`);
  await writeBackup(source(), copy);
}, 120_000);
afterAll(async () => {
  await database.close();
  rmSync(work, { recursive: true, force: true });
});

/** As the releases before sums wrote it: sizes of blobs, and tables as they are. */
async function writeOfBefore(folder: string): Promise<void> {
  const { salt: _, ...manifest } = manifestOf(copy);
  const tables: { [name: string]: Manifest["tables"][string] } = {};
  cpSync(copy, folder, { recursive: true });
  rmSync(path.join(folder, "tables"), { recursive: true });
  mkdirSync(path.join(folder, "tables"));
  for (const [name, table] of Object.entries(manifest.tables)) {
    let text = "";
    for await (const line of readTable({ folder: copy, manifest: manifestOf(copy), masterKey }, name)) text += `${line}\n`;
    writeFileSync(path.join(folder, "tables", `${name}.jsonl`), text);
    tables[name] = { ...table, bytes: Buffer.byteLength(text), sha256: createHash("sha256").update(text).digest("hex") };
  }
  const sizesOnly = Object.entries(manifest.blobs).map(([id, kept]) => [id, typeof kept === "number" ? kept : kept.bytes]);
  const old: Manifest = { ...manifest, format: 1, tables, blobs: Object.fromEntries(sizesOnly) };
  writeFileSync(path.join(folder, manifestFile), signedManifest(masterKey, old));
}

test("a copy has the sum of every file", async () => {
  const { blobs: kept, format, damaged } = manifestOf(copy);
  expect([format, damaged]).toEqual([2, undefined]);
  const sums = ids.map((id) => [
    id,
    createHash("sha256")
      .update(readFileSync(inCopy(copy, id)))
      .digest("hex"),
  ]);
  expect(
    Object.entries(kept)
      .map(([id, file]) => [id, typeof file === "number" ? file : file.sha256])
      .sort(),
  ).toEqual(sums.sort());
});

describe("nothing is written of a copy (A-4)", () => {
  test("in which files were changed and their sizes kept: how many is told, and the first by name", async () => {
    const all = altered((folder) => ids.forEach((id) => changeAt(inCopy(folder, id), 40, 400)));
    // The two smallest end before byte 40.
    expect(await refusal(all)).toMatch(
      /^Of the \d+ files in HERE 6 are not as they were written \((blobs\/\w\w\/blob_\w+, ){5}…\): half a copy, or one that was changed\. Nothing was restored\./,
    );
    const into = path.join(work, "never");
    const empty = await openEmptyTestDatabase();
    try {
      await expect(
        checkBackup(all, masterKey).then((checked) => restoreBackup({ pool: empty.pool, home: into }, checked)),
      ).rejects.toThrow("not as they were written");
      expect(existsSync(into)).toBe(false);
      expect((await empty.pool.query("select 1 from pg_tables where schemaname = 'public'")).rowCount).toBe(0);
    } finally {
      await empty.close();
    }
  });

  test("in which one is changed, one is cut and one is missing", async () => {
    const [, , cut = "", changed = "", gone = ""] = ids;
    const folder = altered((at) => {
      changeAt(inCopy(at, changed), 90, 91);
      truncateSync(inCopy(at, cut), 100);
      rmSync(inCopy(at, gone));
    });
    const said = await refusal(folder);
    expect(said).toContain("2 are not as they were written (");
    for (const id of [cut, changed]) expect(said).toContain(path.join("blobs", blobPlace(id)));
    expect(said).toContain(`, and 1 is missing or cannot be read (${path.join("blobs", blobPlace(gone))})`);
  });

  test("whose sums somebody wrote anew without the key", async () => {
    const [id = ""] = ids;
    const folder = altered((at) => {
      changeAt(inCopy(at, id), 9, 12);
      const file = path.join(at, manifestFile);
      const { manifest, signature } = JSON.parse(readFileSync(file, "utf8"));
      const sha256 = createHash("sha256")
        .update(readFileSync(inCopy(at, id)))
        .digest("hex");
      manifest.blobs[id] = { ...manifest.blobs[id], sha256 };
      writeFileSync(file, JSON.stringify({ manifest, signature }));
    });
    expect(await refusal(folder)).toContain("was changed after it was written");
  });

  test("that is changed after it was looked at", async () => {
    const folder = altered(() => {});
    const checked = await checkBackup(folder, masterKey);
    changeAt(inCopy(folder, dataset), 700_000, 700_001);
    const into = path.join(work, "late");
    const empty = await openEmptyTestDatabase();
    try {
      await expect(restoreBackup({ pool: empty.pool, home: into }, checked)).rejects.toThrow("was changed while it was copied");
      expect(existsSync(path.join(into, "blobs"))).toBe(false);
    } finally {
      await empty.close();
    }
  });
});

test("of a copy of an earlier release, without sums, every seal is opened, and what does not open is named", async () => {
  const old = path.join(work, "of-before");
  await writeOfBefore(old);
  expect(await checkBackup(copy, masterKey)).toMatchObject({ by: "sums" });
  expect(await checkBackup(old, masterKey)).toMatchObject({ by: "seals" });
  for (const [at, id] of ids.entries()) {
    const size = readFileSync(inCopy(copy, id)).length;
    for (const place of [0, 8, 20, size - 1, Math.floor(size / 2)]) {
      const folder = altered((made) => changeAt(inCopy(made, id), place, place + 1), old);
      const told = `1 is not as it was written (${path.join("blobs", blobPlace(id))})`;
      if (id === dataset) expect(await refusal(folder), `${sizes[at]} ${place}`).toContain(told);
      else {
        // A result is made again: it is named, and the rest is restored.
        const damaged: DamagedFile[] = [];
        await checkBackup(folder, masterKey, { damaged: (one) => damaged.push(one) });
        expect(damaged, `${sizes[at]} ${place}`).toEqual([{ id, dataset: null }]);
      }
    }
  }
  const [, one = "", , , two = ""] = ids;
  const swapped = altered((folder) => {
    cpSync(inCopy(copy, one), inCopy(folder, two));
    rmSync(inCopy(folder, one));
  }, old);
  expect(await refusal(swapped)).toContain(
    `1 is not as it was written (${path.join("blobs", blobPlace(two))}), and 1 is missing`,
  );
  const again = await openEmptyTestDatabase();
  try {
    const into = path.join(work, "again-of-before");
    await restoreBackup({ pool: again.pool, home: into }, await checkBackup(old, masterKey));
    const restored = openSealedBlobs(
      await fileStore(path.join(into, "blobs")),
      openLabKeys(masterKey, () => 1),
      () => 1,
    );
    expect((await restored.open(again.db, dataset)).size).toBe(1_500_000);
  } finally {
    await again.close();
  }
}, 60_000);

test("a copy shows nothing of what stands in the tables without the key, and two copies nothing of each other (A-5)", async () => {
  const second = path.join(work, "second");
  await writeBackup(source(), second);
  const said = ["u@example.org", "cohort.csv", "Zsecret"];
  await database.pool.query(
    "insert into cell_sessions (notebook, cell, lab, session) select 'nb', 'cell_' || i, 'lab', jsonb_build_object('levels', repeat('Zsecret' || i || ' ', 9)) from generate_series(1, 3000) i",
  );
  const third = path.join(work, "third");
  const { tables } = await writeBackup(source(), third);
  for (const folder of [copy, second, third])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(path.join(entry.parentPath, entry.name), "latin1");
      for (const word of said) expect(text.includes(word), `${entry.name} ${word}`).toBe(false);
    }
  const users = (folder: string): string => readFileSync(path.join(folder, "tables", "users.sealed"), "hex");
  expect(users(copy)).not.toBe(users(second));
  // More than a segment: rows come back in their order, whole.
  expect(tables["cell_sessions"]).toMatchObject({ rows: 3000 });
  expect(tables["cell_sessions"]?.bytes).toBeGreaterThan(4 * segmentSize);
  const rows: string[] = [];
  for await (const row of readRows({ folder: third, manifest: manifestOf(third), masterKey }, "cell_sessions"))
    rows.push(row["cell"] ?? "");
  expect(rows).toEqual(Array.from({ length: 3000 }, (_, at) => `cell_${at + 1}`));
});

test("a table that is changed after it was looked at is not restored", async () => {
  const folder = altered(() => {});
  const checked = await checkBackup(folder, masterKey);
  changeAt(path.join(folder, "tables", "users.sealed"), 30, 31);
  const empty = await openEmptyTestDatabase();
  try {
    await expect(restoreBackup({ pool: empty.pool, home: path.join(work, "late-table") }, checked)).rejects.toThrow(
      "users.sealed was changed while it was read",
    );
    expect((await empty.pool.query("select 1 from labs")).rowCount).toBe(0);
  } finally {
    await empty.close();
  }
});

describe("a file that is damaged when it is copied (A-4)", () => {
  const damage = async (id: string, alter: (file: string) => void, act: () => Promise<void>): Promise<void> => {
    const file = path.join(home, "blobs", blobPlace(id));
    const before = readFileSync(file);
    alter(file);
    try {
      await act();
    } finally {
      writeFileSync(file, before);
    }
  };

  test.each([
    ["a data set's that was changed", () => dataset, (file: string) => changeAt(file, 40, 400), "cohort.csv"],
    ["a result's that was cut", () => ids[4] ?? "", (file: string) => truncateSync(file, 70_000), null],
    ["a result's that grew", () => ids[4] ?? "", (file: string) => writeFileSync(file, "x", { flag: "a" }), null],
    ["a result's that is empty", () => ids[0] ?? "", (file: string) => truncateSync(file, 0), null],
  ])(
    "%s: the copy is made, names it, keeps it marked and is restored with it",
    async (_, idOf, alter, name) => {
      const id = idOf();
      await damage(id, alter, async () => {
        const folder = path.join(work, `with-damage-${++count}`);
        const told: DamagedFile[] = [];
        const parts: number[] = [];
        const written = await writeBackup(source(), folder, {
          damaged: (file) => told.push(file),
          progress: (done) => parts.push(done),
        });
        expect(told).toEqual([{ id, dataset: name }]);
        expect(written.damaged).toEqual([id]);
        expect(parts.at(-1)).toBe(ids.reduce((sum, each) => sum + readFileSync(inCopy(folder, each)).length, 0));
        const again = await openEmptyTestDatabase();
        const atRestore: DamagedFile[] = [];
        try {
          const into = path.join(work, `again-${count}`);
          await restoreBackup({ pool: again.pool, home: into }, await checkBackup(folder, masterKey), {
            damaged: (file) => atRestore.push(file),
          });
          expect(atRestore).toEqual([{ id, dataset: name }]);
          const sound = openSealedBlobs(
            await fileStore(path.join(into, "blobs")),
            openLabKeys(masterKey, () => 1),
            () => 1,
          );
          for (const [at, each] of ids.entries()) {
            const read = sound.open(again.db, each).then((opened) => opened.read(0, opened.size));
            if (each === id) await expect(read).rejects.toThrow("is damaged");
            else expect((await read).length).toBe(sizes[at]);
          }
        } finally {
          await again.close();
        }
      });
    },
    60_000,
  );
});
