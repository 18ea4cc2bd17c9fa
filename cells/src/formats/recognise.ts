// What a file is, told by its content; the name only breaks ties. Specific formats first, the general last. Formats that
// GenomeCraft does not load yet are named all the same, so that nobody is told "unknown" about a BAM.

export type FileFormat =
  | "csv"
  | "tsv"
  | "delimited"
  | "xlsx"
  | "xlsx-encrypted"
  | "xls"
  | "parquet"
  | "jsonl"
  | "json"
  | "arrow"
  | "gzip"
  | "zip"
  | "text"
  | "empty"
  | "binary"
  | "utf16"
  | OtherFormat;

/** Recognised, not loaded yet. */
export type OtherFormat = (typeof otherFormats)[number];
export const otherFormats = [
  "fasta", "fastq", "vcf", "bcf", "bam", "bai", "csi", "tbi", "cram", "crai", "sam", "gff3", "gtf", "genbank", "embl", "bigwig", "bigbed",
  "wiggle", "bedgraph", "hdf5", "gct", "maf", "mtx", "plink-bed", "geo-soft", "onnx", "rds", "pdf", "image", "sqlite", "7z", "arff", "nexus",
  "stockholm", "clustal", "biom-json", "qual", "jaspar-pfm", "cls", "zstd", "bzip2", "xz", "ods", "docx", "pptx", "html", "xml",
] as const; // biome-ignore format: a list

export interface Recognised {
  readonly format: FileFormat;
  /** 0..1: 1 for a signature, less for a guess from text. */
  readonly confidence: number;
  /** What else it could be, likeliest first. */
  readonly alternatives: readonly FileFormat[];
  /** Message key of the reason, with the area "load". */
  readonly why: string;
}

/** Formats that the load kind reads. */
export const loadable: ReadonlySet<FileFormat> = new Set(["csv", "tsv", "delimited", "xlsx", "parquet", "jsonl"]);

const sure = (format: FileFormat): Recognised => ({ format, confidence: 1, alternatives: [], why: "load.why-signature" });
const likely = (format: FileFormat, alternatives: readonly FileFormat[] = ["text"]): Recognised => ({
  format,
  confidence: 0.95,
  alternatives,
  why: "load.why-content",
});

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
const letters = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** `head`: the first bytes (64 KiB are plenty), unpacked when the file is gzip. `name` without its ".gz". */
export function recognise(head: Uint8Array, name = ""): Recognised {
  if (head.length === 0) return sure("empty");
  return bySignature(head) ?? byText(head, name.toLowerCase());
}

function bySignature(head: Uint8Array): Recognised | null {
  if (startsWith(head, 0x1f, 0x8b)) return sure("gzip");
  if (letters(head, "PAR1")) return sure("parquet");
  if (letters(head, "ARROW1")) return sure("arrow");
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    return sure(containsWide(head, "EncryptedPackage") ? "xlsx-encrypted" : "xls");
  }
  if (startsWith(head, 0x50, 0x4b, 3, 4)) return sure(byParts(head));
  if (letters(head, "BAM\u0001")) return sure("bam");
  if (letters(head, "BAI\u0001")) return sure("bai");
  if (letters(head, "CSI\u0001")) return sure("csi");
  if (letters(head, "TBI\u0001")) return sure("tbi");
  if (letters(head, "BCF")) return sure("bcf");
  if (letters(head, "CRAM")) return sure("cram");
  if (startsWith(head, 0x26, 0xfc, 0x8f, 0x88) || startsWith(head, 0x88, 0x8f, 0xfc, 0x26)) return sure("bigwig");
  if (startsWith(head, 0xeb, 0xf2, 0x89, 0x87) || startsWith(head, 0x87, 0x89, 0xf2, 0xeb)) return sure("bigbed");
  if (startsWith(head, 0x89, 0x48, 0x44, 0x46)) return sure("hdf5");
  if (startsWith(head, 0x6c, 0x1b, 0x01)) return sure("plink-bed");
  if (letters(head, "%PDF")) return sure("pdf");
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47) || startsWith(head, 0xff, 0xd8, 0xff)) return sure("image");
  if (letters(head, "SQLite format 3")) return sure("sqlite");
  if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) return sure("zstd");
  if (letters(head, "BZh")) return sure("bzip2");
  if (startsWith(head, 0xfd, 0x37, 0x7a, 0x58, 0x5a)) return sure("xz");
  if (startsWith(head, 0x37, 0x7a, 0xbc, 0xaf)) return sure("7z");
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return sure("utf16");
  const zeros = zerosIn(head);
  if (zeros.odd + zeros.even === 0) return null;
  // Every other byte of ordinary text is zero in UTF-16.
  const most = Math.max(zeros.odd, zeros.even);
  if (most * 4 > head.length && Math.min(zeros.odd, zeros.even) * 20 < most) return sure("utf16");
  // A few in what is else text are told with their line when it is read.
  return (zeros.odd + zeros.even) * 100 > head.length + 400 ? sure("binary") : null;
}

/** Which document a zip file is, by the names of its parts. */
function byParts(head: Uint8Array): FileFormat {
  if (contains(head, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) return "ods";
  if (contains(head, "xl/")) return "xlsx";
  if (!contains(head, "[Content_Types].xml")) return "zip";
  return contains(head, "word/") ? "docx" : contains(head, "ppt/") ? "pptx" : "xlsx";
}

function zerosIn(bytes: Uint8Array): { readonly odd: number; readonly even: number } {
  let odd = 0;
  let even = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    if (at & 1) odd++;
    else even++;
  }
  return { odd, even };
}

function contains(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (letters(bytes, text, at)) return true;
  return false;
}

/** The same in UTF-16LE, as names stand in a compound file. */
function containsWide(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = true;
    for (let i = 0; i < text.length && same; i++) same = bytes[at + i * 2] === text.charCodeAt(i) && bytes[at + i * 2 + 1] === 0;
    if (same) return true;
  }
  return false;
}

const firstLines: readonly (readonly [OtherFormat, RegExp])[] = [
  ["vcf", /^##fileformat=VCF/],
  ["gff3", /^##gff-version\s+3/],
  ["fasta", /^(?:;[^\n]*\n)*>[^\n]*\n[A-Za-z*\-.\s]+(?:\n>|\n?$)/],
  ["qual", /^>[^\n]*\n(?:\d+\s+)+/],
  ["jaspar-pfm", /^>[^\n]*\n\s*A?\s*\[?\s*\d+(?:\.\d+)?\s/],
  ["fastq", /^@[^\n]+\r?\n[A-Za-z.*-]+\r?\n\+[^\n]*\r?\n/],
  ["sam", /^@(?:HD|SQ|RG|PG|CO)\t/],
  ["genbank", /^LOCUS {2,}\S/],
  ["embl", /^ID {3}\S/],
  ["stockholm", /^# STOCKHOLM/],
  ["clustal", /^(?:CLUSTAL|MUSCLE)/],
  ["nexus", /^#NEXUS/i],
  ["geo-soft", /^\^(?:DATABASE|DATASET|PLATFORM|SAMPLE|SERIES)/i],
  ["gct", /^#1\.[23]\r?\n\d+\t\d+/],
  ["mtx", /^%%MatrixMarket/],
  ["arff", /^(?:%[^\n]*\n|\s)*@relation/i],
  ["wiggle", /^(?:track[^\n]*\n|#[^\n]*\n|browser[^\n]*\n)*(?:fixedStep|variableStep)\s/],
  ["bedgraph", /^(?:#[^\n]*\n|browser[^\n]*\n)*track[^\n]*type="?bedGraph/i],
  ["maf", /^(?:#version[^\n]*\n|#[^\n]*\n)*Hugo_Symbol\t/],
  ["cls", /^\d+ \d+ 1\r?\n#/],
  ["html", /^\s*<(?:!doctype html|html|head|body|table|meta)[\s>]/i],
  ["xml", /^\s*<\?xml\s/],
  ["biom-json", /^\s*\{[^]{0,400}"format"\s*:\s*"Biological Observation Matrix/],
];

function byText(head: Uint8Array, name: string): Recognised {
  const text = new TextDecoder("utf-8").decode(head).replace(/^\ufeff/, "");
  if (text.trim() === "") return sure("empty");
  const control = head.reduce(
    (count, byte) => count + ((byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0),
    0,
  );
  if (control > head.length / 50 || isScrambled(head, text)) return sure("binary");
  for (const [format, pattern] of firstLines) if (pattern.test(text)) return likely(format, ["delimited", "text"]);
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== "");
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  if (isGtf(whole)) return likely("gtf", ["tsv"]);
  if (/^\s*\{/.test(text)) {
    const objects = whole.slice(0, 20);
    if (objects.every((line) => /^\s*\{.*\}\s*$/.test(line) && isJson(line))) return likely("jsonl", ["json"]);
    // Named so and begun so: the line that is wrong is told when it is read.
    if (/\.(?:jsonl|ndjson)$/.test(name) && isJson(whole[0] ?? "")) return likely("jsonl", ["json"]);
    return likely("json", ["jsonl"]);
  }
  if (/^\s*\[/.test(text) && (name.endsWith(".json") || /^\s*\[\s*[{["\d\]]/.test(text))) return likely("json", ["text"]);
  return byDelimiter(whole, name);
}

/** No encoding of letters fills bytes so evenly: neither UTF-8, nor the ends of lines and words of any other text. */
function isScrambled(head: Uint8Array, text: string): boolean {
  const high = head.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
  if (high * 2 < head.length || head.length < 64) return false;
  const broken = text.length - text.replaceAll("\ufffd", "").length;
  return broken * 4 > head.length && head.reduce((count, byte) => count + (byte < 64 ? 1 : 0), 0) * 50 < head.length;
}

const isGtf = (lines: readonly string[]): boolean => {
  const rows = lines.filter((line) => !line.startsWith("#")).slice(0, 20);
  return rows.length > 0 && rows.every((line) => line.split("\t").length === 9 && /gene_id "|transcript_id "/.test(line));
};

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Fields per line, quoted delimiters aside, agree over the lines. */
function byDelimiter(lines: readonly string[], name: string): Recognised {
  const rows = lines.filter((line) => !line.startsWith("#")).slice(0, 100);
  let best: { format: FileFormat; agreeing: number; score: number } | null = null;
  for (const [delimiter, format] of [
    ["\t", "tsv"],
    [",", "csv"],
    [";", "delimited"],
    ["|", "delimited"],
    [" ", "delimited"],
  ] as const) {
    const widths = rows.map((line) => line.replace(/"(?:[^"]|"")*"/g, "").split(delimiter).length);
    const width = widths[widths.length - 1] ?? 1;
    if (width < 2) continue;
    const agreeing = widths.filter((each) => each === width || each === width - 1).length / widths.length;
    // Where two agree, the one without a field too few: "a;1,5" is cut at the semicolon.
    const exact = widths.filter((each) => each === width).length / widths.length;
    const score = agreeing - (delimiter === " " ? 0.15 : 0) + exact * 0.08;
    if (agreeing >= 0.6 && (!best || score > best.score)) best = { format, agreeing, score };
  }
  if (best) {
    const confidence = Math.round(Math.min(0.95, 0.5 + best.agreeing * 0.45) * 100) / 100;
    return { format: best.format, confidence, alternatives: ["text"], why: "load.why-columns" };
  }
  const named = /\.(csv|tsv|tab|txt)$/.exec(name)?.[1];
  if (named === "csv" || named === "tsv" || named === "tab") {
    return { format: named === "csv" ? "csv" : "tsv", confidence: 0.5, alternatives: ["text"], why: "load.why-name" };
  }
  return { format: "text", confidence: 0.5, alternatives: ["csv"], why: "load.why-no-columns" };
}
