// Files as laboratories hold them, made with a seed, of any length: the same beginning, and more of it.

import { closeSync, openSync, writeSync } from "node:fs";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";

export function writeLines(file: string, lines: Iterable<string>): void {
  const out = openSync(file, "w");
  let block = "";
  for (const line of lines) {
    block += line;
    if (block.length < 1 << 20) continue;
    writeSync(out, block);
    block = "";
  }
  writeSync(out, block);
  closeSync(out);
}

/** As Illumina 1.8 writes them: qualities that fall towards the end, a base in 500 unknown. */
export function writeReads(file: string, reads: number, length: number): void {
  const random = seededRandom(9);
  const out = openSync(file, "w");
  const block = Buffer.alloc(1 << 20);
  let at = 0;
  for (let read = 0; read < reads; read++) {
    at += block.write(`@SIM:1:FCX:1:15:${read}:1 1:N:0:ATCACG\n`, at, "latin1");
    for (let base = 0; base < length; base++) block[at++] = "ACGTN".charCodeAt(random() < 0.002 ? 4 : Math.floor(random() * 4));
    at += block.write("\n+\n", at, "latin1");
    for (let base = 0; base < length; base++)
      block[at++] = 33 + Math.max(2, Math.min(41, Math.floor(40 - base * 0.08 - random() * random() * 25)));
    block[at++] = 10;
    if (at < block.length - 1000) continue;
    writeSync(out, block, 0, at);
    at = 0;
  }
  writeSync(out, block, 0, at);
  closeSync(out);
}

const variantHeader = `##fileformat=VCFv4.2
##contig=<ID=chr1,length=248956422>
##FILTER=<ID=q10,Description="Quality below 10">
##INFO=<ID=AC,Number=A,Type=Integer,Description="Copies">
##INFO=<ID=AF,Number=A,Type=Float,Description="Frequency">
##INFO=<ID=AN,Number=1,Type=Integer,Description="Alleles">
##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">
##INFO=<ID=MQ,Number=1,Type=Float,Description="Mapping quality">
##INFO=<ID=DB,Number=0,Type=Flag,Description="Known">
##INFO=<ID=GENE,Number=1,Type=String,Description="Gene">
##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth of alleles">
##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">
##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Quality">
##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Likelihoods">
`;

/** Sites and people, with INFO and FORMAT. Answers the copies that are told, by which a reading is checked. */
export function writeVariants(file: string, sites: number, samples: number): number {
  const random = seededRandom(9);
  const below = (most: number): number => Math.floor(random() * most);
  const names = Array.from({ length: samples }, (_, at) => `S${at}`);
  const out = openSync(file, "w");
  let block = `${variantHeader}#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t${names.join("\t")}\n`;
  let position = 0;
  let all = 0;
  for (let site = 0; site < sites; site++) {
    position += 1 + below(900);
    let copies = 0;
    let line = "";
    for (let sample = 0; sample < samples; sample++) {
      const share = random();
      const [call, carried] = share < 0.6 ? ["0/0", 0] : share < 0.88 ? ["0/1", 1] : share < 0.98 ? ["1/1", 2] : ["./.", 0];
      copies += carried;
      const depth = 4 + below(56);
      const other = carried === 0 ? 0 : depth >> 1;
      line += `\t${call}:${depth - other},${other}:${depth}:${below(100)}:${below(900)},${below(300)},${below(999)}`;
    }
    all += copies;
    const from = below(4);
    const [ref, alt] = ["ACGT"[from], "ACGT"[(from + 1 + below(3)) % 4]];
    const info = `AC=${copies};AF=${(copies / 20).toFixed(3)};AN=20;DP=${40 + below(560)};MQ=${(20 + random() * 40).toFixed(2)}${random() < 0.5 ? ";DB" : ""};GENE=G${below(9999)}`;
    block += `chr1\t${position}\trs${1000 + site * 7}\t${ref}\t${alt}\t${(10 + random() * 1990).toFixed(2)}\t${random() < 0.9 ? "PASS" : "q10"}\t${info}\tGT:AD:DP:GQ:PL${line}\n`;
    if (block.length < 1 << 20) continue;
    writeSync(out, block);
    block = "";
  }
  writeSync(out, block);
  closeSync(out);
  return all;
}

/** Pairs in the order of their places, as aligners write them with the tags that most of them write. */
export function* samLines(reads: number, genome: number, length: number): Generator<string> {
  const random = seededRandom(11);
  const bases = Array.from({ length: genome + length }, () => "ACGT"[Math.floor(random() * 4)]).join("");
  yield `@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:chr1\tLN:${genome + 2 * length}\n@RG\tID:a\tSM:anna\n`;
  const starts = Array.from({ length: reads }, () => 1 + Math.floor(random() * genome)).sort((a, b) => a - b);
  for (const [read, start] of starts.entries()) {
    let quality = "";
    for (let base = 0; base < length; base++) quality += "FFFFFF:,#"[Math.floor(random() * 9)];
    const cigar = random() < 0.05 ? "70M2D80M" : random() < 0.1 ? "10S140M" : "150M";
    const seq = bases.slice(start - 1, start - 1 + length);
    const mate = `=\t${start + 200}\t350`;
    yield `SIM:1:FCX:1:15:${read}\t${read % 2 ? 99 : 163}\tchr1\t${start}\t60\t${cigar}\t${mate}\t${seq}\t${quality}\tNM:i:${read % 3}\tMD:Z:150\tAS:i:150\tXS:i:0\tRG:Z:a\n`;
  }
}

/** Six columns; names of a fifth as many genes as there are lines would be those of a genome's, so they come again. */
export function* bedLines(lines: number): Generator<string> {
  const random = seededRandom(12);
  for (let line = 0; line < lines; line++) {
    const start = line * 100 + Math.floor(random() * 90);
    yield `chr${1 + (line % 22)}\t${start}\t${start + 20 + Math.floor(random() * 400)}\tpeak${line % 5000}\t${Math.floor(random() * 1000)}\t${random() < 0.5 ? "+" : "-"}\n`;
  }
}

/** Exons of transcripts, each with its parent. */
export function* gffLines(lines: number): Generator<string> {
  const random = seededRandom(13);
  yield "##gff-version 3\n";
  for (let line = 0; line < lines; line++) {
    const start = 1 + line * 100;
    const attributes = `Parent=transcript:T${line % 5000};gene=G${line % 2000};rank=${line % 12}`;
    yield `chr1\thavana\texon\t${start}\t${start + 20 + Math.floor(random() * 60)}\t.\t${random() < 0.5 ? "+" : "-"}\t.\t${attributes}\n`;
  }
}

/** Texts of a bounded number, whole numbers, measurements and missing cells. */
export function* measurementLines(lines: number): Generator<string> {
  const random = seededRandom(14);
  yield "sample,gene,effect,depth,share,score\n";
  for (let line = 0; line < lines; line++) {
    const depth = random() < 0.03 ? "NA" : String(Math.floor(random() * 400));
    yield `S${line % 500},GENE${Math.floor(random() * 20_000)},${["missense", "synonymous", "stop_gained"][line % 3]},${depth},${random().toFixed(6)},${(random() * 200 - 100).toPrecision(9)}\n`;
  }
}
