// One quality summary of one FASTQ file in a process of its own: prints seconds, peak megabytes, reads and bases. Started by
// reads.bench.ts.

import process from "node:process";
import { guessQualities } from "@genomecraft/cells/formats/parts/sequences/qualities.ts";
import { qualityReport } from "@genomecraft/cells/formats/parts/sequences/quality-report.ts";
import { qualitySummary } from "@genomecraft/cells/formats/parts/sequences/quality-summary.ts";
import { fileSource } from "./file-source.ts";

const file = process.argv[2] as string;
const started = performance.now();
const summary = await qualitySummary((await fileSource(file)).stream());
const { encoding, other } = guessQualities(summary.least, summary.most);
const report = qualityReport(summary, encoding, other !== null);
const seconds = (performance.now() - started) / 1000;
console.log(seconds, process.resourceUsage().maxRSS / 1024, report["reads"], report["bases"]);
