// The genotypes of a record as dosages: how many copies of a site's own alternative each sample carries (VCF 4.3 §1.6.2, GT).
// Other alternatives of the same record count as none, as `bcftools norm -m-` writes them. Where a file has imputed dosages
// and no genotypes, those are the values.

import { type ByteValues, type Layer, type MatrixValues, missingByte } from "../../../artifacts/artifact.ts";
import type { Room } from "../delimited/grown-arrays.ts";
import type { VcfHeader } from "./header.ts";
import { DosagesBeside } from "./dosages-beside.ts";
import { ByteMatrix, DenseMatrix } from "./grown-matrix.ts";
import { copiesOf, expected, tabsIn, valuesIn } from "./calls.ts";
import { LayerMatrices, nthNumber } from "./layers.ts";
import { words } from "./words.ts";

/** GT: genotypes; DS: imputed dosages; GP: dosages out of the probabilities of genotypes. */
export type DosageSource = "GT" | "DS" | "GP";

/** Where something was met first, and how often. */
export interface Met {
  line: number;
  count: number;
}

/** The alternatives that became rows: row `row` + k counts allele `alleles[k]`; 0 is a site without any, and counts none. */
export interface KeptAlleles {
  readonly row: number;
  readonly alleles: readonly number[];
  /** Alternatives of the record, kept or not. */
  readonly alternatives: number;
}

const tab = 9;
const colon = 58;
const slash = 47;
const bar = 124;
const dot = 46;
/** No allele has this number. */
const nothing = 1000;
/** No organism has more copies, and a byte counts to 127. */
const mostCopies = 100;
/** Rounded, no dosage of one copy is larger. */
const oneCopy = 1.02;
const decoder = new TextDecoder();

export class Genotypes {
  readonly header: VcfHeader;
  readonly samples: number;
  private readonly asked: readonly string[];
  readonly layers: LayerMatrices;
  source: DosageSource | null = null;
  /** Samples with a haploid call, a half call, what is no genotype: the first line and how often. */
  readonly haploid: Met = { line: 0, count: 0 };
  readonly half: Met = { line: 0, count: 0 };
  readonly invalid: Met = { line: 0, count: 0 };
  /** Records without the field that dosages are made of. */
  readonly without: Met = { line: 0, count: 0 };
  /** Imputed dosages that stand beside the genotypes. */
  hasDosages = false;
  readonly beside = new DosagesBeside();
  private readonly bytes: ByteMatrix;
  private readonly dense: DenseMatrix;
  private readonly phase: ByteMatrix | null;
  private readonly ploidy: ByteMatrix | null;
  /** Of half calls the copies among the alleles that are told, and one more: 0 is no half call. */
  private halves: ByteMatrix | null = null;
  /** Of calls that are not diploid their copies; 0 is any other. Made by the first of them: whoever counts alleles needs it. */
  private uneven: ByteMatrix | null = null;
  /** A bit for each number of copies that a sample's calls have. */
  private readonly ploidies: Uint32Array;
  private readonly slow: Uint32Array;
  private called = 0;
  private readonly room: Room;
  private format = new Uint8Array(0);
  private keys: readonly string[] = [];
  private starts = new Int32Array(16);
  /** Where dosages are imputed: place of GP in FORMAT, which has a value less for each copy that is not there. -1: it is not. */
  private probabilities = -1;
  private readonly alleles = new Int32Array(mostCopies);
  private at = 0;

  constructor(header: VcfHeader, layers: readonly string[], room: Room) {
    this.room = room;
    this.header = header;
    this.asked = layers;
    this.samples = header.samples.length;
    this.layers = new LayerMatrices(header, layers, room);
    this.bytes = new ByteMatrix(this.samples, this.room);
    this.dense = new DenseMatrix(this.samples, this.room);
    this.phase = layers.includes("phase") ? new ByteMatrix(this.samples, this.room) : null;
    this.ploidy = layers.includes("ploidy") ? new ByteMatrix(this.samples, this.room) : null;
    this.ploidies = new Uint32Array(this.samples);
    this.slow = new Uint32Array(this.samples);
  }

  /** FORMAT begins at `start`; the record ends at `end`. Fails with "format-variants.columns-differ". */
  put(bytes: Uint8Array, start: number, end: number, kept: KeptAlleles, line: number): void {
    let at = start;
    while (at < end && bytes[at] !== tab) at++;
    this.begin(bytes, start, at);
    const rows = kept.row + kept.alleles.length;
    const genotype = this.keys.indexOf("GT");
    const other = this.source === null || this.source === "GT" ? -1 : this.keys.indexOf(this.source);
    if (this.source === "GT" || this.source === null) this.bytes.reach(rows);
    else this.dense.reach(rows);
    this.phase?.reach(rows);
    this.ploidy?.reach(rows);
    this.layers.reach(rows);
    if (this.source === "GT" ? genotype < 0 : other < 0) this.lacks(kept, line);
    const isPlain =
      this.source === "GT" && genotype === 0 && this.layers.furthest < 0 && !this.phase && !this.ploidy && this.beside.index < 0;
    this.at = at + 1;
    if (isPlain) this.plain(bytes, end, kept, line);
    else if (this.source === "GT" && genotype < 0 && this.layers.furthest < 0) this.passOver(bytes, end, line);
    else this.parts(bytes, end, kept, line, genotype, other);
    if (this.at !== end + 1 && !(this.samples === 0 && this.at >= end))
      words.fail("columns-differ", {
        line,
        found: this.header.width + tabsIn(bytes, this.at, end) + 1,
        expected: this.header.width,
      });
    if (genotype >= 0 && this.source === "GT") this.called++;
  }

  /** The same keys as in the record before, mostly. */
  private begin(bytes: Uint8Array, start: number, end: number): void {
    const { format } = this;
    let isSame = format.length === end - start && this.source !== null;
    for (let at = 0; isSame && at < format.length; at++) isSame = format[at] === bytes[start + at];
    if (isSame) return;
    this.format = bytes.slice(start, end);
    this.keys = decoder.decode(this.format).split(":");
    if (this.keys.length + 2 > this.starts.length) this.starts = new Int32Array(this.keys.length + 2);
    this.source ??= (["GT", "DS", "GP"] as const).find((key) => this.keys.includes(key)) ?? null;
    this.beside.index = this.source === "GT" && this.keys.includes("GT") ? this.keys.indexOf("DS") : -1;
    if (this.keys.includes("DS") && this.source === "GT") this.hasDosages = true;
    this.probabilities = this.source === "GT" ? -1 : this.keys.indexOf("GP");
    this.layers.begin(this.keys);
  }

  private lacks({ row, alleles }: KeptAlleles, line: number): void {
    met(this.without, line);
    if (this.source === "GT" || this.source === null) alleles.forEach((_, nth) => this.bytes.setMissing(row + nth));
    for (const matrix of [this.phase, this.ploidy]) if (matrix) alleles.forEach((_, nth) => matrix.setMissing(row + nth));
  }

  /** Samples of which nothing is wanted. */
  private passOver(bytes: Uint8Array, end: number, line: number): void {
    let { at } = this;
    for (let sample = 0; sample < this.samples; sample++) {
      if (at > end) this.tooFew(line, sample);
      while (at < end && bytes[at] !== tab) at++;
      at++;
    }
    this.at = at;
  }

  private tooFew(line: number, sample: number): never {
    const { width } = this.header;
    return words.fail("columns-differ", { line, found: width - this.samples + sample, expected: width });
  }

  /** Nothing but genotypes, which come first. */
  private plain(bytes: Uint8Array, end: number, kept: KeptAlleles, line: number): void {
    const { samples, slow } = this;
    let { at } = this;
    const only = kept.alleles.length === 1 ? kept.alleles[0] || nothing : -1;
    const base = kept.row * samples;
    const { data } = this.bytes;
    const { alternatives } = kept;
    for (let sample = 0; sample < samples; sample++) {
      if (at > end) this.tooFew(line, sample);
      const copies = copiesOf(bytes, at, end, only, alternatives);
      if (copies >= 0) {
        data[base + sample] = copies;
        at += 3;
      } else {
        let to = at;
        while (to < end && bytes[to] !== tab && bytes[to] !== colon) to++;
        slow[sample] = (slow[sample] as number) + 1;
        this.genotype(bytes, at, to, sample, kept, line);
        at = to;
      }
      while (at < end && bytes[at] !== tab) at++;
      at++;
    }
    this.at = at;
  }

  /** Whatever is wanted of a sample, part by part. */
  private parts(bytes: Uint8Array, end: number, kept: KeptAlleles, line: number, genotype: number, other: number): void {
    const { samples, starts, layers, slow } = this;
    const { beside, probabilities } = this;
    const furthest = Math.max(genotype, other, layers.furthest, beside.index, probabilities);
    const parts = Math.min(this.keys.length, furthest + 1);
    const only = kept.alleles.length === 1 && !this.phase && !this.ploidy ? kept.alleles[0] || nothing : -1;
    let { at } = this;
    for (let sample = 0; sample < samples; sample++) {
      if (at > end) this.tooFew(line, sample);
      let part = 0;
      starts[part++] = at;
      // The first of those that are not wanted ends the last that is.
      for (; at < end && part <= parts; at++) {
        const byte = bytes[at];
        if (byte === tab) break;
        if (byte === colon) starts[part++] = at + 1;
      }
      while (at < end && bytes[at] !== tab) at++;
      // Parts at the end may be left out.
      while (part <= parts) starts[part++] = at + 1;
      const copies =
        genotype === 0 && this.source === "GT" ? copiesOf(bytes, starts[0] as number, end, only, kept.alternatives) : -1;
      let of = 2;
      if (copies >= 0) this.bytes.data[kept.row * samples + sample] = copies;
      else if (this.source === "GT" && genotype >= 0) {
        slow[sample] = (slow[sample] as number) + 1;
        of = this.genotype(bytes, starts[genotype] as number, (starts[genotype + 1] as number) - 1, sample, kept, line);
      }
      if (beside.index >= 0 && of > 0) {
        const place = { start: starts[beside.index] as number, end: (starts[beside.index + 1] as number) - 1 };
        kept.alleles.forEach((allele, nth) => {
          const own = this.bytes.data[(kept.row + nth) * samples + sample] as number;
          if (allele > 0) beside.compare(bytes, place, { allele, copies: own, of, sample }, line);
        });
      }
      if (other >= 0) {
        this.imputed(bytes, starts[other] as number, (starts[other + 1] as number) - 1, sample, kept, line);
        const values =
          probabilities < 0 ? -1 : valuesIn(bytes, starts[probabilities] as number, (starts[probabilities + 1] as number) - 1);
        // VCF 4.3 §1.6.2, GL: one for each allele where there is one copy.
        if (values > 0) this.copiesOfImputed(values === kept.alternatives + 1 && values > 1 ? 1 : 2, sample, kept, line);
      }
      if (layers.furthest >= 0)
        for (let nth = 0; nth < kept.alleles.length; nth++)
          layers.put(bytes, starts, kept.row + nth, kept.alleles[nth] as number, sample, line);
      at++;
    }
    this.at = at;
  }

  /** Answers the copies of a call that is whole, else 0. Any number; 4.4 may write what stands before the first allele, too. */
  private genotype(bytes: Uint8Array, start: number, end: number, sample: number, kept: KeptAlleles, line: number): number {
    const { alleles } = this;
    let at = start < end && (bytes[start] === slash || bytes[start] === bar) ? start + 1 : start;
    let copies = 0;
    let told = 0;
    let isPhased = true;
    let isValid = at < end;
    while (at < end && isValid) {
      let allele = -1;
      if (bytes[at] === dot) at++;
      else {
        allele = 0;
        const from = at;
        for (; at < end && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57; at++)
          allele = Math.min(1e6, allele * 10 + (bytes[at] as number) - 48);
        isValid = at > from && allele <= kept.alternatives && allele < nothing;
      }
      if (allele >= 0 && isValid) alleles[told++] = allele;
      copies++;
      if (at >= end) break;
      if (bytes[at] === slash) isPhased = false;
      else if (bytes[at] !== bar) isValid = false;
      at++;
      if (copies >= mostCopies || at >= end) isValid = false;
    }
    if (!isValid && start < end) met(this.invalid, line);
    const isMissing = !isValid || told < copies;
    const isHalf = isValid && told > 0 && told < copies;
    if (isHalf) met(this.half, line);
    if (isValid && told === copies) {
      if (copies === 1) met(this.haploid, line);
      this.ploidies[sample] = (this.ploidies[sample] as number) | (1 << Math.min(copies, 31));
    }
    if (isValid && told > 0 && copies !== 2 && !this.ploidy) this.uneven ??= new ByteMatrix(this.samples, this.room);
    for (let nth = 0; nth < kept.alleles.length; nth++) {
      const row = kept.row + nth;
      const place = row * this.samples + sample;
      let dosage = 0;
      const own = kept.alleles[nth] || nothing;
      for (let each = 0; each < told; each++) if (alleles[each] === own) dosage++;
      this.bytes.data[place] = isMissing ? missingByte : dosage;
      if (isHalf) this.keepHalf(row, sample, dosage);
      if (this.phase) this.phase.data[place] = isMissing ? missingByte : isPhased ? 1 : 0;
      if (this.ploidy) this.ploidy.data[place] = isValid && told > 0 ? copies : missingByte;
      else if (this.uneven && isValid && told > 0 && copies !== 2) {
        this.uneven.reach(row + 1);
        this.uneven.data[place] = copies;
      }
    }
    return isMissing ? 0 : copies;
  }

  /** How many copies an imputed call is of. */
  private copiesOfImputed(copies: 1 | 2, sample: number, { row, alleles }: KeptAlleles, line: number): void {
    this.ploidies[sample] = (this.ploidies[sample] as number) | (1 << copies);
    if (copies === 1) {
      met(this.haploid, line);
      this.uneven ??= new ByteMatrix(this.samples);
      this.uneven.reach(row + alleles.length);
    }
    for (let nth = 0; nth < alleles.length; nth++) {
      const place = (row + nth) * this.samples + sample;
      if (copies === 1 && this.uneven) this.uneven.data[place] = 1;
      if (copies === 1 && (this.dense.data[place] as number) > oneCopy) met(this.beside.doubled, line);
    }
  }

  private keepHalf(row: number, sample: number, copies: number): void {
    this.halves ??= new ByteMatrix(this.samples, this.room);
    this.halves.reach(row + 1);
    this.halves.data[row * this.samples + sample] = copies + 1;
  }

  private imputed(bytes: Uint8Array, start: number, end: number, sample: number, kept: KeptAlleles, line: number): void {
    if (start >= end || (end - start === 1 && bytes[start] === dot)) return;
    for (let nth = 0; nth < kept.alleles.length; nth++) {
      const allele = kept.alleles[nth] as number;
      const value =
        this.source === "DS"
          ? nthNumber(bytes, start, end, Math.max(0, allele - 1))
          : expected(bytes, start, end, allele, kept.alternatives);
      if (Number.isNaN(value)) met(this.invalid, line);
      this.dense.data[(kept.row + nth) * this.samples + sample] = value;
    }
  }

  /** Whether a layer of that name is wanted. */
  isAsked(key: string): boolean {
    return this.asked.includes(key);
  }

  /** Of any call. */
  get mostCopies(): number {
    return this.ploidies.reduce((most, bits) => Math.max(most, 31 - Math.clz32(bits)), 0);
  }

  values(rows: number): MatrixValues {
    if (this.source === "DS" || this.source === "GP") return this.dense.values(rows);
    return this.bytes.values(rows);
  }

  allLayers(rows: number): { readonly layers: readonly Layer[]; readonly empty: readonly string[] } {
    const { layers, empty } = this.layers.layers(rows);
    const own: Layer[] = [];
    if (this.phase) own.push({ name: "phase", values: this.phase.values(rows) });
    if (this.ploidy) own.push({ name: "ploidy", values: this.ploidy.values(rows) });
    else if (this.uneven) own.push({ name: "ploidy", values: this.copiesOfCalls(this.uneven, rows) });
    if (this.halves) {
      const { data } = this.halves.values(rows);
      for (let at = 0; at < data.length; at++) data[at] = data[at] === 0 ? missingByte : (data[at] as number) - 1;
      own.push({ name: "half calls", values: { layout: "bytes", data } });
    }
    return { layers: [...own, ...layers], empty };
  }

  /** The layer of ploidy as it is where it was asked for: whatever is told and was not met otherwise is diploid. */
  private copiesOfCalls(uneven: ByteMatrix, rows: number): ByteValues {
    const { data } = uneven.values(rows);
    const dosages = this.values(rows).data;
    const halves = this.halves?.values(rows).data;
    const isTold = (dosage: number): boolean => dosage !== missingByte && dosage === dosage;
    for (let at = 0; at < data.length; at++)
      if (data[at] === 0) data[at] = isTold(dosages[at] as number) || halves?.[at] ? 2 : missingByte;
    return { layout: "bytes", data };
  }

  /** How many copies the calls of each sample have ("2", "1, 2"); null: all of all samples are diploid. */
  ploidyOfSamples(): readonly (string | null)[] | null {
    const isTyped = this.source === "GT";
    const all = Array.from(this.ploidies, (bits, sample) =>
      isTyped && (this.slow[sample] as number) < this.called ? bits | 4 : bits,
    );
    if (all.every((bits) => bits === 4 || bits === 0)) return null;
    return all.map((bits) => {
      const copies = Array.from({ length: 32 }, (_, n) => n).filter((n) => (bits >>> n) & 1);
      return copies.length === 0 ? null : copies.join(", ");
    });
  }
}

function met(found: Met, line: number): void {
  if (found.count === 0) found.line = line;
  found.count++;
}
