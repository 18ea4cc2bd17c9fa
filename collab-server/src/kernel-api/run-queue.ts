// The queue of runs as kernels see it: a claim that waits until there is something to do, and the reaper that takes back
// what a dead kernel held, and what one person has too many of while another waits.

import { reapRuns, renewLeases, claimRun, yieldRun, type ClaimBy } from "@genomecraft/storage/queries/leases.ts";
import { countRuns, type RunRow } from "@genomecraft/storage/queries/runs.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import type { Notifications } from "../notifications.ts";
import type { RunBus } from "../scheduler/run-bus.ts";

export interface RunQueue {
  /** Waits up to `waitMs`; null when there was nothing, or `signal` aborted. */
  claim(by: ClaimBy, waitMs: number, signal: AbortSignal): Promise<RunRow | null>;
  /** There is something to do: one that waits looks now. */
  wake(): void;
  close(): void;
}

/** A waiting claim looks by itself this often, should a word be lost. */
const lookEveryMs = 2_000;
const reapEveryMs = 400;

export function openRunQueue(options: {
  readonly db: Database;
  readonly notifications: Notifications;
  readonly bus: RunBus;
  readonly onTrouble: (error: unknown) => void;
  readonly onCounts?: (counts: { readonly queued: number; readonly leased: number }) => void;
}): RunQueue {
  const { db, notifications, bus, onTrouble } = options;
  const waiting = new Set<() => void>();
  let closed = false;
  const wake = (): void => {
    // All of them: the claims of different kernels match different runs. A claim that finds nothing is one cheap query.
    for (const look of [...waiting]) look();
  };
  const stops = [notifications.on("genomecraft_queue", wake), notifications.onReturn(wake)];

  // ---- leases that lapsed ---------------------------------------------------------------------------------------------
  let wall = Date.now();
  let steady = performance.now();
  let away = false;
  let reaping = false;
  const reap = async (): Promise<void> => {
    if (reaping) return;
    reaping = true;
    try {
      const jumped = Math.abs(Date.now() - wall - (performance.now() - steady)) > 1_000;
      // A process that stood still has heard no beats either: neither is a kernel's fault.
      const stood = performance.now() - steady > 2_000;
      wall = Date.now();
      steady = performance.now();
      if (jumped || away || stood) {
        away = false;
        await renewLeases(db);
        return;
      }
      for (const run of await reapRuns(db)) {
        if (run.state === "queued") bus.tell(run.id, { type: "queued", why: { what: "again" } });
        else
          bus.tell(run.id, { type: "ended", state: run.state === "cancelled" ? "cancelled" : "lost", detail: run.detail ?? "" });
        if (run.state === "queued") wake();
      }
      const yielded = await yieldRun(db);
      if (yielded) {
        bus.tell(yielded.id, { type: "queued", why: { what: "yields" } });
        wake();
      }
    } catch (error) {
      away = true;
      onTrouble(error);
    } finally {
      reaping = false;
    }
  };
  const reaper = setInterval(() => void reap(), reapEveryMs);
  reaper.unref();
  // A server that just started gives every kernel the time to find it again.
  void renewLeases(db).catch(onTrouble);
  const counter = options.onCounts ? setInterval(() => void countRuns(db).then(options.onCounts, () => {}), 5_000) : null;
  counter?.unref();

  return {
    wake,
    claim: async (by, waitMs, signal) => {
      const until = performance.now() + waitMs;
      for (;;) {
        if (closed || signal.aborted) return null;
        // Registered before the look: a wake that comes during it counts.
        let woken = false;
        let wakeUp: () => void = () => {};
        const look = (): void => {
          woken = true;
          wakeUp();
        };
        waiting.add(look);
        try {
          const run = await claimRun(db, by);
          if (run) return run;
          const left = until - performance.now();
          if (left <= 0) return null;
          if (!woken) {
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, Math.min(left, lookEveryMs));
              wakeUp = () => {
                clearTimeout(timer);
                resolve();
              };
              signal.addEventListener("abort", wakeUp, { once: true });
            });
            signal.removeEventListener("abort", wakeUp);
          }
        } finally {
          waiting.delete(look);
        }
      }
    },
    close: () => {
      closed = true;
      clearInterval(reaper);
      if (counter) clearInterval(counter);
      for (const stop of stops) stop();
      wake();
    },
  };
}
