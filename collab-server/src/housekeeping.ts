// What nobody asks for and has to be done: collecting blobs, forgetting old uploads, tokens, sessions, runs and logs. One server at a
// time does a round (advisory lock); what fails is tried again at the next.

import { collectBlobs } from "@genomecraft/storage/blobs/collect-blobs.ts";
import { purgeDatasets } from "@genomecraft/storage/queries/datasets.ts";
import { forgetArtifacts } from "@genomecraft/storage/queries/artifacts.ts";
import { forgetMailedLinks } from "@genomecraft/storage/queries/mailed-links.ts";
import { pruneRuns } from "@genomecraft/storage/queries/runs.ts";
import { forgetRightsChanges } from "@genomecraft/storage/queries/rights.ts";
import { forgetSessions } from "@genomecraft/storage/queries/sessions.ts";
import type { ServerContext } from "./server-context.ts";

const roundMs = 3_600_000;
const dayMs = 86_400_000;
const uploadLifeMs = 7 * dayMs;
/** What was not looked at for so long, and is neither on show nor published, is made again when somebody asks. */
const artifactLifeMs = 30 * dayMs;
/** A log is read while somebody wonders about a run; the run itself while one asks what a month cost. */
const logLifeMs = 30 * dayMs;
const runLifeMs = 90 * dayMs;
const lockNumber = 7_003;

export async function housekeepingRound(context: ServerContext): Promise<void> {
  const client = await context.pool.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [lockNumber]);
    if (!rows[0]?.free) return;
    try {
      const now = context.now();
      /** What cannot be done keeps nothing else from being done: else one file that cannot be deleted would fill the disk. */
      const act = <T>(what: string, work: Promise<T>): Promise<T | null> =>
        work.catch((error: unknown) => {
          context.log.warn({ err: error, what }, "housekeeping");
          return null;
        });
      const uploads = await act("old uploads", context.uploads.removeOld(now - uploadLifeMs));
      await act("sessions", Promise.resolve(forgetSessions(context.db, now)));
      await act("mailed links", Promise.resolve(forgetMailedLinks(context.db, now)));
      await act("changes of rights", Promise.resolve(forgetRightsChanges(context.db)));
      const datasets = await act("deleted data sets", purgeDatasets(context.db, now - dayMs));
      const artifacts = await act("artifacts", forgetArtifacts(context.db, now - artifactLifeMs));
      const runs = await act("runs", pruneRuns(context.db, { logs: now - logLifeMs, runs: now - runLifeMs }));
      const blobs = await act("blobs", collectBlobs(context.db, context.store, now));
      context.log.info({ uploads, datasets, artifacts, runs, ...blobs }, "housekeeping");
    } finally {
      await client.query("select pg_advisory_unlock($1)", [lockNumber]);
    }
  } finally {
    client.release();
  }
}

export function startHousekeeping(context: ServerContext): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const round = (): void => {
    running = running.then(() => housekeepingRound(context)).catch((error) => context.log.warn({ err: error }, "housekeeping"));
  };
  const timer = setInterval(round, roundMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
