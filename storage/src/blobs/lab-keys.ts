// The keys of labs: made when a lab first needs one, kept wrapped by the master key, opened into memory, changed by
// rotation. Rotation wraps again and never touches the encrypted bytes.

import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "../database.ts";
import { blobs, labKeys, masterKeys, uploads } from "../schema/index.ts";
import { keyFingerprint, newKey, unwrapKey, wrapKey } from "./key-wrap.ts";

export interface LabKey {
  readonly id: string;
  readonly key: Uint8Array;
}

export interface LabKeys {
  /** Throws WrongMasterKey when this database was written with under another one, also where no lab has a key yet. */
  checkMaster(executor: Executor): Promise<void>;
  /** The key under which new things of a lab are wrapped; made on first use. */
  current(executor: Executor, lab: string): Promise<LabKey>;
  byId(executor: Executor, id: string): Promise<LabKey>;
  /** A small secret of a lab as text (the token of a link), bound to what it is for. */
  sealText(executor: Executor, lab: string, text: string, purpose: string): Promise<string>;
  /** Throws when it was sealed for something else. */
  openText(executor: Executor, sealed: string, purpose: string): Promise<string>;
  /** A new key for a lab; the keys of its blobs and uploads are wrapped again by it. Answers how many. */
  rotate(executor: Executor, lab: string): Promise<number>;
}

export class WrongMasterKey extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(
      `The master key is not the one under which ${what}. Set GENOMECRAFT_MASTER_KEY to the key that this data was written with.`,
      options,
    );
    this.name = "WrongMasterKey";
  }
}

const labPurpose = (lab: string, id: string): string => `lab key\0${lab}\0${id}`;
export const blobPurpose = (lab: string, blob: string): string => `blob key\0${lab}\0${blob}`;

export type WrappedLabKey = { readonly id: string; readonly lab: string; readonly wrapped: Uint8Array };

/** Throws when it was wrapped by another master key, or for another lab. */
export const unwrapLabKey = (masterKey: Uint8Array, { id, lab, wrapped }: WrappedLabKey): Uint8Array =>
  unwrapKey(masterKey, wrapped, labPurpose(lab, id));

export function openLabKeys(masterKey: Uint8Array, now: () => number): LabKeys {
  const opened = new Map<string, LabKey>();
  const currentOf = new Map<string, string>();
  const master = keyFingerprint(masterKey);

  const open = (row: WrappedLabKey): LabKey => {
    const known = opened.get(row.id);
    if (known) return known;
    try {
      const key = { id: row.id, key: unwrapLabKey(masterKey, row) };
      opened.set(row.id, key);
      return key;
    } catch (cause) {
      throw new WrongMasterKey(`the key of ${row.lab} was wrapped`, { cause });
    }
  };

  const make = async (executor: Executor, lab: string): Promise<LabKey> => {
    const id = newId("lk", systemRandom);
    const key = newKey();
    await executor
      .insert(labKeys)
      .values({ id, lab, wrapped: wrapKey(masterKey, key, labPurpose(lab, id)), master, createdAt: now() });
    return { id, key };
  };

  const newest = async (executor: Executor, lab: string): Promise<LabKey | null> => {
    const [row] = await executor
      .select()
      .from(labKeys)
      .where(and(eq(labKeys.lab, lab), isNull(labKeys.retiredAt)))
      .orderBy(desc(labKeys.createdAt), desc(labKeys.id))
      .limit(1);
    return row ? open(row) : null;
  };

  const keys: LabKeys = {
    checkMaster: async (executor) => {
      // Of a database that is older than the mark.
      const found = await executor.query.labKeys.findFirst();
      if (found) open(found);
      const [mark] = await executor
        .insert(masterKeys)
        .values({ id: "here", fingerprint: master })
        .onConflictDoUpdate({ target: masterKeys.id, set: { id: sql`excluded.id` } })
        .returning();
      if (mark?.fingerprint !== master) throw new WrongMasterKey("this database was first written with");
    },

    current: async (executor, lab) => {
      const known = currentOf.get(lab);
      // Another server may have rotated: the row decides, the memory only spares the unwrapping.
      const found = await newest(executor, lab);
      if (found) {
        if (known !== found.id) currentOf.set(lab, found.id);
        return found;
      }
      return executor.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`lab key ${lab}`}, 0))`);
        return (await newest(tx, lab)) ?? (await make(tx, lab));
      });
    },

    byId: async (executor, id) => {
      const known = opened.get(id);
      if (known) return known;
      const [row] = await executor.select().from(labKeys).where(eq(labKeys.id, id));
      if (!row) throw new Error(`There is no lab key ${id}.`);
      return open(row);
    },

    sealText: async (executor, lab, text, purpose) => {
      const { id, key } = await keys.current(executor, lab);
      return `${id}.${Buffer.from(wrapKey(key, Buffer.from(text), `text\0${purpose}`)).toString("base64url")}`;
    },

    openText: async (executor, sealed, purpose) => {
      const [id = "", body = ""] = sealed.split(".");
      const { key } = await keys.byId(executor, id);
      return Buffer.from(unwrapKey(key, Buffer.from(body, "base64url"), `text\0${purpose}`)).toString("utf8");
    },

    rotate: (executor, lab) =>
      executor.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`lab key ${lab}`}, 0))`);
        const fresh = await make(tx, lab);
        await tx
          .update(labKeys)
          .set({ retiredAt: now() })
          .where(and(eq(labKeys.lab, lab), isNull(labKeys.retiredAt), ne(labKeys.id, fresh.id)));
        let count = 0;
        for (const table of [blobs, uploads] as const) {
          // Not only rows of the key just retired: what was written meanwhile under an older one, too.
          const rows = await tx
            .select({
              id: table.id,
              blob: table === uploads ? uploads.blob : blobs.id,
              labKey: table.labKey,
              wrappedKey: table.wrappedKey,
            })
            .from(table)
            .where(and(eq(table.lab, lab), ne(table.labKey, fresh.id)))
            .for("update");
          for (const row of rows) {
            const old = await keys.byId(tx, row.labKey);
            const purpose = blobPurpose(lab, row.blob);
            await tx
              .update(table)
              .set({ labKey: fresh.id, wrappedKey: wrapKey(fresh.key, unwrapKey(old.key, row.wrappedKey, purpose), purpose) })
              .where(eq(table.id, row.id));
            count++;
          }
        }
        return count;
      }),
  };
  return keys;
}
