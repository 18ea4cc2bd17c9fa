// THE table of what columns mean: which tell people or samples apart, and which fall into groups. Asked by the gate of
// publications, by summaries and by forms; nowhere else is such a list. A meaning is found by a name and by values, so it
// may close something and never opens anything: a column that is called gene makes nobody's rows those of genes.

export interface Meaning {
  /** People or samples are told apart by it: by their names and numbers, and by their genotypes. */
  readonly identifies: boolean;
  /** Its values fall into groups. Names, and values that hardly repeat, do not. */
  readonly groups: boolean;
}

export const semantics = {
  identifier: { identifies: true, groups: false },
  gene: { identifies: false, groups: false },
  sample: { identifies: true, groups: false },
  category: { identifies: false, groups: true },
  number: { identifies: false, groups: true },
  count: { identifies: false, groups: true },
  date: { identifies: false, groups: true },
  "p-value": { identifies: false, groups: true },
  lab: { identifies: false, groups: true },
  text: { identifies: false, groups: true },
  chromosome: { identifies: false, groups: true },
  position: { identifies: false, groups: false },
  start: { identifies: false, groups: false },
  end: { identifies: false, groups: false },
  strand: { identifies: false, groups: true },
  score: { identifies: false, groups: true },
  sequence: { identifies: false, groups: false },
  quality: { identifies: false, groups: false },
  allele: { identifies: false, groups: false },
  genotype: { identifies: true, groups: false },
  percent: { identifies: false, groups: true },
} as const satisfies { readonly [semantic: string]: Meaning };

/** What a column is for a reader, beyond its storage. Always overridable; never changes values. */
export type Semantic = keyof typeof semantics;

/** Of a column of which nothing is said, and of a meaning that this release does not know. */
const unsaid: Meaning = { identifies: false, groups: true };

export const meaningOf = (semantic: string | undefined): Meaning =>
  semantic !== undefined && Object.hasOwn(semantics, semantic) ? semantics[semantic as Semantic] : unsaid;

export const identifies = (column: { readonly semantic?: string | undefined }): boolean => meaningOf(column.semantic).identifies;
