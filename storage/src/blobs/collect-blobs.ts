// Removes bytes that nothing refers to, in two phases a day apart: first a blob is marked, and only if a day later still
// nothing refers to it its row and bytes go. Called by the server's housekeeping, one server at a time.

import { and, isNotNull, lt, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { blobs, uploads } from "../schema/index.ts";
import type { BlobStore } from "./blob-store.ts";

const dayMs = 86_400_000;

/** Tables that refer to blobs. Every new one stands here. */
const referred = sql`exists (select 1 from dataset_versions v where v.blob = b.id)
  or exists (select 1 from artifacts a where a.blob = b.id)
  or exists (select 1 from uploads u where u.blob = b.id)
  or exists (select 1 from runs r, jsonb_each(r.files) f where r.state in ('queued', 'leased') and f.value ->> 'blob' = b.id)`;

export async function collectBlobs(
  db: Database,
  store: BlobStore,
  now: number,
): Promise<{ readonly marked: number; readonly removed: number; readonly orphans: number }> {
  const { marked, gone } = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7002)`);
    // What came back into use is marked no more.
    await tx.execute(sql`update blobs b set deleted_at = null where deleted_at is not null and (${referred})`);
    const gone = await tx
      .delete(blobs)
      .where(and(isNotNull(blobs.deletedAt), lt(blobs.deletedAt, now - dayMs)))
      .returning({ id: blobs.id });
    // An hour of grace for blobs whose transaction is about to name them.
    const marked = await tx.execute(
      sql`update blobs b set deleted_at = ${now} where deleted_at is null and created_at < ${now - 3_600_000} and not (${referred})`,
    );
    return { marked: marked.rowCount ?? 0, gone };
  });
  for (const { id } of gone) await store.delete(id);
  // Bytes without a row: of transactions that were rolled back, of uploads that were forgotten half-way.
  let orphans = 0;
  const old: string[] = [];
  for await (const object of store.list()) if (object.writtenAt < now - dayMs) old.push(object.id);
  for (let at = 0; at < old.length; at += 1_000) {
    const names = old.slice(at, at + 1_000);
    const stems = [...new Set(names.map((name) => name.split(".")[0] as string))];
    const list = sql`(${sql.join(
      stems.map((stem) => sql`${stem}`),
      sql`, `,
    )})`;
    const known = new Set<string>([
      ...(await db.select({ id: blobs.id }).from(blobs).where(sql`${blobs.id} in ${list}`)).map((row) => row.id),
      ...(await db.select({ id: uploads.blob }).from(uploads).where(sql`${uploads.blob} in ${list}`)).map((row) => row.id),
    ]);
    for (const name of names) {
      if (known.has(name.split(".")[0] as string)) continue;
      await store.delete(name);
      orphans++;
    }
  }
  return { marked, removed: gone.length, orphans };
}
