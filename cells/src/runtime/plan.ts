// What a kernel is asked to do: a chain of cells that one worker runs in one lease. Self-contained: specs and digests,
// no notebook, no code. A later step may take outputs of an earlier one, whose digests are not known yet.

import type { Failure } from "../base/failure.ts";
import type { CellId, Digest, ResultKey } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import type { Sources } from "../base/sources.ts";

export type StepInput =
  | { readonly digest: Digest }
  /** Output `port` of the step at this index of the same plan. */
  | { readonly step: number; readonly port: string };

export interface PlanStep {
  readonly cell: CellId;
  readonly kind: string;
  /** Valid spec with defaults; parameter overrides are already in the inputs. */
  readonly spec: JsonObject;
  /** By slot name (result-key.ts `inputSlots`). */
  readonly inputs: { readonly [slot: string]: StepInput };
  /** Known when every input is a digest; later steps learn theirs as the plan runs. */
  readonly key: ResultKey | null;
  /** Data sets behind the cell that asks: who may see what comes out. Absent in what is made beside a notebook. */
  readonly sources?: Sources;
}

export interface Plan {
  readonly steps: readonly PlanStep[];
  /** Ask for a new generation although a result exists ("run without cache"). */
  readonly fresh: boolean;
}

export type StepOutcome =
  | { readonly ok: true; readonly key: ResultKey; readonly outputs: { readonly [port: string]: OutputRef }; readonly ms: number }
  | { readonly ok: false; readonly key: ResultKey; readonly failure: Failure; readonly ms: number };

/** Which port of a kind a plain reference means. */
export const mainPort = (outputs: readonly { readonly name: string }[]): string => outputs[0]?.name ?? "out";
