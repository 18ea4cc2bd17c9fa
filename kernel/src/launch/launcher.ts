// The port through which workers come to be. A launcher starts one and speaks frames with it; where the process runs is
// its own affair. The pool knows this file alone; local.ts is the launcher of this machine.

import type { FromWorker, ToWorker } from "../worker/protocol.ts";
import type { WorkerBundle } from "../sandbox/worker-bundle.ts";
import type { WorkerGroups } from "../sandbox/worker-groups.ts";

export interface LaunchOptions {
  readonly bundle: WorkerBundle;
  /** "bubblewrap": sealed. "trusted": an ordinary process of this user; the operator said that he trusts all who run cells. */
  readonly walls: "bubblewrap" | "trusted";
  /** Memory beyond which the worker is killed, bytes: by its control group, else by a watch on its resident memory. */
  readonly memoryBytes: number;
  /** Control groups to use; null: none. Those of this machine if absent. */
  readonly groups?: WorkerGroups | null;
  readonly tmpBytes: number;
  readonly onMessage: (message: FromWorker, parts: readonly Uint8Array[]) => void;
}

export interface WorkerExit {
  readonly why: "memory" | "threads" | "ended" | "crashed" | "broke-protocol";
  /** For the log: exit code, signal, last lines on standard error. */
  readonly detail: string;
}

export interface LaunchedWorker {
  send(message: ToWorker, part?: Uint8Array): void;
  /** SIGKILL, at once. */
  kill(): void;
  /** Settles when no process of the worker is left. */
  readonly exited: Promise<WorkerExit>;
}

export interface Launcher {
  launch(options: LaunchOptions): LaunchedWorker;
}
