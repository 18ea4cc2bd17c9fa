// How letters stand for the qualities of reads, and how one way is turned into another (Cock et al., Nucleic Acids Res. 38:1767,
// 2010). Sanger and Illumina since 1.8: Phred from 33. Illumina 1.3: Phred from 64; 1.5: the same, and B marks the end of a
// read that is not to be used. Solexa: another scale, from 64 on, with values below zero.

export const qualityEncodings = ["sanger", "illumina-1.3", "illumina-1.5", "solexa"] as const;
export type QualityEncoding = (typeof qualityEncodings)[number];

interface Letters {
  readonly title: string;
  /** Of quality 0. */
  readonly offset: number;
  readonly least: number;
  readonly isSolexa: boolean;
  /** As the column of qualities says it. */
  readonly unit: string;
}

export const lettersOf: { readonly [encoding in QualityEncoding]: Letters } = {
  sanger: { title: "Sanger (Illumina 1.8)", offset: 33, least: 33, isSolexa: false, unit: "Phred+33" },
  "illumina-1.3": { title: "Illumina 1.3", offset: 64, least: 64, isSolexa: false, unit: "Phred+64" },
  "illumina-1.5": { title: "Illumina 1.5", offset: 64, least: 64, isSolexa: false, unit: "Phred+64" },
  solexa: { title: "Solexa", offset: 64, least: 59, isSolexa: true, unit: "Solexa+64" },
};
/** "~" is the last letter that is no control. */
export const mostLetter = 126;
export const leastLetter = 33;

export interface GuessedQualities {
  readonly encoding: QualityEncoding;
  /** Null: nothing else has these letters. */
  readonly other: QualityEncoding | null;
}

/** Q41 of Sanger, beyond which no short read goes, and which is Q10 from 64 on: whole files of such reads are rare. */
const mostOfShortReads = 74;

/** Q42 from 64 on. */
const mostOfIllumina = 106;

/** By all letters of a file, from the least to the most. */
export function guessQualities(least: number, most: number): GuessedQualities {
  if (least < lettersOf.solexa.least) return { encoding: "sanger", other: null };
  const isBelow = least < lettersOf["illumina-1.3"].least;
  if (most <= mostOfShortReads) return { encoding: "sanger", other: isBelow ? "solexa" : "illumina-1.3" };
  if (isBelow) return { encoding: "solexa", other: "sanger" };
  if (least < 66) return { encoding: "illumina-1.3", other: "sanger" };
  // Illumina 1.5 writes no 0 and no 1, and nothing beyond 41; long reads of Sanger's letters go up to 93.
  const isBeyond = most > mostOfIllumina;
  return isBeyond ? { encoding: "sanger", other: "illumina-1.5" } : { encoding: "illumina-1.5", other: "sanger" };
}

const log10 = (value: number): number => Math.log(value) / Math.LN10;
/** The two scales agree but for low values; what Phred calls 0 has no Solexa, and gets its least. */
const solexaOfPhred = (phred: number): number => (phred <= 0 ? -5 : Math.max(-5, 10 * log10(10 ** (phred / 10) - 1)));
const phredOfSolexa = (solexa: number): number => 10 * log10(10 ** (solexa / 10) + 1);

/** For each letter of one encoding that of another; 0: the letter is none of it. What is too large becomes the last letter. */
export function letterTable(from: QualityEncoding, to: QualityEncoding): Uint8Array {
  const table = new Uint8Array(256);
  const source = lettersOf[from];
  const target = lettersOf[to];
  for (let letter = source.least; letter <= mostLetter; letter++) {
    const value = letter - source.offset;
    const same = source.isSolexa === target.isSolexa;
    const turned = same ? value : Math.round(target.isSolexa ? solexaOfPhred(value) : phredOfSolexa(value));
    table[letter] = Math.min(mostLetter, turned + target.offset);
  }
  return table;
}

/** Letters from which on an encoding has no place in another: they become its last one. */
export const firstCapped = (from: QualityEncoding, to: QualityEncoding): number => {
  const { offset } = lettersOf[from];
  return mostLetter - lettersOf[to].offset + offset + 1;
};
