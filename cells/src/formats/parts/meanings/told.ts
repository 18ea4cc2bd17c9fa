// How each meaning of a column is told: from which broader one it is made finer, by what its column is called, and which
// values fit. A line for each meaning of artifacts/semantics.ts; the compiler names the one that is forgotten. Patterns are
// anchored and run over a sample of the values.
//
// Forms of identifiers: Ensembl stable ids (www.ensembl.org/info/genome/stable_ids), RefSeq accessions (NCBI Handbook, ch. 18,
// table 1), UniProt accessions (www.uniprot.org/help/accession_numbers), dbSNP (rs), HGVS nomenclature 21.0, TCGA barcodes
// (GDC documentation), 10x cell barcodes (16 or 14 bases and the number of the lane), GO and HPO (7 digits), ICD-10 and ICD-9-CM.

import type { Semantic } from "../../../artifacts/artifact.ts";
import { isAdjustedP, isFoldChange } from "../../../artifacts/difference-columns.ts";

export interface Told {
  /** Broader meanings, found before, in whose place it comes. */
  readonly from?: readonly Semantic[];
  /** What its columns are called; most of the values have to fit, too. */
  readonly called?: RegExp | ((name: string) => boolean);
  /** Of what the values look like; absent: like anything. */
  readonly text?: RegExp;
  readonly number?: (value: number) => boolean;
  /** Values alone tell it where so large a share fits: their form is that of one register and of nothing else. */
  readonly alone?: number;
}

/** The end of a name: id, ID, name, no. and the like. */
const id = String.raw`(?:[._ -]?(?:ids?|no|nr|num|numbers?|names?|code|identifiers?|accessions?|barcodes?))?`;
const named = (stems: string): RegExp => new RegExp(`^(?:${stems})${id}$`, "i");

const texts: readonly Semantic[] = ["identifier", "category", "text"];
const names: readonly Semantic[] = [...texts, "gene"];
const numbers: readonly Semantic[] = ["number", "count"];
const values: readonly Semantic[] = [...texts, ...numbers];

/** Names of whatever kind, words in any language. */
export const anyText = /\S/;

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 0;
const positive = (value: number): boolean => value >= 0;
const share = (value: number): boolean => value >= 0 && value <= 1;
/** Larger numbers are counts of something. */
const mostClusters = 1000;
const flag = (value: number): boolean => value === 0 || value === 1 || value === 2;

const survival = String.raw`os|pfs|dfs|efs|rfs|dss|dmfs|ttp|overall[._ -]?survival|(?:disease|event|progression|relapse)[._ -]?free[._ -]?survival|surv(?:ival)?`;

export const told: { readonly [semantic in Semantic]: Told } = {
  // ---- told by the older rules of semantic-type.ts: here only what fits ----
  identifier: {},
  gene: { text: /^(?!\d+$)[\p{L}\p{N}][\w.@/:()-]*$/u },
  sample: {},
  category: {},
  number: {},
  count: { number: isWhole },
  date: { text: /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}.*)?)?$/ },
  "p-value": { number: share },
  lab: {},
  // Names that tools give to what they found: scanpy, Seurat, scran, Cell Ranger, and clusters that were saved here.
  cluster: {
    from: ["category", "number", "count", "identifier", "text"],
    called:
      /^(?:(?:(?:cell|sample)[._ ])?clusters?(?:[._ ]?(?:ids?|labels?|no|numbers?))?|(?:louvain|leiden|seurat[._ ]?clusters?|graph[._ ]?clust(?:er)?|kmeans|k[._ ]means|snn[._ ]res[._ ]?\d.*|\w+_snn_res\.\d.*)(?:[._ ]?r?\d+(?:\.\d+)?)?)$/i,
    text: anyText,
    number: (value) => isWhole(value) && value <= mostClusters,
  },
  // Set by steps that look for them, or by whoever says so.
  outlier: {},
  text: {},
  chromosome: {
    text: /^(?:chr)?(?:\d{1,3}|[IVX]{1,5}|[XYZWM]|XY|MT|Un\w*|PAR\d?|GL\d+(?:\.\d+)?|KI\d+(?:\.\d+)?)(?:_\w+)?$|^(?:NC|NT|NW)_\d+(?:\.\d+)?$/i,
    number: isWhole,
  },
  position: { number: isWhole },
  allele: { text: /^(?:[ACGTUNRYSWKMBDHV.*-]+|<[^<>]+>)$/i },
  genotype: { text: /^(?:[.\d]+(?:[/|][.\d]+)+|[ACGTDI0N.-]\s?[/|]?\s?[ACGTDI0N.-])$/ },
  percent: { text: /^[+-]?\d+(?:[.,]\d+)?\s?%$/, number: (value) => value >= 0 && value <= 100 },
  score: {},
  quality: {},
  // ---- finer ones, in the order in which they are tried ----
  email: { from: texts, text: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, alone: 0.9 },
  "record-number": {
    from: values,
    called: named(
      String.raw`mrn|medical[._ -]?record|hospital|nhs|ssn|social[._ -]?security|insurance|passport|номер[._ ]карты|снилс`,
    ),
  },
  "birth-date": {
    from: [...values, "date"],
    called: /^(?:dob|birth[._ -]?(?:date|day|year)|(?:date|year)[._ -]?of[._ -]?birth|дата[._ ]рождения)$/i,
  },
  "person-name": {
    from: texts,
    called:
      /^(?:(?:first|last|full|given|family|patient|sur)[._ -]?name|name[._ -]?of[._ -]?patient|ф\.?и\.?о\.?|фамилия|имя|отчество)$/i,
  },
  "tcga-barcode": {
    from: [...texts, "sample"],
    text: /^TCGA[-.][A-Z0-9]{2}[-.][A-Z0-9]{4}(?:[-.]\d{2}[A-Z]?(?:[-.]\d{2}[A-Z]?(?:[-.][A-Z0-9]{4}[-.]\d{2})?)?)?$/,
    alone: 0.9,
  },
  barcode: {
    from: [...texts, "sample"],
    text: /^(?:[\w.]+[_:#-])?(?:[ACGT]{16}|[ACGT]{14})-\d{1,3}(?:[_-]\w+)?$|^[ACGT]{16}$/,
    alone: 0.95,
  },
  patient: {
    from: values,
    called: named("patients?|subjects?|donors?|participants?|individuals?|probands?|persons?|case[._ -]?(?=id)|usubjid|пациент"),
    text: anyText,
    number: isWhole,
  },
  "ensembl-gene": { from: names, text: /^ENS(?:[A-Z]{3,4})?G\d{11}(?:\.\d+)?$/, alone: 0.9 },
  "ensembl-transcript": { from: names, text: /^ENS(?:[A-Z]{3,4})?T\d{11}(?:\.\d+)?$/, alone: 0.9 },
  "ensembl-protein": { from: names, text: /^ENS(?:[A-Z]{3,4})?P\d{11}(?:\.\d+)?$/, alone: 0.9 },
  refseq: {
    from: texts,
    text: /^(?:[NX][MRP]|NC|NG|NT|NW|AC|AP|NZ|WP|YP)_(?:[A-Z]{4})?\d{6,12}(?:\.\d+)?$/,
    alone: 0.9,
  },
  entrez: {
    from: [...numbers, "gene", ...texts],
    called: named("entrez(?:[._ -]?gene)?|ncbi[._ -]?gene|gene(?=[._ -]?id)|geneid|locuslink"),
    text: /^\d{1,9}$/,
    number: (value) => isWhole(value) && value > 0 && value < 1e9,
  },
  probe: {
    from: names,
    text: /^(?:\d{3,}(?:_[a-z]{1,2})*_(?:at|st)|[A-Z]\w*_(?:\w+_)?at|AFFX-\S+|ILMN_\d{6,8}|A_\d{2}_P\d+|c[gh]\.?\d{8}|TC\w+\.hg\.\d)$/,
    alone: 0.9,
  },
  uniprot: {
    from: texts,
    called: named(String.raw`uniprot(?:kb)?|swiss[._ -]?prot|protein(?=[._ -]?(?:id|acc))`),
    text: /^(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(?:-\d+)?$/,
  },
  rsid: { from: texts, text: /^rs\d{2,10}$/, alone: 0.9 },
  go: { from: texts, text: /^GO:\d{7}$/, alone: 0.9 },
  hpo: { from: texts, text: /^HP:\d{7}$/, alone: 0.9 },
  icd: {
    from: texts,
    called: named(String.raw`icd[._ -]?(?:9|10|11)?(?:[._ -]?(?:cm|o3?))?|(?:diagnosis|dx)[._ -]?(?=code)`),
    text: /^(?:[A-Z]\d[\dA-Z](?:\.?[\dA-Z]{1,4})?|[EV]?\d{3}(?:\.\d{1,2})?)$/,
  },
  hgvs: {
    from: texts,
    text: /^(?:[A-Za-z][\w.-]*(?:\([\w.-]+\))?:)?(?:[cgmnr]\.[*(-]?\d[\w*>=+_()[\]-]*|p\.\(?(?:[A-Z][a-z]{2}|[A-Z*])\d+\S*|p\.[=?(]\S*)$/,
    alone: 0.9,
  },
  sequence: { from: ["text", "category"], text: /^(?:[ACGTUN-]{20,}|[ACDEFGHIKLMNPQRSTVWY*-]{30,})$/i, alone: 0.95 },
  cigar: { from: texts, called: /^cigar(?:[._ -]?str(?:ing)?)?$/i, text: /^(?:\*|(?:\d+[MIDNSHP=X])+)$/ },
  strand: { from: texts, called: /^strand$/i, text: /^[+.*-]$/ },
  start: {
    from: ["position", "count"],
    called: /^(?:chrom|tx|exon|loc)?[._ ]?start(?:[._ ]?(?:pos|position|bp))?$/i,
    number: isWhole,
  },
  end: {
    from: ["position", "count"],
    called: /^(?:chrom|tx|exon|loc)?[._ ]?end(?:[._ ]?(?:pos|position|bp))?$/i,
    number: isWhole,
  },
  "q-value": { from: ["p-value"], called: isAdjustedP, number: share },
  "log-fold-change": { from: numbers, called: isFoldChange, number: (value) => Math.abs(value) < 100 },
  expression: {
    from: numbers,
    called: /^(?:tpm|fpkm|rpkm|cpm|rpm|tmm|base[._ -]?mean|ave[._ -]?expr)s?$|[._ -](?:tpm|fpkm|rpkm|cpm)s?$/i,
    number: (value) => value > -50,
  },
  event: {
    from: [...numbers, "category"],
    called: new RegExp(
      `^(?:status|vital[._ -]?status|event|dead|death|deceased|alive|censor(?:ed|ing)?|relapsed?|recurrence|progress(?:ed|ion)|(?:${survival})(?:[._ -]?(?:status|event|censor(?:ed)?))?)$`,
      "i",
    ),
    text: anyText,
    number: flag,
  },
  "survival-time": {
    from: numbers,
    called: new RegExp(
      `^(?:(?:${survival}|follow[._ -]?up)(?:[._ -]?(?:time|months?|days?|years?))*|(?:days|months|years|time)[._ -]?to[._ -]?(?:death|last[._ -]?(?:follow[._ -]?up|contact)|relapse|recurrence|progression|event))$`,
      "i",
    ),
    number: positive,
  },
  response: {
    from: ["category", "number", "count"],
    called: /^(?:(?:best[._ -]?)?(?:overall[._ -]?)?response|responder|recist|outcome|remission|ответ)$/i,
  },
  age: {
    from: [...numbers, "category"],
    called: /^age(?:[._ -]?(?:at|in|of)?[._ -]?(?:\w+))?$|^возраст$/i,
    text: /^[<>]?\d+(?:[.,]\d+)?(?:\s?-\s?\d+|\+)?\s?(?:years?|yrs?|y|months?|mo?|weeks?|wk?|days?|d|лет|год\S*|мес\S*|нед\S*)?$/i,
    number: (value) => value >= 0 && value < 1500,
  },
  sex: {
    from: [...numbers, "category"],
    called: /^(?:sex|gender|пол)$/i,
    text: /^(?:m|f|males?|females?|man|woman|xx|xy|unknown|other|u|[012]|м|ж|муж\S*|жен\S*)$/i,
    number: (value) => value === -9 || flag(value),
  },
  dose: {
    from: [...numbers, "category"],
    called: /^(?:dose|dosage|conc(?:entration)?|moi|доза)(?:[._ -]?\(?(?:[munpµμ]?[gMmol]+)(?:[._ /-]?(?:kg|ml|l))?\)?)?$/i,
    text: /^(?:<?\d+(?:[.,]\d+)?\s?(?:[munpµμk]?(?:M|g|mol|l|L|Gy)(?:\/(?:kg|ml|mL|l|L))?|x|%)?|none|control|vehicle|ctrl|low|mid|medium|high)$/i,
    number: positive,
  },
  time: {
    from: [...numbers, "category"],
    called:
      /^(?:time(?:[._ -]?(?:points?|h|hrs?|hours?|days?|min|weeks?|months?))?|days?|hours?|hrs?|weeks?|months?|minutes?|hpi|dpi|visit|passage|время)$/i,
    text: /^(?:(?:days?|d|weeks?|wk?|months?|m|hours?|h|t|visits?|v|passage|p|time)?[ ._-]?-?\d+(?:[.,]\d+)?\s?(?:days?|d|weeks?|wk?|months?|mo|hours?|hrs?|h|min|s|years?|y|hpi|dpi)?|baseline|screening|pre\w*|post\w*|before|after|early|late|end)$/i,
    number: (value) => Number.isFinite(value),
  },
  split: {
    from: ["category", "text", "identifier"],
    called: named("split|partition|subset|data[._ -]?set|set|часть"),
    text: /^(?:train(?:ing)?|test(?:ing)?|val(?:id(?:ation)?)?|dev|hold[._ -]?out|eval(?:uation)?|unused)$/i,
  },
  // Said by the step that makes rows, and never guessed.
  made: {},
  group: {
    from: ["category", "number", "count"],
    called:
      /^(?:groups?|treatments?|treated|conditions?|arm|intervention|exposure|infection|stimul\w*|drug|compound|diet|strain|perturbation|guide|(?:case|ctrl|control)[._ -]?(?:control|status)?|группа)$/i,
    text: anyText,
    number: flag,
  },
};

/** Those that are made of broader ones, in the order of the list. */
export const finer = (Object.keys(told) as Semantic[]).filter((semantic) => told[semantic].from !== undefined);
