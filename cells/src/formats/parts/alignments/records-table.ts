// Alignments as a table, a row each, from BAM and SAM alike: the columns of SAM (specification 1.6, section 1.4), and the tags
// that most have in columns of their own. Positions count from 1, as SAM writes them; what SAM writes as * or 0 for
// "not there" is missing.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { tableOf } from "../../../artifacts/table.ts";
import { PackedSequences } from "./packed-sequences.ts";
import { NumberPool, TextPool } from "./text-pool.ts";

/** Columns of a row, written one after the other by who reads the record; each row ends with `endRow` of every pool. */
export class RecordRows {
  readonly qname = new TextPool();
  readonly flag = new NumberPool();
  readonly mapq = new NumberPool();
  readonly pos = new NumberPool();
  readonly cigar = new TextPool();
  readonly pnext = new NumberPool();
  readonly tlen = new NumberPool();
  /** As letters; of BAM as they are packed there. */
  readonly seq = new TextPool();
  readonly packed = new PackedSequences();
  /** Qualities of BAM are numbers from 0: 33 is added at the end. */
  isNumeric = false;
  readonly qual = new TextPool();
  readonly nm = new NumberPool();
  readonly md = new TextPool();
  readonly rg = new TextPool();
  readonly others = new TextPool();
  /** By number: rows of most files name a few sequences. */
  readonly rname = new NumberPool();
  readonly rnext = new NumberPool();
  rows = 0;

  /** `names`: of the sequences, by the numbers in rname and rnext; -1: none. `build` of the reference, where it is known. */
  table(names: readonly string[], build: string | null): Table {
    const of = build === null ? {} : { build };
    if (this.isNumeric) this.qual.raise(33);
    return tableOf(
      this.qname.column("qname", { semantic: "identifier" }),
      this.flag.column("flag", { semantic: "category" }),
      sequences(this.rname, "rname", names, of),
      this.pos.column("pos", { semantic: "position", origin: 1 }),
      this.mapq.column("mapq", { semantic: "quality" }),
      this.cigar.column("cigar", { semantic: "text" }),
      // A second chromosome column would leave open which is the place of the row.
      sequences(this.rnext, "rnext", names, null),
      this.pnext.column("pnext", { semantic: "number" }),
      this.tlen.column("tlen", { semantic: "number" }),
      (this.isNumeric ? this.packed : this.seq).column("seq", { semantic: "sequence" }),
      // What belongs to one read alone tells it from others, as its letters do; a read group is called by its sample.
      this.qual.column("qual", { semantic: "text", closed: true }),
      this.nm.column("NM", { semantic: "count" }),
      this.md.column("MD", { semantic: "text", closed: true }),
      this.rg.column("RG", { semantic: "category", closed: true }),
      this.others.column("tags", { semantic: "text", closed: true }),
    );
  }
}

function sequences(pool: NumberPool, name: string, names: readonly string[], of: { readonly build?: string } | null): Column {
  const { values } = pool.column(name);
  const codes = new Int32Array(values.length);
  const valid = values.some((value) => value < 0) ? new Uint8Array(values.length) : null;
  const dictionary: string[] = [];
  const known = new Map<number, number>();
  values.forEach((value, row) => {
    const kept = value < 0 ? -1 : value;
    let code = known.get(kept);
    if (code === undefined) {
      code = dictionary.length;
      known.set(kept, code);
      dictionary.push(kept < 0 ? "" : (names[kept] ?? ""));
    }
    codes[row] = code;
    if (valid && value >= 0) valid[row] = 1;
  });
  return { name, type: "text", semantic: of ? "chromosome" : "text", ...of, codes, dictionary, valid };
}
