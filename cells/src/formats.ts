// THE list of formats that are loaded; of each the card at once, its code when first needed. A format is a folder in
// formats/ and a line here: recognition, loading, looking, the form, the stems of names and the contract suite follow.
// Specific ones first: where two are equally likely, recognition takes the first (known-formats.ts).

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import type { Format, ListedFormat } from "./contract/format.ts";
import { arff } from "./formats/arff/format.ts";
import { arrow } from "./formats/arrow/format.ts";
import { bam } from "./formats/bam/format.ts";
import { bcf } from "./formats/bcf/format.ts";
import { bed } from "./formats/bed/format.ts";
import { bedgraph } from "./formats/bedgraph/format.ts";
import { bedmethyl } from "./formats/bedmethyl/format.ts";
import { bedpe } from "./formats/bedpe/format.ts";
import { bigbed } from "./formats/bigbed/format.ts";
import { bigwig } from "./formats/bigwig/format.ts";
import { biomHdf5 } from "./formats/biom-hdf5/format.ts";
import { biomJson } from "./formats/biom-json/format.ts";
import { broadpeak } from "./formats/broadpeak/format.ts";
import { cbioportalStudy } from "./formats/cbioportal-study/format.ts";
import { chromSizes } from "./formats/chrom-sizes/format.ts";
import { cls } from "./formats/cls/format.ts";
import { clustal } from "./formats/clustal/format.ts";
import { cytoband } from "./formats/cytoband/format.ts";
import { featureCounts } from "./formats/featurecounts/format.ts";
import { featureCountsSummary } from "./formats/featurecounts-summary/format.ts";
import { gappedpeak } from "./formats/gappedpeak/format.ts";
import { genePred } from "./formats/genepred/format.ts";
import { geoSeriesMatrix } from "./formats/geo-series-matrix/format.ts";
import { gff3 } from "./formats/gff3/format.ts";
import { gtf } from "./formats/gtf/format.ts";
import { gwasSummary } from "./formats/gwas-summary/format.ts";
import { htseqCount } from "./formats/htseq-count/format.ts";
import { kallistoAbundance } from "./formats/kallisto-abundance/format.ts";
import { kallistoH5 } from "./formats/kallisto-h5/format.ts";
import { maf } from "./formats/maf/format.ts";
import { narrowpeak } from "./formats/narrowpeak/format.ts";
import { refFlat } from "./formats/refflat/format.ts";
import { rsemGenes } from "./formats/rsem-genes/format.ts";
import { rsemIsoforms } from "./formats/rsem-isoforms/format.ts";
import { salmonQuant } from "./formats/salmon-quant/format.ts";
import { seg } from "./formats/seg/format.ts";
import { starCounts } from "./formats/star-counts/format.ts";
import { stockholm } from "./formats/stockholm/format.ts";
import { tenxBarcodes } from "./formats/10x-barcodes/format.ts";
import { tenxFeatures } from "./formats/10x-features/format.ts";
import { tenxGenes } from "./formats/10x-genes/format.ts";
import { tenxH5 } from "./formats/10x-h5/format.ts";
import { tenxMtx } from "./formats/10x-mtx/format.ts";
import { wiggle } from "./formats/wiggle/format.ts";
import { csv } from "./formats/csv/format.ts";
import { delimited } from "./formats/delimited/format.ts";
import { fasta } from "./formats/fasta/format.ts";
import { fastq } from "./formats/fastq/format.ts";
import { gct } from "./formats/gct/format.ts";
import { genbank } from "./formats/genbank/format.ts";
import { gmt } from "./formats/gmt/format.ts";
import { gmx } from "./formats/gmx/format.ts";
import { jaspar } from "./formats/jaspar/format.ts";
import { jasparPfm } from "./formats/jaspar-pfm/format.ts";
import { meme } from "./formats/meme/format.ts";
import { jsonl } from "./formats/jsonl/format.ts";
import { nexus } from "./formats/nexus/format.ts";
import { newick } from "./formats/newick/format.ts";
import { phylip } from "./formats/phylip/format.ts";
import { h5ad } from "./formats/h5ad/format.ts";
import { json } from "./formats/json/format.ts";
import { loom } from "./formats/loom/format.ts";
import { mtx } from "./formats/mtx/format.ts";
import { ods } from "./formats/ods/format.ts";
import { parquet } from "./formats/parquet/format.ts";
import { recipe } from "./formats/recipe/format.ts";
import { rdata } from "./formats/rdata/format.ts";
import { rds } from "./formats/rds/format.ts";
import { sqlite } from "./formats/sqlite/format.ts";
import { packedEnding } from "./base/compressions.ts";
import { plink } from "./formats/plink/format.ts";
import { plinkBim } from "./formats/plink-bim/format.ts";
import { plinkFam } from "./formats/plink-fam/format.ts";
import { plinkMap } from "./formats/plink-map/format.ts";
import { sam } from "./formats/sam/format.ts";
import { text } from "./formats/text/format.ts";
import { tsv } from "./formats/tsv/format.ts";
import { vcf } from "./formats/vcf/format.ts";
import { xls } from "./formats/xls/format.ts";
import { xlsx } from "./formats/xlsx/format.ts";

export const formats = {
  "cbioportal-study": {
    format: cbioportalStudy,
    read: () => import("./formats/cbioportal-study/read.ts"),
    sheets: () => import("./formats/cbioportal-study/read.ts"),
  },
  xlsx: {
    format: xlsx,
    read: () => import("./formats/xlsx/read.ts"),
    sheets: () => import("./formats/xlsx/read.ts"),
  },
  xls: {
    format: xls,
    read: () => import("./formats/xls/read.ts"),
    sheets: () => import("./formats/xls/read.ts"),
  },
  ods: {
    format: ods,
    read: () => import("./formats/ods/read.ts"),
    sheets: () => import("./formats/ods/read.ts"),
  },
  parquet: {
    format: parquet,
    read: () => import("./formats/parquet/read.ts"),
    look: () => import("./formats/parquet/look.ts"),
  },
  arff: { format: arff, read: () => import("./formats/arff/read.ts") },
  fasta: {
    format: fasta,
    read: () => import("./formats/fasta/read.ts"),
    check: () => import("./formats/fasta/check.ts"),
  },
  fastq: {
    format: fastq,
    read: () => import("./formats/fastq/read.ts"),
    check: () => import("./formats/fastq/check.ts"),
  },
  genbank: {
    format: genbank,
    read: () => import("./formats/genbank/read.ts"),
    sheets: () => import("./formats/genbank/read.ts"),
  },
  clustal: { format: clustal, read: () => import("./formats/clustal/read.ts") },
  stockholm: { format: stockholm, read: () => import("./formats/stockholm/read.ts") },
  jaspar: { format: jaspar, read: () => import("./formats/jaspar/read.ts") },
  "jaspar-pfm": { format: jasparPfm, read: () => import("./formats/jaspar-pfm/read.ts") },
  meme: { format: meme, read: () => import("./formats/meme/read.ts") },
  phylip: { format: phylip, read: () => import("./formats/phylip/read.ts") },
  newick: { format: newick, read: () => import("./formats/newick/read.ts") },
  nexus: {
    format: nexus,
    read: () => import("./formats/nexus/read.ts"),
    sheets: () => import("./formats/nexus/read.ts"),
  },
  bam: {
    format: bam,
    read: () => import("./formats/bam/read.ts"),
    places: () => import("./formats/bam/places.ts"),
    check: () => import("./formats/bam/check.ts"),
  },
  bigwig: {
    format: bigwig,
    read: () => import("./formats/bigwig/read.ts"),
    places: () => import("./formats/bigwig/places.ts"),
  },
  bigbed: {
    format: bigbed,
    read: () => import("./formats/bigbed/read.ts"),
    places: () => import("./formats/bigbed/places.ts"),
  },
  sam: {
    format: sam,
    read: () => import("./formats/sam/read.ts"),
    check: () => import("./formats/sam/check.ts"),
  },
  plink: {
    format: plink,
    read: () => import("./formats/plink/read.ts"),
    check: () => import("./formats/plink/check.ts"),
  },
  "plink-bim": {
    format: plinkBim,
    read: () => import("./formats/plink-bim/read.ts"),
    check: () => import("./formats/plink-bim/check.ts"),
  },
  "plink-fam": {
    format: plinkFam,
    read: () => import("./formats/plink-fam/read.ts"),
    check: () => import("./formats/plink-fam/check.ts"),
  },
  "plink-map": {
    format: plinkMap,
    read: () => import("./formats/plink-map/read.ts"),
    check: () => import("./formats/plink-map/check.ts"),
  },
  bcf: {
    format: bcf,
    read: () => import("./formats/bcf/read.ts"),
    check: () => import("./formats/bcf/check.ts"),
  },
  vcf: {
    format: vcf,
    read: () => import("./formats/vcf/read.ts"),
    check: () => import("./formats/vcf/check.ts"),
  },
  arrow: { format: arrow, read: () => import("./formats/arrow/read.ts") },
  sqlite: {
    format: sqlite,
    read: () => import("./formats/sqlite/read.ts"),
    sheets: () => import("./formats/sqlite/read.ts"),
  },
  rds: { format: rds, read: () => import("./formats/rds/read.ts"), sheets: () => import("./formats/rds/read.ts") },
  rdata: { format: rdata, read: () => import("./formats/rdata/read.ts"), sheets: () => import("./formats/rdata/read.ts") },
  gct: { format: gct, read: () => import("./formats/gct/read.ts") },
  bedgraph: { format: bedgraph, read: () => import("./formats/bedgraph/read.ts") },
  narrowpeak: { format: narrowpeak, read: () => import("./formats/narrowpeak/read.ts") },
  broadpeak: { format: broadpeak, read: () => import("./formats/broadpeak/read.ts") },
  gappedpeak: { format: gappedpeak, read: () => import("./formats/gappedpeak/read.ts") },
  bedpe: { format: bedpe, read: () => import("./formats/bedpe/read.ts") },
  bedmethyl: { format: bedmethyl, read: () => import("./formats/bedmethyl/read.ts") },
  cytoband: { format: cytoband, read: () => import("./formats/cytoband/read.ts") },
  maf: {
    format: maf,
    read: () => import("./formats/maf/read.ts"),
    check: () => import("./formats/maf/check.ts"),
  },
  seg: { format: seg, read: () => import("./formats/seg/read.ts") },
  wiggle: { format: wiggle, read: () => import("./formats/wiggle/read.ts") },
  "gwas-summary": { format: gwasSummary, read: () => import("./formats/gwas-summary/read.ts") },
  gff3: {
    format: gff3,
    read: () => import("./formats/gff3/read.ts"),
    check: () => import("./formats/gff3/check.ts"),
  },
  gtf: {
    format: gtf,
    read: () => import("./formats/gtf/read.ts"),
    check: () => import("./formats/gtf/check.ts"),
  },
  refflat: { format: refFlat, read: () => import("./formats/refflat/read.ts") },
  genepred: { format: genePred, read: () => import("./formats/genepred/read.ts") },
  "chrom-sizes": { format: chromSizes, read: () => import("./formats/chrom-sizes/read.ts") },
  bed: {
    format: bed,
    read: () => import("./formats/bed/read.ts"),
    check: () => import("./formats/bed/check.ts"),
  },
  "10x-barcodes": { format: tenxBarcodes, read: () => import("./formats/10x-barcodes/read.ts") },
  "10x-features": { format: tenxFeatures, read: () => import("./formats/10x-features/read.ts") },
  "10x-genes": { format: tenxGenes, read: () => import("./formats/10x-genes/read.ts") },
  "10x-mtx": {
    format: tenxMtx,
    read: () => import("./formats/10x-mtx/read.ts"),
    check: () => import("./formats/10x-mtx/check.ts"),
  },
  "10x-h5": {
    format: tenxH5,
    read: () => import("./formats/10x-h5/read.ts"),
    check: () => import("./formats/10x-h5/check.ts"),
  },
  h5ad: {
    format: h5ad,
    read: () => import("./formats/h5ad/read.ts"),
    check: () => import("./formats/h5ad/check.ts"),
  },
  loom: { format: loom, read: () => import("./formats/loom/read.ts") },
  "biom-hdf5": { format: biomHdf5, read: () => import("./formats/biom-hdf5/read.ts") },
  recipe: { format: recipe, read: () => import("./formats/recipe/read.ts") },
  "biom-json": { format: biomJson, read: () => import("./formats/biom-json/read.ts") },
  mtx: { format: mtx, read: () => import("./formats/mtx/read.ts") },
  "featurecounts-summary": { format: featureCountsSummary, read: () => import("./formats/featurecounts-summary/read.ts") },
  featurecounts: { format: featureCounts, read: () => import("./formats/featurecounts/read.ts") },
  "htseq-count": { format: htseqCount, read: () => import("./formats/htseq-count/read.ts") },
  "kallisto-abundance": { format: kallistoAbundance, read: () => import("./formats/kallisto-abundance/read.ts") },
  "kallisto-h5": { format: kallistoH5, read: () => import("./formats/kallisto-h5/read.ts") },
  "rsem-genes": { format: rsemGenes, read: () => import("./formats/rsem-genes/read.ts") },
  "rsem-isoforms": { format: rsemIsoforms, read: () => import("./formats/rsem-isoforms/read.ts") },
  "salmon-quant": { format: salmonQuant, read: () => import("./formats/salmon-quant/read.ts") },
  "star-counts": { format: starCounts, read: () => import("./formats/star-counts/read.ts") },
  "geo-series-matrix": { format: geoSeriesMatrix, read: () => import("./formats/geo-series-matrix/read.ts") },
  gmt: { format: gmt, read: () => import("./formats/gmt/read.ts") },
  gmx: { format: gmx, read: () => import("./formats/gmx/read.ts") },
  cls: { format: cls, read: () => import("./formats/cls/read.ts") },
  json: { format: json, read: () => import("./formats/json/read.ts") },
  jsonl: { format: jsonl, read: () => import("./formats/jsonl/read.ts") },
  csv: { format: csv, read: () => import("./formats/csv/read.ts") },
  tsv: { format: tsv, read: () => import("./formats/tsv/read.ts") },
  delimited: { format: delimited, read: () => import("./formats/delimited/read.ts") },
  text: { format: text, read: () => import("./formats/text/read.ts") },
} as const satisfies { readonly [name: string]: ListedFormat };

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as [FormatName, ...FormatName[]];
export const listedFormats: readonly ListedFormat[] = Object.values(formats);
export const formatSchema = z.enum(formatNames);

export const isLoaded = (name: string): name is FormatName => Object.hasOwn(formats, name);

/** The line of that name, or null: recognition knows names that are not loaded. */
export const listedFormat = (name: string): ListedFormat | null => (isLoaded(name) ? formats[name] : null);

/** The card of a format that stands in a validated spec. */
export function formatOf(name: FormatName): Format {
  const listed = listedFormat(name);
  invariant(listed, `${name} stands in a validated spec`);
  return listed.format;
}

const withoutPacking = (name: string): string => name.replace(packedEnding, "");
const endings = listedFormats.flatMap(({ format }) => format.endings);

/** Of an archive; the name before it may be one of a file that somebody packed. */
const archiveEnding = /(?<=.)\.(?:tar|tgz|zip)$/i;

/** A file's name without folders, packing and the ending of a format or an archive: "data/counts.csv.gz" is counts. */
export function stemOf(name: string): string {
  const own = withoutPacking(name.split(/[\\/]/).pop() ?? name).replace(archiveEnding, "");
  const small = own.toLowerCase();
  const ending = endings.find((one) => small.endsWith(one) && small !== one);
  return ending === undefined ? own : own.slice(0, own.length - ending.length);
}

/** Of what nobody has named yet. */
const usual: FormatName = "csv";
export const usualFormat: Format = formats[usual].format;

/** What files of this name usually hold, before anybody looked; null where the name does not say. */
export function formatOfName(name: string): Format | null {
  const small = withoutPacking(name).toLowerCase();
  const places = listedFormats.map(({ format }) => format.endings.findIndex((ending) => small.endsWith(ending)));
  const least = Math.min(...places.filter((place) => place >= 0));
  return listedFormats[places.indexOf(least)]?.format ?? null;
}
