// Kernels: the tokens with which they come, which of them are connected, and what keeps a run waiting for one.

import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { shortagesOfAll, type Shortage } from "@genomecraft/cells/base/needs.ts";
import type { Executor } from "../database.ts";
import { kernelTokens, type KernelCaps } from "../schema/kernels.ts";
import type { RunNeeds } from "../schema/runs.ts";
import { labs } from "../schema/labs.ts";
import { labsForRuns } from "./kernel-rights.ts";

/** Kernels say that they are there at least once a minute. */
const silentMs = 150_000;
/** A kernel whose lanes are all busy asks for nothing meanwhile; its token is heard all the same. */
const forgottenMs = 3_600_000;

export type { KernelCaps };

/** Tokens of a lab and those of the server itself, newest first. */
export const kernelTokensFor = (executor: Executor, lab: string) =>
  executor
    .select()
    .from(kernelTokens)
    .where(or(isNull(kernelTokens.lab), eq(kernelTokens.lab, lab)))
    .orderBy(desc(kernelTokens.createdAt));

export const addKernelToken = (tx: Executor, row: typeof kernelTokens.$inferInsert) => tx.insert(kernelTokens).values(row);

/** Those of the server itself, by their name, whose kernel was not heard of since `before`. */
export const removeSilentTokens = (tx: Executor, name: string, before: number) =>
  tx
    .delete(kernelTokens)
    .where(
      and(
        isNull(kernelTokens.lab),
        eq(kernelTokens.name, name),
        lt(sql<number>`coalesce(${kernelTokens.lastSeenAt}, ${kernelTokens.createdAt})`, before),
      ),
    );

/** False when it is not this lab's, or gone. */
export async function removeKernelToken(tx: Executor, of: { readonly id: string; readonly lab: string }): Promise<boolean> {
  const gone = await tx
    .delete(kernelTokens)
    .where(and(eq(kernelTokens.id, of.id), eq(kernelTokens.lab, of.lab)))
    .returning({ id: kernelTokens.id });
  return gone.length > 0;
}

/** Those that this person made for the lab; answers how many. */
export async function removeKernelTokensBy(tx: Executor, of: { readonly lab: string; readonly user: string }): Promise<number> {
  const gone = await tx
    .delete(kernelTokens)
    .where(and(eq(kernelTokens.lab, of.lab), eq(kernelTokens.createdBy, of.user)))
    .returning({ id: kernelTokens.id });
  return gone.length;
}

/** The token of this hash, if it is good at `now`. */
export async function kernelTokenBy(executor: Executor, tokenHash: string, now: number) {
  const [row] = await executor
    .select()
    .from(kernelTokens)
    .where(and(eq(kernelTokens.tokenHash, tokenHash), or(isNull(kernelTokens.expiresAt), gt(kernelTokens.expiresAt, now))));
  return row ?? null;
}

export const noteKernelSeen = (executor: Executor, token: string, now: number) =>
  executor.update(kernelTokens).set({ lastSeenAt: now }).where(eq(kernelTokens.id, token));

/** Whether a kernel that may serve this lab was heard of lately. */
export async function kernelWasHeard(executor: Executor, lab: string, now: number): Promise<boolean> {
  const [row] = await executor
    .select({ id: kernelTokens.id })
    .from(kernelTokens)
    .where(and(gt(kernelTokens.lastSeenAt, now - silentMs), or(isNull(kernelTokens.lab), eq(kernelTokens.lab, lab))))
    .limit(1);
  return row !== undefined;
}

/** What a kernel said of itself, beside the others of its token that were there of late. */
export async function noteKernel(executor: Executor, token: string, kernel: string, caps: KernelCaps): Promise<void> {
  // In one statement: several of them come at once.
  const others = sql`(select jsonb_object_agg(key, value) from jsonb_each(${kernelTokens.caps})
    where (value->>'at')::numeric > ${caps.at - forgottenMs})`;
  await executor
    .update(kernelTokens)
    .set({ caps: sql`coalesce(${others}, '{}') || ${JSON.stringify({ [kernel]: caps })}::jsonb` })
    .where(eq(kernelTokens.id, token));
}

type Heard = Pick<typeof kernelTokens.$inferSelect, "caps" | "lastSeenAt">;
/** The kernels that are connected with a token, by the names they give themselves. */
export const connectedOf = ({ caps, lastSeenAt }: Heard, now: number): readonly (readonly [string, KernelCaps])[] =>
  (lastSeenAt ?? 0) > now - silentMs ? Object.entries(caps).filter(([, kernel]) => kernel.at > now - forgottenMs) : [];

export type Lacking =
  | { readonly what: "no-kernel" }
  /** Kernels of the lab are there, and may not read the data. */
  | { readonly what: "data" }
  | Lack
  /** No kernel has all of it, though one may have some. */
  | { readonly what: "together"; readonly lacks: readonly Lack[] };
type Lack = Exclude<Shortage, { readonly what: "lab" }> | { readonly what: "lab"; readonly lab: string; readonly name: string };

/** What no connected kernel has of what a run needs; null when one could take it. */
export async function lackingFor(
  executor: Executor,
  run: { readonly id: string; readonly lab: string; readonly needs: RunNeeds },
  now: number,
): Promise<Lacking | null> {
  return (await lackingForRuns(executor, [run], now)).get(run.id) ?? null;
}

/** The same of many runs; those that some kernel could take are absent. */
export async function lackingForRuns(
  executor: Executor,
  runs: readonly { readonly id: string; readonly lab: string; readonly needs: RunNeeds }[],
  now: number,
): Promise<ReadonlyMap<string, Lacking>> {
  if (runs.length === 0) return new Map();
  const heard = await executor
    .select({ lab: kernelTokens.lab, caps: kernelTokens.caps, lastSeenAt: kernelTokens.lastSeenAt })
    .from(kernelTokens)
    .where(gt(kernelTokens.lastSeenAt, now - silentMs));
  const ids = runs.map(({ id }) => id);
  const labs = await labsForRuns(executor, ids, [...new Set(heard.flatMap(({ lab }) => lab ?? []))]);
  const found = new Map<string, Lacking>();
  for (const run of runs) {
    const offers = heard
      .filter(({ lab }) => lab === null || labs.get(run.id)?.has(lab))
      .flatMap((row) => connectedOf(row, now).map(([, { software = [], ...kernel }]) => ({ ...kernel, software, lab: row.lab })));
    if (offers.length === 0) {
      const isBarred = heard.some((row) => row.lab === run.lab && connectedOf(row, now).length > 0);
      found.set(run.id, { what: isBarred ? "data" : "no-kernel" });
      continue;
    }
    const lacks = await Promise.all(shortagesOfAll(run.needs, offers).map((shortage) => named(executor, shortage)));
    const [first] = lacks;
    if (first) found.set(run.id, lacks.length === 1 ? first : { what: "together", lacks });
  }
  return found;
}

async function named(executor: Executor, shortage: Shortage): Promise<Lack> {
  if (shortage.what !== "lab") return shortage;
  const [row] = await executor.select({ name: labs.name }).from(labs).where(eq(labs.id, shortage.lab));
  return { ...shortage, name: row?.name ?? shortage.lab };
}
