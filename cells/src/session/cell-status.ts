// What is happening to a cell now: a closed state machine, never saved in the document. The server writes it, the
// feed carries it, the screen shows it.

import type { OutputRef } from "../artifacts/output-ref.ts";
import type { Failure } from "../base/failure.ts";
import type { CellId, Digest, ResultKey, RunId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import type { WaitReason } from "./wait-reason.ts";
import type { Sentence } from "../messages/sentence.ts";

export type CellStatus =
  | { readonly state: "off" }
  /** Text is being typed: what depends on the cell keeps the last spec that parsed. */
  | { readonly state: "draft" }
  | { readonly state: "invalid"; readonly failure: Failure }
  /** A required field is empty. */
  | { readonly state: "needs-input"; readonly field: string }
  /** Made from data that this reader may not see, of these labs. None: from a file that is not among the notebook's. */
  | { readonly state: "restricted"; readonly labs: readonly string[] }
  /**
   * This reader sees results only, and what became of the cell is hers when these labs, whose data it is, release it.
   * asked: somebody asked them to. refused: one of them said no to this cell as it reads now.
   */
  | { readonly state: "unreleased"; readonly labs: readonly string[]; readonly asked: boolean; readonly refused: boolean }
  /** An input failed: the cell that did. */
  | { readonly state: "blocked"; readonly by: CellId }
  /** An input is not there yet. */
  | { readonly state: "waiting"; readonly for: CellId }
  /** Never run and nobody asked (manual mode). */
  | { readonly state: "idle" }
  | { readonly state: "queued"; readonly run: RunId; readonly position: number; readonly why: WaitReason }
  | {
      readonly state: "running";
      readonly run: RunId;
      readonly startedAt: number;
      readonly fraction: number | null;
      readonly note: Sentence | null;
    }
  | { readonly state: "fresh"; readonly key: ResultKey; readonly reused: ReuseReason | null }
  | { readonly state: "stale"; readonly why: readonly StaleReason[] }
  /** `why`: it was recorded by a release that computed otherwise, and was not tried again. */
  | { readonly state: "failed"; readonly failure: Failure; readonly key: ResultKey; readonly why?: readonly StaleReason[] }
  | { readonly state: "cancelled"; readonly by: string };

/** Why a result is out of date, as data: the screen makes the sentence. */
export type StaleReason =
  | { readonly what: "spec"; readonly by?: string; readonly at?: number; readonly fields: readonly string[] }
  | {
      readonly what: "input";
      readonly cell: CellId;
      readonly from: Digest | null;
      readonly to: Digest | null;
      readonly by?: string;
      readonly at?: number;
    }
  | { readonly what: "kind-version" };

export interface ReuseReason {
  readonly run: RunId | null;
  readonly by: string;
  readonly at: number;
}

/** A cell as the session knows it. `shown` is what is on show, also while stale, queued or failed. */
export interface CellSession {
  readonly cell: CellId;
  readonly status: CellStatus;
  readonly shown: ShownResult | null;
  /** Present key, null when it cannot be known yet (an input is missing). */
  readonly key: ResultKey | null;
}

export interface ShownResult {
  readonly key: ResultKey;
  readonly outputs: { readonly [port: string]: OutputRef };
  readonly at: number;
  readonly by: string;
  readonly ms: number;
  /** What it was made from, so that "why is it out of date" can be answered after a restart. */
  readonly made?: MadeFrom;
}

/** What a result was made from: the spec as it entered the key, and the digests behind its slots. */
export interface MadeFrom {
  /** How its key was made (contract/result-key.ts `keyFormat`); absent: 1, before variants had versions. */
  readonly format?: number;
  readonly version: number;
  /** Versions of the variants that the spec names, by `axis/name`. */
  readonly variants?: { readonly [variant: string]: number };
  readonly spec: JsonObject;
  readonly inputs: { readonly [slot: string]: { readonly cell: CellId; readonly digest: Digest | null } };
}
