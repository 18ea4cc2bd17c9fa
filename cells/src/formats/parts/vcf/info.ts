// The fields of INFO as columns, each of the type that its header says (VCF 4.3 §1.4.2): one value a site, of fields with one
// value an allele that of the site's own; lists of other lengths stay texts.

import type { Column } from "../../../artifacts/artifact.ts";
import type { ColumnMore } from "../../../artifacts/table.ts";
import type { Room } from "../delimited/grown-arrays.ts";
import { type Cells, columnOfCells, FlagCells, NumberCells, TextCells } from "./cells.ts";
import { ConsequenceColumns, partsOf } from "./consequences.ts";
import { type Field, undeclared, type VcfHeader } from "./header.ts";
import { words } from "./words.ts";

/** A record, as its fields are put into columns: the rows that its alternatives have become. */
export interface RecordRows {
  readonly ref: string;
  readonly alts: readonly string[];
  /** `alt`: which of the alternatives, from 1; 0 where it has none. */
  readonly rows: readonly { readonly row: number; readonly alt: number }[];
}

interface InfoField {
  readonly field: Field;
  readonly name: Uint8Array;
  readonly cells: Cells | null;
  /** Of fields with a value for each allele: that of the reference. */
  readonly ofReference: Cells | null;
  readonly consequences: ConsequenceColumns | null;
  /** Which field came behind it last time. */
  follower: number;
  /** The record in which it stood last. */
  record: number;
}

const equals = 61;
const semicolon = 59;
const comma = 44;
const dot = 46;
/** More names than any program writes: a file that was damaged. */
const mostFields = 5000;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

const cellsOf = ({ type, number }: Field, room: Room): Cells => {
  if (type === "Flag" || number === 0) return new FlagCells(room);
  const isOne = number === 1 || number === "A" || number === "R";
  return isOne && type === "Integer"
    ? new NumberCells(true, room)
    : isOne && type === "Float"
      ? new NumberCells(false, room)
      : new TextCells(room);
};

export class InfoColumns {
  private readonly header: VcfHeader;
  private readonly fields: InfoField[] = [];
  private readonly byName = new Map<string, number>();
  private first = -1;
  private records = 0;
  /** Fields that stood twice in one record: how often, and in which row first. */
  repeated: { readonly row: number; readonly name: string; readonly count: number } | null = null;
  /** Lists whose length is not that of the alleles. */
  uneven: { readonly row: number; readonly name: string; readonly count: number } | null = null;

  private readonly room: Room;

  constructor(header: VcfHeader, room: Room) {
    this.header = header;
    this.room = room;
  }

  /** Rows of sites are told by `rows`; the text stands in [start, end). */
  put(bytes: Uint8Array, start: number, end: number, record: RecordRows, line: number): void {
    if (end - start === 1 && bytes[start] === dot) return;
    this.records++;
    let previous = -1;
    for (let at = start; at < end; ) {
      let stop = at;
      while (stop < end && bytes[stop] !== semicolon && bytes[stop] !== equals) stop++;
      let to = stop;
      if (bytes[stop] === equals && stop < end) while (to < end && bytes[to] !== semicolon) to++;
      if (stop > at) {
        const index = this.indexOf(bytes, at, stop, previous, line);
        const field = this.fields[index] as InfoField;
        const row = record.rows[0]?.row ?? 0;
        if (field.record === this.records) {
          const { id } = field.field;
          this.repeated = { row, name: id, ...this.repeated, count: (this.repeated?.count ?? 0) + 1 };
        } else this.putField(field, bytes, stop < to ? stop + 1 : stop, to, record);
        field.record = this.records;
        previous = index;
      }
      at = to + 1;
    }
  }

  private indexOf(bytes: Uint8Array, start: number, end: number, previous: number, line: number): number {
    const guess = previous < 0 ? this.first : (this.fields[previous] as InfoField).follower;
    if (guess >= 0 && isCalled((this.fields[guess] as InfoField).name, bytes, start, end)) return guess;
    const id = decoder.decode(bytes.subarray(start, end));
    let index = this.byName.get(id);
    if (index === undefined) {
      if (this.fields.length >= mostFields) words.fail("too-many-fields", { line, most: mostFields });
      const field = this.header.infos.get(id) ?? undeclared(id);
      const parts = partsOf(field);
      const cells = parts ? null : cellsOf(field, this.room);
      index = this.fields.length;
      this.byName.set(id, index);
      this.fields.push({
        field,
        name: encoder.encode(id),
        cells,
        ofReference: cells && field.number === "R" ? cellsOf(field, this.room) : null,
        consequences: parts ? new ConsequenceColumns(field, parts, this.room) : null,
        follower: -1,
        record: 0,
      });
    }
    if (previous < 0) this.first = index;
    else (this.fields[previous] as InfoField).follower = index;
    return index;
  }

  private putField(of: InfoField, bytes: Uint8Array, start: number, end: number, record: RecordRows): void {
    const { field, cells } = of;
    if (of.consequences) {
      of.consequences.put(bytes, start, end, record);
      return;
    }
    if (cells instanceof FlagCells) {
      for (const { row } of record.rows) cells.set(row);
      return;
    }
    if (start >= end || (end - start === 1 && bytes[start] === dot)) return;
    const isSplit = field.number === "A" || field.number === "R";
    for (const { row, alt } of record.rows) {
      if (!isSplit || record.alts.length === 0) put(cells, row, bytes, start, end);
      else this.putSplit(of, bytes, start, end, row, field.number === "A" ? alt - 1 : alt, record.alts.length);
    }
  }

  /** The value at `place` of a list with one for each allele. */
  private putSplit(of: InfoField, bytes: Uint8Array, start: number, end: number, row: number, place: number, alts: number): void {
    let at = start;
    let nth = 0;
    for (;;) {
      let to = at;
      while (to < end && bytes[to] !== comma) to++;
      if (nth === place) put(of.cells, row, bytes, at, to);
      else if (nth === 0) put(of.ofReference, row, bytes, at, to);
      nth++;
      if (to >= end) break;
      at = to + 1;
    }
    const expected = of.field.number === "A" ? alts : alts + 1;
    if (nth !== expected) this.uneven = { row, name: of.field.id, ...this.uneven, count: (this.uneven?.count ?? 0) + 1 };
  }

  /** Columns in the order of the header, those without any value left out; `taken`: names of columns before them, in small letters. */
  columns(rows: number, lineOf: (row: number) => number, taken: ReadonlySet<string>): readonly Column[] {
    const order = new Map([...this.header.infos.keys()].map((id, at) => [id, at]));
    const rank = ({ field }: InfoField): number => order.get(field.id) ?? order.size;
    const named = (name: string): string => (taken.has(name.toLowerCase()) ? `INFO_${name}` : name);
    return this.fields
      .toSorted((a, b) => rank(a) - rank(b))
      .flatMap(({ field, cells, ofReference, consequences }): readonly Column[] => {
        if (consequences) return consequences.columns(rows, lineOf);
        if (!cells || cells.isEmpty) return [];
        const name = field.id === "END" && field.type === "Integer" ? "end" : named(field.id);
        const column = columnOfCells(cells, name, rows, lineOf, meaningOf(field));
        if (!ofReference || ofReference.isEmpty) return [column];
        return [column, columnOfCells(ofReference, `${name}_ref`, rows, lineOf, meaningOf(field))];
      });
  }

  /** Fields of which the header says nothing. */
  get unknown(): readonly string[] {
    return this.fields.filter(({ field }) => !field.isDeclared).map(({ field }) => field.id);
  }

  /** Values that are no numbers where the header says so. */
  get odd(): readonly { readonly name: string; readonly row: number; readonly value: string; readonly count: number }[] {
    return this.fields.flatMap(({ field, cells }) =>
      cells instanceof NumberCells && cells.odd ? [{ name: field.id, ...cells.odd }] : [],
    );
  }

  /** Annotations of which sites have several entries. */
  get several(): readonly { readonly name: string; readonly count: number }[] {
    return this.fields.flatMap(({ field, consequences }) =>
      consequences && consequences.several > 0 ? [{ name: field.id, count: consequences.several }] : [],
    );
  }
}

function put(cells: Cells | null, row: number, bytes: Uint8Array, start: number, end: number): void {
  if (cells === null || start >= end || cells instanceof FlagCells || (end - start === 1 && bytes[start] === dot)) return;
  cells.put(row, bytes, start, end);
}

function isCalled(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at++) if (name[at] !== bytes[start + at]) return false;
  return true;
}

/** What a field means, by its name in the standard. */
function meaningOf({ id, type }: Field): ColumnMore {
  if (id === "END") return { semantic: "end" };
  if (id === "AC" || id === "AN" || id === "DP" || id === "NS") return { semantic: "count" };
  if (id === "GENE" || id === "SYMBOL") return { semantic: "gene" };
  return type === "Integer" || type === "Float" ? { semantic: "number" } : {};
}
