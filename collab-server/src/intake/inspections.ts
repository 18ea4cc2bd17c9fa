// Looking into files that were dropped: each look is a step that a sealed worker of a kernel runs, because the bytes are a
// stranger's. This process reads its report only, checked for its shape.

import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Inspection } from "@genomecraft/cells/files/inspection.ts";
import { type FileReport, fromReports, inspect, type InspectSpec } from "@genomecraft/cells/jobs/inspect/spec.ts";
import { fileKeysShape } from "@genomecraft/cells/reports/file-keys/report.ts";
import { inspectionShape } from "@genomecraft/cells/reports/inspection/report.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { Looks } from "../looks/looks.ts";
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

/** The card is for a first impression, loading takes its time. */
const longestLookMs = 60_000;

/** The step that looks into a file, and its key. */
export function askedOf({ digest, name, size, settings }: Pick<FileToInspect, "digest" | "name" | "size" | "settings">): {
  readonly spec: JsonObject;
  readonly key: ResultKey;
} {
  const spec = { file: { digest, name, size }, name, ...(settings ? { settings } : {}) };
  return { spec, key: resultKey(inspect, spec, {}) };
}

export class Inspections {
  private readonly looks: Looks;
  private readonly artifacts = new ArtifactCache(32 * 2 ** 20);
  private readonly context: ServerCore;
  private readonly executorFor: (file: FileToInspect) => Executor;

  constructor(options: {
    readonly context: ServerCore;
    readonly executorFor: (file: FileToInspect) => Executor;
    readonly hasKernel: (lab: string) => Promise<boolean>;
  }) {
    this.context = options.context;
    this.executorFor = options.executorFor;
    this.looks = new Looks(options.context, options.hasKernel, longestLookMs);
  }

  /** What is known after at most `waitMs`; `signal`: whoever asks is gone. */
  async look(file: FileToInspect, waitMs: number, signal: AbortSignal): Promise<Looked> {
    const { spec, key } = askedOf(file);
    const step = { cell: "" as CellId, kind: inspect.kind, spec, inputs: {}, key, sources: [file.digest] };
    const looked = await this.looks.look({ lab: file.lab, step, executor: () => this.executorFor(file) }, waitMs, signal);
    if (looked.state === "waiting") return looked;
    if (looked.state === "there") return this.read(file, looked.outcome);
    return { state: "failed", failure: serverWords.failure(`intake-${looked.why}`, { name: file.name }) };
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

  close(): void {
    this.looks.close();
  }
}
