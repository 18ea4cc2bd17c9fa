// The audit: a row in the transaction of what it records, with a random id and a code under the audit's key, and a sealer
// that gives committed rows their place in the lab's chain within a second. A chain inside every transaction would serialise
// the server; so the newest rows are unsealed for a moment, and verification says how many. What the key makes is
// audit/seals.ts; heads outside of the database, audit/checkpoints.ts; what verification finds, audit/verify-chain.ts.

import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { AuditHead, Seals } from "./seals.ts";
import { type AuditVerdict, verifyChain } from "./verify-chain.ts";
import type { Database, Executor } from "../database.ts";
import { audit, auditHeads } from "../schema/index.ts";

export interface AuditEvent {
  /** "" for what belongs to no lab. */
  readonly lab: string;
  /** Null for the server itself. */
  readonly user: string | null;
  /** "notebook.create", "dataset.grant": resource and verb. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly target: string;
  /** Ids, roles, names; never content of data. */
  readonly detail?: JsonObject;
}

export interface AuditEntry extends AuditEvent {
  readonly id: number;
  readonly at: number;
  readonly detail: JsonObject;
  readonly sealed: boolean;
  /** False for a row that the server did not write. */
  readonly genuine: boolean;
}

export interface Audit {
  /** In the transaction of what it records. */
  record(tx: Executor, ...events: readonly AuditEvent[]): Promise<void>;
  /** Newest first, before the entry `before`. */
  list(
    executor: Executor,
    lab: string,
    page: { readonly before?: number; readonly limit: number },
  ): Promise<readonly AuditEntry[]>;
  /** Gives committed rows their place. Called by the sealer; tests and shutdown call it, too. */
  seal(): Promise<number>;
  /** `since`: a head that somebody kept; the record must have grown out of it. */
  verify(lab: string, since?: AuditHead): Promise<AuditVerdict>;
  /** The signed head as it stands, to be kept elsewhere; null before anything is sealed. Whether the rows are whole verification says. */
  head(lab: string): Promise<AuditHead | null>;
  /** Labs whose record has lost what a head outside of the database knows of. A look at one row each, for the start. */
  lost(): Promise<readonly string[]>;
  /** Seals what was recorded, twice a second; answers how to stop (which seals once more). */
  startSealer(onTrouble: (error: unknown) => void): () => Promise<void>;
}

const batch = 2_000;
/** Heads that the record has lost and that are kept as evidence; of more of them the oldest stay. */
const mostLost = 50;

export interface AuditOptions {
  readonly db: Database;
  readonly seals: Seals;
  readonly checkpoints: Checkpoints;
  readonly now: () => number;
}

export function openAudit({ db, seals, checkpoints, now }: AuditOptions): Audit {
  // Rounds that look for rows: some more after the last record, whose transaction may commit later than it was written.
  // Rows of other servers on this database are found by the slow round.
  let rounds = 3;

  const sealLab = async (lab: string): Promise<number> => {
    const sealed = await db.transaction(async (tx) => {
      if (!(await lockChain(tx, lab))) return null;
      const open = await openRows(tx, lab);
      if (open.length === 0) return null;
      // Never behind what stands there: a head that was set back is no way to write over rows.
      const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.lab, lab));
      const [last] = await tx
        .select({ place: audit.place, hash: audit.hash })
        .from(audit)
        .where(and(eq(audit.lab, lab), isNotNull(audit.place)))
        .orderBy(desc(audit.place))
        .limit(1);
      const isOurs = head !== undefined && seals.isSigned({ ...head, at: head.sealedAt });
      let { place, hash } =
        isOurs && head.place >= (last?.place ?? 0) ? head : { place: last?.place ?? 0, hash: last?.hash ?? "" };
      const rows: { id: number; place: number; hash: string; flag: string | null }[] = [];
      for (const row of open) {
        const flag = seals.isGenuine({ ...row, flag: null }) ? null : "forged";
        hash = seals.hashOf(hash, ++place, { ...row, flag });
        rows.push({ id: row.id, place, hash, flag });
      }
      await setPlaces(tx, rows);
      const made = seals.sign({ lab, place, hash, at: now() });
      await putHead(tx, made);
      return { count: open.length, head: made };
    });
    if (sealed === null) return 0;
    await keep(sealed.head);
    return sealed.count;
  };

  /**
   * Outside, too: in place of the heads that the record still holds. One sealer at a time, of all servers: an older head
   * would else come to lie over a newer one.
   */
  const keep = (head: AuditHead): Promise<void> =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit heads ${head.lab}`}, 0))`);
      const kept = await checkpoints.read(head.lab);
      const lost = await lostOf(tx, head.lab, kept);
      if (kept.some((known) => known !== null && known.place > head.place && !lost.includes(known))) return;
      await checkpoints.write(head.lab, [...lost.slice(0, mostLost), head]);
    });

  const lostOf = async (
    executor: Executor,
    lab: string,
    kept: readonly (AuditHead | null)[],
  ): Promise<readonly (AuditHead | null)[]> => {
    const places = kept.flatMap((head) => (head === null ? [] : [head.place]));
    if (places.length === 0) return kept;
    const rows = await executor
      .select({ place: audit.place, hash: audit.hash })
      .from(audit)
      .where(and(eq(audit.lab, lab), inArray(audit.place, places)));
    const hashes = new Map(rows.map((row) => [row.place, row.hash]));
    return kept.filter((head) => head === null || !seals.isSigned(head) || hashes.get(head.place) !== head.hash);
  };

  const self: Audit = {
    record: async (tx, ...events) => {
      if (events.length === 0) return;
      const at = now();
      await tx.insert(audit).values(
        events.map((event) => {
          const row = {
            uid: newId("aud", systemRandom),
            lab: event.lab,
            at,
            user: event.user,
            action: event.action,
            target: event.target,
            // As the database will give it back: the code is over that.
            detail: JSON.parse(JSON.stringify(event.detail ?? {})) as JsonObject,
          };
          return { ...row, mac: seals.macOf(row) };
        }),
      );
      rounds = 4;
    },

    list: async (executor, lab, { before, limit }) => {
      const rows = await executor
        .select()
        .from(audit)
        .where(before === undefined ? eq(audit.lab, lab) : and(eq(audit.lab, lab), lt(audit.id, before)))
        .orderBy(desc(audit.id))
        .limit(limit);
      return rows.map((row) => ({
        id: row.id,
        lab: row.lab,
        at: row.at,
        user: row.user,
        action: row.action,
        target: row.target,
        detail: row.detail as JsonObject,
        sealed: row.place !== null,
        // What an earlier release sealed has no code.
        genuine: row.flag === null && (row.uid === null ? row.place !== null : seals.isGenuine(row)),
      }));
    },

    seal: async () => {
      const labs = await db.selectDistinct({ lab: audit.lab }).from(audit).where(isNull(audit.place));
      let count = 0;
      for (const { lab } of labs) for (let done = batch; done === batch; count += done) done = await sealLab(lab);
      return count;
    },

    // All of it as it stood at one moment: what is sealed meanwhile is no break. The heads outside are read first, so that
    // none of them is newer than that moment.
    verify: async (lab, since) => {
      const kept = await checkpoints.read(lab);
      return db.transaction((executor) => verifyChain(executor, seals, lab, since === undefined ? kept : [...kept, since]), {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      });
    },

    head: async (lab) => {
      const [row] = await db.select().from(auditHeads).where(eq(auditHeads.lab, lab));
      const head = row && { lab, place: row.place, hash: row.hash, at: row.sealedAt, mac: row.mac };
      return head && seals.isSigned(head) ? head : null;
    },

    lost: async () => {
      const labs: string[] = [];
      for (const lab of await checkpoints.labs()) {
        if ((await lostOf(db, lab, await checkpoints.read(lab))).length > 0) labs.push(lab);
      }
      return labs;
    },

    startSealer: (onTrouble) => {
      let stopped = false;
      let round = 0;
      let running: Promise<unknown> = Promise.resolve();
      const timer = setInterval(() => {
        if (stopped || (rounds <= 0 && ++round % 20 !== 0)) return;
        rounds--;
        running = running
          .then(() => self.seal())
          .catch((error) => {
            rounds = 4;
            onTrouble(error);
          });
      }, 500);
      timer.unref();
      return async () => {
        stopped = true;
        clearInterval(timer);
        await running;
        await self.seal().catch(onTrouble);
      };
    },
  };
  return self;
}

/**
 * Once, when the audit gets its key: what an earlier release wrote and did not seal is sealed as that release would have done,
 * and its heads are signed. Nothing is taken over where rows with codes stand already: then the key was taken away.
 */
export async function adoptFormerRecord({ db, seals, checkpoints, now }: AuditOptions): Promise<void> {
  const heads = await db.transaction(async (tx): Promise<readonly AuditHead[]> => {
    const [newer] = await tx.select({ id: audit.id }).from(audit).where(isNotNull(audit.uid)).limit(1);
    if (newer) return [];
    const labs = await tx.selectDistinct({ lab: audit.lab }).from(audit);
    const made: AuditHead[] = [];
    for (const { lab } of labs) {
      const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.lab, lab));
      let { place, hash } = head ?? { place: 0, hash: "" };
      for (let open = await openRows(tx, lab); open.length > 0; open = await openRows(tx, lab)) {
        const rows = open.map((row) => {
          hash = seals.formerHashOf(hash, row);
          return { id: row.id, place: ++place, hash, flag: null };
        });
        await setPlaces(tx, rows);
      }
      const signed = seals.sign({ lab, place, hash, at: now() });
      await putHead(tx, signed);
      made.push(signed);
    }
    return made;
  });
  for (const head of heads) await checkpoints.write(head.lab, [...(await checkpoints.read(head.lab)), head]);
}

async function lockChain(tx: Executor, lab: string): Promise<boolean> {
  const { rows } = await tx.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`audit ${lab}`}, 0)) as free`,
  );
  return rows[0]?.free === true;
}

const openRows = (tx: Executor, lab: string) =>
  tx
    .select()
    .from(audit)
    .where(and(eq(audit.lab, lab), isNull(audit.place)))
    .orderBy(asc(audit.id))
    .limit(batch);

const setPlaces = (
  tx: Executor,
  rows: readonly { readonly id: number; readonly place: number; readonly hash: string; readonly flag: string | null }[],
) =>
  tx.execute(sql`
    update audit set place = s.place, hash = s.hash, flag = s.flag
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id bigint, place bigint, hash text, flag text)
    where audit.id = s.id`);

async function putHead(tx: Executor, { lab, place, hash, at, mac }: AuditHead): Promise<void> {
  const next = { lab, place, hash, sealedAt: at, mac };
  await tx.insert(auditHeads).values(next).onConflictDoUpdate({ target: auditHeads.lab, set: next });
}
