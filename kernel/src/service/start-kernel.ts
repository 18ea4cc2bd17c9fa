// The kernel as a service: each lane asks the server for work and runs what it gets, for as long as it is not stopped.
// It comes back by itself after the server was away. Started by service-main.ts and by `genomecraft kernel`.

import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Logger } from "pino";
import { capabilitiesOf, programAt, versionsHere } from "../capabilities.ts";
import { localLauncher } from "../launch/local.ts";
import type { RunMinutes } from "../config.ts";
import { WorkerPool } from "../pool/worker-pool.ts";
import { probeSandbox } from "../sandbox/choose-walls.ts";
import { findWorkerGroups } from "../sandbox/worker-groups.ts";
import { KernelClient, type Lease, Refused } from "./kernel-client.ts";
import { runLease } from "./run-lease.ts";

export interface StartKernelOptions {
  readonly server: string;
  readonly token: string;
  /** Plans at a time. */
  readonly lanes: number;
  /** Memory of one worker, bytes. */
  readonly memoryBytes: number;
  /** Minutes that one cell may run; undefined: by its kind. */
  readonly runMinutes?: RunMinutes;
  /** The operator said that everybody who may run cells is trusted: workers without walls are allowed, on loopback only. */
  readonly trusted?: boolean;
  readonly site?: string;
  /** Programs that runs may ask for, by name. Throws where one is not found. */
  readonly software?: readonly string[];
  readonly log: Logger;
  readonly waitMs?: number;
  /** For tests. */
  readonly pool?: WorkerPool;
}

export interface RunningKernel {
  readonly id: string;
  /** Why its workers have no walls, a sentence; null: they are sealed. */
  readonly unsealed: string | null;
  /** Settles when the kernel ended: by `stop`, or because the server will never give it work (then with the sentence why). */
  readonly ended: Promise<string | null>;
  /** No new leases; running plans have `graceMs` (default 8 s) to end, then they are given back. */
  stop(graceMs?: number): Promise<void>;
}

const isLoopback = (server: string): boolean => {
  try {
    return /^(127\.|localhost$|\[::1\]$)/.test(new URL(server).hostname);
  } catch {
    return false;
  }
};

/** Throws with a sentence when this machine cannot run workers as it should. */
export async function startKernel(options: StartKernelOptions): Promise<RunningKernel> {
  const { log } = options;
  const walls = options.pool ? null : await probeSandbox();
  if (walls && !walls.ok) {
    if (!options.trusted) {
      throw new Error(
        `${walls.reason}\nWithout it a file or a query could reach everything that this user can. To go on for people whom you trust, on this machine only, set GENOMECRAFT_TRUSTED=1.`,
      );
    }
    if (!isLoopback(options.server)) {
      throw new Error(`${walls.reason}\nA kernel without walls serves this machine only, and ${options.server} is another.`);
    }
  }
  const unsealed =
    walls && !walls.ok
      ? `${walls.reason}\nWorkers run WITHOUT walls: whoever may run cells can reach what this user can reach.`
      : null;
  const absent = (options.software ?? []).filter((name) => programAt(name) === null);
  if (absent.length > 0)
    throw new Error(
      `${absent.join(", ")}: no such program is on this machine's PATH. Install it, or take it out of GENOMECRAFT_SOFTWARE.`,
    );
  const pool =
    options.pool ??
    new WorkerPool({
      launcher: localLauncher,
      lanes: options.lanes,
      walls: walls?.ok ? "bubblewrap" : "trusted",
      memoryBytes: options.memoryBytes,
      ...(options.runMinutes ? { runMinutes: options.runMinutes } : {}),
    });
  pool.warmUp();
  const id = newId("kernel", systemRandom) as string;
  const client = new KernelClient({
    server: options.server,
    token: options.token,
    kernel: id,
    capabilities: await capabilitiesOf({
      memory: options.memoryBytes,
      sandboxed: pool.isSealed,
      site: options.site,
      software: options.software,
    }),
    versions: versionsHere,
  });

  const noMoreLeases = new AbortController();
  const stopNow = new AbortController();
  let refusal: string | null = null;
  let away = false;
  /** Runs of which something is still to be stored. */
  const ending = new Set<Promise<void>>();
  const runToItsEnd = async (lease: Lease, onFree: () => void): Promise<void> => {
    const began = Date.now();
    const end = await runLease(client, pool, lease, stopNow.signal, onFree);
    log.info(
      { run: lease.run, attempt: lease.attempt, lab: lease.lab, steps: lease.plan.steps.length, ms: Date.now() - began },
      `run ${end.outcome}${end.detail ? `: ${end.detail.split("\n")[0]}` : ""}`,
    );
  };
  const lane = async (): Promise<void> => {
    let patience = 0;
    while (!noMoreLeases.signal.aborted) {
      try {
        const asked = Date.now();
        const lease = await client.lease(options.waitMs ?? 20_000, noMoreLeases.signal);
        patience = 0;
        if (away) {
          away = false;
          log.info("the server is back");
        }
        if (!lease) {
          // A server that does not wait (it stops, a proxy answers for it) is not asked without a pause.
          if (Date.now() - asked < 100) await pause(250, noMoreLeases.signal);
          continue;
        }
        await new Promise<void>((resolve, reject) => {
          const run = runToItsEnd(lease, resolve);
          ending.add(run);
          run.then(resolve, reject).finally(() => ending.delete(run));
        });
        // What waits to be wanted or stored is in memory: no more of it than a few plans'.
        if (ending.size > 8 * options.lanes) await Promise.race(ending);
      } catch (error) {
        if (noMoreLeases.signal.aborted) return;
        if (error instanceof Refused && error.isFinal) {
          refusal ??= `The server at ${options.server} refuses this kernel: ${error.message}`;
          noMoreLeases.abort();
          return;
        }
        if (!away) {
          away = true;
          const { message, cause } = error as Error & { readonly cause?: { readonly code?: string; readonly message?: string } };
          const detail = [message, cause?.code ?? cause?.message].filter(Boolean).join(": ");
          log.warn({ server: options.server, error: detail }, "the server does not answer; trying again");
        }
        patience += 1;
        await pause(Math.min(1000, 100 * 2 ** Math.min(patience, 4)), noMoreLeases.signal);
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: options.lanes }, lane));
  const ended = lanes.then(async () => {
    await Promise.allSettled(ending);
    await pool.close();
    return refusal;
  });
  const groups = findWorkerGroups();
  log.info(
    {
      kernel: id,
      lanes: options.lanes,
      server: options.server,
      workerMemoryMb: Math.round(options.memoryBytes / 2 ** 20),
      memoryBy: groups ? `control groups, version ${groups.version}` : "watch",
    },
    "kernel is ready",
  );
  return {
    id,
    unsealed,
    ended,
    stop: async (graceMs = 8000) => {
      noMoreLeases.abort();
      const timer = setTimeout(() => stopNow.abort(), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener("abort", over, { once: true });
  });
