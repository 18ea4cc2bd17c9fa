// The words that stand for a missing cell where none are set for a load.

/** Missing in a column of texts. "#NA" is the word of GWAS-SSF. */
export const missingTexts: ReadonlySet<string> = new Set(["", "NA", "N/A", "#N/A", "#NA", "NaN"]);
/** Missing in a column that otherwise holds numbers: there "." and "-" are no strand and no allele. */
export const missingNumbers: ReadonlySet<string> = new Set([...missingTexts, "na", "n/a", "nan", "null", "NULL", ".", "-"]);

/** Of words that are set those that are not known anyway: what a button calls the change by. */
export const ownWords = (missing: readonly string[]): readonly string[] => missing.filter((word) => !missingNumbers.has(word));
