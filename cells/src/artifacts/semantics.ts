// THE table of what columns mean: which tell people or samples apart, which speak of features and not of persons, and
// which fall into groups. Asked by the gate of publications, by summaries and by forms; nowhere else is such a list.

export interface Meaning {
  /** People or samples are told apart by it: by their names and numbers, and by their genotypes. */
  readonly identifies: boolean;
  /** Rows of a table that has such a column are genes or variants, and no persons. */
  readonly rowsAreFeatures: boolean;
  /** Its values fall into groups. Names, and values that hardly repeat, do not. */
  readonly groups: boolean;
}

export const semantics = {
  identifier: { identifies: true, rowsAreFeatures: false, groups: false },
  gene: { identifies: false, rowsAreFeatures: true, groups: false },
  sample: { identifies: true, rowsAreFeatures: false, groups: false },
  category: { identifies: false, rowsAreFeatures: false, groups: true },
  number: { identifies: false, rowsAreFeatures: false, groups: true },
  count: { identifies: false, rowsAreFeatures: false, groups: true },
  date: { identifies: false, rowsAreFeatures: false, groups: true },
  "p-value": { identifies: false, rowsAreFeatures: true, groups: true },
  lab: { identifies: false, rowsAreFeatures: false, groups: true },
  text: { identifies: false, rowsAreFeatures: false, groups: true },
  chromosome: { identifies: false, rowsAreFeatures: true, groups: true },
  position: { identifies: false, rowsAreFeatures: true, groups: false },
  allele: { identifies: false, rowsAreFeatures: true, groups: false },
  genotype: { identifies: true, rowsAreFeatures: false, groups: false },
  percent: { identifies: false, rowsAreFeatures: false, groups: true },
} as const satisfies { readonly [semantic: string]: Meaning };

/** What a column is for a reader, beyond its storage. Always overridable; never changes values. */
export type Semantic = keyof typeof semantics;

/** Of a column of which nothing is said, and of a meaning that this release does not know. */
const unsaid: Meaning = { identifies: false, rowsAreFeatures: false, groups: true };

export const meaningOf = (semantic: string | undefined): Meaning =>
  semantic !== undefined && Object.hasOwn(semantics, semantic) ? semantics[semantic as Semantic] : unsaid;

export const identifies = (column: { readonly semantic?: string | undefined }): boolean => meaningOf(column.semantic).identifies;

/** Whether the rows of a table with these columns are features. */
export const rowsAreFeatures = (columns: readonly { readonly semantic?: string | undefined }[]): boolean =>
  columns.some((column) => meaningOf(column.semantic).rowsAreFeatures);
