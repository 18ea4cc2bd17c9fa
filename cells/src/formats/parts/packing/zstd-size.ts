// How much a frame of Zstandard says that it unpacks to (RFC 8878, 3.1.1.1.4).

/** Null: it does not say. */
export function sizeOfZstd(bytes: Uint8Array): number | null {
  const descriptor = bytes[4] ?? 0;
  const isSingle = (descriptor & 32) !== 0;
  const length = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  if (length === 0) return null;
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  let size = length === 2 ? 256 : 0;
  for (let nth = 0; nth < length; nth++) size += (bytes[at + nth] ?? 0) * 256 ** nth;
  return size;
}
