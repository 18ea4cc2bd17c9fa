// Columns of a table of counts that describe its rows and are no samples, by their names: the length of a gene, its number at
// Entrez, where it lies (featureCounts writes Chr, Start, End, Strand, Length beside the counts; Subread user's guide, 6.2.3),
// what BioMart, org.*.eg.db, tximport and MaxQuant call such columns. Names are compared by their letters and digits alone:
// "Gene start (bp)", gene_start_bp and GeneStartBp are one.

import { foldChangeOf, isAdjustedP } from "../../artifacts/difference-columns.ts";

export const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

const known: readonly RegExp[] = [
  /^(?:gene|transcript|tx|feature|effective|eff|exon|exonic|merged|union|median|cds|cdna|coding|utr|[35]utr|sequence|seq|protein|peptide)?(?:length|len)(?:bp|nt|kb|aa)?$/,
  /^(?:gene)?entrez(?:gene)?(?:ids?|accession|numbers?)?$/,
  /^genes?(?:names?|symbols?|ids?|type|biotype|description|version|numbers?|idversion|strand|chr|chrom|chromosome)$/,
  /^(?:hgnc|mgi|rgd|zfin|flybase|wormbase|ensembl|ncbi|refseq|uniprot|ucsc|omim|vega|havana)(?:gene|transcript|peptide|protein|tx)?(?:ids?|symbols?|names?|accession|version|idversion|numbers?)?$/,
  /^(?:ncbi)?tax(?:on|onomy)?ids?$/,
  /^transcript(?:ids?|count|version|type|biotype|strand|supportlevel)s?$/,
  /^(?:symbols?|biotype|description)(?:id)?$/,
  /^(?:n|num|numberof|no)?(?:exons|introns|transcripts|isoforms)$|^(?:n|num)?(?:exon|intron|isoform)(?:count|number|s?rank|num)$/,
  /^(?:percentage|percent|pct)?(?:gene|transcript)?gc(?:content|percent|percentage|fraction|pct)?$/,
  // Proteins: MaxQuant, FragPipe, Proteome Discoverer.
  /^(?:number(?:of)?|n|num|total)?(?:razor|unique)*peptides?(?:count)?$|^(?:number(?:of)?)?(?:psms|razoruniquepeptides)$/,
  /^(?:mw|mol(?:ecular)?weight)(?:k?da)?$|^(?:unique(?:razor)?)?sequencecoverage$|^(?:theoretical|calc)pi$/,
  // Where it lies.
  /^(?:chrom|chromosome)(?:s?name|number|scaffoldname)?$|^(?:seqnames?|seqid|strand|karyotypeband|cytoband|chrname)$/,
  /^(?:gene|transcript|tx|cds|exon|chrom|chromosome|genomic|probe)(?:start|end|stop)s?(?:bp|position|pos|site)?$/,
  /^(?:start|end|stop)(?:position|pos|bp)$|^transcriptionstartsite(?:tss)?$|^(?:tss|tes)$/,
];
/** "start" alone may be a time; beside "end" or "strand" it is a place. */
const ofPlaces = /^(?:chr|start|end|stop|width|pos|position)$/;
/** Beside the logarithm of a fold change and its p value these are of the same table. */
const ofDifferences = /^(?:basemean|aveexpr|logcpm|lfcse|stat|lr|f|t|b|p|pvals?|pvalues?)$/;
/** Of a column that holds numbers such a name may say anything. */
const mayDescribe = /^(?:pos|position|width|score|mass|weight|version|rank|row|rownumber|index|cluster|n|number|coverage)$/;

/** All of them as one: a matrix may have a million names, and each pattern by itself is a call. */
const anyKnown = new RegExp(known.map(({ source }) => source).join("|"));
const saysWhatRowsAre = (name: string): boolean => anyKnown.test(folded(name));

/** By its name alone: what a column that holds text may be. */
export const describesRows = (name: string): boolean =>
  saysWhatRowsAre(name) ||
  ofPlaces.test(folded(name)) ||
  /^(?:cyto(?:genetic)?[._ -]?)?(?:band|location)$|^(?:chr|chromosome)[._ -]|^(?:exons?|cluster|clade|class|group)$/i.test(
    name.trim(),
  );

/** Those among the names of the columns after the first. */
export function annotationColumns(names: readonly string[]): ReadonlySet<string> {
  const others = names.filter(saysWhatRowsAre);
  const places = names.filter((name) => ofPlaces.test(folded(name)));
  const areMany = places.length + others.filter((name) => isPlace(name)).length >= 2;
  // Beside anything that describes rows a width is no sample; a start may still be a time.
  const sure = others.length > 0 ? places.filter((name) => /^(?:width|pos|position)$/.test(folded(name))) : [];
  const change = foldChangeOf(names);
  const adjusted = names.find(isAdjustedP);
  const differences =
    change === undefined || adjusted === undefined
      ? []
      : names.filter((name) => name === change || isAdjustedP(name) || ofDifferences.test(folded(name)));
  return new Set([...others, ...(areMany ? places : sure), ...differences]);
}

const isPlace = (name: string): boolean => /^(?:chrom|seq|strand|length|len)|(?:start|end|stop)/.test(folded(name));

/** Names that may describe rows: to be said, and decided by a person. */
export const maybeAnnotations = (names: readonly string[]): readonly string[] =>
  names.filter((name) => mayDescribe.test(folded(name)));
