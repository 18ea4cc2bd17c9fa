// Whether a study counts the effect of a variant for the same allele as another one: alleles may be swapped, told of the other strand,
// or both. Of A/T and C/G the strand is not told by the letters: by the frequencies, where these are far from one half, or not at all
// (Winkler et al., Nat Protoc 9:1192-1212, 2014).

export type Alignment =
  /** Its effect as it stands (1) or with the other sign (-1); `strand`: its letters are of the other strand. */
  | { readonly sign: 1 | -1; readonly strand: boolean }
  /** A/T or C/G, and nothing tells the strand. */
  | "palindrome"
  /** Other alleles: another variant. */
  | "mismatch";

export interface CountedAlleles {
  readonly effect: string;
  readonly other: string;
  /** Of the effect allele; NaN: it is not told. */
  readonly frequency: number;
}

export type Palindromes = "drop" | "by-frequency" | "as-written";

/** Nearer to one half the frequency of an allele does not tell it from the other one. */
const middle = 0.1;
const partners: { readonly [base: string]: string } = { A: "T", T: "A", C: "G", G: "C" };

/** Null: not of bases alone. */
function complement(allele: string): string | null {
  let turned = "";
  for (const base of allele) {
    const partner = partners[base];
    if (partner === undefined) return null;
    // The other strand is read the other way.
    turned = partner + turned;
  }
  return turned;
}

/** Letters in capitals. */
export const isPalindrome = ({ effect, other }: Pick<CountedAlleles, "effect" | "other">): boolean =>
  complement(effect) === other;

/** How `study` is to be read beside `as`. */
export function alignAlleles(as: CountedAlleles, study: CountedAlleles, palindromes: Palindromes): Alignment {
  const isSame = study.effect === as.effect && study.other === as.other;
  const isSwapped = study.effect === as.other && study.other === as.effect;
  if (isPalindrome(as)) {
    if (!isSame && !isSwapped) return "mismatch";
    if (palindromes === "drop") return "palindrome";
    const written = isSame ? 1 : -1;
    if (palindromes === "as-written") return { sign: written, strand: false };
    const away = (as.frequency - 0.5) * (study.frequency - 0.5) * written;
    const isTold = Math.abs(as.frequency - 0.5) >= middle && Math.abs(study.frequency - 0.5) >= middle;
    if (!isTold) return "palindrome";
    return away > 0 ? { sign: written, strand: false } : { sign: written === 1 ? -1 : 1, strand: true };
  }
  if (isSame) return { sign: 1, strand: false };
  if (isSwapped) return { sign: -1, strand: false };
  const [effect, other] = [complement(study.effect), complement(study.other)];
  if (effect === as.effect && other === as.other) return { sign: 1, strand: true };
  if (effect === as.other && other === as.effect) return { sign: -1, strand: true };
  return "mismatch";
}
