// How deep the content of a document may nest (SPEC, D-1): values in values, and shared types in shared types. Beyond it
// Yjs, which calls itself for each level, breaks off where the stack ends, which differs from one start of the server to
// the next. So what nests deeper is refused at the door, and what an older server has stored is cut when it is read.

import { encoding } from "lib0";
import * as Y from "yjs";
import { deepestNesting, tooDeepText } from "@genomecraft/cells/notebook/spec-value.ts";
import { turns } from "../turns.ts";
import { NestedTooDeep, readStructs, type NestedValue, type StructId, type UpdateStruct } from "./update-structs.ts";

/** Throws NestedTooDeep, or what the bytes are when they are no update. Linear in the update, and in what waits for it. */
export function refuseNested(update: Uint8Array, doc: Y.Doc): void {
  const structs = new Structs();
  structs.add(update, deepestNesting);
  if (structs.types.length === 0) return;
  // What came before what it builds on gets its place with this update.
  const { pendingStructs } = doc.store;
  if (pendingStructs) structs.add(Y.convertUpdateFormatV2ToV1(pendingStructs.update));
  if (structs.tooDeep((id) => levelIn(doc, id)).length > 0) throw new NestedTooDeep();
}

/** The update with a sentence in place of each value that nests too deep; itself when there is none. */
export function withoutDeepValues(update: Uint8Array): Uint8Array {
  const deep: NestedValue[] = [];
  readStructs(update, ({ values }) => {
    for (const value of values) if (isTooDeep(value)) deep.push(value);
  });
  return replaced(
    update,
    deep.map(({ start, end, as }) => ({ start, end, bytes: insteadOf(as) })),
  );
}

/** The same for shared types. Yjs drops what stood in them. */
export function withoutDeepTypes(update: Uint8Array): Uint8Array {
  const structs = new Structs();
  structs.add(update);
  const cuts: Cut[] = [];
  for (const { flagsAt, contentAt, end } of structs.tooDeep(() => 0)) {
    cuts.push({ start: flagsAt, end: flagsAt + 1, bytes: Uint8Array.of(((update[flagsAt] as number) & 224) | 8) });
    cuts.push({ start: contentAt, end, bytes: Uint8Array.of(1, ...insteadOf("any")) });
  }
  return replaced(update, cuts);
}

/** Rows of an update log as they can be read, and the document that they make. In turns: a document may be long. */
export async function readableRows(rows: readonly Uint8Array[]): Promise<{
  readonly doc: Y.Doc;
  readonly rows: readonly Uint8Array[];
  readonly wasCut: boolean;
}> {
  const shallow: Uint8Array[] = [];
  for (const row of rows) {
    shallow.push(withoutDeepValues(row));
    await turns.pause();
  }
  const doc = new Y.Doc({ gc: true });
  const [only] = shallow;
  if (!only) return { doc, rows, wasCut: false };
  const merged = shallow.length === 1 ? only : Y.mergeUpdates([...shallow]);
  await turns.pause();
  // Before Yjs sees them: it calls itself for each level, and walks up all of them for each.
  const mended = withoutDeepTypes(merged);
  await turns.pause();
  applyAll(doc, [mended]);
  await turns.pause();
  if (mended !== merged) return { doc, rows: [mended], wasCut: true };
  return { doc, rows: shallow, wasCut: shallow.some((row, at) => row !== rows[at]) };
}

/** Rows into a document, as one update where that is possible. */
export function applyAll(doc: Y.Doc, rows: readonly Uint8Array[]): void {
  const [only] = rows;
  if (!only) return;
  Y.applyUpdate(doc, rows.length === 1 ? only : Y.mergeUpdates([...rows]), "load");
}

// ---- levels ---------------------------------------------------------------------------------------------------------

const isTooDeep = ({ depth }: NestedValue): boolean => depth > deepestNesting;

/** Level of an item of the document: 1 in one of its own types. 0 where there is none, or it was collected. */
function levelIn(doc: Y.Doc, id: StructId): number {
  if (Y.getState(doc.store, id.client) <= id.clock) return 0;
  let item: unknown = Y.getItem(doc.store, Y.createID(id.client, id.clock));
  let level = 0;
  while (item instanceof Y.Item && level <= deepestNesting) {
    level++;
    item = item.parent instanceof Y.AbstractType ? (item.parent as Y.AbstractType<unknown>)._item : null;
  }
  return level;
}

/** The structs of updates, found by id. */
class Structs {
  readonly types: UpdateStruct[] = [];
  private readonly clients = new Map<number, UpdateStruct[]>();
  private readonly levels = new Map<UpdateStruct, number>();

  add(update: Uint8Array, deepest?: number): void {
    const take = (struct: UpdateStruct): void => {
      if (!struct.isItem) return;
      if (struct.isType) this.types.push(struct);
      const known = this.clients.get(struct.client);
      if (known) known.push(struct);
      else this.clients.set(struct.client, [struct]);
    };
    readStructs(update, take, deepest === undefined ? {} : { deepest });
    for (const structs of this.clients.values()) structs.sort((a, b) => a.clock - b.clock);
  }

  tooDeep(elsewhere: (id: StructId) => number): readonly UpdateStruct[] {
    return this.types.filter((type) => this.levelOf(type, elsewhere) > deepestNesting);
  }

  private find({ client, clock }: StructId): UpdateStruct | null {
    const structs = this.clients.get(client) ?? [];
    let low = 0;
    let high = structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle] as UpdateStruct;
      if (clock < struct.clock) high = middle - 1;
      else if (clock >= struct.clock + struct.length) low = middle + 1;
      else return struct;
    }
    return null;
  }

  /** A struct stands one level below its parent, and on the level of its neighbours. */
  private levelOf(struct: UpdateStruct, elsewhere: (id: StructId) => number): number {
    const way: { readonly struct: UpdateStruct; readonly deeper: 0 | 1 }[] = [];
    let level = 0;
    for (let at: UpdateStruct | null = struct; at; ) {
      const known = this.levels.get(at);
      if (known !== undefined) {
        level = known;
        break;
      }
      // Ids that go round in a circle end here.
      this.levels.set(at, 0);
      const beside: StructId | null = at.left ?? at.right;
      const next: StructId | null = beside ?? (at.parent === "root" ? null : at.parent);
      way.push({ struct: at, deeper: beside ? 0 : 1 });
      if (!next) break;
      at = this.find(next);
      if (!at) level = elsewhere(next);
    }
    for (const { struct: passed, deeper } of way.reverse()) {
      level += deeper;
      this.levels.set(passed, level);
    }
    return level;
  }
}

// ---- cutting --------------------------------------------------------------------------------------------------------

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

function insteadOf(as: NestedValue["as"]): Uint8Array {
  return encoding.encode((encoder) => {
    if (as === "json") encoding.writeVarString(encoder, JSON.stringify(tooDeepText));
    else encoding.writeAny(encoder, as === "options" ? {} : tooDeepText);
  });
}

function replaced(update: Uint8Array, cuts: readonly Cut[]): Uint8Array {
  if (cuts.length === 0) return update;
  const encoder = encoding.createEncoder();
  let from = 0;
  for (const { start, end, bytes } of cuts) {
    encoding.writeUint8Array(encoder, update.subarray(from, start));
    encoding.writeUint8Array(encoder, bytes);
    from = end;
  }
  encoding.writeUint8Array(encoder, update.subarray(from));
  return encoding.toUint8Array(encoder);
}
