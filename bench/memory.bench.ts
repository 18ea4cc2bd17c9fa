// Memory does not grow with the file where it is read in one pass: the peak of resident memory of a fresh process beyond what its
// answer takes (the columns of a table; nothing for a check, a summary, a count), at ten times a length beside once that length.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { builtReader, numbersOf } from "./built-reader.ts";
import { bedLines, gffLines, measurementLines, samLines, writeLines, writeReads, writeVariants } from "./generated-files.ts";
import { median, type Measurement } from "./measurement.ts";

const rounds = 3;
const readLength = 150;

interface Way {
  readonly name: string;
  /** Of memory-reader.ts. */
  readonly way: "read" | "check" | "summary" | "covered";
  readonly file: string;
  /** Rows of the shorter file; ten times as many are in the longer. */
  readonly rows: number;
}
const ways: readonly Way[] = [
  { name: "VCF x 10, read", way: "read", file: "variants.vcf", rows: 20_000 },
  { name: "VCF x 10, checked", way: "check", file: "variants.vcf", rows: 20_000 },
  { name: "FASTQ x 150, quality summary", way: "summary", file: "reads.fastq", rows: 50_000 },
  { name: "FASTQ x 150, checked", way: "check", file: "reads.fastq", rows: 50_000 },
  { name: "SAM, read", way: "read", file: "reads.sam", rows: 30_000 },
  { name: "SAM, checked", way: "check", file: "reads.sam", rows: 30_000 },
  { name: "BAM, covered", way: "covered", file: "reads.bam", rows: 30_000 },
  { name: "BAM, checked", way: "check", file: "reads.bam", rows: 30_000 },
  { name: "BED 6, read", way: "read", file: "peaks.bed", rows: 100_000 },
  { name: "BED 6, checked", way: "check", file: "peaks.bed", rows: 100_000 },
  { name: "GFF3, read", way: "read", file: "exons.gff3", rows: 50_000 },
  { name: "GFF3, checked", way: "check", file: "exons.gff3", rows: 50_000 },
  { name: "CSV x 6, read", way: "read", file: "measurements.csv", rows: 100_000 },
];

/** False: what makes it is not installed. */
function write(folder: string, { file, rows }: Way): boolean {
  const to = path.join(folder, file);
  if (file.endsWith(".vcf")) writeVariants(to, rows, 10);
  else if (file.endsWith(".fastq")) writeReads(to, rows, readLength);
  else if (file.endsWith(".sam")) writeLines(to, samLines(rows, rows * 5, readLength));
  else if (file.endsWith(".bed")) writeLines(to, bedLines(rows));
  else if (file.endsWith(".gff3")) writeLines(to, gffLines(rows));
  else if (file.endsWith(".csv")) writeLines(to, measurementLines(rows));
  else {
    writeLines(`${to}.sam`, samLines(rows, rows * 5, readLength));
    return spawnSync("samtools", ["view", "-b", "-o", to, `${to}.sam`]).status === 0;
  }
  return true;
}

export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    const program = await builtReader(folder, "memory-reader.ts");
    const beyond = (way: Way, file: string): number =>
      median(
        Array.from({ length: rounds }, () => {
          const [peak = 0, answer = 0, rows] = numbersOf(program, [way.way, file]);
          if (way.way !== "check" && rows !== way.rows) throw new Error(`${way.name}: ${rows} rows of ${way.rows}`);
          return peak - answer;
        }),
      );
    const measurements: Measurement[] = [];
    for (const way of ways) {
      const file = path.join(folder, way.file);
      const longer = { ...way, rows: way.rows * 10 };
      if (!write(folder, way)) continue;
      const once = beyond(way, file);
      write(folder, longer);
      const value = beyond(longer, file);
      measurements.push({
        name: `${way.name}, ${longer.rows.toLocaleString("en")} rows, memory beyond the answer`,
        unit: "MB",
        median: value,
        peer: `${way.rows.toLocaleString("en")} rows`,
        peerMedian: once,
        ratio: value / once,
        bound: "ratio <= 1.3",
      });
      console.log(measurements.at(-1));
    }
    return measurements;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
