// Formats of text that are told by their first lines and not loaded yet. Specific ones first.

import type { FileHead, NamedFormat, Sniffed } from "../../contract/format.ts";
import { isGmt, isIni, isLog, isMarkdown, isPython, isR, isSql, isToml, isYaml } from "./no-data.ts";
import { words as loadWords } from "../parts/words.ts";
import type { MessageKey } from "../../base/failure.ts";

const content: Sniffed = { confidence: 0.95, why: loadWords.key("why-content") };

const of = (
  name: string,
  is: RegExp | ((head: FileHead) => boolean),
  more: { readonly endings?: readonly string[]; readonly refusal?: MessageKey } = {},
): NamedFormat => ({
  name,
  endings: more.endings ?? [],
  isText: true,
  ...(more.refusal ? { refusal: more.refusal } : {}),
  sniff: (head) => (head.text !== null && (typeof is === "function" ? is(head) : is.test(head.text)) ? content : null),
});

export const byFirstLines: readonly NamedFormat[] = [
  of("git-lfs", /^version https:\/\/git-lfs\.github\.com\/spec\//, { refusal: loadWords.key("pointer-lfs") }),
  of("git-annex", isAnnex, { refusal: loadWords.key("pointer-annex") }),
  of("web-error", isWebError, { refusal: loadWords.key("web-error") }),
  of("vcf", /^##fileformat=VCF/, { endings: [".vcf"] }),
  of("gff3", /^##gff-version\s+3/, { endings: [".gff3", ".gff"] }),
  of("bed", /^(?:browser[^\n]*\n)*track\s(?![^\n]*type="?(?:bedGraph|wiggle))/i, { endings: [".bed"] }),
  of("fastqc", /^##FastQC\s/, { refusal: loadWords.key("tool-report") }),
  of("bcftools-stats", /^# This file was produced by bcftools stats/, { refusal: loadWords.key("tool-report") }),
  of("phylip", /^\s*\d+\s+\d+\s*\n\S{1,30}\s+[A-Za-z?-]{5,}/, { endings: [".phy", ".phylip"] }),
  of("fasta", /^\s*(?:;[^\n]*\n)*>[^\n]*\n[A-Za-z*\-.\s]+(?:\n>|\n?$)/, { endings: [".fa", ".fasta", ".fna", ".faa"] }),
  of("qual", /^>[^\n]*\n(?:\d+\s+)+/),
  of("jaspar-pfm", /^>[^\n]*\n\s*A?\s*\[?\s*\d+(?:\.\d+)?\s/),
  of("fastq", /^@[^\n]+\r?\n[A-Za-z.*-]+\r?\n\+[^\n]*\r?\n/, { endings: [".fastq", ".fq"] }),
  of("sam", /^@(?:HD|SQ|RG|PG|CO)\t/, { endings: [".sam"] }),
  of("genbank", /^LOCUS {2,}\S/, { endings: [".gb", ".gbk"] }),
  of("embl", /^ID {3}\S/, { endings: [".embl"] }),
  of("stockholm", /^# STOCKHOLM/),
  of("clustal", /^(?:CLUSTAL|MUSCLE)/),
  of("nexus", /^#NEXUS/i, { endings: [".nex", ".nexus"] }),
  of("geo-soft", /^\^(?:DATABASE|DATASET|PLATFORM|SAMPLE|SERIES)/i, { endings: [".soft"] }),
  of("geo-series-matrix", isSeriesMatrix, { refusal: loadWords.key("series-matrix") }),
  of("mtx", /^%%MatrixMarket/, { endings: [".mtx"] }),
  of("arff", /^(?:%[^\n]*\n|\s)*@relation/i, { endings: [".arff"] }),
  of("wiggle", /^(?:track[^\n]*\n|#[^\n]*\n|browser[^\n]*\n)*(?:fixedStep|variableStep)\s/, { endings: [".wig"] }),
  of("bedgraph", /^(?:#[^\n]*\n|browser[^\n]*\n)*track[^\n]*type="?bedGraph/i, { endings: [".bedgraph"] }),
  // A matrix may begin with genes by that name, too; mutations have a class or a place.
  of("maf", /^(?:#version[^\n]*\n|#[^\n]*\n)*Hugo_Symbol\t[^\n]*\t(?:Variant_Classification|Start_Position)/, {
    endings: [".maf"],
  }),
  of("cls", /^\d+ \d+ 1\r?\n#/, { endings: [".cls"] }),
  of("svg", /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i, { endings: [".svg"] }),
  of("phyloxml", /^\s*(?:<\?xml[^>]*>\s*)?<phyloxml[\s>]/i, { endings: [".phyloxml"], refusal: loadWords.key("tree-xml") }),
  of("fods", /^\s*<\?xml[^>]*>\s*<office:document[\s>]/, { endings: [".fods"], refusal: loadWords.key("markup") }),
  of("spreadsheetml", /^\s*<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:\w+:)?Workbook[\s>]/, {
    refusal: loadWords.key("markup"),
  }),
  of("dif", /^TABLE\r?\n0,1\r?\n"/, { endings: [".dif"], refusal: loadWords.key("old-sheet") }),
  of("sylk", /^ID;P[^\n]*\r?\n(?:[BCEFNOPW];|NN;)/, { endings: [".slk", ".sylk"], refusal: loadWords.key("old-sheet") }),
  of("illumina-samplesheet", /^\s*\[Header\],*\r?\n[^]*^\[(?:Data|BCLConvert_Data|Reads|Cloud_Data)\],*\r?$/m, {
    refusal: loadWords.key("samplesheet"),
  }),
  of("pdb", /^(?:HEADER {4}\S|(?:ATOM {2}|HETATM) *\d+ +\S+ +\w{1,3} )/, {
    endings: [".pdb", ".ent"],
    refusal: loadWords.key("structure"),
  }),
  of("mmcif", /^data_\w+\s*(?:#[^\n]*\s*)*(?:_entry\.id|loop_|_)/, {
    endings: [".cif", ".mmcif"],
    refusal: loadWords.key("structure"),
  }),
  of("sdf", /^(?:[^\n]*\n){3} *\d+ +\d+ [^\n]*V[23]000/, { endings: [".sdf", ".mol"], refusal: loadWords.key("structure") }),
  of("chain", /^(?:#[^\n]*\n)*chain \d+ \S+ \d+ [+-] \d+ \d+ \S+ \d+ [+-] \d+ \d+/, {
    endings: [".chain"],
    refusal: loadWords.key("chain"),
  }),
  of("hmmer3", /^HMMER3\/[a-z] /, { endings: [".hmm"], refusal: loadWords.key("profile") }),
  of("transfac", /^(?:(?:VV|XX|AC|ID|NA|DE|BF|CC)(?: [^\n]*)?\r?\n)+P[0O]\s+A\s+C\s+G\s+T/, {
    endings: [".transfac"],
    refusal: loadWords.key("profile"),
  }),
  of("samtools-stats", /^# This file was produced by samtools stats/, { refusal: loadWords.key("tool-report") }),
  of("star-log", /^\s*Started job on \|/, { refusal: loadWords.key("tool-report") }),
  of("gmt", isGmt, { endings: [".gmt"], refusal: loadWords.key("gene-sets") }),
  of("diff", /^(?:diff --git a\/|--- \S[^\n]*\n\+\+\+ \S[^\n]*\n@@ -\d)/, {
    endings: [".patch", ".diff"],
    refusal: loadWords.key("no-data"),
  }),
  of("latex", /^\s*(?:%[^\n]*\n\s*)*\\(?:documentclass|documentstyle|begin\{|section\*?\{|usepackage)/, {
    endings: [".tex"],
    refusal: loadWords.key("no-data"),
  }),
  of(
    "bibtex",
    /^\s*(?:%[^\n]*\n\s*)*@(?:article|book|misc|inproceedings|incollection|phdthesis|techreport|manual|string|comment)\s*\{/i,
    { endings: [".bib"], refusal: loadWords.key("no-data") },
  ),
  of("shell-script", /^#!\s*\/\S*(?:\/|env\s+)(?:ba|da|z|k)?sh\b/, { endings: [".sh"], refusal: loadWords.key("script") }),
  of("python-script", isPython, { endings: [".py"], refusal: loadWords.key("script") }),
  of("r-script", isR, { endings: [".r"], refusal: loadWords.key("script") }),
  of("sql", isSql, { endings: [".sql"], refusal: loadWords.key("script") }),
  of("markdown", isMarkdown, { endings: [".md", ".markdown"], refusal: loadWords.key("no-data") }),
  of("log", isLog, { endings: [".log"], refusal: loadWords.key("log") }),
  of("toml", isToml, { endings: [".toml"], refusal: loadWords.key("key-value") }),
  of("ini", isIni, { endings: [".ini", ".cfg"], refusal: loadWords.key("key-value") }),
  of("yaml", isYaml, { endings: [".yaml", ".yml"], refusal: loadWords.key("key-value") }),
  of(
    "html",
    /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|title|script|style|link|div|form|p|h1|h2|center|iframe)[\s>]/i,
    {
      endings: [".html", ".htm"],
      refusal: loadWords.key("markup"),
    },
  ),
  of("xml", /^\s*<\?xml\s/, { endings: [".xml"], refusal: loadWords.key("markup") }),
  of("biom-json", /^\s*\{[^]{0,400}"format"\s*:\s*"Biological Observation Matrix/, { endings: [".biom"] }),
  of("geojson", /^\s*\{[^]{0,2000}?"type"\s*:\s*"FeatureCollection"/, { endings: [".geojson"] }),
  of("ipynb", isNotebook, { endings: [".ipynb"] }),
  of("key-value", isKeyValue, { refusal: loadWords.key("key-value") }),
  of("gtf", isGtf, { endings: [".gtf"] }),
];

/** Lines that describe a series of GEO and its samples, and its table between two marks. */
function isSeriesMatrix({ text }: FileHead): boolean {
  return /^\s*"?!(?:Series|Sample|Platform)_\w/.test(text ?? "") || /^"?!series_matrix_table_begin/m.test(text ?? "");
}

/** A notebook of Jupyter (nbformat 4). */
function isNotebook({ text }: FileHead): boolean {
  return /^\s*\{/.test(text ?? "") && /"cells"\s*:\s*\[/.test(text ?? "") && /"(?:nbformat|cell_type)"\s*:/.test(text ?? "");
}

/** What git-annex leaves in the place of a file: a path into its store. */
function isAnnex({ text, isWhole }: FileHead): boolean {
  return isWhole && /^(?:\.{0,2}\/)?(?:[\w.-]+\/)*\.?(?:git\/)?annex\/objects\/\S+\s*$/.test(text ?? "");
}

/** What a store or a service answers in the place of a file that it does not give out. */
function isWebError({ text, isWhole }: FileHead): boolean {
  if (!isWhole || text === null || text.length > 20_000) return false;
  if (/^\s*(?:<\?xml[^>]*>\s*)?<Error>\s*<Code>/.test(text)) return true;
  if (!/^\s*\{[^]*\}\s*$/.test(text)) return false;
  try {
    const found = JSON.parse(text) as { readonly [key: string]: unknown };
    const keys = Object.keys(found).map((key) => key.toLowerCase());
    const has = (...names: readonly string[]): boolean => names.some((name) => keys.includes(name));
    return (
      keys.length <= 8 &&
      (has("error", "errors", "error_description") ||
        (has("message", "detail") && has("status", "code", "documentation_url", "statuscode", "request_id")))
    );
  } catch {
    return false;
  }
}

/** Lines of a name, a colon or "=", and a value: settings of a program, metadata of a study. */
function isKeyValue({ isWhole, text }: FileHead): boolean {
  if (!isWhole || text === null) return false;
  const kept = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (kept.length < 2 || kept.length > 500) return false;
  const keys = kept.map((line) => /^([A-Za-z][\w .()/-]{0,60}?)\s*(?::(?=\s|$)|=(?!=))/.exec(line)?.[1]);
  if (keys.some((key) => key === undefined) || new Set(keys).size !== keys.length) return false;
  // A table whose cells hold such texts has as many fields in each line.
  return ["\t", ",", ";"].every(
    (delimiter) => new Set(kept.map((line) => line.split(delimiter).length)).size > 1 || !kept[0]?.includes(delimiter),
  );
}

function isGtf({ lines }: FileHead): boolean {
  const rows = lines.filter((line) => !line.startsWith("#")).slice(0, 20);
  return rows.length > 0 && rows.every((line) => line.split("\t").length === 9 && /gene_id "|transcript_id "/.test(line));
}
