// Long work that is written once, and done at once or with turns given back: a generator that stands still at each of its pieces.

/** `pause`: asked at each piece; null where nobody waits for a turn. Ends by its throwing. */
export async function inTurns<T>(work: Generator<void, T>, pause: () => Promise<void> | null): Promise<T> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    const turn = pause();
    if (turn) await turn;
  }
}

/** `each`: called at each piece; may throw to end it. */
export function atOnce<T>(work: Generator<void, T>, each?: () => void): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    each?.();
  }
}
