// Least squares of one row of values after another on designs of a few columns, by Householder's reflections (Golub & Van Loan,
// Matrix Computations, 4th edition, section 5.2). Columns are taken in their order, and one whose rest is shorter than 1e-7 of itself
// has no coefficient, as in R's lm().

const tolerance = 1e-7;

/** What least squares say of a row. */
export interface SolvedRow {
  /** One a column; NaN: it follows from those before. */
  readonly beta: Float64Array;
  /** Standard deviations of the coefficients over that of the residuals; NaN as there. */
  readonly stdev: Float64Array;
  rank: number;
  /** Sum of squares of the residuals. */
  squares: number;
}

/** A design that is taken apart once for all rows of values that have it. */
export class RowSolver {
  readonly solved: SolvedRow;
  readonly #rows: number;
  readonly #width: number;
  /** Column after column: reflections below the diagonal of rank, the upper triangle above. */
  readonly #held: Float64Array;
  readonly #heads: Float64Array;
  readonly #scales: Float64Array;
  readonly #used: Int32Array;
  readonly #inverse: Float64Array;
  readonly #target: Float64Array;
  #length = 0;
  #rank = 0;

  /** Room for so many rows at most. */
  constructor(rows: number, width: number) {
    this.#rows = rows;
    this.#width = width;
    this.#held = new Float64Array(rows * width);
    this.#heads = new Float64Array(width);
    this.#scales = new Float64Array(width);
    this.#used = new Int32Array(width);
    this.#inverse = new Float64Array(width * width);
    this.#target = new Float64Array(rows);
    this.solved = { beta: new Float64Array(width), stdev: new Float64Array(width), rank: 0, squares: 0 };
  }

  /** Takes `length` rows apart, column after column at a distance of `rows`. */
  factor(columns: Float64Array, length: number): void {
    this.#held.set(columns);
    this.#length = length;
    this.#rank = 0;
    for (let column = 0; column < this.#width; column++) {
      const from = column * this.#rows;
      const whole = this.#normFrom(from, 0);
      for (let step = 0; step < this.#rank; step++) this.#reflect(this.#held, from, step);
      const rest = this.#rank < length ? this.#normFrom(from, this.#rank) : 0;
      if (whole === 0 || rest < tolerance * whole || rest === 0) continue;
      const first = this.#held[from + this.#rank] as number;
      const norm = first > 0 ? -rest : rest;
      this.#heads[this.#rank] = first - norm;
      this.#scales[this.#rank] = -1 / (norm * (first - norm));
      this.#held[from + this.#rank] = norm;
      this.#used[this.#rank++] = column;
    }
    this.#invert();
  }

  /** Of values for the rows that were taken apart. */
  solve(values: Float64Array): SolvedRow {
    const target = this.#target;
    const { solved } = this;
    for (let row = 0; row < this.#length; row++) target[row] = values[row] as number;
    for (let step = 0; step < this.#rank; step++) this.#reflect(target, 0, step);
    solved.beta.fill(Number.NaN);
    solved.rank = this.#rank;
    for (let at = 0; at < this.#rank; at++) {
      let sum = 0;
      for (let by = at; by < this.#rank; by++) sum += (this.#inverse[at * this.#width + by] as number) * (target[by] as number);
      solved.beta[this.#used[at] as number] = sum;
    }
    let squares = 0;
    for (let row = this.#rank; row < this.#length; row++) squares += (target[row] as number) ** 2;
    solved.squares = squares;
    return solved;
  }

  /** Values turned as the design was: the first `rank` are along it, the others are what it leaves over. */
  turned(values: Float64Array): Float64Array {
    const found = values.slice(0, this.#length);
    for (let step = 0; step < this.#rank; step++) this.#reflect(found, 0, step);
    return found;
  }

  get rank(): number {
    return this.#rank;
  }

  /** (XᵀX)⁻¹, row after row; columns without a coefficient have NaN. */
  covariance(): Float64Array {
    const width = this.#width;
    const found = new Float64Array(width * width).fill(Number.NaN);
    for (let row = 0; row < this.#rank; row++)
      for (let column = 0; column < this.#rank; column++) {
        let sum = 0;
        for (let by = Math.max(row, column); by < this.#rank; by++)
          sum += (this.#inverse[row * width + by] as number) * (this.#inverse[column * width + by] as number);
        found[(this.#used[row] as number) * width + (this.#used[column] as number)] = sum;
      }
    return found;
  }

  #normFrom(from: number, row: number): number {
    let sum = 0;
    for (let at = row; at < this.#length; at++) sum += (this.#held[from + at] as number) ** 2;
    return Math.sqrt(sum);
  }

  #reflect(values: Float64Array, from: number, step: number): void {
    const held = this.#held;
    const own = (this.#used[step] as number) * this.#rows;
    const head = this.#heads[step] as number;
    let dot = head * (values[from + step] as number);
    for (let row = step + 1; row < this.#length; row++) dot += (held[own + row] as number) * (values[from + row] as number);
    const by = dot * (this.#scales[step] as number);
    values[from + step] = (values[from + step] as number) - by * head;
    for (let row = step + 1; row < this.#length; row++)
      values[from + row] = (values[from + row] as number) - by * (held[own + row] as number);
  }

  /** The inverse of the upper triangle, and of it the standard deviations. */
  #invert(): void {
    const width = this.#width;
    const at = (row: number, column: number): number => this.#held[(this.#used[column] as number) * this.#rows + row] as number;
    this.solved.stdev.fill(Number.NaN);
    for (let column = 0; column < this.#rank; column++) {
      this.#inverse[column * width + column] = 1 / at(column, column);
      for (let row = column - 1; row >= 0; row--) {
        let sum = 0;
        for (let by = row + 1; by <= column; by++) sum += at(row, by) * (this.#inverse[by * width + column] as number);
        this.#inverse[row * width + column] = -sum / at(row, row);
      }
    }
    for (let row = 0; row < this.#rank; row++) {
      let sum = 0;
      for (let column = row; column < this.#rank; column++) sum += (this.#inverse[row * width + column] as number) ** 2;
      this.solved.stdev[this.#used[row] as number] = Math.sqrt(sum);
    }
  }
}
