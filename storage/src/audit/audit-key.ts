// The audit's own key: random, made at the first start, kept wrapped by the master key. Whoever can write to the database
// alone has neither, and can make no row, chain or head that verifies.

import { asc, sql } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { WrongMasterKey } from "../blobs/lab-keys.ts";
import { newKey, unwrapKey, wrapKey } from "../blobs/key-wrap.ts";
import type { Database } from "../database.ts";
import { auditKeys } from "../schema/index.ts";

const purpose = (id: string): string => `audit key\0${id}`;

export interface AuditKey {
  readonly key: Uint8Array;
  /** Made just now: what stands unsealed in the record was written by an earlier release. */
  readonly isNew: boolean;
}

/** Throws WrongMasterKey when it was wrapped by another one. */
export function openAuditKey(db: Database, masterKey: Uint8Array, now: () => number): Promise<AuditKey> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('audit key', 0))`);
    const [row] = await tx.select().from(auditKeys).orderBy(asc(auditKeys.createdAt), asc(auditKeys.id)).limit(1);
    if (row) {
      try {
        return { key: unwrapKey(masterKey, row.wrapped, purpose(row.id)), isNew: false };
      } catch (cause) {
        throw new WrongMasterKey("the record", { cause });
      }
    }
    const id = newId("ak", systemRandom);
    const key = newKey();
    await tx.insert(auditKeys).values({ id, wrapped: wrapKey(masterKey, key, purpose(id)), createdAt: now() });
    return { key, isNew: true };
  });
}
