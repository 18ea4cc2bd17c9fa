// Formats of text that are told by their first lines and not loaded yet. Specific ones first.

import type { FileHead, NamedFormat, Sniffed } from "../../contract/format.ts";
import { words as sequenceWords } from "../parts/sequences/words.ts";
import { annotationShape } from "../parts/intervals/annotation-shape.ts";
import { isBismarkCoverage } from "../parts/intervals/bed-shape.ts";
import { headRows } from "../parts/intervals/head-rows.ts";
import { isPed } from "../parts/plink/sniff.ts";
import { words as plinkWords } from "../parts/plink/words.ts";
import { isIni, isLog, isMarkdown, isPython, isR, isSql, isToml, isYaml } from "./no-data.ts";
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
  of("plink-ped", (head) => head.parts === null && isPed(head), { endings: [".ped"], refusal: plinkWords.key("ped-alone") }),
  of("fastqc", /^##FastQC\s/, { refusal: loadWords.key("tool-report") }),
  of("bcftools-stats", /^# This file was produced by bcftools stats/, { refusal: loadWords.key("tool-report") }),
  of("interval-list", isIntervalList, { endings: [".interval_list"] }),
  of("qual", isQual, { endings: [".qual"], refusal: sequenceWords.key("refuse-qual") }),
  of("csfastq", /^@[^\n]+\r?\n[ACGT][0-3.]{5,}\r?\n\+/, { endings: [".csfastq"], refusal: sequenceWords.key("refuse-csfastq") }),
  of("embl", /^\s*ID {3}\S[^\n]*;\s*\d+ BP\./, { endings: [".embl"], refusal: sequenceWords.key("refuse-embl") }),
  of("uniprot-dat", /^ID {3}\S+ +(?:Reviewed|Unreviewed);\s+\d+ AA\./, { refusal: sequenceWords.key("refuse-uniprot") }),
  of("msf", /^(?:!![AN]A_MULTIPLE_ALIGNMENT|PileUp|[^\n]*\bMSF: +\d+ +Type: [PN]\b)/, {
    endings: [".msf"],
    refusal: sequenceWords.key("refuse-msf"),
  }),
  of("transfac", /^(?:VV {2}[^\n]*\n(?:XX\s*\n|\/\/\s*\n)*)?AC {2}\S[^]{0,4000}?\nP[0O]\s+A\s+C\s+G\s+T/, {
    refusal: sequenceWords.key("refuse-transfac"),
  }),
  of("homer-motif", /^>[ACGTNRYSWKMBDHV]+\t[^\t\n]+\t-?[\d.]+[^\n]*\n(?:\d\.\d+\t){3}\d\.\d+/, {
    endings: [".motif"],
    refusal: sequenceWords.key("refuse-homer"),
  }),
  of("fai", isFastaIndex, { endings: [".fai"], refusal: sequenceWords.key("refuse-fai") }),
  of("geo-soft", /^\^(?:DATABASE|DATASET|PLATFORM|SAMPLE|SERIES)/i, { endings: [".soft"] }),
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
  of("hmmer3", /^HMMER3\/[a-z] /, { endings: [".hmm"], refusal: loadWords.key("profile") }),
  of("samtools-stats", /^# This file was produced by samtools stats/, { refusal: loadWords.key("tool-report") }),
  of("star-log", /^\s*Started job on \|/, { refusal: loadWords.key("tool-report") }),
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
  of("geojson", /^\s*\{[^]{0,2000}?"type"\s*:\s*"FeatureCollection"/, { endings: [".geojson"] }),
  of("ipynb", isNotebook, { endings: [".ipynb"] }),
  of("key-value", isKeyValue, { refusal: loadWords.key("key-value") }),
  of("gff2", (head) => annotationShape(head)?.format === "gff2", { endings: [".gff2"] }),
  of("bismark-coverage", (head) => isBismarkCoverage(headRows(head).rows), { endings: [".cov"] }),
  of("chain", /^(?:#[^\n]*\n|\s)*chain \d+ \S+ \d+ [+-] \d+ \d+ \S+ \d+ [+-] \d+ \d+/, {
    endings: [".chain"],
    refusal: loadWords.key("chain"),
  }),
];

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

/** Whole numbers under titles, in lines of any length; four lines of as many numbers each are a motif. */
function isQual({ text }: FileHead): boolean {
  if (text === null || !/^\s*>[^\n]*\n\s*\d+(?:[ \t]+\d+)*\s*(?:\n|$)/.test(text)) return false;
  const [first = ""] = text.trimStart().slice(1).split(/\n>/);
  const rows = first
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim().split(/\s+/));
  const isMotif = rows.length === 4 && rows.every((row) => row.length === rows[0]?.length);
  return rows.flat().every((value) => /^\d{1,2}$/.test(value)) && !isMotif;
}

/** Names, lengths, offsets, and letters and bytes of a line, which are one or two more (samtools faidx). */
function isFastaIndex({ lines, text, isWhole }: FileHead): boolean {
  if (text === null) return false;
  const rows = isWhole ? text.split(/\r?\n/).filter((line) => line !== "") : lines;
  let before = 0;
  return (
    rows.length > 0 &&
    rows.slice(0, 50).every((line) => {
      const [name = "", ...rest] = line.split("\t");
      if (name === "" || (rest.length !== 4 && rest.length !== 5) || !rest.every((field) => /^\d{1,12}$/.test(field)))
        return false;
      const [length = 0, offset = 0, letters = 0, bytes = 0] = rest.map(Number);
      const isBehind = offset > before;
      before = offset + length;
      return isBehind && letters > 0 && (bytes === letters + 1 || bytes === letters + 2) && letters <= Math.max(length, 1);
    })
  );
}

/** Places of Picard, from 1, behind the header of SAM. */
function isIntervalList({ lines }: FileHead): boolean {
  if (!/^@(?:HD|SQ)\t/.test(lines[0] ?? "")) return false;
  const rows = lines.filter((line) => !line.startsWith("@")).slice(0, 20);
  return rows.length > 0 && rows.every((line) => /^[^\t]+\t\d+\t\d+\t[+-](?:\t[^\t]*)?$/.test(line));
}
