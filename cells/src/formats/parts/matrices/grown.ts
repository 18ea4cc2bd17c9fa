// Arrays that grow with what a file really holds: what its head says of its length is not believed with memory.

const grown = <T extends Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>>(array: T, larger: T): T => {
  larger.set(array);
  return larger;
};

export const grownInts = (array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> =>
  grown(array, new Int32Array(length));
export const grownFloats = (array: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> =>
  grown(array, new Float32Array(length));
