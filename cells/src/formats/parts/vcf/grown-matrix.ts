// A matrix of sites and samples that grows row by row while a file is read.

import { type ByteValues, type DenseValues, missingByte } from "../../../artifacts/artifact.ts";
import { doubled, type Room } from "../delimited/grown-arrays.ts";
import { words as loadWords } from "../words.ts";

/** More than this no array holds everywhere. */
const most = 2 ** 33;
const firstBytes = 1 << 20;

export class ByteMatrix {
  readonly samples: number;
  data = new Int8Array(0);

  private readonly room: Room;

  constructor(samples: number, room: Room = doubled) {
    this.samples = samples;
    this.room = room;
  }

  /** Room for rows up to `rows`; new ones hold 0. */
  reach(rows: number): void {
    const needed = rows * this.samples;
    if (needed <= this.data.length) return;
    if (needed > most) loadWords.fail("matrix-too-large", { columns: this.samples });
    const more = new Int8Array(Math.min(most, Math.max(firstBytes, this.room(rows) * this.samples)));
    more.set(this.data);
    this.data = more;
  }

  setMissing(row: number): void {
    this.data.fill(missingByte, row * this.samples, (row + 1) * this.samples);
  }

  values(rows: number): ByteValues {
    this.reach(rows);
    const used = rows * this.samples;
    return { layout: "bytes", data: this.data.length > used + used / 8 ? this.data.slice(0, used) : this.data.subarray(0, used) };
  }
}

export class DenseMatrix {
  readonly samples: number;
  data = new Float32Array(0);
  isEmpty = true;

  private readonly room: Room;

  constructor(samples: number, room: Room = doubled) {
    this.samples = samples;
    this.room = room;
  }

  /** Room for rows up to `rows`; new ones are missing. */
  reach(rows: number): void {
    const needed = rows * this.samples;
    if (needed <= this.data.length) return;
    if (needed * 4 > most) loadWords.fail("matrix-too-large", { columns: this.samples });
    const more = new Float32Array(Math.min(most / 4, Math.max(firstBytes, this.room(rows) * this.samples)));
    more.set(this.data);
    more.fill(Number.NaN, this.data.length);
    this.data = more;
  }

  values(rows: number): DenseValues {
    this.reach(rows);
    const used = rows * this.samples;
    return { layout: "dense", data: this.data.length > used + used / 8 ? this.data.slice(0, used) : this.data.subarray(0, used) };
  }
}
