// Impossible states. An expected failure is a value (see failure.ts), never one of these.

/** Throws when `condition` is false: a bug in GenomeCraft, not something a person did. */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(`GenomeCraft broke its own rule: ${sentence}`);
}

/** Closes a switch over a union: a forgotten member is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`GenomeCraft met a value that its types rule out: ${JSON.stringify(value)}`);
}
