// Whether a lab's record is what was written: its rows, their order and number, the signed head in the database, the heads
// outside of it, and one that somebody kept elsewhere.

import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { audit, auditHeads } from "../schema/index.ts";
import type { AuditHead, Seals } from "./seals.ts";

export type AuditBreakKind =
  /** What a row says is not what was sealed. */
  | "changed"
  /** A row is gone inside. */
  | "missing"
  /** The end, or all of it, is gone: a head knows of more. */
  | "cut-off"
  /** The record is as long as a head says, and another one: it was put back to an earlier state and went on from there. */
  | "rewritten"
  /** A row that the server did not write. */
  | "forged"
  /** The head in the database is gone, or nobody signed it. */
  | "head"
  /** A head that was kept outside bears no signature of this server's key. */
  | "other-key";

export interface AuditBreak {
  readonly what: AuditBreakKind;
  /** Place in the chain; null for what has none. */
  readonly place: number | null;
  /** Number of the entry, where it is still there. */
  readonly entry: number | null;
}

export interface AuditVerdict {
  readonly intact: boolean;
  readonly sealed: number;
  /** Written in the last moments, not in the chain yet. */
  readonly unsealed: number;
  /** Rows that the server did not write, sealed or not. */
  readonly forged: number;
  /** The first place comes first; of forged rows the first hundred. */
  readonly breaks: readonly AuditBreak[];
  /** Of what stands there now, and only where all of it is as it was written. */
  readonly head: AuditHead | null;
}

const batch = 2_000;
const mostForged = 100;

/** In a transaction that sees one moment. `kept` are heads from outside; null is one that cannot be read. */
export async function verifyChain(
  executor: Executor,
  seals: Seals,
  lab: string,
  kept: readonly (AuditHead | null)[],
): Promise<AuditVerdict> {
  const breaks: AuditBreak[] = [];
  const forged: AuditBreak[] = [];
  let forgedCount = 0;
  const isForged = (place: number | null, entry: number): void => {
    forgedCount++;
    if (forged.length < mostForged) forged.push({ what: "forged", place, entry });
  };

  const outside = kept.flatMap((head) => (head !== null && seals.isSigned(head) ? [head] : []));
  if (outside.length < kept.length) breaks.push({ what: "other-key", place: null, entry: null });
  const wanted = new Map<number, string>(outside.map((head) => [head.place, ""]));

  const [head] = await executor.select().from(auditHeads).where(eq(auditHeads.lab, lab));
  let hash = "";
  let place = 0;
  let isWhole = true;
  for (;;) {
    const rows = await executor
      .select()
      .from(audit)
      .where(and(eq(audit.lab, lab), gt(audit.place, place)))
      .orderBy(asc(audit.place))
      .limit(batch);
    for (const row of rows) {
      if (row.place !== place + 1 && isWhole) {
        isWhole = false;
        breaks.push({ what: "missing", place: place + 1, entry: null });
      }
      place = row.place ?? place;
      const expected = row.uid === null && row.flag === null ? seals.formerHashOf(hash, row) : seals.hashOf(hash, place, row);
      // Behind the first break nothing more can be said but that rows are no rows of ours.
      if (isWhole && row.hash !== expected) {
        isWhole = false;
        breaks.push({ what: "changed", place, entry: row.id });
      }
      if (row.flag !== null) isForged(place, row.id);
      hash = row.hash ?? "";
      if (wanted.has(place)) wanted.set(place, hash);
    }
    if (rows.length < batch) break;
  }

  const lost = (known: { readonly place: number; readonly hash: string }, there: string): void => {
    if (place < known.place) breaks.push({ what: "cut-off", place: place + 1, entry: null });
    else if (there !== known.hash) breaks.push({ what: "rewritten", place: known.place, entry: null });
  };
  if (head && seals.isSigned({ ...head, at: head.sealedAt })) {
    if (place > head.place) breaks.push({ what: "head", place: head.place + 1, entry: null });
    else lost(head, hash);
  } else if (head || place > 0) breaks.push({ what: "head", place: null, entry: null });
  for (const known of outside) lost(known, wanted.get(known.place) ?? "");

  const open = await executor
    .select()
    .from(audit)
    .where(and(eq(audit.lab, lab), isNull(audit.place)))
    .orderBy(asc(audit.id));
  for (const row of open) if (!seals.isGenuine(row)) isForged(null, row.id);
  const { rows: twice } = await executor.execute<{ id: string }>(sql`
    select max(id) as id from audit where lab = ${lab} and uid is not null group by uid having count(*) > 1 limit 1`);
  if (twice[0]) isForged(null, Number(twice[0].id));

  const all = [...distinct(breaks), ...forged];
  const now = head && all.length === 0 ? { lab, place, hash, at: head.sealedAt, mac: head.mac ?? "" } : null;
  return { intact: all.length === 0, sealed: place, unsealed: open.length, forged: forgedCount, breaks: all, head: now };
}

/** Several heads may tell of one break. */
function distinct(breaks: readonly AuditBreak[]): readonly AuditBreak[] {
  const seen = new Map(breaks.map((found) => [`${found.what} ${found.place}`, found]));
  return [...seen.values()].sort((a, b) => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER));
}
