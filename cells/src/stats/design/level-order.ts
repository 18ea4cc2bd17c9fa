// The order of a factor's levels as R's factor() has it on most machines: by the root collation of the Unicode Collation
// Algorithm (UTS #10; R with ICU, any locale but C). "control" stands before "Treated", where code points have it behind. Own
// code, because the order decides what is compared with what and must not depend on the language data of a platform.

const signs = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/** Signs, then digits, then letters without case and accents. */
function primary(letter: string): number {
  const sign = signs.indexOf(letter);
  if (sign >= 0) return sign;
  const point = letter.codePointAt(0) ?? 0;
  return /\p{L}/u.test(letter) ? 0x200000 + point : 0x100000 + point;
}
const marks = /\p{M}/gu;

function compareBy(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  return a.length - b.length;
}
/** The accents of each letter as one number: none come first. */
const accents = (text: string): number[] =>
  (text.match(/\P{M}\p{M}*/gu) ?? []).map((letter) => letter.replace(/^\P{M}/u, "").codePointAt(0) ?? 0);
const isUpper = (text: string): number[] => Array.from(text, (letter) => Number(letter !== letter.toLowerCase()));

export function levelOrder(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [a.normalize("NFD"), b.normalize("NFD")];
  const bare = (text: string): number[] => Array.from(text.toLowerCase().replace(marks, ""), primary);
  return (
    compareBy(bare(left), bare(right)) ||
    compareBy(accents(left), accents(right)) ||
    compareBy(isUpper(left), isUpper(right)) ||
    (a < b ? -1 : 1)
  );
}
