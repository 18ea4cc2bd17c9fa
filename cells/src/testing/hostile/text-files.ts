// Texts that were written to keep a reader busy or to fill its memory. Each is made of its size, so that the same kind is tried
// small and large. For tests only.

export interface TextFile {
  readonly name: string;
  text(count: number): string;
}

const many = (count: number, each: (at: number) => string, between = ""): string => {
  // Joined in stretches: an array of millions of texts would be most of what is measured.
  const stretches: string[] = [];
  for (let from = 0; from < count; from += 10_000)
    stretches.push(Array.from({ length: Math.min(10_000, count - from) }, (_, at) => each(from + at)).join(between));
  return stretches.join(between);
};

const vcfHead = '##fileformat=VCFv4.2\n##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n';
const vcfColumns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
const alternative = (at: number): string => {
  let text = "";
  for (let left = at + 1; left > 0; left = Math.floor(left / 4)) text += "ACGT"[left % 4];
  return `A${text}`;
};

export const textFiles = {
  "columns of a CSV": {
    name: "a.csv",
    text: (count: number) => `${many(count, (at) => `c${at}`, ",")}\n${many(2, () => `${many(count, () => "1", ",")}\n`)}`,
  },
  "columns of a CSV of texts": {
    name: "a.csv",
    text: (count: number) => `${many(count, (at) => `c${at}`, ",")}\n${many(2, () => `${many(count, () => "x", ",")}\n`)}`,
  },
  "rows of a CSV with one column": { name: "a.csv", text: (count: number) => `a\n${many(count, (at) => `${at}\n`)}` },
  "quotes that never close": { name: "a.csv", text: (count: number) => `a,b\n${many(count, () => '"1,2\n')}` },
  "keys of a JSON": { name: "a.json", text: (count: number) => `[{${many(count, (at) => `"k${at}":1`, ",")}}]` },
  "keys of a JSON line": { name: "a.jsonl", text: (count: number) => `{${many(count, (at) => `"k${at}":1`, ",")}}\n` },
  "columns of a JSON of columns": { name: "a.json", text: (count: number) => `{${many(count, (at) => `"k${at}":[1,2]`, ",")}}` },
  "depth of a JSON": { name: "a.json", text: (count: number) => `[{"a":${"[".repeat(count)}${"]".repeat(count)}}]` },
  "depth of a JSON that never closes": { name: "a.json", text: (count: number) => "[".repeat(count) },
  "depth of objects of a JSON": { name: "a.json", text: (count: number) => `${'{"a":'.repeat(count)}1${"}".repeat(count)}` },
  "alternatives of a VCF with samples": {
    name: "a.vcf",
    text: (count: number, samples = 1000) =>
      `${vcfHead}${vcfColumns}\tFORMAT\t${many(samples, (at) => `s${at}`, "\t")}\n1\t5\t.\tA\t${many(count, alternative, ",")}\t.\t.\t.\tGT\t${many(samples, (at) => `0/${1 + (at % count)}`, "\t")}\n`,
  },
  "contigs of a VCF": {
    name: "a.vcf",
    text: (count: number) =>
      `##fileformat=VCFv4.2\n${many(count, (at) => `##contig=<ID=c${at},length=1000>\n`)}${vcfColumns}\nc1\t5\t.\tA\tC\t.\t.\t.\n`,
  },
  "fields of the INFO of a VCF's header": {
    name: "a.vcf",
    text: (count: number) =>
      `##fileformat=VCFv4.2\n${many(count, (at) => `##INFO=<ID=I${at},Number=1,Type=Integer,Description="x">\n`)}${vcfColumns}\nc1\t5\t.\tA\tC\t.\t.\tI1=4\n`,
  },
  "keys of the INFO of a VCF": {
    name: "a.vcf",
    text: (count: number) =>
      `##fileformat=VCFv4.2\n${vcfColumns}\nc1\t5\t.\tA\tC\t.\t.\t${many(count, (at) => `I${at}=${at}`, ";")}\n`,
  },
  "letters of a VCF's line": {
    name: "a.vcf",
    text: (count: number) => `##fileformat=VCFv4.2\n${vcfColumns}\nc1\t5\t.\tA\tC\t.\t.\tX=${"y".repeat(count)}\n`,
  },
  "letters of a VCF's line without tabs": {
    name: "a.vcf",
    text: (count: number) => `##fileformat=VCFv4.2\n${vcfColumns}\n${"y".repeat(count)}`,
  },
  "letters of a VCF's reference": {
    name: "a.vcf",
    text: (count: number) => `##fileformat=VCFv4.2\n${vcfColumns}\nc1\t5\t.\t${"A".repeat(count)}\tC\t.\t.\t.\n`,
  },
  "samples of one name in a VCF": {
    name: "a.vcf",
    text: (count: number) =>
      `${vcfHead}${vcfColumns}\tFORMAT\t${many(count, () => "s", "\t")}\n1\t5\t.\tA\tC\t.\t.\t.\tGT\t${many(count, () => "0/1", "\t")}\n`,
  },
  "samples of a VCF": {
    name: "a.vcf",
    text: (count: number) =>
      `${vcfHead}${vcfColumns}\tFORMAT\t${many(count, (at) => `s${at}`, "\t")}\n1\t5\t.\tA\tC\t.\t.\t.\tGT\t${many(count, () => "0/1", "\t")}\n`,
  },
  "samples of one name in a matrix": {
    name: "a.tsv",
    text: (count: number) =>
      `gene\t${many(count, () => "s", "\t")}\n${many(20, (row) => `g${row}\t${many(count, (at) => `${at % 7}`, "\t")}\n`)}`,
  },
  "sequences of a SAM's header": {
    name: "a.sam",
    text: (count: number) => `@HD\tVN:1.6\n${many(count, (at) => `@SQ\tSN:c${at}\tLN:100\n`)}r\t0\tc1\t1\t0\t1M\t*\t0\t0\tA\t*\n`,
  },
  "read groups of a SAM's header": {
    name: "a.sam",
    text: (count: number) =>
      `@HD\tVN:1.6\n@SQ\tSN:c\tLN:100\n${many(count, (at) => `@RG\tID:g${at}\tSM:s${at}\n`)}r\t0\tc\t1\t0\t1M\t*\t0\t0\tA\t*\n`,
  },
  "tags of a SAM's line": {
    name: "a.sam",
    text: (count: number) =>
      `@HD\tVN:1.6\n@SQ\tSN:c\tLN:100\nr\t0\tc\t1\t0\t1M\t*\t0\t0\tA\t*${many(count, (at) => `\tX${"abcdefghij"[at % 10]}:i:${at}`)}\n`,
  },
  "attributes of a GFF3's line": {
    name: "a.gff3",
    text: (count: number) => `##gff-version 3\nc\t.\tgene\t1\t5\t.\t+\t.\t${many(count, (at) => `k${at}=${at}`, ";")}\n`,
  },
  "parents of a GFF3's line": {
    name: "a.gff3",
    text: (count: number) => `##gff-version 3\nc\t.\texon\t1\t5\t.\t+\t.\tParent=${many(count, (at) => `p${at}`, ",")}\n`,
  },
  "attributes of a GTF's line": {
    name: "a.gtf",
    text: (count: number) => `c\tx\tgene\t1\t5\t.\t+\t.\tgene_id "g"; ${many(count, (at) => `k${at} "${at}";`, " ")}\n`,
  },
  "regions of a GFF3's header": {
    name: "a.gff3",
    text: (count: number) =>
      `##gff-version 3\n${many(count, (at) => `##sequence-region c${at} 1 5\n`)}c1\t.\tgene\t1\t5\t.\t+\t.\tID=a\n`,
  },
  "parents in a chain of a GFF3": {
    name: "a.gff3",
    text: (count: number) =>
      `##gff-version 3\n${many(count, (at) => `c\t.\tgene\t1\t5\t.\t+\t.\tID=a${at};Parent=a${at + 1}\n`)}c\t.\tgene\t1\t5\t.\t+\t.\tID=a${count};Parent=a0\n`,
  },
  "blocks of a BED's line": {
    name: "a.bed",
    text: (count: number) =>
      `c\t0\t${count * 2}\tn\t0\t+\t0\t${count * 2}\t0\t${count}\t${many(count, () => "1,")}\t${many(count, (at) => `${at * 2},`)}\n`,
  },
  "brackets of a NEXUS": {
    name: "a.nex",
    text: (count: number) => `#NEXUS\nbegin trees;\n${"[".repeat(count)}x${"]".repeat(count)}\ntree a = (b,c);\nend;\n`,
  },
  "brackets of a NEXUS that never close": {
    name: "a.nex",
    text: (count: number) => `#NEXUS\nbegin trees;\n${"[a ".repeat(count)}`,
  },
  "depth of a NEXUS's tree": {
    name: "a.nex",
    text: (count: number) => `#NEXUS\nbegin trees;\ntree a = ${"(".repeat(count)}b${")".repeat(count)};\nend;\n`,
  },
  "taxa of a NEXUS": {
    name: "a.nex",
    text: (count: number) =>
      `#NEXUS\nbegin data;\ndimensions ntax=${count} nchar=1;\nformat datatype=dna;\nmatrix\n${many(count, (at) => `t${at} A\n`)};\nend;\n`,
  },
  "commands of a NEXUS": {
    name: "a.nex",
    text: (count: number) => `#NEXUS\nbegin trees;\n${many(count, () => "x;")}\ntree a = (b,c);\nend;\n`,
  },
  "names of a Clustal": {
    name: "a.aln",
    text: (count: number) => `CLUSTAL W (1.8)\n\n${many(count, (at) => `s${at} ACGT\n`)}\n`,
  },
  "blocks of a Clustal": {
    name: "a.aln",
    text: (count: number) => `CLUSTAL W (1.8)\n\n${many(count, () => "a ACGT\nb ACGT\n\n")}`,
  },
  "depth of a Newick": { name: "a.nwk", text: (count: number) => `${"(".repeat(count)}a${")".repeat(count)};\n` },
  "depth of a Newick with names": {
    name: "a.nwk",
    text: (count: number) => `${"(".repeat(count)}a:1${many(count, (at) => `,b${at}:1)n${at}:1`)};\n`,
  },
  "brackets of a Newick that never close": { name: "a.nwk", text: (count: number) => "(".repeat(count) },
  "comments of a Newick": { name: "a.nwk", text: (count: number) => `(a${"[".repeat(count)}${"]".repeat(count)},b);\n` },
  "leaves of a Newick": { name: "a.nwk", text: (count: number) => `(${many(count, (at) => `a${at}`, ",")});\n` },
  "trees of a Newick": { name: "a.nwk", text: (count: number) => many(count, () => "(a,b);\n") },
  "names of a PHYLIP": {
    name: "a.phy",
    text: (count: number) => `${count} 4\n${many(count, (at) => `${`s${at}`.padEnd(10)}ACGT\n`)}`,
  },
  "names of a Stockholm": {
    name: "a.sto",
    text: (count: number) => `# STOCKHOLM 1.0\n${many(count, (at) => `s${at} ACGT\n`)}//\n`,
  },
  "remarks of a Stockholm": {
    name: "a.sto",
    text: (count: number) => `# STOCKHOLM 1.0\n${many(count, (at) => `#=GS s${at % 3} k${at} v\n`)}s0 A\ns1 A\ns2 A\n//\n`,
  },
  "features of a GenBank": {
    name: "a.gb",
    text: (count: number) =>
      `LOCUS       X 4 bp DNA linear SYN 01-JAN-2000\nFEATURES             Location/Qualifiers\n${many(count, () => `     gene            1..4\n                     /gene="a"\n`)}ORIGIN\n        1 acgt\n//\n`,
  },
  "depth of a GenBank's location": {
    name: "a.gb",
    text: (count: number) =>
      `LOCUS       X 4 bp DNA linear SYN 01-JAN-2000\nFEATURES             Location/Qualifiers\n     gene            ${"join(".repeat(count)}1..4${")".repeat(count)}\nORIGIN\n        1 acgt\n//\n`,
  },
  "letters of a FASTA's name": { name: "a.fa", text: (count: number) => `>${"a".repeat(count)}\nACGT\n` },
  "empty sequences of a FASTA": { name: "a.fa", text: (count: number) => many(count, () => ">\n") },
  "letters of a FASTQ's read": { name: "a.fq", text: (count: number) => `@a\n${"A".repeat(count)}\n+\n${"I".repeat(count)}\n` },
  "columns of a GCT": {
    name: "a.gct",
    text: (count: number) =>
      `#1.2\n2\t${count}\nName\tDescription\t${many(count, (at) => `s${at}`, "\t")}\na\tb\t${many(count, () => "1", "\t")}\nc\td\t${many(count, () => "1", "\t")}\n`,
  },
  "columns of a PED": {
    name: "a.ped",
    text: (count: number) => many(2, (at) => `f${at} i${at} 0 0 1 1 ${many(count, () => "A C", " ")}\n`),
  },
  "columns of a MAF": {
    name: "a.maf",
    text: (count: number) =>
      `#version 2.4\nHugo_Symbol\tChromosome\tStart_Position\tEnd_Position\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tVariant_Classification\t${many(count, (at) => `c${at}`, "\t")}\nA\t1\t1\t1\tA\tC\ts\tx\t${many(count, () => "1", "\t")}\n`,
  },
  "lines of a GEO series' header": {
    name: "a_series_matrix.txt",
    text: (count: number) =>
      `!Series_title\t"x"\n${many(count, (at) => `!Sample_characteristics_ch1\t"a: ${at}"\t"a: 1"\n`)}!Sample_geo_accession\t"GSM1"\t"GSM2"\n!series_matrix_table_begin\n"ID_REF"\t"GSM1"\t"GSM2"\n"p1"\t1\t2\n!series_matrix_table_end\n`,
  },
  "motifs of a MEME": {
    name: "a.meme",
    text: (count: number) =>
      `MEME version 4\n\nALPHABET= ACGT\n\n${many(count, (at) => `MOTIF m${at}\nletter-probability matrix: alength= 4 w= 1 nsites= 2 E= 0\n0.25 0.25 0.25 0.25\n\n`)}`,
  },
  "motifs of a JASPAR": {
    name: "a.jaspar",
    text: (count: number) => many(count, (at) => `>MA${at} x\nA [ 1 ]\nC [ 1 ]\nG [ 1 ]\nT [ 1 ]\n`),
  },
  "classes of a CLS": {
    name: "a.cls",
    text: (count: number) =>
      `${count} ${count} 1\n# ${many(count, (at) => `c${at}`, " ")}\n${many(count, (at) => `${at}`, " ")}\n`,
  },
  "columns of an HTSeq count": {
    name: "a.txt",
    text: (count: number) => many(count, (at) => `ENSG${String(at).padStart(11, "0")}\t1\n`),
  },
  "lines of comment": { name: "a.tsv", text: (count: number) => `${many(count, () => "# x\n")}a\tb\n1\t2\n` },
  "empty lines": { name: "a.tsv", text: (count: number) => `a\tb\n${"\n".repeat(count)}1\t2\n` },
  "blanks at the end of a line": { name: "a.tsv", text: (count: number) => `a\tb\n1\t2${" ".repeat(count)}\n` },
} as const satisfies { readonly [what: string]: TextFile };
