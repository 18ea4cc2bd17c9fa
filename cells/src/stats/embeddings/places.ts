// Places of rows on a map of two or three axes, an array an axis: loops over pairs of rows read them without a loop over axes. On a flat
// map the third is 0 everywhere and stays so.

export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

export type MapAxes = 2 | 3;

/** From rows x axes, row-major. */
export function placesOf(points: Float64Array, axes: MapAxes): Places {
  const rows = points.length / axes;
  const of = (k: number): Float64Array => Float64Array.from({ length: rows }, (_, row) => points[row * axes + k] as number);
  return { x: of(0), y: of(1), z: axes === 3 ? of(2) : new Float64Array(rows) };
}

/** To rows x axes, row-major. */
export function pointsOf({ x, y, z }: Places, axes: MapAxes): Float64Array {
  const points = new Float64Array(x.length * axes);
  for (let row = 0; row < x.length; row++) {
    points[row * axes] = x[row] as number;
    points[row * axes + 1] = y[row] as number;
    if (axes === 3) points[row * axes + 2] = z[row] as number;
  }
  return points;
}
