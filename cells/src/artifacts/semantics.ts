// THE table of what columns mean: which tell people or samples apart, which fall into groups, which name the rows, and into
// which category of columns each belongs. Asked by the gate of publications, by summaries, forms and tables; nowhere else is
// such a list. How a meaning is told from names and values is formats/parts/meanings/told.ts, which does not compile without
// a line for each; what people call it is meaning-words.ts. A meaning is found by a name and by values, so it may close
// something and never opens anything: a column that is called gene makes nobody's rows those of genes.

/** Kinds of columns, in the order in which forms, tables and the data page list them. */
export const categories = ["identifier", "design", "measurement", "outcome", "sensitive"] as const;
export type Category = (typeof categories)[number];

export interface Meaning {
  /** People or samples are told apart by it: by their names and numbers, and by their genotypes. */
  readonly identifies: boolean;
  /** Its values fall into groups. Names, and values that hardly repeat, do not. */
  readonly groups: boolean;
  readonly category: Category;
  /** Whose names they are; absent: it names no rows. "rows": nobody knows what of. */
  readonly names?: "features" | "individuals" | "rows";
}

const named = (names: "features" | "individuals" | "rows", identifies: boolean, groups = false) =>
  ({ identifies, groups, category: "identifier", names }) as const;
const place = (groups: boolean) => ({ identifies: false, groups, category: "identifier" }) as const;
const open = (category: Category) => ({ identifies: false, groups: true, category }) as const;
const sensitive = { identifies: true, groups: false, category: "sensitive" } as const;

export const semantics = {
  identifier: named("rows", true),
  gene: named("features", false),
  "ensembl-gene": named("features", false),
  "ensembl-transcript": named("features", false),
  "ensembl-protein": named("features", false),
  entrez: named("features", false),
  // Told by values alone, where texts of which nothing is known would be identifiers: they close what those close.
  refseq: named("features", true),
  probe: named("features", true),
  uniprot: named("features", true),
  rsid: named("features", true),
  hgvs: named("features", true),
  sample: named("individuals", true),
  // Several rows may come from one: they are colours and groups to leave out.
  patient: named("individuals", true, true),
  "tcga-barcode": named("individuals", true),
  barcode: named("individuals", true),
  category: open("design"),
  group: open("design"),
  // Which rows are learned from, and which are kept aside.
  split: open("design"),
  // Which rows were made to balance the classes: they stand for nobody.
  made: open("design"),
  // Flags of what lies far from the others: tables and charts mark their rows.
  outlier: open("measurement"),
  // Groups that were found in the values of the rows themselves: no p value of these values compares them.
  cluster: open("design"),
  lab: open("design"),
  dose: open("design"),
  time: open("design"),
  age: open("design"),
  sex: open("design"),
  number: open("measurement"),
  count: open("measurement"),
  expression: open("measurement"),
  date: open("design"),
  "p-value": open("measurement"),
  "q-value": open("measurement"),
  "log-fold-change": open("measurement"),
  event: open("outcome"),
  "survival-time": open("outcome"),
  response: open("outcome"),
  icd: { identifies: true, groups: true, category: "outcome" },
  go: { identifies: true, groups: true, category: "identifier" },
  hpo: { identifies: true, groups: true, category: "outcome" },
  text: open("measurement"),
  chromosome: place(true),
  position: place(false),
  start: place(false),
  end: place(false),
  strand: place(true),
  score: open("measurement"),
  // A read, or a genome, is somebody's: twenty letters are rare enough to be found again.
  sequence: { identifies: true, groups: false, category: "measurement" },
  quality: { identifies: false, groups: false, category: "measurement" },
  // How a read lies on its reference (SAM v1 §1.4.6).
  cigar: { identifies: false, groups: false, category: "measurement" },
  allele: place(false),
  genotype: { identifies: true, groups: false, category: "measurement" },
  percent: open("measurement"),
  "person-name": sensitive,
  email: sensitive,
  "birth-date": sensitive,
  "record-number": sensitive,
} as const satisfies { readonly [semantic: string]: Meaning };

/** What a column is for a reader, beyond its storage. Always overridable; never changes values. */
export type Semantic = keyof typeof semantics;
export const semanticNames = Object.keys(semantics) as [Semantic, ...Semantic[]];

/** Of a column of which nothing is said, and of a meaning that this release does not know. */
const unsaid: Meaning = { identifies: false, groups: true, category: "measurement" };

export const meaningOf = (semantic: string | undefined): Meaning =>
  semantic !== undefined && Object.hasOwn(semantics, semantic) ? semantics[semantic as Semantic] : unsaid;

interface SaidOfColumn {
  readonly semantic?: Semantic;
  readonly category?: Category;
  readonly closed?: boolean;
}

/** What is said of a column, as whoever asks has it. */
export interface Said {
  readonly semantic?: string | undefined;
  readonly category?: Category | undefined;
  /** It tells individuals apart by what was found in it, whatever it has been called since. */
  readonly closed?: boolean | undefined;
}

/** The same alone. */
export const saidOf = ({ semantic, category, closed }: SaidOfColumn): SaidOfColumn => ({
  ...(semantic === undefined ? {} : { semantic }),
  ...(category === undefined ? {} : { category }),
  ...(closed === true ? { closed } : {}),
});

export const identifies = ({ semantic, closed }: Said): boolean => closed === true || meaningOf(semantic).identifies;

/** As somebody said or a load found it, else that of its meaning. */
export const categoryOf = ({ semantic, category }: Said): Category => category ?? meaningOf(semantic).category;

/** Texts and flags by which rows are compared: one of few values, and no name. */
export const makesGroups = ({ semantic }: Said): boolean => {
  const { groups, category } = meaningOf(semantic);
  return groups && semantic !== undefined && semantic !== "text" && semantic !== "date" && category !== "measurement";
};

/** The column by which the rows are called: one that names each of them before one that several of them may share. */
export const namesOfRows = <C extends Said>(columns: readonly C[]): C | undefined => {
  const names = columns.filter(({ semantic }) => meaningOf(semantic).names !== undefined);
  return names.find(({ semantic }) => !meaningOf(semantic).groups) ?? names[0];
};
