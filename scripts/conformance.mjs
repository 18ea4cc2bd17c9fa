// npm run conformance: the files of ../shared/data/conformance held to the rules of their formats, beside what the usual programs do
// with the same files where those are installed (bcftools, samtools, seqkit), as docs/CONFORMANCE.md.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePackages, root } from "./prepare.mjs";
import { say, stop } from "./say.mjs";

ensurePackages();
const { register } = await import("tsx/esm/api");
register();
const of = (file) => import(pathToFileURL(path.join(root, file)).href);
const { conformanceFolder, hasConformance, verdicts } = await of("kernel/src/testing/conformance/conformance.ts");
if (!hasConformance) stop(`The files are not there: ${conformanceFolder}.`);

/** What is asked of each program: its version, and to read a file to its end. */
const programs = [
  { name: "bcftools", formats: ["vcf"], version: ["--version"], read: (file) => ["view", "--no-version", file] },
  { name: "samtools", formats: ["sam"], version: ["--version"], read: (file) => ["view", "-h", "--no-PG", file] },
  { name: "seqkit", formats: ["fasta", "fastq"], version: ["version"], read: (file) => ["seq", "-v", file] },
];

function runs({ name, formats, version, read }, all) {
  const said = spawnSync(name, version, { encoding: "utf8" });
  if (said.error || said.status !== 0) return [];
  const [, number = ""] = /(\d+(?:\.\d+)+)/.exec(said.stdout) ?? [];
  say(`${name} ${number} ...`);
  return formats.map((format) => ({
    format,
    program: `${name} ${number}`,
    outcomes: all
      .filter(({ expected }) => expected.format === format)
      .map(({ expected }) => {
        const done = spawnSync(name, read(path.join(conformanceFolder, expected.file)), {
          encoding: "utf8",
          maxBuffer: 1 << 28,
          timeout: 60_000,
        });
        const lines = [...done.stderr.matchAll(/\bline[s:]? *(\d+)/gi)].map(([, line]) => Number(line));
        return {
          expected,
          isRefused: done.status !== 0,
          isWarned: done.status !== 0 || done.stderr.trim() !== "",
          isLineRight: lines.some((line) => expected.lines.includes(line)),
        };
      }),
  }));
}

say("GenomeCraft ...");
const relaxed = await verdicts(false);
const strict = await verdicts(true);
const formats = [...new Set(strict.map(({ expected }) => expected.format))];
const ours = (program, all) =>
  formats.map((format) => ({ format, program, outcomes: all.filter(({ expected }) => expected.format === format) }));
const peers = programs.flatMap((program) => runs(program, strict));
const all = formats.flatMap((format) =>
  [...ours("GenomeCraft", relaxed), ...ours("GenomeCraft --strict", strict), ...peers].filter((run) => run.format === format),
);

const share = (some, of) => (of.length === 0 ? "" : `${some.length} of ${of.length}`);
const taken = strict.filter(({ expected, recognised }) => recognised !== expected.format);
const rows = all.map(({ format, program, outcomes }) => {
  const good = outcomes.filter(({ expected }) => expected.passes);
  const body = outcomes.filter(({ expected }) => expected.part === "body");
  const header = outcomes.filter(({ expected }) => expected.part === "header");
  return [
    format,
    program,
    share(
      good.filter(({ isRefused }) => !isRefused),
      good,
    ),
    share(
      good.filter(({ isWarned }) => !isWarned),
      good,
    ),
    share(
      body.filter(({ isRefused }) => isRefused),
      body,
    ),
    share(
      body.filter(({ isRefused, isLineRight }) => isRefused && isLineRight),
      body,
    ),
    share(
      header.filter(({ isRefused }) => isRefused),
      header,
    ),
    share(
      header.filter(({ isWarned }) => isWarned),
      header,
    ),
    share(
      header.filter(({ isWarned, isLineRight }) => isWarned && isLineRight),
      header,
    ),
  ];
});
const names = [
  "format",
  "program",
  "sound files accepted",
  "without a warning",
  "faults of the body refused",
  "with the line",
  "faults of the header refused",
  "at least warned of",
  "with the line",
];
const table = [names, names.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const missed = strict.filter(({ expected, isRefused, isWarned, isLineRight }) =>
  expected.passes ? isRefused : !(isLineRight && (expected.part === "body" ? isRefused : isWarned)),
);
const isHarder = ({ expected, isRefused }, at) => !expected.passes && !isRefused && strict[at].isRefused;
const softer = relaxed.filter(isHarder);
const listed = (some) =>
  some.length === 0 ? "None." : some.map(({ expected }) => `- \`${expected.file}\`: ${expected.reason}`).join("\n");
const bodies = softer.filter(({ expected }) => expected.part === "body");

writeFileSync(
  path.join(root, "docs", "CONFORMANCE.md"),
  `# How files are checked, against files made to be checked

Written by \`npm run conformance\`. ${strict.length} files of hts-specs (VCF, SAM), Biopython (FASTQ), scikit-bio (FASTA) and gff-js (GFF3): which
must be accepted and which refused, and for what on which line, stands in \`fixtures/conformance-lines.tsv\`, which somebody wrote from the
files alone before any rule was there. Each program is asked to read the file to its end: it refuses by its exit code, it warns by
anything on standard error, and the line is right where it names one of the lines that are wrong. bcftools names positions, seldom lines,
and warns of most files, sound ones too, because their header names no contigs.

${table}

Relaxed, as checking is unless chosen otherwise, what the standard forbids and every reader in use passes over is a warning; strict, an error.

## Not found, or on another line, where checking is strict

${listed(missed)}

## Taken for another format where nobody says which

By what is in it, or by its ending where that says nothing: ${strict.length - taken.length} of ${strict.length} files are taken for what they are.

${taken.map(({ expected, recognised }) => `- \`${expected.file}\`: ${recognised}`).join("\n")}

## Faults of the body that are a warning or a note unless checking is strict

${listed(bodies)}
`,
);
process.stdout.write(`${table}\n\n${missed.length} missed where checking is strict.\n`);
