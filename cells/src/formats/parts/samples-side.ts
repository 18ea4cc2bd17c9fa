// On which side of a matrix its samples are, by what names look like, and by size only where they say nothing. A sample sheet
// that matches comes before all of this (matrix-or-table.ts).

import { saysSample } from "../../artifacts/sample-columns.ts";

export type SamplesIn = "columns" | "rows";

export interface SideOfSamples {
  readonly samplesIn: SamplesIn;
  /** What told it: the name of the first column, the names on both sides, or the size alone. */
  readonly by: "corner" | "names" | "size";
}

export interface SideFacts {
  /** Header of the first column, "" when it has none. */
  readonly corner: string;
  /** Names over the numbers, and identifiers of the rows. */
  readonly header: readonly string[];
  readonly ids: readonly string[];
  readonly rows: number;
}

export function sideOfSamples({ corner, header, ids, rows }: SideFacts): SideOfSamples {
  const over = looksOf(header);
  const beside = looksOf(ids);
  // Accession numbers are what they are, whatever the corner is called (a table that was turned keeps its corner).
  if (over === "accessions" && beside !== "accessions") return { samplesIn: "rows", by: "names" };
  if (beside === "accessions" && over !== "accessions") return { samplesIn: "columns", by: "names" };
  if (saysFeature(corner)) return { samplesIn: "columns", by: "corner" };
  if (saysSample(corner.slice(0, longest))) return { samplesIn: "rows", by: "corner" };
  const difference = weight[over] - weight[beside];
  if (difference !== 0) return { samplesIn: difference > 0 ? "columns" : "rows", by: "names" };
  return { samplesIn: rows < header.length ? "rows" : "columns", by: "size" };
}

/** Rows that are genes or the like, by the name of their column or their own. */
export const areFeatures = (corner: string, ids: readonly string[]): boolean => saysFeature(corner) || weight[looksOf(ids)] < 0;
export const areSamples = (names: readonly string[]): boolean => weight[looksOf(names)] > 0;

/** What the rows are when the first column is called so. */
export const saysFeature = (corner: string): boolean =>
  /(?:^|[^a-z])(?:genes?|symbols?|entrez|ensembl|hgnc|hugo|probes?|probesets?|proteins?|peptides?|uni_?prot|transcripts?|isoforms?|exons?|features?|locus|loci|orfs?|mirnas?|metabolites?|compounds?|analytes?|antigens?|antibod(?:y|ies)|markers?|otus?|asvs?|tax(?:on|a|onomy)|species|genus|pathways?|snps?|cpgs?|variants?|peaks?|regions?|m\/?z)(?:[^a-z]|ids?$|names?$|symbols?$|$)/i.test(
    // GeneSymbol, ProteinID.
    corner
      .slice(0, longest)
      .trim()
      .replace(/(?<=[a-z])(?=[A-Z])/g, "_"),
  );

type Looks = "accessions" | "genes" | "unknown" | "numbered" | "samples";
/** How likely such names are those of samples. */
const weight: Readonly<Record<Looks, number>> = { accessions: -2, genes: -2, unknown: 0, numbered: 1, samples: 2 };

/** Of many names so many are looked at, from all over them. */
const most = 400;
/** Letters of a name. */
const longest = 100;

function looksOf(all: readonly string[]): Looks {
  const step = Math.max(1, Math.floor(all.length / most));
  const names = all.filter((name, at) => at % step === 0 && name.trim() !== "").map((name) => name.slice(0, longest).trim());
  if (names.length === 0) return "unknown";
  const share = (is: (name: string) => boolean): number => names.filter((name) => is(name)).length / names.length;
  // P00001, P00002 … are persons, P04637 and Q9Y6K9 proteins.
  const isProtein = stemsOf(names).size > 1 ? (name: string) => uniprot.test(name) : () => false;
  if (share((name) => accession.test(name) || isProtein(name)) >= 0.5) return "accessions";
  if (share((name) => feature.test(name) || symbols.has(name.toUpperCase())) >= 0.5) return "genes";
  if (share((name) => sample.test(name)) >= 0.5) return "samples";
  // A few symbols that everybody knows among others that look like them.
  const known = names.filter((name) => symbols.has(name.toUpperCase())).length;
  if (known >= 3 || (known > 0 && known * 5 >= names.length)) return "genes";
  return isNumbered(names) ? "numbered" : "unknown";
}

/** P01, P02 …; ctl1, ctl2, trt1, trt2: few stems that are counted. */
function isNumbered(names: readonly string[]): boolean {
  if (names.length < 4) return false;
  const stems = stemsOf(names);
  const counted = names.filter((name) => /\d/.test(name)).length;
  return counted >= names.length * 0.8 && stems.size * 3 <= names.length;
}

const stemsOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.replace(/\d+/g, "#").toLowerCase()));

const patterns = (sources: readonly RegExp[]): RegExp => new RegExp(sources.map(({ source }) => source).join("|"), "i");

/** Of databases of genes, transcripts, proteins, probes, variants and small molecules. */
const accession = patterns([
  /^ENS[A-Z]{0,4}[GTPE]\d{6,}/,
  /^[NXY][MRPG]_\d{5,}/,
  /^\d{4,}(?:_[a-z])?_at$/,
  /^ILMN_\d+$/,
  /^A_\d\d_P\d+$/,
  /^c[gh]\.?\d{6,}/,
  /^rs\d{3,}$/,
  /^[a-z]{3}-(?:mir|let)-\w+/,
  /^AT[1-5MC]G\d{5}/,
  /^Y[A-P][LR]\d{3}[CW]/,
  /^(?:FBgn|WBGene|MGI:|HGNC:|LOC|ENTREZ:|HMDB)\d+/,
  /^(?:chr)?(?:\d{1,2}|[XYM]|MT)[:_]\d{3,}/,
]);
/** Accession numbers of UniProt (its manual, "Accession numbers"). */
const uniprot = /^(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(?:-\d+)?$/i;
const feature =
  /^(?:gene|probe|protein|feature|transcript|peptide|peak|otu|asv|metabolite|compound|marker|snp|cpg|locus)s?[ ._-]*\d+$|^[kpcofgs]__/i;
const sample = patterns([
  /(?:^|[^a-z])(?:samples?|patients?|pat|pts?|donors?|subjects?|persons?|individuals?|cases?|controls?|ctrls?|ctls?|treated|treatment|trt|untreated|tumou?rs?|normals?|healthy|disease|mock|vehicle|dmso|wild.?type|wt|ko|knockout|mutants?|mut|reps?|replicates?|rna.?seq|lanes?|libs?|library|runs?|day|hours?|time|mouse|mice|cells?|wells?|plate|biopsy|blood|plasma|visit|before|after|baseline)(?=[^a-z]|$)/,
  /^(?:TCGA-|GSM\d|GTEX-|HG0\d{4}|NA\d{5}$|[SED]RR\d|SAM[NED]A?\d|CPTAC)/,
  /\.(?:bam|sam|cram|fastq|fq|sorted|cel|counts?|idat|raw)(?:$|\.)/,
  /^[ACGT]{10,}(?:-\d+)?$/,
]);

/** Symbols that stand in most panels (HGNC). */
const symbols: ReadonlySet<string> = new Set(
  `TP53 MYC EGFR KRAS NRAS HRAS BRAF PTEN BRCA1 BRCA2 ERBB2 ESR1 PGR MKI67 CDKN1A CDKN2A RB1 CCND1 CDK4 MDM2 ATM APC PIK3CA AKT1 MTOR
  JAK2 STAT3 STAT1 NOTCH1 CTNNB1 VEGFA KIT MET ALK RET ACTB GAPDH B2M HPRT1 TBP PPIA RPLP0 18S UBC TUBB IL1B IL2 IL4 IL6 IL8 CXCL8 IL10
  IL17A TNF IFNG TGFB1 CXCL10 CCL2 CD3E CD3D CD3 CD4 CD8A CD8 CD14 CD19 CD20 MS4A1 CD34 CD38 CD44 CD45 PTPRC CD56 NCAM1 CD68 FOXP3
  PDCD1 CD274 CTLA4 LAG3 GZMB PRF1 BCL2 BAX CASP3 FOS JUN HIF1A SOX2 NANOG POU5F1 KLF4 GATA3 RUNX1 FLT3 NPM1 DNMT3A TET2 IDH1 IDH2
  XIST RPS4Y1 DDX3Y KDM5D EIF1AY UTY ALB INS GCG APOE APP SNCA MAPT HLA-A HLA-B HLA-C HLA-DRA VIM CDH1 CDH2 EPCAM KRT5 KRT8 KRT18
  COL1A1 FN1 ACTA2 SOD1 SOD2 CAT GPX1 NFKB1 RELA TLR4 MX1 ISG15 OAS1 IFIT1 DUSP1`.split(/\s+/),
);
