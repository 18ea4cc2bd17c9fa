// Whether the first row of a delimited text names its columns or is the first of its records. The rows below decide: a text
// over numbers is a name, a number over texts is one; a value that stands again in its column, or is made like all values of
// it (chr1 over chr2, a barcode over barcodes), is a record. Where numbers stand over numbers it is a guess, which is said.

import { missingNumbers, numberOfText } from "./number-text.ts";

export interface FirstRow {
  readonly isHeader: boolean;
  /** It could be the other way round. */
  readonly isDoubtful: boolean;
}

type Row = readonly string[];

/** "inf" in the first row is a name. */
const isNumber = (cell: string): boolean => Number.isFinite(numberOfText(cell) ?? Number.NaN);
export const holdsNumbers = (row: Row): boolean => row.some(isNumber);

/** Words that stand over columns of identifiers and of what is measured: corners of tables. */
const cornerWords = new Set(
  (
    "id ids gene genes symbol symbols sample samples name names probe probes probeset feature features entrez ensembl barcode " +
    "barcodes patient patients chr chrom chromosome accession protein proteins peptide transcript transcripts hgnc mgi uniprot " +
    "locus tag compound compounds metabolite metabolites mirna mirnas rna otu otus asv asvs taxon taxa marker markers snp snps " +
    "rsid variant variants time times date year years month months week weeks day days hour hours minute minutes region regions " +
    "tissue tissues organ species strain strains well wells plate row rows position pos subject subjects individual animal mouse " +
    "donor donors case cases condition conditions group groups treatment treatments cluster clusters cell cells label labels key " +
    "code country city site lab study experiment batch run replicate dose concentration wavelength cycle target reporter dye " +
    "analyte analytes assay item term pathway go kegg class order family genus phylum kingdom variable parameter index no nr number"
  ).split(" "),
);
const ofIdentifiers = new Set(
  (
    "id ids gene genes symbol symbols sample samples name names probe probes probeset feature features entrez ensembl barcode " +
    "barcodes patient patients chr chrom chromosome accession protein transcript locus subject donor"
  ).split(" "),
);
/** "GeneSymbol", "locus_tag" and "OTU ID" as words. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
/** A word that stands over the first column of a table. */
export const isCornerWord = (name: string): boolean =>
  wordsOf(name).some((word) => cornerWords.has(word)) || /^mi ?rna/i.test(name);

/** A name by which rows are told apart: "gene", "SampleID". */
export const namesIdentifiers = (name: string): boolean => wordsOf(name).some((word) => ofIdentifiers.has(word));

/** Digits as 0, capitals as A, small letters as a: "chr12" and "chr1" are made alike. */
const make = (cell: string): string =>
  cell
    .replace(/\p{Lu}+/gu, "A")
    .replace(/\p{L}+/gu, (letters) => (letters === "A" ? "A" : "a"))
    .replace(/\d+/g, "0");
const saysMuch = (pattern: string): boolean => pattern.includes("0") || /[^aA\s]/.test(pattern);

const isMissing = (cell: string): boolean => cell === "" || missingNumbers.has(cell);

interface Evidence {
  /** For a name, and for a value. */
  readonly name: number;
  readonly value: number;
  readonly isNumberOverNumbers: boolean;
  readonly isNumberOverFractions: boolean;
  /** It lies outside of what the column holds. */
  readonly isFar: boolean;
}

const none: Evidence = { name: 0, value: 0, isNumberOverNumbers: false, isNumberOverFractions: false, isFar: false };

function evidenceOf(first: string, column: readonly string[], isCorner: boolean): Evidence {
  const cells = column.filter((cell) => !isMissing(cell));
  if (isMissing(first) || cells.length === 0) return none;
  const numbers = cells.filter(isNumber);
  if (isNumber(first)) {
    // A chromosome 1 stands over X and Y.
    if (numbers.length === 0) return isCorner ? none : { ...none, name: 3 };
    if (numbers.length < cells.length) return none;
    const values = numbers.map(Number);
    const value = Number(first);
    return {
      ...none,
      isNumberOverNumbers: true,
      isNumberOverFractions: numbers.some((number) => /[.eE]/.test(number)),
      isFar: values.every((other) => value < other) || values.every((other) => value > other),
    };
  }
  if (numbers.length === cells.length) return { ...none, name: 3 };
  if (cells.includes(first)) return { ...none, value: 2 };
  const makes = new Set(cells.map(make));
  const [pattern = ""] = makes;
  if (makes.size === 1 && saysMuch(pattern)) {
    if (make(first) === pattern) return { ...none, value: 2 };
    return cells.length > 1 ? { ...none, name: 1 } : none;
  }
  // Sequences, addresses: long texts under a long text.
  const least = cells.reduce((fewest, { length }) => Math.min(fewest, length), Number.POSITIVE_INFINITY);
  return least >= 20 && first.length >= 20 && !/\s/.test(first) ? { ...none, value: 1 } : none;
}

/** 2019 2020 2021, or 3 2 1: each a step from the last; of two numbers a step of one. */
function isSequence(numbers: readonly number[]): boolean {
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  const isStep = numbers.length > 2 ? step !== 0 : Math.abs(step) === 1;
  return numbers.length > 1 && isStep && numbers.every((value, at) => at === 0 || value - (numbers[at - 1] as number) === step);
}
const areYears = (numbers: readonly number[]): boolean => numbers.every((value) => value >= 1800 && value <= 2200);

/** "V1 V2 V3", "sample1 sample2": one word, counted. */
function isCounted(row: Row): boolean {
  const parts = row.map((cell) => /^(.*?\D)(\d+)$/.exec(cell.trim()));
  const [first] = parts;
  return (
    row.length > 1 &&
    parts.every((part, at) => part !== null && part[1] === first?.[1] && Number(part[2]) === Number(first?.[2]) + at)
  );
}

/** Cells that are looked at, at most. */
const mostCells = 200_000;

export function firstRow(first: Row, body: readonly Row[]): FirstRow {
  const sure = (isHeader: boolean): FirstRow => ({ isHeader, isDoubtful: false });
  const doubtful = (isHeader: boolean): FirstRow => ({ isHeader, isDoubtful: true });
  const looked = body.slice(0, Math.max(5, Math.floor(mostCells / Math.max(1, first.length))));
  const evidence: Evidence[] = [];
  const areNames = !holdsNumbers(first);
  for (const [at, cell] of first.entries()) {
    const below = looked.map((row) => (row[at] ?? "").trim());
    evidence.push(evidenceOf(cell.trim(), below, at === 0));
    // A text over numbers: whatever stands beside it are names, too, and need not be looked at.
    if (evidence[at]?.name === 3 && (areNames || evidence[0]?.value === 0)) return sure(true);
  }
  const sum = (of: "name" | "value"): number => evidence.reduce((total, each) => total + each[of], 0);
  const strongest = evidence.reduce((most, { name }) => Math.max(most, name), 0);
  if (areNames) {
    const isAgain = (row: Row): boolean => row.length === first.length && row.every((cell, at) => cell === first[at]);
    if (isCounted(first) || (first.length > 1 && looked.some(isAgain))) return sure(true);
    const [name, value] = [sum("name"), sum("value")];
    return value > 0 && strongest < 3 && value > name ? doubtful(false) : sure(true);
  }
  const corner = (first[0] ?? "").trim();
  const cornerIsValue = (evidence[0]?.value ?? 0) > 0;
  // "gene" and "dose" are no values of theirs, whatever stands beside them.
  if (isCornerWord(corner) && !cornerIsValue) return doubtful(true);
  const filled = first.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (new Set(filled).size !== filled.length) return sure(false);
  const numbers = first.filter(isNumber);
  if (numbers.some((number) => !/^\s*\d+\s*$/.test(number))) return sure(false);
  const values = numbers.map(Number);
  const over = evidence.filter(({ isNumberOverNumbers }) => isNumberOverNumbers);
  const overFractions = over.length > 0 && over.every(({ isNumberOverFractions }) => isNumberOverFractions);
  if (isNumber(corner)) {
    const counts = values.length > 2 && values.length === first.length && isSequence(values) && (values[0] as number) <= 1;
    const years = values.length === first.length && isSequence(values) && areYears(values);
    return (counts || years) && overFractions ? doubtful(true) : sure(false);
  }
  // What pandas writes over an index has no name.
  if (corner === "") return sure(true);
  if (cornerIsValue) return sure(false);
  const areSaid =
    areYears(values) ||
    overFractions ||
    (values.length > 1 && (isSequence(values) || (over.length > 0 && over.every(({ isFar }) => isFar))));
  return doubtful(areSaid);
}
