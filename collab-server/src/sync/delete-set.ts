// What an update deletes: ranges of clocks, a client id each, behind its structs (format 1). Yjs builds an object for each
// range, walks the document for each, and keeps for good those of structs that nobody has. So they are read from the bytes
// first, counted, and only what is still to be deleted is given to Yjs, in parts between which others have their turn
// (SPEC, L-5). (yjs 13.6: utils/DeleteSet.js.)

import { decoding, encoding } from "lib0";
import * as Y from "yjs";
import { atMost, DocumentFull, mostRecords, mostRecordsAtOnce, records } from "./document-size.ts";
import { readStructs } from "./update-structs.ts";

/** Ranges of one message for whose structs nobody knows a clock: Yjs looks at all that wait with each update. */
const mostAhead = 2_000;
/** Bytes of what waits in a document; then no other deletion is taken that would have to wait. */
const mostWaiting = 64 * 1024;
/** So many cuts of runs are taken by any document; more of them only while it has less than twice the records of a full one. */
const fewCuts = 64;
const mostCutRecords = 2 * mostRecords;

/** Structs that all cuts of one message move at most: each moves those of its client that stand behind it. */
const mostMoved = 1_000_000_000;

/** Structs that one part deletes. A cut takes as long as one does, and longer by one for so many that it moves. */
const costOfPart = 4_000;
const movedAsOne = 400;

/**
 * The update as updates to apply one after the other: the first has all structs, all together delete what the document does not
 * know as deleted. Linear in the update and in what it deletes.
 * @param isStored comes from the log: nothing is refused
 */
export function partsOf(update: Uint8Array, doc: Y.Doc, isStored = false): readonly Uint8Array[] {
  const { at, ends, areWaiting } = readBrought(update, doc);
  const waits = rangesThatWait(doc);
  const known = records(doc);
  const most = isStored ? Number.POSITIVE_INFINITY : Math.max(mostRecords, known) + mostRecordsAtOnce;
  const parts = new Parts();
  let coming = 0;
  let ahead = 0;
  let cuts = 0;
  let moved = 0;
  for (const [client, spans] of readRanges(update, at, most)) {
    const state = Y.getState(doc.store, client);
    const soon = Math.max(state, ends.get(client) ?? 0);
    const toDelete = stillThere(doc.store.clients.get(client) ?? [], (from, to, cut) => {
      parts.add({ client, from, to }, 1 + cut.count * (1 + cut.behind / movedAsOne));
      cuts += cut.count;
      moved += cut.count * cut.behind;
    });
    for (let index = 0; index < spans.length; index += 2) {
      const [from, to] = [spans[index] as number, spans[index + 1] as number];
      if (from < state) toDelete(from, Math.min(to, state));
      // What waits already is brought again by everybody who comes back.
      if (to <= state || isWithin(waits().get(client) ?? [], Math.max(from, state), to)) continue;
      coming++;
      if (to > soon) ahead++;
      parts.add({ client, from: Math.max(from, state), to }, 1);
    }
  }
  const waiting = doc.store.pendingDs?.length ?? 0;
  const isTooMuch =
    coming > mostRecordsAtOnce ||
    ahead > mostAhead ||
    ((areWaiting ? coming : ahead) > 0 && waiting > mostWaiting) ||
    (cuts > fewCuts && (known + cuts > mostCutRecords || moved > mostMoved));
  if (isTooMuch && !isStored) throw new DocumentFull();
  return parts.behind(update.subarray(0, at));
}

interface Brought {
  /** Where the structs end. */
  readonly at: number;
  /** Of each client the clock behind its last struct. */
  readonly ends: ReadonlyMap<number, number>;
  /** Some of them stand on what is neither here nor among them. */
  readonly areWaiting: boolean;
}

/** The structs that an update brings, and whether the document has the ground for them. */
function readBrought(update: Uint8Array, doc: Y.Doc): Brought {
  const ends = new Map<number, number>();
  const grounds = new Map<number, number>();
  const here = (client: number): number => Math.max(Y.getState(doc.store, client), ends.get(client) ?? 0);
  let areWaiting = false;
  const at = readStructs(update, ({ client, clock, length, isGap, left, right, parent }) => {
    if (isGap) return;
    if (clock > here(client)) areWaiting = true;
    ends.set(client, clock + length);
    for (const ground of [left, right, parent])
      if (ground && ground !== "root") grounds.set(ground.client, Math.max(grounds.get(ground.client) ?? 0, ground.clock + 1));
  });
  for (const [client, end] of grounds) if (end > here(client)) areWaiting = true;
  return { at, ends, areWaiting };
}

/** What waits in the document to be deleted, read when it is first asked for. */
function rangesThatWait({ store }: Y.Doc): () => ReadonlyMap<number, readonly number[]> {
  let read: ReadonlyMap<number, readonly number[]> | null = null;
  return () => (read ??= new Map(store.pendingDs ? waitingIn(store.pendingDs) : []));
}

const waitingIn = (pending: Uint8Array): readonly (readonly [client: number, spans: readonly number[]])[] =>
  [...Y.decodeUpdateV2(pending).ds.clients].map(([client, ranges]) => [
    client,
    apart(ranges.flatMap(({ clock, len }) => [clock, clock + len])),
  ]);

/** Whether one of these spans, which are in order and apart, holds all of it. */
function isWithin(spans: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = spans.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[2 * middle + 1] as number) <= from) low = middle + 1;
    else high = middle;
  }
  return 2 * low < spans.length && (spans[2 * low] as number) <= from && to <= (spans[2 * low + 1] as number);
}

/** Of each client where its ranges begin and end, in turn; in order and apart. Throws on bytes that are none, and on more of both than `most`. */
function readRanges(update: Uint8Array, at: number, most: number): ReadonlyMap<number, readonly number[]> {
  const decoder = decoding.createDecoder(update);
  decoder.pos = at;
  const found = new Map<number, number[]>();
  const more = atMost(most);
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    more();
    const client = decoding.readVarUint(decoder);
    const spans = found.get(client) ?? [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      more();
      const from = decoding.readVarUint(decoder);
      const to = from + decoding.readVarUint(decoder);
      if (!Number.isSafeInteger(to)) throw new TypeError("a range ends beyond all clocks");
      if (to > from) spans.push(from, to);
    }
    if (spans.length > 0) found.set(client, spans);
  }
  for (const [client, spans] of found) if (!isApart(spans)) found.set(client, apart(spans));
  return found;
}

const isApart = (spans: readonly number[]): boolean =>
  spans.every((place, index) => index === 0 || place > (spans[index - 1] as number));

function apart(spans: readonly number[]): number[] {
  const ranges = spans.flatMap((from, index) => (index % 2 === 0 ? [{ from, to: spans[index + 1] as number }] : []));
  ranges.sort((a, b) => a.from - b.from);
  const merged: number[] = [];
  for (const { from, to } of ranges) {
    const last = merged.length - 1;
    if (last < 0 || (merged[last] as number) < from) merged.push(from, to);
    else merged[last] = Math.max(merged[last] as number, to);
  }
  return merged;
}

interface Cut {
  readonly count: 0 | 1 | 2;
  /** Structs of the client behind it. */
  readonly behind: number;
}

/** Tells of ranges, which come in order, what is not deleted yet: a struct each, with the cuts that it takes. */
function stillThere(
  structs: readonly (Y.Item | Y.GC)[],
  tell: (from: number, to: number, cut: Cut) => void,
): (from: number, to: number) => void {
  let index = 0;
  return (from, to) => {
    index = indexOf(structs, from, index);
    for (let struct = structs[index]; struct && struct.id.clock < to; struct = structs[++index]) {
      const end = struct.id.clock + struct.length;
      if (!struct.deleted) {
        const [begins, ends] = [from > struct.id.clock, to < end];
        const count = begins && ends ? 2 : begins || ends ? 1 : 0;
        tell(Math.max(from, struct.id.clock), Math.min(to, end), { count, behind: structs.length - index });
      }
      // The next range may begin in it.
      if (to < end) return;
    }
  };
}

/** Which struct holds a clock, looked for near `from` first. */
function indexOf(structs: readonly (Y.Item | Y.GC)[], clock: number, from: number): number {
  let low = from;
  let high = from;
  for (let step = 1; high < structs.length && endOf(structs[high]) <= clock; step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, structs.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(structs[middle]) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

const endOf = (struct: Y.Item | Y.GC | undefined): number => (struct ? struct.id.clock + struct.length : 0);

interface Range {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** Ranges gathered until they are a turn's work. */
class Parts {
  private readonly full: Map<number, Range[]>[] = [];
  private now = new Map<number, Range[]>();
  private cost = 0;

  add(range: Range, cost: number): void {
    if (this.cost + cost > costOfPart && this.cost > 0) {
      this.full.push(this.now);
      this.now = new Map();
      this.cost = 0;
    }
    this.cost += cost;
    const ranges = this.now.get(range.client) ?? [];
    this.now.set(range.client, ranges);
    const last = ranges.at(-1);
    if (last?.to === range.from) ranges[ranges.length - 1] = { ...last, to: range.to };
    else ranges.push(range);
  }

  behind(structs: Uint8Array): readonly Uint8Array[] {
    return [...this.full, this.now].map((ranges, index) => withRanges(index === 0 ? structs : Uint8Array.of(0), ranges));
  }
}

const withRanges = (structs: Uint8Array, clients: ReadonlyMap<number, readonly Range[]>): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, structs);
    encoding.writeVarUint(encoder, clients.size);
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const { from, to } of ranges) {
        encoding.writeVarUint(encoder, from);
        encoding.writeVarUint(encoder, to - from);
      }
    }
  });
