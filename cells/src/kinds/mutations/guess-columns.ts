// Which columns of a table of mutations are what, where nobody said: by what they are called, else by what they mean.

export interface ColumnSeen {
  readonly name: string;
  readonly type: string;
  readonly semantic?: string;
}

const named = {
  gene: /^(hugo_?symbol|gene|gene_?(symbol|name)|symbol|hgnc_?symbol)$/iu,
  sample: /^(tumou?r_sample_(barcode|id)|sample|sample_?(id|name|barcode)|tumou?r|tumou?r_?id|patient|patient_?id|case_?id)$/iu,
  class: /^(variant_classification|mutation_type|classification|class|consequence|effect|variant_class)$/iu,
  change: /^(hgvsp_short|protein_?change|amino_?acid_?change|aachange|aa_?change|hgvsp)$/iu,
  type: /^(variant_type|type)$/iu,
  chromosome: /^(chromosome|chrom|chr)$/iu,
  start: /^(start_position|start|pos|position)$/iu,
  reference: /^(reference_allele|ref|reference)$/iu,
  alternate: /^(tumor_seq_allele2|alt|alternate|allele)$/iu,
  first: /^(tumor_seq_allele1)$/iu,
} as const;
export type MutationColumn = keyof typeof named;

const meanings: { readonly [column in MutationColumn]?: readonly string[] } = {
  gene: ["gene", "ensembl-gene"],
  sample: ["sample", "tcga-barcode", "patient"],
};

/** Null: none, or nobody can say which. Names are tried in the order in which they are written above. */
export function guessColumn(wanted: MutationColumn, columns: readonly ColumnSeen[]): string | null {
  const byName = columns.filter(({ name }) => named[wanted].test(name));
  if (byName[0]) return byName.length === 1 || wanted !== "sample" ? byName[0].name : (sampleFirst(byName)?.name ?? null);
  const byMeaning = columns.filter(({ semantic }) => semantic !== undefined && meanings[wanted]?.includes(semantic));
  return byMeaning.length === 1 ? (byMeaning[0]?.name ?? null) : null;
}

/** A tumour's barcode says more than the patient whose it is. */
const sampleFirst = (columns: readonly ColumnSeen[]): ColumnSeen | undefined =>
  columns.find(({ name }) => /tumou?r/iu.test(name)) ?? columns.find(({ name }) => /sample/iu.test(name)) ?? columns[0];
