// Arrays of numbers, each made of its place. `Float64Array.from(values, of)` does the same, 10 to 25 times slower in V8 (5 million:
// 220 to 640 ms for 26 to 57), which is felt where a column has millions of rows. One function a sort of array: a loop that
// fills several sorts is slow for all of them.

export function doublesBy(length: number, of: (at: number) => number): Float64Array<ArrayBuffer> {
  const array = new Float64Array(length);
  for (let at = 0; at < length; at++) array[at] = of(at);
  return array;
}

export function wholesBy(length: number, of: (at: number) => number): Int32Array<ArrayBuffer> {
  const array = new Int32Array(length);
  for (let at = 0; at < length; at++) array[at] = of(at);
  return array;
}

export function bytesBy(length: number, of: (at: number) => number): Uint8Array<ArrayBuffer> {
  const array = new Uint8Array(length);
  for (let at = 0; at < length; at++) array[at] = of(at);
  return array;
}
