// How the memory of a worker is shared out. The parent makes the walls by it, the worker keeps to it.

export interface WorkerMemory {
  /** Size of /tmp, which is memory too, though it is not counted as the process's. */
  readonly tmpBytes: number;
  /** Decoded artifacts kept between plans. */
  readonly residentBytes: number;
  /** DuckDB's buffers, and what it may write to /tmp. */
  readonly sqlBytes: number;
  readonly spillBytes: number;
}

export function shareMemory(memoryBytes: number): WorkerMemory {
  const tmpBytes = Math.floor(memoryBytes / 4);
  return {
    tmpBytes,
    residentBytes: Math.floor(memoryBytes / 4),
    sqlBytes: Math.floor(memoryBytes / 2),
    spillBytes: Math.floor(tmpBytes * 0.9),
  };
}
