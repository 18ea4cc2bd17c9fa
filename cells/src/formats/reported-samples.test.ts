// Genotypes, reads, counts and series: faults that users of other readers reported.

import { testReported } from "../testing/reported.ts";

const vcf = (names: string, ...rows: readonly string[]): string =>
  `##fileformat=VCFv4.2\n##FORMAT=<ID=GT,Number=1,Type=String,Description="g">\n##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="q">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO${names === "" ? "" : `\tFORMAT\t${names.replaceAll(" ", "\t")}`}\n${rows.map((row) => `${row.replaceAll(" | ", "\t")}\n`).join("")}`;
const market = "%%MatrixMarket matrix coordinate integer general\n3 2 3\n1 1 5\n2 2 7\n3 1 1\n";
const genes = "ENSG00000223972\tDDX11L1\nENSG00000278267\tMIR6859-1\nENSG00000284332\tMIR1302-2\n";
const barcodes = "AAACCTGAGAGCCCAA-1\nAAACCTGGTGCTAGCC-1\n";
const cells = barcodes.trim().split("\n");
const gencode =
  "ENST00000456328.2|ENSG00000223972.5|OTTHUMG00000000961.2|OTTHUMT00000362751.1|DDX11L1-202|DDX11L1|1657|processed_transcript|";
const series = (lines: string, rows: string): string =>
  `!Series_title\t"t"\n!Sample_title\t"s1"\t"s2"\n!Sample_geo_accession\t"GSM1"\t"GSM2"\n${lines}!series_matrix_table_begin\n"ID_REF"\t"GSM1"\t"GSM2"\n${rows}!series_matrix_table_end\n`;

testReported([
  {
    issue: "samtools/bcftools#1913, brentp/cyvcf2#244",
    rule: "names with blanks between them are refused",
    name: "a.vcf",
    file: "##fileformat=VCFv4.2\n#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT S1\n1\t10\t.\tA\tG\t.\tPASS\t.\tGT\t0/1\n",
    refused: ["format-variants.columns-wrong", { line: 2 }],
  },
  {
    issue: "samtools/htslib#72",
    rule: "fields left out at the end are missing",
    name: "a.vcf",
    file: vcf(
      "S1 S2",
      "1 | 5 | . | A | G,T | 67 | PASS | . | GT:GQ | 1/2 | 2|2:5",
      "1 | 9 | . | T | C | 47 | PASS | . | GT:GQ | . | 0/0",
    ),
    features: ["1:5:A:G", "1:5:A:T", "1:9:T:C"],
    values: [1, 0, 1, 2, Number.NaN, 0],
  },
  {
    issue: "jamescasbon/PyVCF#216",
    rule: "an empty field of a sample is missing",
    name: "a.vcf",
    file: vcf("S1 S2 S3", "1 | 10 | . | A | G | . | PASS | . | GT:GQ | 0/1:5 |  | 1/1:9"),
    values: [1, Number.NaN, 2],
  },
  {
    issue: "PharmGKB/PharmCAT#67",
    rule: "without GT in FORMAT there is no genotype, whatever stands below",
    name: "a.vcf",
    file: vcf("s", "chr1 | 8 | rs2 | G | T | . | FAIL | . | GT:GQ | 0/1", "chr1 | 9 | rs3 | G | T | . | FAIL | . | . | 0/1"),
    values: [1, Number.NaN],
    says: [/no GT/],
  },
  {
    issue: "broadinstitute/picard#555",
    rule: "* is a site of its own, and no copy of the other allele",
    name: "a.vcf",
    file: vcf("S1 S2", "1 | 10350 | . | A | C,* | 100 | . | . | GT | 1/2 | 0/2"),
    features: ["1:10350:A:C", "1:10350:A:*"],
    values: [1, 0, 1, 1],
  },
  {
    issue: "jamescasbon/PyVCF#77",
    rule: "blanks in INFO belong to the text; the site is no place of a lab",
    name: "a.vcf",
    file: vcf("", "1 | 10 | rs1 | A | G | . | PASS | GENE=a gene name"),
    holds: { GENE: ["a gene name"], site: ["1:10:A:G"] },
  },
  {
    issue: "rust-bio/rust-bio#249",
    rule: "sequence and qualities over several lines",
    name: "a.fastq",
    file: "@id description\nACGT\nGGGG\nC\n+\n@@@@\n!!!!\n$\n",
    holds: { sequence: ["ACGTGGGGC"], quality: ["@@@@!!!!$"] },
  },
  {
    issue: "scikit-bio/scikit-bio#781",
    rule: "an empty line among qualities is refused, for a title may follow",
    name: "a.fastq",
    file: "@foo bar baz\nAACCGG\n+\nMNO\n\n@QR\n@bar baz foo\nTTGGCC\n+\n876543\n",
    refused: ["sequences.fastq-quality-short", { line: 5, qualities: 3, bases: 6 }],
  },
  {
    issue: "biopython/biopython#1898, dib-lab/khmer#1666",
    rule: "another title behind + is refused",
    name: "a.fastq",
    file: "@24/1\nGACATC\n+ERR1346597.24 24 length=6\n1:BDDB\n",
    refused: ["sequences.fastq-plus-title", { line: 3 }],
  },
  {
    issue: "pysam-developers/pysam#841",
    rule: "more qualities than bases are refused, and not passed over",
    name: "a.fastq",
    file: "@name\nACT\n+\n????\n",
    refused: ["sequences.fastq-quality-long", { line: 4 }],
  },
  {
    issue: "satijalab/seurat#6289, scverse/scanpy#1731",
    rule: "genes.tsv as old runs have it, not packed",
    name: "a.zip",
    file: { "matrix.mtx": market, "genes.tsv": genes, "barcodes.tsv": barcodes },
    features: ["ENSG00000223972", "ENSG00000278267", "ENSG00000284332"],
    samples: cells,
    values: [5, 0, 0, 7, 1, 0],
    holds: { symbol: ["DDX11L1", "MIR6859-1", "MIR1302-2"] },
  },
  {
    issue: "satijalab/seurat#2740",
    rule: "a line of names above genes, and their places, which are no types of features",
    name: "a.zip",
    file: {
      "matrix.mtx": market,
      "genes.tsv":
        "ENSEMBL\tSYMBOL\tCHR\tSTART\nENSG00000223972\tDDX11L1\t1\t11869\nENSG00000278267\tM\tX\t17369\nENSG00000284332\tN\t1\t30366\n",
      "barcodes.tsv": barcodes,
    },
    samples: cells,
    holds: { SYMBOL: ["DDX11L1", "M", "N"], CHR: ["1", "X", "1"], START: [11869, 17369, 30366] },
    says: [/first line of genes\.tsv names its columns/],
  },
  {
    issue: "satijalab/seurat#2740 (without its names)",
    rule: "chromosomes in the third column are no types of features",
    name: "a.zip",
    file: {
      "matrix.mtx": market,
      "genes.tsv": "ENSG00000223972\tDDX11L1\t1\t11869\nENSG00000278267\tM\tX\t17369\nENSG00000284332\tN\t1\t30366\n",
      "barcodes.tsv": barcodes,
    },
    holds: { symbol: ["DDX11L1", "M", "N"], column_3: ["1", "X", "1"], column_4: [11869, 17369, 30366] },
  },
  {
    issue: "satijalab/seurat#4927, ucagenomix/sicelore#14",
    rule: "what stands behind barcodes is kept, under the names above it",
    name: "a.zip",
    file: {
      "matrix.mtx": market,
      "genes.tsv": genes,
      "barcodes.tsv": `-1\tSeuratX.ident\tCondition\n${cells[0]}\t3\tHD\n${cells[1]}\t0\twt\n`,
    },
    samples: cells,
    holds: { "SeuratX.ident": [3, 0], Condition: ["HD", "wt"] },
  },
  {
    issue: "scverse/scanpy#2053, satijalab/seurat#1388",
    rule: "genes without symbols",
    name: "a.zip",
    file: { "matrix.mtx": market, "genes.tsv": "0610005C13Rik\n0610007N19Rik\n0610007P14Rik\n", "barcodes.tsv": barcodes },
    features: ["0610005C13Rik", "0610007N19Rik", "0610007P14Rik"],
  },
  {
    issue: "satijalab/seurat#3821",
    rule: "cells in rows are turned, as the numbers of names tell",
    name: "a.zip",
    file: {
      "matrix.mtx": "%%MatrixMarket matrix coordinate real general\n2\t3\t2\n1\t2\t13.5\n2\t3\t2.25\n",
      "genes.tsv": "ENSMUST1\nENSMUST2\nENSMUST3\n",
      "barcodes.tsv": "0\n1\n",
    },
    samples: ["0", "1"],
    values: [0, 0, 13.5, 0, 0, 2.25],
  },
  {
    issue: "COMBINE-lab/salmon#640, COMBINE-lab/salmon#513",
    rule: "the long names of GENCODE's FASTA are the transcript and what is known of it",
    name: "quant.sf",
    file: `Name\tLength\tEffectiveLength\tTPM\tNumReads\n${gencode}\t1657\t1502.2\t0.75\t16.5\nENSMUST00000193812.1|ENSMUSG00000102693.1|-|-|4933401J01Rik-201|4933401J01Rik|1070|TEC|\t1070\t821\t0\t0\n`,
    features: ["ENST00000456328.2", "ENSMUST00000193812.1"],
    holds: {
      gene_id: ["ENSG00000223972.5", "ENSMUSG00000102693.1"],
      symbol: ["DDX11L1", "4933401J01Rik"],
      biotype: ["processed_transcript", "TEC"],
    },
  },
  {
    issue: "htseq/htseq#37",
    rule: "columns of several files have no names, and that is said",
    name: "a.txt",
    file: "ENSG00000000003\t10\t20\nENSG00000000005\t0\t1\n__no_feature\t6\t5\n__ambiguous\t1\t5\n__too_low_aQual\t0\t0\n__not_aligned\t8\t0\n__alignment_not_unique\t1\t3\n",
    samples: ["sample_1", "sample_2"],
    values: [10, 20, 0, 1],
    says: [/does not name its samples: sample_1, sample_2/],
  },
  {
    issue: "MultiQC/MultiQC#2114",
    rule: "an attribute between gene and count describes the gene",
    name: "a.txt",
    file: "ENSG1\tTSPAN6\t10\nENSG2\tTNMD\t0\n__no_feature\t\t6\n__ambiguous\t\t1\n__too_low_aQual\t\t0\n__not_aligned\t\t8\n__alignment_not_unique\t\t1\n",
    holds: { attribute_1: ["TSPAN6", "TNMD"] },
    values: [10, 0],
  },
  {
    issue: "seandavi/GEOquery#66, seandavi/GEOquery#93",
    rule: "line ends within quoted texts of the head",
    name: "a_series_matrix.txt",
    file: series(
      '!Sample_data_processing\t"probe group\r\n"\t"probe group\r\n"\n!Series_summary\t"a\n more\n"\n',
      '"p1"\t1.5\t2.5\n"p2"\t3.5\tnull\n',
    ),
    samples: ["GSM1", "GSM2"],
    values: [1.5, 2.5, 3.5, Number.NaN],
    holds: { data_processing: ["probe group", "probe group"] },
    says: [/does not name its series and platform/],
  },
  {
    issue: "seandavi/GEOquery#54",
    rule: "a series without values is a table of its samples",
    name: "a_series_matrix.txt",
    file: series('!Sample_characteristics_ch1\t"tissue: liver"\t""\n!Sample_characteristics_ch1\t"age: 5"\t"tissue: lung"\n', ""),
    holds: { sample: ["GSM1", "GSM2"], tissue: ["liver", "lung"], age: [5, null] },
  },
  {
    issue: "mfranberg/libplinkio#18, syntheke/bayesR#9",
    rule: "-9 and 0 are no phenotype; tabs and blanks in one file",
    name: "a.fam",
    file: "F1\tI1\t0\t0\t1\t1\nF2 I2 0 0 2 2\nF3 I3 0 0 0 -9\n",
    holds: { sex: ["male", "female", null], phenotype: ["control", "case", null] },
  },
]);
