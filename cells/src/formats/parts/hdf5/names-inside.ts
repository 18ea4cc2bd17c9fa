// What stands at the top of an HDF5 file, told from a few of its bytes: by it the formats are known that are HDF5 inside.
// (HDF5 File Format Specification 3.0: II.A superblock, III.A.1 B-trees of groups, III.B symbol tables, III.D local heaps,
// IV.A object headers, IV.A.2 messages.) Nothing is believed: whatever does not fit ends the look.

/** Bytes [start, end) of the file, fewer at its end; null where they were not read yet. */
export type ReadPiece = (start: number, end: number) => Uint8Array | null;

/** Names of the root group, and "group/name" of what stands in it. */
export interface NamesInside {
  readonly names: readonly string[];
}

export const isHdf5 = (bytes: Uint8Array): boolean =>
  [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte);

/** A piece that is not here yet. */
class Wanted extends Error {
  readonly start: number;
  readonly end: number;
  constructor(start: number, end: number) {
    super("a piece of the file is wanted");
    this.start = start;
    this.end = end;
  }
}
/** No group of the old form, or damaged. */
class Unclear extends Error {}

/** Groups of the top that are looked into, names of one, and nodes of a tree: damaged files point in circles. */
const most = { groups: 24, names: 400, nodes: 40 };
const undefinedAddress = 0xffff_ffff;

/** `isDeep`: with what stands in its groups. The piece that it needs to go on; null: they are not told (links kept in another way, or a damaged file). */
export function namesInside(
  read: ReadPiece,
  isDeep = true,
): NamesInside | { readonly start: number; readonly end: number } | null {
  try {
    const root = rootGroup(read);
    const names: string[] = [];
    let groups = 0;
    for (const { name, group } of membersOf(read, root)) {
      names.push(name);
      if (!isDeep || group === null || groups++ >= most.groups) continue;
      for (const inner of membersOf(read, group)) names.push(`${name}/${inner.name}`);
    }
    return { names };
  } catch (error) {
    if (error instanceof Wanted) return { start: error.start, end: error.end };
    if (error instanceof Unclear) return null;
    throw error;
  }
}

function bytesAt(read: ReadPiece, start: number, length: number): DataView {
  const found = read(start, start + length);
  if (found === null) throw new Wanted(start, start + length);
  if (found.length < length) throw new Unclear();
  return new DataView(found.buffer, found.byteOffset, length);
}

/** Addresses past 4 GB stand in files that are refused for their size anyway. */
function address(view: DataView, at: number): number {
  const low = view.getUint32(at, true);
  if (view.getUint32(at + 4, true) !== 0 || low === undefinedAddress) throw new Unclear();
  return low;
}

const signatureOf = (view: DataView, at = 0): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)));

/** Where the links of a group are: a tree with a heap of names, or an object header that says so. */
type Group = { readonly tree: number; readonly heap: number } | { readonly header: number };
interface Member {
  readonly name: string;
  readonly group: Group | null;
}

function rootGroup(read: ReadPiece): Group {
  const head = bytesAt(read, 0, 104);
  const version = head.getUint8(8);
  if (version === 2 || version === 3) return { header: address(head, 36) };
  if (version > 3 || head.getUint8(13) !== 8 || head.getUint8(14) !== 8) throw new Unclear();
  return groupOfEntry(head, version === 0 ? 56 : 60);
}

/** A symbol table entry: its scratch pad holds tree and heap where its cache type is 1. */
function groupOfEntry(view: DataView, at: number): Group {
  if (view.getUint32(at + 16, true) === 1) return { tree: address(view, at + 24), heap: address(view, at + 32) };
  return { header: address(view, at + 8) };
}

function membersOf(read: ReadPiece, group: Group): readonly Member[] {
  if ("tree" in group) return membersOfTree(read, group);
  const found = signatureOf(bytesAt(read, group.header, 4));
  return found === "OHDR" ? membersOfNewHeader(read, group.header) : membersOfOldHeader(read, group.header);
}

/** Version 1: a message 0x11 names tree and heap; what has none is no group (a data set). */
function membersOfOldHeader(read: ReadPiece, at: number): readonly Member[] {
  const prefix = bytesAt(read, at, 16);
  if (prefix.getUint8(0) !== 1) throw new Unclear();
  const size = Math.min(prefix.getUint32(8, true), 4096);
  const messages = bytesAt(read, at + 16, size);
  for (let place = 0; place + 24 <= size; ) {
    const type = messages.getUint16(place, true);
    if (type === 0x11) return membersOfTree(read, { tree: address(messages, place + 8), heap: address(messages, place + 16) });
    place += 8 + messages.getUint16(place + 2, true);
  }
  return [];
}

function membersOfTree(read: ReadPiece, { tree, heap }: { readonly tree: number; readonly heap: number }): readonly Member[] {
  const head = bytesAt(read, heap, 32);
  if (signatureOf(head) !== "HEAP") throw new Unclear();
  const size = Math.min(head.getUint32(8, true), 1 << 16);
  const texts = bytesAt(read, address(head, 24), size);
  const nameAt = (at: number): string => {
    let end = at;
    while (end < size && texts.getUint8(end) !== 0) end++;
    return new TextDecoder().decode(new Uint8Array(texts.buffer, texts.byteOffset + Math.min(at, size), Math.max(0, end - at)));
  };
  const members: Member[] = [];
  const open = [tree];
  for (let nodes = 0; open.length > 0 && nodes < most.nodes && members.length < most.names; nodes++) {
    const at = open.shift() as number;
    const node = bytesAt(read, at, 24);
    const used = Math.min(node.getUint16(6, true), most.names);
    if (signatureOf(node) === "TREE") {
      const children = bytesAt(read, at + 24, used * 16 + 8);
      for (let child = 0; child < used; child++) open.push(address(children, child * 16 + 8));
    } else if (signatureOf(node) === "SNOD") {
      const entries = bytesAt(read, at + 8, used * 40);
      for (let entry = 0; entry < used; entry++) {
        const name = nameAt(entries.getUint32(entry * 40, true));
        members.push({ name, group: memberGroup(entries, entry * 40) });
      }
    } else throw new Unclear();
  }
  return members;
}

/** A link to somewhere else has no header of its own. */
function memberGroup(entries: DataView, at: number): Group | null {
  if (entries.getUint32(at + 16, true) === 2) return null;
  return groupOfEntry(entries, at);
}

/** Version 2, as libver="latest" writes it: links stand in it as messages, up to eight of them. */
function membersOfNewHeader(read: ReadPiece, at: number): readonly Member[] {
  const prefix = bytesAt(read, at, 64);
  const flags = prefix.getUint8(5);
  let start = 6 + (flags & 32 ? 16 : 0) + (flags & 16 ? 4 : 0);
  const width = 1 << (flags & 3);
  const size = width === 1 ? prefix.getUint8(start) : width === 2 ? prefix.getUint16(start, true) : prefix.getUint32(start, true);
  start += width;
  const chunks = [{ at: at + start, size: Math.min(size, 1 << 16) }];
  const members: Member[] = [];
  for (let chunk = 0; chunk < chunks.length && chunk < most.nodes; chunk++) {
    const { at: from, size: length } = chunks[chunk] as (typeof chunks)[number];
    const view = bytesAt(read, from, length);
    const head = flags & 4 ? 6 : 4;
    for (let place = 0; place + head <= length && members.length < most.names; ) {
      const type = view.getUint8(place);
      const messageSize = view.getUint16(place + 1, true);
      const body = place + head;
      place = body + messageSize;
      if (place > length) break;
      if (type === 6) members.push(linkOf(view, body));
      else if (type === 0x10) {
        const next = view.getUint32(body + 8, true);
        // Between the mark OCHK and a checksum.
        chunks.push({ at: address(view, body) + 4, size: Math.max(0, Math.min(next, 1 << 16) - 8) });
      } else if (type === 2) {
        const heapAt = body + 2 + (view.getUint8(body + 1) & 1 ? 8 : 0);
        // More than eight links stand in a heap of another kind.
        if (view.getUint32(heapAt, true) !== undefinedAddress) throw new Unclear();
      }
    }
  }
  return members;
}

function linkOf(view: DataView, body: number): Member {
  const flags = view.getUint8(body + 1);
  let at = body + 2;
  const type = flags & 8 ? view.getUint8(at++) : 0;
  if (flags & 4) at += 8;
  if (flags & 16) at++;
  const width = 1 << (flags & 3);
  const length = width === 1 ? view.getUint8(at) : width === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
  at += width;
  if (at + length > view.byteLength) throw new Unclear();
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
  return { name, group: type === 0 && at + length + 8 <= view.byteLength ? { header: address(view, at + length) } : null };
}
