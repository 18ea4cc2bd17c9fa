// Eigenvalues of a symmetric matrix, and a vector along its eigenvectors, without making these: Householder's reflections to three
// diagonals, then QL steps with implicit shifts, each done to the vector as well (Golub & Van Loan, Matrix Computations, 4th edition,
// sections 8.3.1 and 8.3.3; Wilkinson & Reinsch, Handbook for Automatic Computation II, contributions 2 and 3).

/** `matrix` (row after row) and `vector` are written over: eigenvalues come back, the vector's parts along them stand in `vector`. */
export function eigenParts(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const off = new Float64Array(size);
  reduce(matrix, vector, off);
  const diagonal = Float64Array.from({ length: size }, (_, at) => matrix[at * size + at] as number);
  for (let at = 0; at < size; at++) while (!step(diagonal, off, vector, at));
  return diagonal;
}

/** Reflections of the trailing rows until only three diagonals are left; `off[i]` stands between i and i + 1. */
function reduce(matrix: Float64Array, vector: Float64Array, off: Float64Array): void {
  const size = vector.length;
  const v = new Float64Array(size);
  const p = new Float64Array(size);
  for (let k = 0; k < size - 1; k++) {
    let square = 0;
    for (let row = k + 1; row < size; row++) square += (v[row] = matrix[row * size + k] as number) ** 2;
    const first = v[k + 1] as number;
    const norm = first > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    off[k] = norm;
    if (norm === 0 || k === size - 2) {
      off[k] = first;
      continue;
    }
    v[k + 1] = first - norm;
    const by = -1 / (norm * (first - norm));
    let along = 0;
    for (let row = k + 1; row < size; row++) {
      let sum = 0;
      for (let column = k + 1; column < size; column++) sum += (matrix[row * size + column] as number) * (v[column] as number);
      p[row] = by * sum;
      along += (p[row] as number) * (v[row] as number);
    }
    let dot = 0;
    for (let row = k + 1; row < size; row++) {
      p[row] = (p[row] as number) - (by / 2) * along * (v[row] as number);
      dot += (v[row] as number) * (vector[row] as number);
    }
    for (let row = k + 1; row < size; row++) {
      vector[row] = (vector[row] as number) - by * dot * (v[row] as number);
      for (let column = k + 1; column < size; column++)
        matrix[row * size + column] =
          (matrix[row * size + column] as number) -
          (v[row] as number) * (p[column] as number) -
          (p[row] as number) * (v[column] as number);
    }
  }
}

/** One QL step on what is not yet apart from `at`; true: this eigenvalue is found. */
function step(d: Float64Array, e: Float64Array, vector: Float64Array, at: number): boolean {
  const size = d.length;
  let end = at;
  for (; end < size - 1; end++) {
    const near = Math.abs(d[end] as number) + Math.abs(d[end + 1] as number);
    if (Math.abs(e[end] as number) <= Number.EPSILON * near) break;
  }
  if (end === at) return true;
  let g = ((d[at + 1] as number) - (d[at] as number)) / (2 * (e[at] as number));
  let r = Math.hypot(g, 1);
  g = (d[end] as number) - (d[at] as number) + (e[at] as number) / (g + (g < 0 ? -r : r));
  let [s, c, p] = [1, 1, 0];
  for (let i = end - 1; i >= at; i--) {
    const f = s * (e[i] as number);
    const b = c * (e[i] as number);
    r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] as number) - p;
      e[end] = 0;
      return false;
    }
    s = f / r;
    c = g / r;
    g = (d[i + 1] as number) - p;
    r = ((d[i] as number) - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    const upper = vector[i + 1] as number;
    const lower = vector[i] as number;
    vector[i + 1] = s * lower + c * upper;
    vector[i] = c * lower - s * upper;
  }
  d[at] = (d[at] as number) - p;
  e[at] = g;
  e[end] = 0;
  return false;
}
