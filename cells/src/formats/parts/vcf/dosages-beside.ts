// Imputed dosages (DS) that stand beside genotypes (GT) and cannot be of the same call. Where GT is the likeliest genotype, or each of
// its alleles the likelier one, the dosage of no copy is 1 at most, of one copy 1/3 to 5/3, of two copies 1 at least; of a
// haploid call half a copy parts them.

import { nthNumber } from "./layers.ts";

const slack = 0.02;
const least = [0, 1 / 3, 1];
const most = [1, 5 / 3, 2];
const dot = 46;

export interface Against {
  line: number;
  count: number;
  /** Of the first: number of its sample, its dosage, copies by its genotype. */
  sample: number;
  dosage: number;
  copies: number;
}

export class DosagesBeside {
  /** Place of DS in FORMAT; -1: there is none beside genotypes. */
  index = -1;
  readonly against: Against = { line: 0, count: 0, sample: 0, dosage: 0, copies: 0 };
  /** Of haploid calls as if they were of two copies. */
  readonly doubled = { line: 0, count: 0 };

  /** Of a sample: `copies` of the allele among the `of` that its call has. */
  compare(
    bytes: Uint8Array,
    { start, end }: { readonly start: number; readonly end: number },
    call: { readonly allele: number; readonly copies: number; readonly of: number; readonly sample: number },
    line: number,
  ): void {
    if (start >= end || bytes[start] === dot || call.of > 2 || call.of < 1) return;
    const dosage = nthNumber(bytes, start, end, Math.max(0, call.allele - 1));
    if (Number.isNaN(dosage)) return;
    const isDoubled = call.of === 1 && dosage > 1 + slack;
    if (isDoubled && this.doubled.count++ === 0) this.doubled.line = line;
    const own = isDoubled ? dosage / 2 : dosage;
    const [low = 0, high = 0] =
      call.of === 1 ? [call.copies === 0 ? 0 : 0.5, call.copies === 0 ? 0.5 : 1] : [least[call.copies], most[call.copies]];
    if (own >= low - slack && own <= high + slack) return;
    if (this.against.count++ === 0) Object.assign(this.against, { line, sample: call.sample, dosage, copies: call.copies });
  }
}
