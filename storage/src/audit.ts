// The audit: a row in the transaction of what it records, and a sealer that gives committed rows their place in the
// lab's chain within a second. A chain inside every transaction would serialise the server; so the newest rows are
// unsealed for a moment, and verification says how many.
//
// hash(place) = HMAC-SHA256(chain key, hash(place - 1) | canonical JSON of the row). The chain key comes from the master
// key, so that someone who can write to the database alone cannot make a chain that verifies.

import { createHmac } from "node:crypto";
import { and, asc, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Database, Executor } from "./database.ts";
import { audit, auditHeads } from "./schema/index.ts";

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
}

export type AuditVerdict =
  | { readonly intact: true; readonly sealed: number; readonly unsealed: number; readonly head: string | null }
  | {
      readonly intact: false;
      /** Place in the chain where it breaks. */
      readonly place: number;
      /** A row was changed, one is missing inside, or the end was cut off. */
      readonly break: "changed" | "missing" | "cut-off";
      readonly entry: number | null;
      readonly sealed: number;
      readonly unsealed: number;
    };

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
  verify(lab: string): Promise<AuditVerdict>;
  /** Seals what was recorded, twice a second; answers how to stop (which seals once more). */
  startSealer(onTrouble: (error: unknown) => void): () => Promise<void>;
}

type Row = typeof audit.$inferSelect;
const batch = 2_000;

export function openAudit(db: Database, chainKey: string, now: () => number): Audit {
  // Rounds that look for rows: some more after the last record, whose transaction may commit later than it was written.
  // Rows of other servers on this database are found by the slow round.
  let rounds = 3;

  const hashOf = (before: string, row: Row): string =>
    createHmac("sha256", chainKey)
      .update(before)
      .update("\n")
      .update(
        canonicalJson({
          id: row.id,
          lab: row.lab,
          at: row.at,
          user: row.user,
          action: row.action,
          target: row.target,
          detail: row.detail as Json,
        }),
      )
      .digest("hex");

  const sealLab = (lab: string): Promise<number> =>
    db.transaction(async (tx) => {
      const { rows } = await tx.execute<{ free: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtextextended(${`audit ${lab}`}, 0)) as free`,
      );
      if (!rows[0]?.free) return 0;
      const open = await tx
        .select()
        .from(audit)
        .where(and(eq(audit.lab, lab), isNull(audit.place)))
        .orderBy(asc(audit.id))
        .limit(batch);
      if (open.length === 0) return 0;
      const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.lab, lab));
      let { place, hash } = head ?? { place: 0, hash: "" };
      const sealed: { id: number; place: number; hash: string }[] = [];
      for (const row of open) {
        hash = hashOf(hash, row);
        sealed.push({ id: row.id, place: ++place, hash });
      }
      await tx.execute(sql`
        update audit set place = s.place, hash = s.hash
        from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as s(id bigint, place bigint, hash text)
        where audit.id = s.id`);
      const next = { lab, place, hash, sealedAt: now() };
      await tx.insert(auditHeads).values(next).onConflictDoUpdate({ target: auditHeads.lab, set: next });
      return open.length;
    });

  const self: Audit = {
    record: async (tx, ...events) => {
      if (events.length === 0) return;
      await tx.insert(audit).values(
        events.map((event) => ({
          lab: event.lab,
          at: now(),
          user: event.user,
          action: event.action,
          target: event.target,
          detail: { ...event.detail },
        })),
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
      }));
    },

    seal: async () => {
      const labs = await db.selectDistinct({ lab: audit.lab }).from(audit).where(isNull(audit.place));
      let count = 0;
      for (const { lab } of labs) for (let done = batch; done === batch; count += done) done = await sealLab(lab);
      return count;
    },

    // All of it as it stood at one moment: what is sealed meanwhile is no break.
    verify: (lab) =>
      db.transaction(
        async (executor) => {
          const [head] = await executor.select().from(auditHeads).where(eq(auditHeads.lab, lab));
          const [open] = await executor
            .select({ n: sql<number>`count(*)::int` })
            .from(audit)
            .where(and(eq(audit.lab, lab), isNull(audit.place)));
          const unsealed = open?.n ?? 0;
          const sealed = head?.place ?? 0;
          let hash = "";
          let place = 0;
          for (;;) {
            const rows = await executor
              .select()
              .from(audit)
              .where(and(eq(audit.lab, lab), gt(audit.place, place)))
              .orderBy(asc(audit.place))
              .limit(batch);
            for (const row of rows) {
              if (row.place !== place + 1)
                return { intact: false, place: place + 1, break: "missing", entry: null, sealed, unsealed };
              place = row.place;
              hash = hashOf(hash, row);
              if (row.hash !== hash) return { intact: false, place, break: "changed", entry: row.id, sealed, unsealed };
            }
            if (rows.length < batch) break;
          }
          if (place !== sealed || (head && head.hash !== hash))
            return { intact: false, place: Math.min(place, sealed) + 1, break: "cut-off", entry: null, sealed, unsealed };
          return { intact: true, sealed, unsealed, head: head?.hash ?? null };
        },
        { isolationLevel: "repeatable read", accessMode: "read only" },
      ),

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
