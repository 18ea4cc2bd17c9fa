// The structs of a Yjs update as they lie in its bytes (format 1), read without building what they hold and without
// recursion: Yjs reads a nested value by calling itself, and breaks off where the stack ends. Called before Yjs sees an
// update that came from outside, and to mend stored ones. (yjs 13.6: utils/encoding.js, structs/*; lib0: decoding.js.)

import { decoding } from "lib0";
import { depthOfJson } from "@genomecraft/cells/base/json.ts";

export interface StructId {
  readonly client: number;
  readonly clock: number;
}

/** A value inside of a struct and how deep it nests: 0 for a number, 2 for [[]]. */
export interface NestedValue {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly as: "any" | "json" | "options";
}

export interface UpdateStruct extends StructId {
  readonly length: number;
  /** Says something; false of what was collected, and of a gap. */
  readonly isItem: boolean;
  /** Stands for structs that are not here: says nothing of its ids. */
  readonly isGap: boolean;
  /** Creates a shared type, which others may stand in. */
  readonly isType: boolean;
  /** What it stands in: the type of another struct, or "root"; null where its neighbours say. */
  readonly parent: StructId | "root" | null;
  readonly left: StructId | null;
  readonly right: StructId | null;
  /** Where its byte of flags stands, and its content. */
  readonly flagsAt: number;
  readonly contentAt: number;
  readonly end: number;
  /** Those with something inside. */
  readonly values: readonly NestedValue[];
}

export class NestedTooDeep extends Error {
  constructor() {
    super("An update nests deeper than a document may.");
    this.name = "NestedTooDeep";
  }
}

const none: readonly NestedValue[] = [];

/**
 * Answers where they end: there begins what the update deletes. Throws on bytes that are no update.
 * @param deepest a value that nests deeper is not read to its end, but NestedTooDeep thrown
 * @param begin told of each client, which may come without structs
 */
export function readStructs(
  update: Uint8Array,
  visit: (struct: UpdateStruct) => void,
  { deepest = Number.POSITIVE_INFINITY, begin }: { readonly deepest?: number; readonly begin?: () => void } = {},
): number {
  const decoder = decoding.createDecoder(update);
  const clients = decoding.readVarUint(decoder);
  for (let index = 0; index < clients; index++) {
    begin?.();
    const count = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    let clock = decoding.readVarUint(decoder);
    for (let left = count; left > 0; left--) {
      const struct = readStruct(decoder, client, clock, deepest);
      clock += struct.length;
      visit(struct);
    }
  }
  return decoder.pos;
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number, most: number): UpdateStruct {
  const flagsAt = decoder.pos;
  const flags = byteOf(decoder);
  const kind = flags & 31;
  const isItem = kind !== 0 && kind !== 10;
  const left = isItem && (flags & 128) !== 0 ? idOf(decoder) : null;
  const right = isItem && (flags & 64) !== 0 ? idOf(decoder) : null;
  let parent: UpdateStruct["parent"] = null;
  if (isItem && !left && !right) {
    if (decoding.readVarUint(decoder) === 1) {
      decoding.readVarString(decoder);
      parent = "root";
    } else parent = idOf(decoder);
    if ((flags & 32) !== 0) decoding.readVarString(decoder);
  }
  const contentAt = decoder.pos;
  const { length, values } = readContent(decoder, kind, most);
  return {
    client,
    clock,
    length,
    isItem,
    isGap: kind === 10,
    isType: kind === 7,
    parent,
    left,
    right,
    flagsAt,
    contentAt,
    end: decoder.pos,
    values,
  };
}

function readContent(
  decoder: decoding.Decoder,
  kind: number,
  most: number,
): { readonly length: number; readonly values: readonly NestedValue[] } {
  switch (kind) {
    // Collected, skipped, deleted: a length alone.
    case 0:
    case 10:
    case 1:
      return { length: decoding.readVarUint(decoder), values: none };
    case 2:
      return readMany(decoder, readJsonText, most);
    case 3:
      decoding.readVarUint8Array(decoder);
      return { length: 1, values: none };
    case 4:
      return { length: decoding.readVarString(decoder).length, values: none };
    case 5:
      return { length: 1, values: nested([readJsonText(decoder, most)]) };
    case 6:
      decoding.readVarString(decoder);
      return { length: 1, values: nested([readJsonText(decoder, most)]) };
    case 7: {
      const type = decoding.readVarUint(decoder);
      if (type === 3 || type === 5) decoding.readVarString(decoder);
      return { length: 1, values: none };
    }
    case 8:
      return readMany(decoder, readAny, most);
    case 9:
      decoding.readVarString(decoder);
      return { length: 1, values: nested([{ ...readAny(decoder, most), as: "options" }]) };
    default:
      throw new TypeError(`content ${kind} is unknown`);
  }
}

function readMany(
  decoder: decoding.Decoder,
  read: (decoder: decoding.Decoder, most: number) => NestedValue,
  most: number,
): { length: number; values: readonly NestedValue[] } {
  const length = decoding.readVarUint(decoder);
  const values: NestedValue[] = [];
  for (let left = length; left > 0; left--) {
    const value = read(decoder, most);
    if (value.depth > 0) values.push(value);
  }
  return { length, values };
}

const nested = (values: readonly NestedValue[]): readonly NestedValue[] => values.filter(({ depth }) => depth > 0);

function readJsonText(decoder: decoding.Decoder, most: number): NestedValue {
  const start = decoder.pos;
  const depth = depthOfJson(decoding.readVarString(decoder));
  if (depth > most) throw new NestedTooDeep();
  return { start, end: decoder.pos, depth, as: "json" };
}

/** A value of lib0's own coding: a byte of type, then what that type has. */
function readAny(decoder: decoding.Decoder, most: number): NestedValue {
  const start = decoder.pos;
  let deepest = 0;
  /** Of each list and object that is open: how many values it still waits for; below zero when they have keys. */
  const open: number[] = [];
  for (;;) {
    const type = byteOf(decoder);
    if (type === 117 || type === 118) {
      deepest = Math.max(deepest, open.length + 1);
      if (deepest > most) throw new NestedTooDeep();
      const count = decoding.readVarUint(decoder);
      if (count > 0) open.push(type === 117 ? count : -count);
      else if (!closes(open)) return { start, end: decoder.pos, depth: deepest, as: "any" };
    } else {
      skipScalar(decoder, type);
      if (!closes(open)) return { start, end: decoder.pos, depth: deepest, as: "any" };
    }
    if ((open.at(-1) as number) < 0) decoding.readVarString(decoder);
  }
}

/** A value has ended: takes it off what waits for it. False when nothing waits any more. */
function closes(open: number[]): boolean {
  while (open.length > 0) {
    const left = open.pop() as number;
    const next = left > 0 ? left - 1 : left + 1;
    if (next === 0) continue;
    open.push(next);
    return true;
  }
  return false;
}

function skipScalar(decoder: decoding.Decoder, type: number): void {
  switch (type) {
    case 127:
    case 126:
    case 121:
    case 120:
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      decoding.readFloat32(decoder);
      return;
    case 123:
      decoding.readFloat64(decoder);
      return;
    case 122:
      decoding.readBigInt64(decoder);
      return;
    case 119:
      decoding.readVarString(decoder);
      return;
    case 116:
      decoding.readVarUint8Array(decoder);
      return;
    default:
      throw new TypeError(`value ${type} is unknown`);
  }
}

const idOf = (decoder: decoding.Decoder): StructId => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
});

function byteOf(decoder: decoding.Decoder): number {
  if (decoder.pos >= decoder.arr.length) throw new TypeError("the update ends too early");
  return decoding.readUint8(decoder);
}
