// Long work that is written once, as a generator that stands still at each of its pieces, done at once; with turns given back it is done
// by base/turns.ts.

/** `each`: called at each piece; may throw to end it. */
export function atOnce<T>(work: Generator<void, T>, each?: () => void): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    each?.();
  }
}
