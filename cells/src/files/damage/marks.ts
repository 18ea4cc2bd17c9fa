// How files begin whose format nothing but their first line tells, or tells first: what is nearly so is a first line that was
// damaged. Each as it stands in the standard that its format cites, up to where the words of a file begin.

export interface Mark {
  readonly mark: string;
  /** What stands below it, where the format is told by its first line alone: prose may begin with such a word. */
  readonly below?: RegExp;
}

export const marks: readonly Mark[] = [
  { mark: "%%MatrixMarket ", below: /^\s*\d+\s+\d+/m },
  { mark: "##fileformat=VCF" },
  { mark: "##gff-version " },
  { mark: "##description: " },
  { mark: "#!genome-build " },
  { mark: "#gtf-version " },
  { mark: "#1.2", below: /^\s*\d+[\t ]+\d+[^\r\n]*[\r\n]+[^\d\s]/ },
  { mark: "#1.3", below: /^\s*\d+[\t ]+\d+[^\r\n]*[\r\n]+[^\d\s]/ },
  { mark: "@HD\t" },
  { mark: "@SQ\t" },
  { mark: "@RG\t" },
  { mark: "@PG\t" },
  { mark: "@CO\t" },
  { mark: "LOCUS " },
  { mark: "CLUSTAL " },
  { mark: "# STOCKHOLM ", below: /^(?:#=G[FCSR] |[^\s#]+ +[A-Za-z.*~-]{5,}\s*$)/m },
  { mark: "#NEXUS" },
  { mark: "MEME version ", below: /^MOTIF /m },
  { mark: "@RELATION " },
  { mark: "track type=", below: /^\S+\s+\d+/m },
  { mark: "track name=", below: /^\S+\s+\d+/m },
  { mark: "track ", below: /^(?:chr|scaffold|contig|\d{1,2}\s|[XYM]T?\s)\S*\s*\d+\s+\d+/im },
  { mark: "browser ", below: /^(?:chr|scaffold|contig|\d{1,2}\s|[XYM]T?\s)\S*\s*\d+\s+\d+/im },
  { mark: "fixedStep ", below: /^-?\d/m },
  { mark: "variableStep ", below: /^\d+\s+\S/m },
  { mark: "!Series_title\t" },
  { mark: "# Program:featureCounts" },
  { mark: "Status\t" },
  { mark: "N_unmapped\t" },
  { mark: "#version " },
  { mark: "Hugo_Symbol\t" },
  { mark: "target_id\tlength\teff_length\test_counts\ttpm" },
  { mark: "Name\tLength\tEffectiveLength\tTPM\tNumReads" },
  { mark: "gene_id\ttranscript_id(s)\tlength\teffective_length\texpected_count\tTPM\tFPKM" },
  { mark: "transcript_id\tgene_id\tlength\teffective_length\texpected_count\tTPM\tFPKM\tIsoPct" },
  { mark: "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean" },
];
