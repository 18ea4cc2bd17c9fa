// Two lists without the places where one of them has no number.

export function presentPairs(x: ArrayLike<number>, y: ArrayLike<number>): readonly [Float64Array, Float64Array] {
  const places = Array.from({ length: Math.min(x.length, y.length) }, (_, at) => at).filter(
    (at) => !Number.isNaN(x[at]) && !Number.isNaN(y[at]),
  );
  return [Float64Array.from(places, (at) => x[at] as number), Float64Array.from(places, (at) => y[at] as number)];
}
