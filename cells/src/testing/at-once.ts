// Work that gives turns back, run to its end at once. For tests only.

export function atOnce<T>(turns: Generator<unknown, T>): T {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}
