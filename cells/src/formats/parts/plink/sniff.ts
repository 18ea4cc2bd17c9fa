// How PLINK's text files are told by their lines; they have no line of names.

import type { FileHead } from "../../../contract/format.ts";

const chromosome = /^(?:chr)?(?:\d{1,2}|X|Y|XY|MT?|PAR[12]?|Un|U|W|Z|[1-9][A-Z]{1,3})$/i;
const whole = /^-?\d{1,10}$/;
const number = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const allele = /^(?:[ACGTN*.-]+|[0-9ID]|<[^>]*>)$/i;
const letters = /[A-Za-z]/;
const mostLines = 200;

const rowsOf = ({ text, lines }: FileHead, most = mostLines): readonly (readonly string[])[] =>
  text === null ? [] : lines.slice(0, most).map((line) => line.trim().split(/[ \t]+/));

const each = (rows: readonly (readonly string[])[], is: (row: readonly string[]) => boolean): boolean =>
  rows.length > 0 && rows.every(is);

/** Chromosome, name, distance, position, two alleles, of which one at least is letters somewhere. */
export function isBim(head: FileHead): boolean {
  const rows = rowsOf(head);
  const isRow = (row: readonly string[]): boolean => {
    const [chr = "", , distance = "", position = "", one = "", other = ""] = row;
    return (
      row.length === 6 &&
      chromosome.test(chr) &&
      number.test(distance) &&
      whole.test(position) &&
      allele.test(one) &&
      allele.test(other)
    );
  };
  // Six numbers are a table of numbers.
  return (
    each(rows, isRow) &&
    rows.some(
      ([, name = "", , , one = "", other = ""]) =>
        letters.test(one + other) || (head.name.endsWith(".bim") && letters.test(name)),
    )
  );
}

/** Family, sample, parents (0, or names), sex (0, 1, 2), a number. */
export function isFam(head: FileHead): boolean {
  const rows = rowsOf(head);
  const isNamed = /\.t?fam$/.test(head.name);
  const isRow = (row: readonly string[]): boolean => {
    const [, , , , sex = "", phenotype = ""] = row;
    return row.length === 6 && /^(?:[012]|-9|other)$/.test(sex) && (number.test(phenotype) || phenotype === "NA");
  };
  if (!each(rows, isRow)) return false;
  const samples = new Set(rows.map(([family, sample]) => `${family} ${sample}`));
  const parents = rows.flatMap(([family, , father = "", mother = ""]) => [`${family} ${father}`, `${family} ${mother}`]);
  const nobody = parents.filter((parent) => parent.endsWith(" 0")).length;
  const told = parents.filter((parent) => samples.has(parent)).length;
  const areNamed = rows.every(([, sample = ""]) => letters.test(sample));
  return samples.size === rows.length && nobody > 0 && (nobody + told) * 2 > parents.length && (isNamed || areNamed);
}

/** Chromosome, name, distance, position; three fields are a map where its name says so. */
export function isMap(head: FileHead): boolean {
  const rows = rowsOf(head);
  const isNamed = head.name.endsWith(".map");
  return each(rows, (row) => {
    const [chr = "", name = "", distance = "", position = ""] = row;
    if (!chromosome.test(chr) || !letters.test(name)) return false;
    if (row.length === 3) return isNamed && whole.test(distance);
    return row.length === 4 && number.test(distance) && whole.test(position);
  });
}

/** A .fam's fields and pairs of alleles. A line may be longer than the beginning of the file. */
export function isPed(head: FileHead): boolean {
  const text = head.text ?? "";
  const isCut = !head.isWhole && head.lines.length === 1 && !/[\r\n]/.test(text);
  const rows = rowsOf(head, 20);
  const isAllele = /^(?:[ACGTN]|[0-4]|[ID-])$/i;
  const width = rows[0]?.length ?? 0;
  return each(rows, (row) => {
    const [, sample = "", , , sex = "", phenotype = ""] = row;
    const alleles = row.slice(6, isCut ? -1 : undefined);
    const isWhole = isCut || (row.length % 2 === 0 && row.length === width);
    const isPerson = /^(?:[012]|-9|other)$/.test(sex) && (number.test(phenotype) || phenotype === "NA");
    const areNames = letters.test(sample) || alleles.some((one) => letters.test(one));
    return isWhole && row.length >= 8 && isPerson && areNames && alleles.every((one) => isAllele.test(one));
  });
}
