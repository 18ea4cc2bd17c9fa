// What a tar archive holds, header by header (POSIX.1-2017, pax, "ustar Interchange Format" and "pax Interchange Format"; GNU tar
// manual, "Basic Tar Format"): of the files themselves nothing is read. It has no list of them and no checksum of what they hold,
// so whatever does not fit is refused: an archive that was cut, sizes that lie, names that lead out, links, devices.

import type { ByteSource } from "../../base/byte-source.ts";
import { isPartOfSet } from "../../base/parts-of-set.ts";
import { isTarHeader, tarBlock, tarNumber } from "../../formats/parts/is-tar.ts";
import { words } from "../../formats/parts/words.ts";

export interface TarEntry {
  /** Path with "/", without a leading one. */
  readonly name: string;
  readonly at: number;
  readonly size: number;
}

/** As many as of any archive (zip/zip-directory.ts). */
const mostEntries = 10_000;
/** Of a name, and of the records beside one. */
const mostOfRecords = 1 << 20;
/** Headers are read some hundred at a time where files are small. */
const window = 1 << 16;

/** What stands before a header and is true of it, or of all that follow. */
interface Records {
  readonly path?: string;
  readonly size?: number;
}

/** Files only, in the archive's order. Fails with "load.tar-broken" and its like. */
export async function tarEntries(source: ByteSource, name: string): Promise<readonly TarEntry[]> {
  const read = windowed(source);
  const entries: TarEntry[] = [];
  let own: Records = {};
  let common: Records = {};
  let headers = 0;
  for (let at = 0; ; ) {
    const block = await read(at, at + tarBlock);
    if (block.length === tarBlock && block.every((byte) => byte === 0)) {
      await refuseMore(read, at, name);
      return entries;
    }
    if (!isTarHeader(block)) return words.fail("tar-broken", { name, byte: at });
    if (++headers > mostEntries * 3) return words.fail("tar-many", { name, most: mostEntries });
    const type = String.fromCharCode(block[156] as number);
    const told = tarNumber(block.subarray(124, 136));
    const size = own.size ?? common.size ?? told;
    if (!(size >= 0)) return words.fail("tar-broken", { name, byte: at });
    const from = at + tarBlock;
    // A folder has no bytes, whatever is told of it.
    const taken = type === "5" ? 0 : "xgLKV".includes(type) ? told : size;
    if (from + taken > source.size) return words.fail("tar-broken", { name, byte: at });
    const path = own.path ?? common.path ?? nameIn(block);
    at = from + Math.ceil(taken / tarBlock) * tarBlock;
    if ("xgLK".includes(type)) {
      if (taken > mostOfRecords) return words.fail("tar-broken", { name, byte: from - tarBlock });
      const bytes = await read(from, from + taken);
      if (type === "L") own = { ...own, path: textOf(bytes) };
      else if (type === "x") own = { ...own, ...recordsIn(bytes, name, from) };
      else if (type === "g") common = { ...common, ...recordsIn(bytes, name, from) };
      continue;
    }
    own = {};
    if (type === "V") continue;
    const part = path.replace(/^(?:\.?\/)+/, "");
    if (part.split("/").includes("..")) return words.fail("tar-path", { name, part });
    if (type === "1" || type === "2") return words.fail("tar-link", { name, part, to: textOf(block.subarray(157, 257)) });
    if (type === "5" || (type === "\0" && part.endsWith("/"))) continue;
    if (type !== "0" && type !== "\0" && type !== "7") return words.fail("tar-kind", { name, part, kind: kindOf(type) });
    if (!isPartOfSet(part)) continue;
    entries.push({ name: part, at: from, size });
    if (entries.length > mostEntries) return words.fail("tar-many", { name, most: mostEntries });
  }
}

const kindOf = (type: string): string =>
  ({ "3": "character device", "4": "block device", "6": "FIFO", S: "GNU sparse file", M: "part of several volumes" })[type] ??
  `type ${JSON.stringify(type)}`;

type Reading = (from: number, to: number) => Promise<Uint8Array>;

function windowed(source: ByteSource): Reading {
  let begin = 0;
  let held: Uint8Array = new Uint8Array(0);
  return async (from, to) => {
    const end = Math.min(to, source.size);
    if (from < begin || end > begin + held.length) {
      begin = from;
      held = await source.read(from, Math.min(source.size, Math.max(end, from + window)));
    }
    return held.subarray(from - begin, Math.max(from, end) - begin);
  };
}

/** Behind its end stand zeros alone; another archive behind it would be left unread. */
async function refuseMore(read: Reading, at: number, name: string): Promise<void> {
  const rest = await read(at, at + window);
  const more = rest.findIndex((byte) => byte !== 0);
  if (more >= 0) words.fail("tar-broken", { name, byte: at + more });
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Of ustar a prefix stands before a long one; GNU has other fields there. */
function nameIn(block: Uint8Array): string {
  const own = textOf(block.subarray(0, 100));
  const isUstar = textOf(block.subarray(257, 263)) === "ustar";
  const prefix = isUstar ? textOf(block.subarray(345, 500)) : "";
  return prefix === "" ? own : `${prefix}/${own}`;
}

/** Records of pax: "length keyword=value\n", the length being that of all of it. */
function recordsIn(bytes: Uint8Array, name: string, from: number): Records {
  let found: Records = {};
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(32, at);
    const length = blank < 0 ? Number.NaN : Number(new TextDecoder().decode(bytes.subarray(at, blank)));
    const isRecord = Number.isInteger(length) && length > blank - at + 2 && at + length <= bytes.length;
    if (!isRecord || bytes[at + length - 1] !== 10) return words.fail("tar-broken", { name, byte: from + at });
    const text = new TextDecoder().decode(bytes.subarray(blank + 1, at + length - 1));
    const cut = text.indexOf("=");
    const [key, value] = [text.slice(0, cut), text.slice(cut + 1)];
    // Files with holes are told by records of GNU.
    if (key.startsWith("GNU.sparse.")) return words.fail("tar-kind", { name, part: found.path ?? "", kind: "GNU sparse file" });
    if (key === "path") found = { ...found, path: value };
    if (key === "size") {
      if (!/^\d{1,15}$/.test(value)) return words.fail("tar-broken", { name, byte: from + at });
      found = { ...found, size: Number(value) };
    }
    at += length;
  }
  return found;
}
