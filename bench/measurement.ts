// One line of bench/RESULTS.md, and how samples become it.

export interface Measurement {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly p95?: number;
  /** What it is compared with in the same run, and that one's median. */
  readonly peer?: string;
  readonly peerMedian?: number;
  /** Ours divided by the peer's. */
  readonly ratio?: number;
  /** The bar, in words: "ratio <= 0.5", "p95 <= 150 ms". */
  readonly bound?: string;
}

export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
