// Looking into files that were dropped: each look is a step that a sealed worker of a kernel runs, because the bytes are a
// stranger's. This process reads its report only, checked for its shape. Whoever asks waits a while and asks again;
// fifty who ask for one file are one run, and a look that nobody asks for any more is stopped.

import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Inspection } from "@genomecraft/cells/files/inspection.ts";
import { type FileReport, fromReports, inspect, type InspectSpec } from "@genomecraft/cells/jobs/inspect/spec.ts";
import { fileKeysShape } from "@genomecraft/cells/reports/file-keys/report.ts";
import { inspectionShape } from "@genomecraft/cells/reports/inspection/report.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import type { Plan, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { findResult } from "@genomecraft/storage/queries/results.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { outcomeOf } from "../scheduler/result-lookup.ts";
import type { ServerCore } from "../server-context.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

export interface FileToInspect {
  readonly lab: string;
  readonly digest: string;
  readonly name: string;
  readonly size: number;
  readonly blob: string;
  /** Who asks. */
  readonly by: string;
  /** As a load cell would be set; absent: nothing is. */
  readonly settings?: InspectSpec["settings"];
}
export type Looked =
  | { readonly state: "seen"; readonly inspection: Inspection }
  | { readonly state: "failed"; readonly failure: Failure }
  | { readonly state: "waiting"; readonly why: "no-kernel" | "queued" | "running"; readonly fraction: number | null };

/** After so long of work a look is given up: the card is for a first impression, loading takes its time. */
const longestLookMs = 60_000;
/** A look for which nobody comes back is stopped after this. */
const patienceMs = 15_000;

interface Look {
  readonly settled: Promise<Looked>;
  readonly stop: AbortController;
  at: { readonly why: "queued" | "running"; readonly fraction: number | null };
  waiters: number;
  leaving: ReturnType<typeof setTimeout> | undefined;
}

/** The step that looks into a file, and its key. */
export function askedOf({ digest, name, size, settings }: Pick<FileToInspect, "digest" | "name" | "size" | "settings">): {
  readonly spec: JsonObject;
  readonly key: ResultKey;
} {
  const spec = { file: { digest, name, size }, name, ...(settings ? { settings } : {}) };
  return { spec, key: resultKey(inspect, spec, {}) };
}

export class Inspections {
  private readonly looks = new Map<string, Look>();
  private readonly artifacts = new ArtifactCache(32 * 2 ** 20);
  private readonly context: ServerCore;
  private readonly executorFor: (file: FileToInspect) => Executor;
  private readonly hasKernel: (lab: string) => Promise<boolean>;

  constructor(options: {
    readonly context: ServerCore;
    readonly executorFor: (file: FileToInspect) => Executor;
    readonly hasKernel: (lab: string) => Promise<boolean>;
  }) {
    this.context = options.context;
    this.executorFor = options.executorFor;
    this.hasKernel = options.hasKernel;
  }

  /** What is known after at most `waitMs`; `signal`: whoever asks is gone. */
  async look(file: FileToInspect, waitMs: number, signal: AbortSignal): Promise<Looked> {
    const { spec, key } = askedOf(file);
    const found = await findResult(this.context.db, file.lab, { key, sources: [file.digest] });
    if (found?.available) return this.read(file, outcomeOf(found.row));
    const id = `${file.lab} ${key}`;
    let look = this.looks.get(id);
    if (!look) {
      if (!(await this.hasKernel(file.lab))) return { state: "waiting", why: "no-kernel", fraction: null };
      look = this.looks.get(id) ?? this.begin(id, file, spec, key);
    }
    return this.wait(look, file.lab, waitMs, signal);
  }

  private begin(id: string, file: FileToInspect, spec: JsonObject, key: ResultKey): Look {
    const stop = new AbortController();
    const drop = (): void => {
      if (this.looks.get(id) === look) this.looks.delete(id);
    };
    // Whoever asks from here on is not answered by a look that was given up, however long its end takes.
    stop.signal.addEventListener("abort", drop, { once: true });
    const look: Look = {
      stop,
      settled: this.run(file, spec, key, stop, (at) => {
        look.at = at;
      }).finally(() => {
        clearTimeout(look.leaving);
        drop();
      }),
      at: { why: "queued", fraction: null },
      waiters: 0,
      leaving: undefined,
    };
    this.looks.set(id, look);
    return look;
  }

  private async run(
    file: FileToInspect,
    spec: JsonObject,
    key: ResultKey,
    stop: AbortController,
    tell: (at: Look["at"]) => void,
  ): Promise<Looked> {
    // One tick, so that the look stands in the list before anything is told of it.
    await Promise.resolve();
    const sources = [file.digest];
    const plan: Plan = { steps: [{ cell: "" as CellId, kind: inspect.kind, spec, inputs: {}, key, sources }], fresh: false };
    const heard: { outcome: StepOutcome | null } = { outcome: null };
    let tooLong: ReturnType<typeof setTimeout> | undefined;
    try {
      await this.executorFor(file).run(
        plan,
        {
          queued: () => tell({ why: "queued", fraction: null }),
          started: () => {
            clearTimeout(tooLong);
            tooLong = setTimeout(() => stop.abort(), longestLookMs);
            tell({ why: "running", fraction: null });
          },
          progress: (_step, fraction) => tell({ why: "running", fraction }),
          log: () => {},
          ended: (_step, outcome) => {
            heard.outcome = outcome;
          },
          lookup: async () => null,
        },
        stop.signal,
      );
    } catch (error) {
      this.context.log.info({ err: error }, "a look into a file was lost");
    } finally {
      clearTimeout(tooLong);
    }
    if (heard.outcome) return this.read(file, heard.outcome);
    const reason = stop.signal.aborted ? "intake-long" : "intake-lost";
    return { state: "failed", failure: serverWords.failure(reason, { name: file.name }) };
  }

  private async wait(look: Look, lab: string, waitMs: number, signal: AbortSignal): Promise<Looked> {
    clearTimeout(look.leaving);
    look.waiters += 1;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone: () => void = () => {};
    const over = new Promise<null>((resolve) => {
      gone = () => resolve(null);
      timer = setTimeout(gone, waitMs);
      signal.addEventListener("abort", gone, { once: true });
      if (signal.aborted) gone();
    });
    const settled = await Promise.race([look.settled, over]);
    clearTimeout(timer);
    signal.removeEventListener("abort", gone);
    look.waiters -= 1;
    if (settled) return settled;
    if (look.waiters === 0) {
      if (signal.aborted) look.stop.abort();
      else look.leaving = setTimeout(() => look.stop.abort(), patienceMs);
    }
    if (look.at.why === "queued" && !(await this.hasKernel(lab))) return { state: "waiting", why: "no-kernel", fraction: null };
    return { state: "waiting", ...look.at };
  }

  private async read({ lab, digest }: FileToInspect, outcome: StepOutcome): Promise<Looked> {
    if (!outcome.ok) return { state: "failed", failure: outcome.failure };
    const [report, keys] = await Promise.all(
      ["out", "keys"].map(async (port) => {
        const output = outcome.outputs[port];
        const artifact = output ? await this.artifacts.read(this.context, { lab, sources: [digest] }, output) : null;
        return artifact?.type === "report" ? artifact.body : null;
      }),
    );
    const seen = inspectionShape.safeParse(report);
    const names = fileKeysShape.safeParse(keys);
    if (!seen.success || !names.success) return { state: "failed", failure: serverWords.failure("intake-report") };
    return { state: "seen", inspection: fromReports(seen.data as FileReport, names.data) };
  }

  /** Looks that go on are of use to nobody when the server stops. */
  close(): void {
    for (const look of this.looks.values()) {
      clearTimeout(look.leaving);
      look.stop.abort();
    }
  }
}
