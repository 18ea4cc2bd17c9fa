// Work that can be left between its pieces, done without a pause.

/** It yields the share that is done. */
export type Pieces<Answer> = Generator<number, Answer>;

export function drained<Answer>(work: Pieces<Answer>): Answer {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The shares of a part that lasts from one share of the whole to another. */
export function* within<Answer>(from: number, to: number, work: Pieces<Answer>): Pieces<Answer> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield from + (to - from) * value;
  }
}

/** Numbers that are gone through at once. */
const stretch = 1 << 20;

/** Each number becomes another, in its place. */
export function* changed(values: Float64Array, act: (value: number) => number): Pieces<Float64Array> {
  for (let from = 0; from < values.length; from += stretch) {
    const to = Math.min(values.length, from + stretch);
    for (let at = from; at < to; at++) values[at] = act(values[at] as number);
    yield to / values.length;
  }
  return values;
}
