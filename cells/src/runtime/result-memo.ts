// Results that this runtime has seen, by key: the equal-value cut-off. A cell whose key is here does not ask anybody.
// Cells with other data sets behind them do not answer each other: that one is ready would tell of the other's data.

import type { ResultKey } from "../base/ids.ts";
import type { ReuseReason } from "../session/cell-status.ts";
import type { StepOutcome } from "./plan.ts";
import { markOfSources, type Sources } from "../base/sources.ts";

export interface MemoEntry {
  readonly outcome: StepOutcome;
  readonly reused: ReuseReason | null;
}

/** Least recently used beyond `limit` keys. Outcomes hold summaries and digests, never data. */
export class ResultMemo {
  private readonly entries = new Map<ResultKey, Map<string, MemoEntry>>();
  private readonly limit: number;
  constructor(limit = 5_000) {
    this.limit = limit;
  }
  get(key: ResultKey, sources: Sources): MemoEntry | null {
    const known = this.entries.get(key);
    const entry = known?.get(markOfSources(sources));
    if (!known || !entry) return null;
    this.entries.delete(key);
    this.entries.set(key, known);
    return entry;
  }
  put(key: ResultKey, sources: Sources, entry: MemoEntry): void {
    const known = this.entries.get(key) ?? new Map<string, MemoEntry>();
    this.entries.delete(key);
    this.entries.set(key, known.set(markOfSources(sources), entry));
    if (this.entries.size > this.limit) {
      const oldest = this.entries.keys().next().value;
      if (oldest !== undefined) this.entries.delete(oldest);
    }
  }
  forget(key: ResultKey): void {
    this.entries.delete(key);
  }
}
