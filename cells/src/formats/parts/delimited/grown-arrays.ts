// Arrays that grow while a column is read.

type Grown = Int32Array | Float64Array | Uint8Array;

export const noIntegers = new Int32Array(0);
export const noFloats = new Float64Array(0);

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
