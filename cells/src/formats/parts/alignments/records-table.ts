// Alignments as a table, a row each, from BAM and SAM alike: the columns of SAM (specification 1.6, section 1.4), and the tags
// that most have in columns of their own. Positions count from 1, as SAM writes them; what SAM writes as * or 0 for
// "not there" is missing.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { tableOf } from "../../../artifacts/table.ts";
import { ExpectedRows } from "../delimited/grown-arrays.ts";
import { NumberPool } from "./number-pool.ts";
import { TextPool } from "./text-pool.ts";

/** Columns of a row, written one after the other by who reads the record; each row ends with `endRow` of every pool. */
export class RecordRows {
  readonly expected = new ExpectedRows();
  readonly qname = new TextPool("qname", this.expected.room);
  readonly flag = new NumberPool(this.expected.room);
  readonly mapq = new NumberPool(this.expected.room);
  readonly pos = new NumberPool(this.expected.room);
  readonly cigar = new TextPool("cigar", this.expected.room);
  readonly pnext = new NumberPool(this.expected.room);
  readonly tlen = new NumberPool(this.expected.room);
  readonly seq = new TextPool("seq", this.expected.room);
  readonly qual = new TextPool("qual", this.expected.room);
  readonly nm = new NumberPool(this.expected.room);
  readonly md = new TextPool("MD", this.expected.room);
  readonly rg = new TextPool("RG", this.expected.room);
  readonly others = new TextPool("tags", this.expected.room);
  /** By number: rows of most files name a few sequences. */
  readonly rname = new NumberPool(this.expected.room);
  readonly rnext = new NumberPool(this.expected.room);
  rows = 0;

  /** `names`: of the sequences, by the numbers in rname and rnext; -1: none. `build` of the reference, where it is known. */
  table(names: readonly string[], build: string | null): Table {
    const of = build === null ? {} : { build };
    return tableOf(
      this.qname.column({ semantic: "identifier" }),
      this.flag.column("flag", { semantic: "category" }),
      sequences(this.rname, "rname", names, of),
      this.pos.column("pos", { semantic: "position", origin: 1 }),
      this.mapq.column("mapq", { semantic: "quality" }),
      this.cigar.column({ semantic: "cigar" }),
      // A second chromosome column would leave open which is the place of the row.
      sequences(this.rnext, "rnext", names, null),
      this.pnext.column("pnext", { semantic: "number" }),
      this.tlen.column("tlen", { semantic: "number" }),
      this.seq.column({ semantic: "sequence" }),
      // What belongs to one read alone tells it from others, as its letters do; a read group is called by its sample.
      this.qual.column({ semantic: "text", closed: true }),
      this.nm.column("NM", { semantic: "count" }),
      this.md.column({ semantic: "text", closed: true }),
      this.rg.column({ semantic: "category", closed: true }),
      this.others.column({ semantic: "text", closed: true }),
    );
  }
}

function sequences(pool: NumberPool, name: string, names: readonly string[], of: { readonly build?: string } | null): Column {
  const { values } = pool.column(name);
  const codes = new Int32Array(values.length);
  let valid: Uint8Array | null = null;
  const dictionary: string[] = [];
  const known = new Map<number, number>();
  let before: number | null = null;
  let code = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    // Sorted files name one for many rows.
    if (value !== before) {
      const kept = value < 0 ? -1 : value;
      code = known.get(kept) ?? dictionary.push(kept < 0 ? "" : (names[kept] ?? "")) - 1;
      known.set(kept, code);
      before = value;
    }
    codes[row] = code;
    if (value >= 0) continue;
    valid ??= new Uint8Array(values.length).fill(1);
    valid[row] = 0;
  }
  return { name, type: "text", semantic: of ? "chromosome" : "text", ...of, codes, dictionary, valid };
}
