// Square matrices of a few rows, row after row in a Float64Array: what fits of one gene after another do over and over, without
// making anything. Symmetric and positive ones by Cholesky's roots; least squares by Householder's reflections (Golub & Van Loan,
// Matrix Computations, 4th edition, sections 4.2 and 5.2).

/** The lower root in place of the matrix (its upper half stays); false: it is not positive. */
export function choleskyOf(matrix: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] as number;
      for (let at = 0; at < column; at++) sum -= (matrix[row * size + at] as number) * (matrix[column * size + at] as number);
      if (row === column) {
        if (!(sum > 0)) return false;
        matrix[row * size + row] = Math.sqrt(sum);
      } else matrix[row * size + column] = sum / (matrix[column * size + column] as number);
    }
  return true;
}

export function logDeterminantOfRoot(root: Float64Array, size: number): number {
  let product = 0;
  for (let at = 0; at < size; at++) product += Math.log(root[at * size + at] as number);
  return 2 * product;
}

/** Solves for `by`, in its place, with the matrix whose lower root this is. */
export function solveByRoot(root: Float64Array, size: number, by: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let rest = by[row] as number;
    for (let at = 0; at < row; at++) rest -= (root[row * size + at] as number) * (by[at] as number);
    by[row] = rest / (root[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = by[row] as number;
    for (let at = row + 1; at < size; at++) rest -= (root[at * size + row] as number) * (by[at] as number);
    by[row] = rest / (root[row * size + row] as number);
  }
}

/** The inverse of the matrix whose lower root this is; `into` is written over. */
export function inverseOfRoot(root: Float64Array, size: number, into: Float64Array): void {
  for (let column = 0; column < size; column++) {
    for (let row = 0; row < size; row++) {
      let sum = row === column ? 1 : 0;
      for (let at = 0; at < row; at++) sum -= (root[row * size + at] as number) * (into[at * size + column] as number);
      into[row * size + column] = sum / (root[row * size + row] as number);
    }
    for (let row = size - 1; row >= 0; row--) {
      let sum = into[row * size + column] as number;
      for (let at = row + 1; at < size; at++) sum -= (root[at * size + row] as number) * (into[at * size + column] as number);
      into[row * size + column] = sum / (root[row * size + row] as number);
    }
  }
}

/** Coefficients that bring `rows` × `width` values nearest to the target; both are written over. False: columns follow from each other. */
export function reflectAndSolve(
  values: Float64Array,
  target: Float64Array,
  { rows, width }: { readonly rows: number; readonly width: number },
  into: Float64Array,
): boolean {
  for (let column = 0; column < width; column++) {
    let square = 0;
    for (let row = column; row < rows; row++) square += (values[row * width + column] as number) ** 2;
    const first = values[column * width + column] as number;
    const norm = first > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    if (norm === 0) return false;
    const head = first - norm;
    // v = (head, the rest); I - 2 v vᵀ / vᵀv
    const scale = -1 / (norm * head);
    for (let other = column + 1; other <= width; other++) {
      const isTarget = other === width;
      let dot = head * ((isTarget ? target[column] : values[column * width + other]) as number);
      for (let row = column + 1; row < rows; row++)
        dot += (values[row * width + column] as number) * ((isTarget ? target[row] : values[row * width + other]) as number);
      const by = dot * scale;
      for (let row = column; row < rows; row++) {
        const part = by * (row === column ? head : (values[row * width + column] as number));
        if (isTarget) target[row] = (target[row] as number) - part;
        else values[row * width + other] = (values[row * width + other] as number) - part;
      }
    }
    values[column * width + column] = norm;
  }
  for (let column = width - 1; column >= 0; column--) {
    let sum = target[column] as number;
    for (let at = column + 1; at < width; at++) sum -= (values[column * width + at] as number) * (into[at] as number);
    into[column] = sum / (values[column * width + column] as number);
  }
  return true;
}
