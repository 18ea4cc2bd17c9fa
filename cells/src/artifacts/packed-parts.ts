// How the bytes of an artifact hold arrays beside their JSON header: each at a multiple of 8, so that numbers are views and
// not copies. Written and read by the types (types/<type>/bytes.ts), framed by bytes-of-artifact.ts.

export type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array | Int8Array;
/** Offset from the first part and length in bytes. */
export type Place = readonly [offset: number, length: number];
export type Put = (array: Numbers) => Place;
export type Get = <T extends Numbers>(
  Kind: { new (buffer: ArrayBufferLike, offset: number, length: number): T; readonly BYTES_PER_ELEMENT: number },
  place: Place,
) => T;
