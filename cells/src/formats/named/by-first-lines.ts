// Formats of text that are told by their first lines and not loaded yet. Specific ones first.

import type { FileHead, NamedFormat, Sniffed } from "../../contract/format.ts";
import { annotationShape } from "../parts/intervals/annotation-shape.ts";
import { isBismarkCoverage } from "../parts/intervals/bed-shape.ts";
import { headRows } from "../parts/intervals/head-rows.ts";
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
  of("fastqc", /^##FastQC\s/),
  of("bcftools-stats", /^# This file was produced by bcftools stats/),
  of("phylip", /^\s*\d+\s+\d+\s*\n\S{1,30}\s+[A-Za-z?-]{5,}/, { endings: [".phy", ".phylip"] }),
  of("qual", /^>[^\n]*\n(?:\d+\s+)+/),
  of("jaspar-pfm", /^>[^\n]*\n\s*A?\s*\[?\s*\d+(?:\.\d+)?\s/),
  of("interval-list", isIntervalList, { endings: [".interval_list"] }),
  of("genbank", /^LOCUS {2,}\S/, { endings: [".gb", ".gbk"] }),
  of("embl", /^ID {3}\S/, { endings: [".embl"] }),
  of("stockholm", /^# STOCKHOLM/),
  of("clustal", /^(?:CLUSTAL|MUSCLE)/),
  of("nexus", /^#NEXUS/i, { endings: [".nex", ".nexus"] }),
  of("geo-soft", /^\^(?:DATABASE|DATASET|PLATFORM|SAMPLE|SERIES)/i, { endings: [".soft"] }),
  of("arff", /^(?:%[^\n]*\n|\s)*@relation/i, { endings: [".arff"] }),
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
  of("chain", /^(?:#[^\n]*\n|\s)*chain \d+ \S+ \d+ [+-] \d+ \d+ \S+ \d+ [+-] \d+ \d+/, { endings: [".chain"] }),
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

/** Places of Picard, from 1, behind the header of SAM. */
function isIntervalList({ lines }: FileHead): boolean {
  if (!/^@(?:HD|SQ)\t/.test(lines[0] ?? "")) return false;
  const rows = lines.filter((line) => !line.startsWith("@")).slice(0, 20);
  return rows.length > 0 && rows.every((line) => /^[^\t]+\t\d+\t\d+\t[+-](?:\t[^\t]*)?$/.test(line));
}
