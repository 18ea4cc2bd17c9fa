// Arrays that grow while a column is read.

type Grown = Int32Array | Float64Array | Uint8Array;

export const noIntegers = new Int32Array(0);
export const noFloats = new Float64Array(0);

/** Room for how many rows, where so many are not enough any more. */
export type Room = (rows: number) => number;
const least = 1024;
export const doubled: Room = (rows) => Math.max(least, rows * 2);

/**
 * Room by the share of the file that the rows before took: arrays that were outgrown, and copies of those that were too large,
 * are half of what a reader takes beside its columns. A look at the beginning of a file makes no room for all of it.
 */
export class ExpectedRows {
  private rows = 0;
  private fraction: number | null = null;

  note(rows: number, fraction: number | null): void {
    this.rows = rows;
    this.fraction = fraction;
  }

  readonly room: Room = (needed) => {
    const { rows, fraction } = this;
    if (rows < 100 || fraction === null || fraction <= 0) return doubled(needed);
    const expected = Math.min(Math.ceil((rows / fraction) * 1.02) + 64, needed * 8);
    return Math.max(least, expected, Math.ceil(needed * 1.07) + 256);
  };
}

export function longer<T extends Grown>(array: T, length: number): T {
  const more = new (array.constructor as new (length: number) => T)(length);
  more.set(array);
  return more;
}

/** Room that was reserved and never touched costs no memory; more than an eighth of it is given back all the same. */
export function fitting<T extends Grown>(array: T, rows: number): T {
  const part = array.subarray(0, rows) as T;
  return array.length > rows + rows / 8 + 64 ? (part.slice() as T) : part;
}
