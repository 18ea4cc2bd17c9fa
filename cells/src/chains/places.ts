// Where the rows of the answer of a chain stood before it, as far as its steps tell (StepScope.stay).

import type { Assay, Table } from "../artifacts/artifact.ts";

/** Rows of a table, samples of a matrix. */
export const rowsOf = (data: Table | Assay): number => (data.type === "table" ? data.rowCount : data.sampleCount);

export class Places {
  #rows: number;
  #found: Int32Array | null = null;
  #told: ArrayLike<number> | null = null;
  #isLost = false;

  constructor(given: Table | Assay) {
    this.#rows = rowsOf(given);
  }

  /** For the scope of a step. */
  readonly told = (rows: ArrayLike<number>): void => {
    this.#told = rows;
  };

  /** After a step: what it told is about its answer. Rows that are others and were not told of cannot be found again. */
  after(data: Table | Assay): void {
    const told = this.#told;
    this.#told = null;
    if ((told ? told.length : this.#rows) !== rowsOf(data)) this.#isLost = true;
    else if (told) {
      const before = this.#found;
      this.#found = Int32Array.from(told, (row) => before?.[row] ?? row);
    }
    this.#rows = rowsOf(data);
  }

  /** Of each row of the answer where it stood; null: all stay where they were, or no step tells. */
  get moved(): Int32Array | null {
    return this.#isLost ? null : this.#found;
  }

  get isLost(): boolean {
    return this.#isLost;
  }
}
