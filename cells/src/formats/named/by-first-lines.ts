// Formats of text that are told by their first lines and not loaded yet. Specific ones first.

import type { FileHead, NamedFormat, Sniffed } from "../../contract/format.ts";
import { jsonOf } from "../jsonl/json-of-head.ts";
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
  of("vcf", /^##fileformat=VCF/, { endings: [".vcf"] }),
  of("gff3", /^##gff-version\s+3/, { endings: [".gff3", ".gff"] }),
  of("fasta", /^(?:;[^\n]*\n)*>[^\n]*\n[A-Za-z*\-.\s]+(?:\n>|\n?$)/, { endings: [".fa", ".fasta", ".fna", ".faa"] }),
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
  of("mtx", /^%%MatrixMarket/, { endings: [".mtx"] }),
  of("arff", /^(?:%[^\n]*\n|\s)*@relation/i, { endings: [".arff"] }),
  of("wiggle", /^(?:track[^\n]*\n|#[^\n]*\n|browser[^\n]*\n)*(?:fixedStep|variableStep)\s/, { endings: [".wig"] }),
  of("bedgraph", /^(?:#[^\n]*\n|browser[^\n]*\n)*track[^\n]*type="?bedGraph/i, { endings: [".bedgraph"] }),
  of("maf", /^(?:#version[^\n]*\n|#[^\n]*\n)*Hugo_Symbol\t/, { endings: [".maf"] }),
  of("cls", /^\d+ \d+ 1\r?\n#/, { endings: [".cls"] }),
  of("html", /^\s*<(?:!doctype html|html|head|body|table|meta)[\s>]/i, {
    endings: [".html", ".htm"],
    refusal: loadWords.key("markup"),
  }),
  of("xml", /^\s*<\?xml\s/, { endings: [".xml"], refusal: loadWords.key("markup") }),
  of("biom-json", /^\s*\{[^]{0,400}"format"\s*:\s*"Biological Observation Matrix/, { endings: [".biom"] }),
  of("gtf", isGtf, { endings: [".gtf"] }),
  { ...of("json", () => false, { endings: [".json"] }), sniff: (head) => jsonOf(head).json },
];

function isGtf({ lines }: FileHead): boolean {
  const rows = lines.filter((line) => !line.startsWith("#")).slice(0, 20);
  return rows.length > 0 && rows.every((line) => line.split("\t").length === 9 && /gene_id "|transcript_id "/.test(line));
}
