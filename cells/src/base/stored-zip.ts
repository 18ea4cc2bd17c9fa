// Files that belong together as the bytes of one: a zip archive that packs nothing (APPNOTE 6.3.10, method 0), the same bytes
// for the same files whoever makes it and when. So a folder that is dropped in a browser and the same folder beside a
// notebook have one digest. Names in order of their code units, times fixed, zip64 where sizes want it.

export interface StoredPart {
  /** Path within the set, with "/". */
  readonly name: string;
  readonly size: number;
  /** CRC-32 of its bytes. */
  readonly crc: number;
}

/** What stands in the archive one after another: bytes of its own, or all of a part. */
export type StoredPiece = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly part: string; readonly size: number };

const largest32 = 0xffff_ffff;
/** 1980-01-01, the first day that the format knows. */
const noTime = 0x0021_0000;

export function storedZip(parts: readonly StoredPart[]): readonly StoredPiece[] {
  const ordered = [...parts].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const pieces: StoredPiece[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const part of ordered) {
    const head = localHeader(part);
    directory.push(centralHeader(part, at));
    pieces.push({ bytes: head }, { part: part.name, size: part.size });
    at += head.length + part.size;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  return [...pieces, ...directory.map((bytes) => ({ bytes })), { bytes: endOf(ordered.length, size, at) }];
}

export const sizeOfPieces = (pieces: readonly StoredPiece[]): number =>
  pieces.reduce((sum, piece) => sum + ("bytes" in piece ? piece.bytes.length : piece.size), 0);

/** Little-endian numbers one after another: [value, bytes]. */
function fields(...numbers: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(numbers.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const nameBytes = (name: string): Uint8Array => new TextEncoder().encode(name);
/** Names are UTF-8. */
const flags = 0x0800;

function localHeader({ name, size, crc }: StoredPart): Uint8Array<ArrayBuffer> {
  const letters = nameBytes(name);
  const isLarge = size >= largest32;
  const extra = isLarge ? fields([1, 2], [16, 2], [size, 8], [size, 8]) : new Uint8Array(0);
  const told = isLarge ? largest32 : size;
  return joined(
    fields([0x0403_4b50, 4], [isLarge ? 45 : 20, 2], [flags, 2], [0, 2], [noTime, 4], [crc, 4], [told, 4], [told, 4]),
    fields([letters.length, 2], [extra.length, 2]),
    letters,
    extra,
  );
}

function centralHeader({ name, size, crc }: StoredPart, at: number): Uint8Array<ArrayBuffer> {
  const letters = nameBytes(name);
  const large = [...(size >= largest32 ? [size, size] : []), ...(at >= largest32 ? [at] : [])];
  const extra =
    large.length > 0
      ? joined(fields([1, 2], [large.length * 8, 2]), ...large.map((value) => fields([value, 8])))
      : new Uint8Array(0);
  const version = large.length > 0 ? 45 : 20;
  const told = Math.min(size, largest32);
  return joined(
    fields([0x0201_4b50, 4], [version, 2], [version, 2], [flags, 2], [0, 2], [noTime, 4], [crc, 4], [told, 4], [told, 4]),
    fields([letters.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [Math.min(at, largest32), 4]),
    letters,
    extra,
  );
}

function endOf(count: number, size: number, at: number): Uint8Array<ArrayBuffer> {
  const isLarge = count >= 0xffff || size >= largest32 || at >= largest32;
  const wide = isLarge
    ? joined(
        fields([0x0606_4b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [count, 8], [count, 8], [size, 8], [at, 8]),
        fields([0x0706_4b50, 4], [0, 4], [at + size, 8], [1, 4]),
      )
    : new Uint8Array(0);
  const least = Math.min(count, 0xffff);
  return joined(
    wide,
    fields(
      [0x0605_4b50, 4],
      [0, 2],
      [0, 2],
      [least, 2],
      [least, 2],
      [Math.min(size, largest32), 4],
      [Math.min(at, largest32), 4],
      [0, 2],
    ),
  );
}
