// All eigenvalues and eigenvectors of a symmetric matrix: Householder's reflections to three diagonals, then QL steps with implicit
// shifts (Golub & Van Loan, Matrix Computations, 4th edition, sections 8.3.1 and 8.3.3). Vectors are rows throughout, so that each
// rotation goes along memory. It gives the thread back between columns, for a thousand samples take seconds.

export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** size x size, a unit vector a row. */
  readonly vectors: Float64Array;
}

type Pause = (share: number) => Promise<void> | null;

/** `matrix`: size x size, row after row; it is written over. `pause`: told how much is done, between columns. */
export async function symmetricEigen(matrix: Float64Array, size: number, pause: Pause): Promise<SymmetricEigen> {
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  const scales = await toThreeDiagonals(matrix, size, { diagonal, beside }, (share) => pause(share * 0.4));
  const vectors = await vectorsOfReflections(matrix, size, scales, (share) => pause(0.4 + share * 0.3));
  await shiftedSteps(vectors, size, { diagonal, beside }, (share) => pause(0.7 + share * 0.3));
  const order = Array.from(diagonal.keys()).sort((a, b) => (diagonal[a] as number) - (diagonal[b] as number));
  const sorted = new Float64Array(size * size);
  order.forEach((from, to) => sorted.set(vectors.subarray(from * size, (from + 1) * size), to * size));
  return { values: Float64Array.from(order, (at) => diagonal[at] as number), vectors: sorted };
}

interface Diagonals {
  readonly diagonal: Float64Array;
  /** Entry k stands between k and k + 1. */
  readonly beside: Float64Array;
}

/** Reflection k, I - scale v vᵀ, leaves v in row k of the matrix, right of the diagonal. */
async function toThreeDiagonals(
  matrix: Float64Array,
  size: number,
  { diagonal, beside }: Diagonals,
  pause: Pause,
): Promise<Float64Array> {
  const scales = new Float64Array(size);
  const image = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    diagonal[k] = matrix[k * size + k] as number;
    if (k + 1 >= size) break;
    if (k % 8 === 0) await pause(1 - (1 - k / size) ** 3);
    const v = matrix.subarray(k * size, (k + 1) * size);
    let square = 0;
    for (let at = k + 1; at < size; at++) square += (v[at] as number) ** 2;
    const first = v[k + 1] as number;
    const norm = first > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    beside[k] = norm;
    if (norm === 0) continue;
    v[k + 1] = first - norm;
    const scale = -1 / (norm * (first - norm));
    scales[k] = scale;
    // p = scale A v, of the lower right square; rows are columns of it.
    image.fill(0);
    let together = 0;
    for (let row = k + 1; row < size; row++) {
      const line = row * size;
      let sum = 0;
      for (let at = k + 1; at < size; at++) sum += (matrix[line + at] as number) * (v[at] as number);
      image[row] = sum * scale;
      together += (image[row] as number) * (v[row] as number);
    }
    const half = (together * scale) / 2;
    for (let at = k + 1; at < size; at++) image[at] = (image[at] as number) - half * (v[at] as number);
    for (let row = k + 1; row < size; row++) {
      const line = row * size;
      const [a, b] = [v[row] as number, image[row] as number];
      for (let at = k + 1; at < size; at++)
        matrix[line + at] = (matrix[line + at] as number) - a * (image[at] as number) - b * (v[at] as number);
    }
  }
  return scales;
}

/** The product of the reflections, transposed: eigenvectors of the three diagonals become those of the matrix by it. */
async function vectorsOfReflections(
  matrix: Float64Array,
  size: number,
  scales: Float64Array,
  pause: Pause,
): Promise<Float64Array> {
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at++) vectors[at * size + at] = 1;
  // Q = H0 H1 …; rows of Qᵀ are Hk … applied from the last on.
  for (let k = size - 2; k >= 0; k--) {
    if (k % 8 === 0) await pause(1 - k / size);
    const scale = scales[k] as number;
    if (scale === 0) continue;
    const v = matrix.subarray(k * size, (k + 1) * size);
    for (let row = k + 1; row < size; row++) {
      const line = row * size;
      let sum = 0;
      for (let at = k + 1; at < size; at++) sum += (vectors[line + at] as number) * (v[at] as number);
      sum *= scale;
      for (let at = k + 1; at < size; at++) vectors[line + at] = (vectors[line + at] as number) - sum * (v[at] as number);
    }
  }
  return vectors;
}

const mostRounds = 60;

async function shiftedSteps(
  vectors: Float64Array,
  size: number,
  { diagonal: d, beside: e }: Diagonals,
  pause: Pause,
): Promise<void> {
  for (let low = 0; low < size; low++) {
    for (let round = 0; round < mostRounds; round++) {
      let high = low;
      for (; high + 1 < size; high++) {
        const near = Math.abs(d[high] as number) + Math.abs(d[high + 1] as number);
        if (Math.abs(e[high] as number) <= Number.EPSILON * near) break;
      }
      if (high === low) break;
      await pause(low / size);
      const ahead = ((d[low + 1] as number) - (d[low] as number)) / (2 * (e[low] as number));
      const root = Math.hypot(ahead, 1);
      let g = (d[high] as number) - (d[low] as number) + (e[low] as number) / (ahead + (ahead < 0 ? -root : root));
      let [s, c, p] = [1, 1, 0];
      let at = high - 1;
      for (; at >= low; at--) {
        const f = s * (e[at] as number);
        const b = c * (e[at] as number);
        const r = Math.hypot(f, g);
        e[at + 1] = r;
        if (r === 0) {
          d[at + 1] = (d[at + 1] as number) - p;
          e[high] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = (d[at + 1] as number) - p;
        const t = ((d[at] as number) - g) * s + 2 * c * b;
        p = s * t;
        d[at + 1] = g + p;
        g = c * t - b;
        turn(vectors, size, at, c, s);
      }
      if (at >= low) continue;
      d[low] = (d[low] as number) - p;
      e[low] = g;
      e[high] = 0;
    }
  }
}

/** Rows `at` and the next one, as one plane. */
function turn(vectors: Float64Array, size: number, at: number, c: number, s: number): void {
  const one = vectors.subarray(at * size, (at + 1) * size);
  const next = vectors.subarray((at + 1) * size, (at + 2) * size);
  for (let place = 0; place < size; place++) {
    const [a, b] = [one[place] as number, next[place] as number];
    next[place] = s * a + c * b;
    one[place] = c * a - s * b;
  }
}
