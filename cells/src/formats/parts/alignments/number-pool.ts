// Whole numbers of a column as they are collected.

import { doubled, fitting, longer, type Room } from "../delimited/grown-arrays.ts";
import { moreOf, type ColumnMore } from "../../../artifacts/table.ts";

export class NumberPool {
  private values = new Int32Array(1 << 12);
  private rows = 0;
  private readonly missing: number[] = [];
  private readonly room: Room;

  constructor(room: Room = doubled) {
    this.room = room;
  }

  add(value: number): void {
    if (this.rows === this.values.length) this.grow();
    this.values[this.rows++] = value;
  }

  addMissing(): void {
    this.missing.push(this.rows);
    this.add(0);
  }

  column(name: string, more: ColumnMore = {}) {
    const valid = this.missing.length > 0 ? new Uint8Array(this.rows).fill(1) : null;
    for (const row of this.missing) (valid as Uint8Array)[row] = 0;
    return { name, type: "int32" as const, ...moreOf(more), values: fitting(this.values, this.rows), valid };
  }

  /** Apart, so that `add` is small enough to stand where it is called. */
  private grow(): void {
    this.values = longer(this.values, this.room(this.rows + 1));
  }
}
