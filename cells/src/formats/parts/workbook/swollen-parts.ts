// What a workbook's parts unpack to, as its directory says (APPNOTE 6.3.10 §4.3.12), before the library unpacks all of them at
// once: 300 KB of blanks are 300 MB of text, a tree of it, and a gigabyte of memory.

import { words } from "./words.ts";

/** Below these nothing is called swollen; a sheet of one number in a million cells packs a hundred to one. */
const harmless = 1 << 26;
const mostTimes = 250;
const signature = 0x0201_4b50;

/** Fails with "workbook.swollen". A directory that cannot be walked is left to the library, which refuses it. */
export function refuseSwollen(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = directoryOf(view); at >= 0 && at + 46 <= bytes.length && view.getUint32(at, true) === signature; ) {
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const name = view.getUint16(at + 28, true);
    if (size > harmless && size > packed * mostTimes)
      words.fail("swollen", {
        part: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)).slice(0, 100),
        mb: Math.round(size / 1e6),
        times: mostTimes,
      });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** Where the directory begins; -1: nothing says. */
function directoryOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x0605_4b50) return view.getUint32(at + 16, true);
  return -1;
}
