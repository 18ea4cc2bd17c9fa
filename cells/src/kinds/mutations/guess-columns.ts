// Which columns of a table of mutations are what, where nobody said: by what they are called, else by what they mean.

export interface ColumnSeen {
  readonly name: string;
  readonly type: string;
  readonly semantic?: string;
}

/** Of several that are there the one that stands first here. */
const named = {
  gene: [/^hugo_?symbol$/iu, /^(gene|gene_?(symbol|name)|symbol|hgnc_?symbol)$/iu],
  sample: [
    /^tumou?r_sample_(barcode|id)$/iu,
    /^(tumou?r|tumou?r_?id|sample|sample_?(id|name|barcode))$/iu,
    /^(patient|patient_?id|case_?id)$/iu,
  ],
  class: [/^variant_classification$/iu, /^(mutation_type|classification|class|consequence|effect|variant_class)$/iu],
  change: [/^hgvsp_short$/iu, /^protein_?change$/iu, /^(amino_?acid_?change|aachange|aa_?change)$/iu, /^hgvsp$/iu],
  type: [/^variant_type$/iu, /^type$/iu],
  chromosome: [/^(chromosome|chrom|chr)$/iu],
  start: [/^start_position$/iu, /^(start|pos|position)$/iu],
  reference: [/^reference_allele$/iu, /^(ref|reference)$/iu],
  alternate: [/^tumor_seq_allele2$/iu, /^(alt|alternate|allele)$/iu],
  first: [/^tumor_seq_allele1$/iu],
} as const satisfies { readonly [column: string]: readonly RegExp[] };
export type MutationColumn = keyof typeof named;

const meanings: { readonly [column in MutationColumn]?: readonly string[] } = {
  gene: ["gene", "ensembl-gene"],
  sample: ["sample", "tcga-barcode", "patient"],
};

/** Null: none, or nobody can say which. */
export function guessColumn(wanted: MutationColumn, columns: readonly ColumnSeen[]): string | null {
  for (const pattern of named[wanted]) {
    const found = columns.find(({ name }) => pattern.test(name));
    if (found) return found.name;
  }
  const byMeaning = columns.filter(({ semantic }) => semantic !== undefined && meanings[wanted]?.includes(semantic));
  return byMeaning.length === 1 ? (byMeaning[0]?.name ?? null) : null;
}
