// Unpacking a frame of LZ4 (LZ4 frame format 1.6.4, block format 2022): buffers of Arrow are such frames. Every length is
// held against what is there and what was promised.

const magic = 0x184d2204;

/** How much a frame says that it unpacks to; of one that does not say, what its blocks unpack to. */
export function sizeOfLz4(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = bytes[4] ?? 0;
  if (bytes.length < 15) return null;
  if (flags & 8) return Number(view.getBigUint64(6, true));
  let size = 0;
  for (let at = 7 + (flags & 1 ? 4 : 0); at + 4 <= bytes.length; ) {
    const word = view.getUint32(at, true);
    const length = word & 0x7fff_ffff;
    if (word === 0) break;
    at += 4;
    size += word >>> 31 ? length : sizeOfBlock(bytes.subarray(at, at + length));
    at += length + (flags & 16 ? 4 : 0);
  }
  return size;
}

function sizeOfBlock(block: Uint8Array): number {
  let size = 0;
  for (let at = 0; at < block.length; ) {
    const token = block[at++] as number;
    const longer = (length: number): number => {
      let sum = length;
      for (let more = 255; length === 15 && more === 255 && at < block.length; sum += more) more = block[at++] as number;
      return sum;
    };
    const literals = longer(token >> 4);
    size += literals;
    at += literals;
    if (at >= block.length) break;
    at += 2;
    size += longer(token & 15) + 4;
  }
  return size;
}

/** Fails with a RangeError where the frame is damaged or unpacks to other than `size` bytes. */
export function unpackLz4Frame(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let to = 0;
  while (at < bytes.length) {
    if (view.getUint32(at, true) !== magic) throw new RangeError("no LZ4 frame");
    const flags = view.getUint8(at + 4);
    if (flags >> 6 !== 1) throw new RangeError("an unknown version of LZ4");
    // Content size and the id of a dictionary stand between flags and the header's checksum.
    at += 7 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0);
    const blockChecksum = flags & 16 ? 4 : 0;
    for (;;) {
      const word = view.getUint32(at, true);
      at += 4;
      if (word === 0) break;
      const length = word & 0x7fff_ffff;
      if (at + length > bytes.length) throw new RangeError("a block of LZ4 is cut");
      const block = bytes.subarray(at, at + length);
      if (word >>> 31) {
        if (to + length > size) throw new RangeError("LZ4 unpacks to more than was said");
        out.set(block, to);
        to += length;
      } else to = unpackBlock(block, out, to);
      at += length + blockChecksum;
    }
    if (flags & 4) at += 4;
  }
  if (to !== size) throw new RangeError("LZ4 unpacks to less than was said");
  return out;
}

/** Where the output stands behind the block. Matches may reach into blocks before. */
function unpackBlock(block: Uint8Array, out: Uint8Array, from: number): number {
  let at = 0;
  let to = from;
  const longer = (length: number): number => {
    let sum = length;
    if (length === 15)
      for (;;) {
        if (at >= block.length) throw new RangeError("a length of LZ4 is cut");
        const more = block[at++] as number;
        sum += more;
        if (more !== 255) break;
      }
    return sum;
  };
  while (at < block.length) {
    const token = block[at++] as number;
    const literals = longer(token >> 4);
    if (at + literals > block.length || to + literals > out.length) throw new RangeError("LZ4 is damaged");
    out.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= block.length) break;
    const back = (block[at] as number) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    const length = longer(token & 15) + 4;
    if (back === 0 || back > to || to + length > out.length) throw new RangeError("LZ4 is damaged");
    if (back >= length) out.copyWithin(to, to - back, to - back + length);
    else for (let nth = 0; nth < length; nth++) out[to + nth] = out[to + nth - back] as number;
    to += length;
  }
  return to;
}
