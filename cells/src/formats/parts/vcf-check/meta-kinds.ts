// Meta-information lines that the specification describes: INFO, FILTER, FORMAT, ALT, contig, SAMPLE, PEDIGREE, META, each with its own
// rules.

import type { MetaField } from "./meta-line.ts";
import { isNumber, numbersShown, type Reserved, types, type ValueType } from "./reserved.ts";
import type { Say } from "./say.ts";
import type { VcfHeader } from "./vcf-header.ts";
import { isNew, isSince } from "./version.ts";

export const metaKinds = ["INFO", "FILTER", "FORMAT", "ALT", "contig", "SAMPLE", "PEDIGREE", "META"] as const;
export type MetaKind = (typeof metaKinds)[number];

interface Line {
  readonly fields: readonly MetaField[];
  readonly id: string | null;
  readonly number: number;
  readonly header: VcfHeader;
  readonly say: Say;
}

const described = ["ID", "Description"];
const typed = ["ID", "Number", "Type", "Description"];
/** The fields of each, in order. */
const fieldsOf: { readonly [kind in MetaKind]: readonly string[] } = {
  INFO: typed,
  FORMAT: typed,
  FILTER: described,
  ALT: described,
  contig: ["ID"],
  SAMPLE: ["ID"],
  PEDIGREE: ["ID"],
  META: ["ID"],
};
const topics = {
  INFO: "info",
  FORMAT: "format",
  FILTER: "filter",
  ALT: "alt",
  contig: "contig",
  SAMPLE: "sample",
  PEDIGREE: "pedigree",
  META: "sample",
} as const;

export function checkMetaOf(kind: MetaKind, line: Line): void {
  const { fields, id, number, header, say } = line;
  const { version } = header;
  const topic = topics[kind];
  const field = `##${kind}`;
  const wanted = kind === "PEDIGREE" && !isNew(version) ? [] : fieldsOf[kind];
  for (const key of wanted)
    if (!fields.some((one) => one.key === key))
      say("vcf-meta-required", number, `${field} ${key}`, "", { params: { key, meta: field }, topic });
  checkOrder(wanted, line, field);
  for (const { key, isQuoted, value } of fields) {
    if (key === "Description" && !isQuoted && kind !== "SAMPLE")
      say("vcf-meta-unquoted", number, `${field} Description`, value, { params: { key }, topic });
    if ((key === "Source" || key === "Version") && !isQuoted)
      say("vcf-meta-unquoted", number, `${field} ${key}`, value, { params: { key }, topic, severity: "warning" });
    else if (!isQuoted && !wanted.includes(key) && wanted.length > 1 && key !== "IDX")
      say("vcf-meta-extra", number, `${field} ${key}`, `${key}=${value}`, { params: { keys: [...wanted] }, topic: "meta" });
  }
  if (id === "") say("vcf-meta-required", number, `${field} ID`, "", { params: { key: "ID", meta: field }, topic });
  if (kind === "INFO" || kind === "FORMAT") return checkTyped(kind, line);
  if (kind === "FILTER") return checkFilter(line);
  if (kind === "ALT") return checkAlt(line);
  if (kind === "contig") return checkContig(line);
  if (kind === "SAMPLE") return checkSample(line);
  if (kind === "PEDIGREE" && !isNew(version))
    for (const { key, value } of fields) if (/[\s:]/.test(value)) say("vcf-meta-pedigree", number, `${field} ${key}`, value);
}

/** Known fields stand first and in order; those that are missing are told already. */
function checkOrder(wanted: readonly string[], { fields, number, say }: Line, field: string): void {
  const there = wanted.filter((key) => fields.some((one) => one.key === key));
  const found = fields.slice(0, there.length).map(({ key }) => key);
  if (there.some((key, at) => found[at] !== key))
    say("vcf-meta-order", number, field, fields.map(({ key }) => key).join(","), {
      params: { order: [...wanted] },
      topic: "meta",
    });
}

const infoKey = /^(?:[A-Za-z_][0-9A-Za-z_.]*|1000G)$/;

function checkTyped(kind: "INFO" | "FORMAT", { fields, id, number, header, say }: Line): void {
  const { version } = header;
  const field = `##${kind}`;
  const topic = topics[kind];
  const valueOf = (key: string): string | undefined => fields.find((one) => one.key === key)?.value;
  const count = valueOf("Number");
  const type = valueOf("Type");
  const isLegal = count !== undefined && isNumber(count, kind, version);
  if (count !== undefined && !isLegal)
    say("vcf-meta-number", number, `${field} Number`, count, { params: { numbers: numbersShown(kind, version) }, topic });
  const known = types.find((one) => one === type);
  const legal = types.filter((one) => kind === "INFO" || one !== "Flag");
  if (type !== undefined && (known === undefined || !legal.includes(known)))
    say("vcf-meta-type", number, `${field} Type`, type, { params: { types: [...legal] }, topic });
  if (kind === "INFO" && known === "Flag" && isLegal && count !== "0")
    say("vcf-meta-flag", number, `${field} Number`, count, { topic, ...(isNew(version) ? {} : { severity: "warning" }) });
  if (id === null || id === "") return;
  if (/[\s,;=:<>]/.test(id)) say("vcf-meta-id", number, `${field} ID`, id, { params: { not: ", ; = : < > ␣" }, topic });
  else if (!infoKey.test(id)) {
    const rule = kind === "INFO" ? "vcf-info-key-letters" : "vcf-format-key-letters";
    if (isNew(version)) say(rule, number, `${field} ID`, id);
  }
  const reserved = (kind === "INFO" ? header.reserved.info : header.reserved.format).get(id);
  if (reserved && !header.isBefore41 && count !== undefined && known)
    checkReserved(kind, id, reserved, count, known, number, say);
  if (count !== undefined && isLegal && known)
    (kind === "INFO" ? header.infos : header.formats).set(id, { number: count, type: known });
}

function checkReserved(
  kind: "INFO" | "FORMAT",
  key: string,
  { number: wanted, type: wantedType, isFirm, topic }: Reserved,
  found: string,
  type: ValueType,
  number: number,
  say: Say,
): void {
  if (found === wanted && type === wantedType) return;
  const params = { key, number: wanted, type: wantedType };
  const rule = isFirm ? "vcf-meta-reserved" : "vcf-meta-reserved-implied";
  const field = `##${kind} ${key} ${found === wanted ? "Type" : "Number"}`;
  say(rule, number, field, `Number=${found}, Type=${type}`, { params, topic });
}

function checkFilter({ id, number, header, say }: Line): void {
  if (id === null || id === "") return;
  if (/[\s;]/.test(id)) say("vcf-meta-id", number, "##FILTER ID", id, { params: { not: "; ␣" }, topic: "filter" });
  if (id === "0") say("vcf-filter-zero", number, "##FILTER ID", id);
  header.filters.add(id);
}

const firstTypes = new Set(["DEL", "INS", "DUP", "INV", "CNV"]);
/** Alleles that stand for all others, of reference blocks (§5.5), which every caller of gVCF declares. */
const unspecified = new Set(["NON_REF", "*"]);
const iupac = /^[RYSWKMBDHVN]$/;

function checkAlt({ id, number, header, say }: Line): void {
  if (id === null || id === "") return;
  header.alts.add(id);
  if (/[\s,<>]/.test(id)) return say("vcf-meta-id", number, "##ALT ID", id, { params: { not: ", < > ␣" }, topic: "alt" });
  const first = id.split(":")[0] as string;
  const since43 = isNew(header.version);
  if (firstTypes.has(first) || unspecified.has(id) || (since43 && (first === "BND" || iupac.test(id)))) return;
  // Since 4.3 the list is of structural variants, and other symbols may stand for something else.
  say("vcf-meta-alt", number, "##ALT ID", id, since43 ? { severity: "warning" } : {});
}

/** Of SAM (SAM v1 §1.2.1), to which the standard refers since 4.3. */
export const contigName = /^[0-9A-Za-z!#$%&+./:;?@^_|~-][0-9A-Za-z!#$%&*+./:;=?@^_|~-]*$/;

function checkContig({ fields, id, number, header, say }: Line): void {
  const length = fields.find(({ key }) => key === "length")?.value;
  const isLength = length !== undefined && /^\d+$/.test(length);
  if (length !== undefined && !isLength) say("vcf-meta-contig-length", number, "##contig length", length);
  const md5 = fields.find(({ key }) => key.toLowerCase() === "md5")?.value;
  if (md5 !== undefined && !/^[0-9a-f]{32}$/.test(md5)) say("vcf-meta-contig-md5", number, "##contig md5", md5);
  if (id === null || id === "") return;
  if (isNew(header.version) ? !contigName.test(id) : /[\s,<>"]/.test(id)) say("vcf-meta-contig", number, "##contig ID", id);
  header.contigs.set(id, isLength ? Number(length) : (header.contigs.get(id) ?? null));
}

/** Up to 4.2 the lists of a sample belong together, one of each for every genome. */
function checkSample({ fields, number, header, say }: Line): void {
  if (isSince(header.version, "4.3")) return;
  const lists = ["Genomes", "Mixture", "Description"].map((key) => fields.find((one) => one.key === key));
  const [genomes, mixture] = lists;
  const lengths = lists.flatMap((list) => (list ? [list.value.split(";").length] : []));
  const isUneven = mixture !== undefined && new Set(lengths).size > 1;
  if (genomes && !isUneven && mixture?.isQuoted !== true) return;
  say("vcf-meta-sample", number, `##SAMPLE ${genomes ? "Mixture" : "Genomes"}`, genomes ? (mixture?.value ?? "") : "");
}
