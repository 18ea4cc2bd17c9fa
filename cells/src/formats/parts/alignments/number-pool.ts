// Whole numbers of a column as they are collected.

import { moreOf, type ColumnMore } from "../../../artifacts/table.ts";

export class NumberPool {
  private values = new Int32Array(1 << 12);
  private rows = 0;
  private readonly missing: number[] = [];

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
    return { name, type: "int32" as const, ...moreOf(more), values: this.values.slice(0, this.rows), valid };
  }

  /** Apart, so that `add` is small enough to stand where it is called. */
  private grow(): void {
    const larger = new Int32Array(this.values.length * 4);
    larger.set(this.values);
    this.values = larger;
  }
}
