// What lies along a place of an output that stays a file: a step that a sealed worker runs with the ranges that it needs, as
// the cells that read places are run. Whoever asks has been let through to its rows.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { columnOf } from "@genomecraft/cells/artifacts/table.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { along, type AlongSpec } from "@genomecraft/cells/jobs/along/spec.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { findResult } from "@genomecraft/storage/queries/results.ts";
import { type AskedLook, Looks } from "./looks.ts";
import type { ServerCore } from "../server-context.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { outcomeOf } from "../scheduler/result-lookup.ts";

export interface AlongAsked extends Pick<AlongSpec, "place" | "bins" | "isEstimate"> {
  readonly notebook: string;
  readonly lab: string;
  readonly cell: string;
  readonly cellName: string;
  readonly by: string;
  readonly output: OutputRef;
  readonly sources: Sources;
}
export interface AlongTold {
  /** How much lies there was told by the index alone. */
  readonly isEstimate: boolean;
  readonly contig: string;
  /** [start, end) from 0, of the place. */
  readonly start: number;
  readonly end: number;
  readonly bin: number;
  /** Null: nothing is there. */
  readonly mean: readonly (number | null)[];
  readonly min: readonly (number | null)[] | null;
  readonly max: readonly (number | null)[] | null;
}
export type AlongAnswer =
  | { readonly state: "there"; readonly told: AlongTold }
  | { readonly state: "failed"; readonly failure: Failure }
  | { readonly state: "waiting"; readonly why: "no-kernel" | "queued" | "running"; readonly fraction: number | null };

/** The longest chromosome of a deep genome takes minutes, and whoever waits can stop it. */
const longestMs = 20 * 60_000;
/** Names the input in the spec; it enters no key. */
const from = { ref: "cell_file" };

export class AlongFiles {
  private readonly looks: Looks;
  private readonly artifacts = new ArtifactCache(8 * 2 ** 20);
  private readonly context: ServerCore;
  private readonly executorFor: (asked: AlongAsked) => Executor;

  constructor(options: {
    readonly context: ServerCore;
    readonly executorFor: (asked: AlongAsked) => Executor;
    readonly hasKernel: (lab: string) => Promise<boolean>;
  }) {
    this.context = options.context;
    this.executorFor = options.executorFor;
    this.looks = new Looks(options.context, options.hasKernel, longestMs);
  }

  /** Of a place that was read once no estimate is told: what was read is kept. */
  async look(asked: AlongAsked, waitMs: number, signal: AbortSignal): Promise<AlongAnswer> {
    const kept = asked.isEstimate ? await this.kept(this.stepOf({ ...asked, isEstimate: false }), asked) : null;
    if (kept) return kept;
    const { lab, notebook, isEstimate, place } = asked;
    const step = this.stepOf(asked);
    const looked = await this.looks.look({ lab, step, of: notebook, executor: () => this.executorFor(asked) }, waitMs, signal);
    if (looked.state === "waiting") return looked;
    if (looked.state === "stopped") return { state: "failed", failure: serverWords.failure(`along-${looked.why}`, { place }) };
    const { outcome } = looked;
    if (!outcome.ok) return { state: "failed", failure: outcome.failure };
    const told = await this.toldIn(outcome, asked, isEstimate);
    return told ? { state: "there", told } : { state: "failed", failure: serverWords.failure("along-lost", { place }) };
  }

  private async kept(step: AskedLook["step"], asked: AlongAsked): Promise<AlongAnswer | null> {
    const found = await findResult(this.context.db, asked.lab, { key: step.key, sources: step.sources });
    const outcome = found?.available ? outcomeOf(found.row) : null;
    const told = outcome?.ok ? await this.toldIn(outcome, asked, false) : null;
    return told && { state: "there", told };
  }

  private async toldIn(
    { outputs }: Extract<StepOutcome, { readonly ok: true }>,
    { lab, sources }: AlongAsked,
    isEstimate: boolean,
  ): Promise<AlongTold | null> {
    const made = outputs["out"];
    const table = made && (await this.artifacts.read(this.context, { lab, sources }, made));
    return table?.type === "table" ? toldOf(table, isEstimate) : null;
  }

  private stepOf({ cell, output, sources, place, bins, isEstimate }: AlongAsked): AskedLook["step"] {
    const spec: JsonObject = { from, place, bins, isEstimate };
    return {
      cell: cell as CellId,
      kind: along.kind,
      spec,
      inputs: { i0: { digest: output.digest } },
      key: resultKey(along, spec, { i0: output.digest }),
      sources,
    };
  }

  close(): void {
    this.looks.close();
  }
}

/** Null: it is no such table. */
function toldOf(table: Table, isEstimate: boolean): AlongTold | null {
  const [contigs, starts, ends] = ["chromosome", "start", "end"].map((name) => columnOf(table, name));
  const mean = numbersOf(columnOf(table, "mean"));
  if (contigs?.type !== "text" || starts?.type !== "int32" || ends?.type !== "int32" || !mean || table.rowCount === 0)
    return null;
  const [start = 0] = starts.values;
  return {
    isEstimate,
    contig: contigs.dictionary[0] ?? "",
    start,
    end: ends.values[table.rowCount - 1] ?? start,
    bin: (ends.values[0] ?? start) - start,
    mean,
    min: numbersOf(columnOf(table, "min")),
    max: numbersOf(columnOf(table, "max")),
  };
}

const numbersOf = (column: Column | null | undefined): readonly (number | null)[] | null =>
  column?.type === "float64" ? Array.from(column.values, (value, at) => (column.valid?.[at] === 0 ? null : value)) : null;
