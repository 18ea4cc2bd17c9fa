// Least squares of a few columns that may nearly follow from each other: columns of equal length, turned until they are at right
// angles (Jacobi's rotations from one side: Golub & Van Loan, Matrix Computations, 4th edition, section 8.6.3), and directions that
// are rounding alone left out.

/** Coefficients of the columns. */
export function pseudoInverseFit(columns: readonly Float64Array[], target: Float64Array): Float64Array {
  const norms = columns.map((column) => Math.sqrt(dot(column, column)) || 1);
  const turned = columns.map((column, at) => column.map((value) => value / (norms[at] as number)));
  const size = columns.length;
  const turns = Array.from({ length: size }, (_, at) => Float64Array.from({ length: size }, (__, row) => (row === at ? 1 : 0)));
  for (let sweep = 0, moved = true; sweep < 30 && moved; sweep++) {
    moved = false;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) moved = turn(turned, turns, p, q) || moved;
  }
  const lengths = turned.map((column) => Math.sqrt(dot(column, column)));
  const least = Math.max(...lengths) * 100 * Number.EPSILON;
  const out = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const length = lengths[at] as number;
    if (!(length > least)) continue;
    const part = dot(turned[at] as Float64Array, target) / (length * length);
    for (let row = 0; row < size; row++)
      out[row] = (out[row] as number) + (part * ((turns[at] as Float64Array)[row] as number)) / (norms[row] as number);
  }
  return out;
}

/** Two columns to right angles; false: they are. */
function turn(columns: readonly Float64Array[], turns: readonly Float64Array[], p: number, q: number): boolean {
  const [one, two] = [columns[p] as Float64Array, columns[q] as Float64Array];
  const [a, b, c] = [dot(one, one), dot(two, two), dot(one, two)];
  if (Math.abs(c) <= Number.EPSILON * Math.sqrt(a * b)) return false;
  const theta = (b - a) / (2 * c);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(t, 1);
  rotate(one, two, cosine, t * cosine);
  rotate(turns[p] as Float64Array, turns[q] as Float64Array, cosine, t * cosine);
  return true;
}

function rotate(one: Float64Array, two: Float64Array, cosine: number, sine: number): void {
  for (let at = 0; at < one.length; at++) {
    const [x, y] = [one[at] as number, two[at] as number];
    one[at] = cosine * x - sine * y;
    two[at] = sine * x + cosine * y;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
