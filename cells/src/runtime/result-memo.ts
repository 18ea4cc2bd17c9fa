// Results that this runtime has seen, by key: the equal-value cut-off. A cell whose key is here does not ask anybody.

import type { ResultKey } from "../base/ids.ts";
import type { ReuseReason } from "../session/cell-status.ts";
import type { StepOutcome } from "./plan.ts";

export interface MemoEntry {
  readonly outcome: StepOutcome;
  readonly reused: ReuseReason | null;
}

/** Least recently used beyond `limit` entries. Outcomes hold summaries and digests, never data. */
export class ResultMemo {
  private readonly entries = new Map<ResultKey, MemoEntry>();
  private readonly limit: number;
  constructor(limit = 5_000) {
    this.limit = limit;
  }
  get(key: ResultKey): MemoEntry | null {
    const entry = this.entries.get(key);
    if (!entry) return null;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry;
  }
  put(key: ResultKey, entry: MemoEntry): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size > this.limit) {
      const oldest = this.entries.keys().next().value;
      if (oldest !== undefined) this.entries.delete(oldest);
    }
  }
  forget(key: ResultKey): void {
    this.entries.delete(key);
  }
}
