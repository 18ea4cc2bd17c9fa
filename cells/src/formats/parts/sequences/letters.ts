// Letters of sequences (IUPAC-IUB: Nomenclature Committee 1984 for nucleotides, 1983 for amino acids; NCBI's list for FASTA),
// and which alphabet sequences are of.

export const alphabets = ["dna", "rna", "protein"] as const;
export type Alphabet = (typeof alphabets)[number];

/** What a byte is in a sequence: 1..26 a letter of either case, `gap`, `stop`, `blank`; 0: nothing that stands in one. */
export const kindOfByte = new Uint8Array(256);
export const gap = 27;
export const stop = 28;
export const blank = 29;
for (let letter = 1; letter <= 26; letter++) {
  kindOfByte[64 + letter] = letter;
  kindOfByte[96 + letter] = letter;
}
for (const byte of [45, 46, 126]) kindOfByte[byte] = gap;
kindOfByte[42] = stop;
for (const byte of [32, 9]) kindOfByte[byte] = blank;

const bitsOf = (letters: string): number => [...letters].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - 64)), 0);
/** Bases, and codes for several of them; X is what some programs mask with. */
const nucleotides = bitsOf("ACGTUNRYSWKMBDHVX");
const letterBits = bitsOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const uracil = bitsOf("U");
const thymine = bitsOf("T");
export const gapBit = 1 << gap;
/** 1 for A, C, G, T, U and N. */
export const isCore = new Uint8Array(32);
for (const letter of "ACGTUN") isCore[letter.charCodeAt(0) - 64] = 1;

/** 1 for bases, codes for several of them and gaps. */
export const isNucleotide = new Uint8Array(32);
for (const letter of "ACGTUNRYSWKMBDHVX") isNucleotide[letter.charCodeAt(0) - 64] = 1;
isNucleotide[gap] = 1;

/** Of one sequence: the letters that it holds as bits of kindOfByte, how many letters, and how many of them are A, C, G, T, U or N. */
export interface Letters {
  readonly bits: number;
  readonly count: number;
  readonly core: number;
}

export interface FoundAlphabets {
  /** Of each sequence. */
  readonly of: readonly Alphabet[];
  /** Set where the letters leave it open: what it may be, too. */
  readonly other: Alphabet | null;
  /** First of few sequences that are of another kind than most. */
  readonly odd: number | null;
}

const isNucleic = ({ bits }: Letters): boolean => (bits & letterBits & ~nucleotides) === 0;
/** Shorter ones that could be bases are peptides among proteins. */
const shortPeptide = 30;

/** All sequences of a file are of one kind, unless letters say otherwise. */
export function alphabetsOf(sequences: readonly Letters[]): FoundAlphabets {
  let letters = 0;
  let core = 0;
  let nucleic = 0;
  let bits = 0;
  for (const sequence of sequences) {
    if (sequence.count === 0) continue;
    if (isNucleic(sequence)) {
      nucleic += 1;
      letters += sequence.count;
      core += sequence.core;
      bits |= sequence.bits;
    }
  }
  const filled = sequences.reduce((sum, { count }) => sum + (count > 0 ? 1 : 0), 0);
  const plain: Alphabet = (bits & uracil) !== 0 && (bits & thymine) === 0 ? "rna" : "dna";
  const nucleicOf = (one: Letters): Alphabet =>
    (one.bits & uracil) !== 0 && (one.bits & thymine) === 0 ? "rna" : (one.bits & thymine) !== 0 ? "dna" : plain;
  if (nucleic === filled) {
    // Peptides of letters that are codes of bases, too.
    const share = letters === 0 ? 1 : core / letters;
    const of = sequences.map((one): Alphabet => (share < 0.5 ? "protein" : nucleicOf(one)));
    return { of, other: share < 0.5 ? plain : share < 0.85 ? "protein" : null, odd: null };
  }
  const of = sequences.map((one): Alphabet => {
    if (!isNucleic(one)) return "protein";
    const isBases = one.count >= shortPeptide && one.core === one.count;
    return isBases || nucleic * 2 > filled ? nucleicOf(one) : "protein";
  });
  const proteins = of.filter((one) => one === "protein").length;
  const isMixed = proteins < of.length;
  const rare = proteins * 2 > of.length ? (one: Alphabet) => one !== "protein" : (one: Alphabet) => one === "protein";
  return { of, other: null, odd: isMixed ? of.findIndex(rare) : null };
}
