// The header of a VCF: its meta-information lines and the line #CHROM held to their rules, and what later lines are held to.

import { metaLine, type MetaField } from "./meta-line.ts";
import { checkMetaOf, metaKinds, type MetaKind } from "./meta-kinds.ts";
import { reservedKeys } from "./reserved.ts";
import type { Say } from "./say.ts";
import type { VcfHeader } from "./vcf-header.ts";
import { isNew, versions } from "./version.ts";

/** The first line. */
export function checkFirstLine(line: string, header: VcfHeader, say: Say): void {
  const found = /^##fileformat=VCFv(\d+\.\d+)$/.exec(line.trimEnd())?.[1];
  if (found === undefined) return say("vcf-fileformat", 1, "##fileformat", line);
  const known = versions.find((version) => version === found);
  header.isBefore41 = found === "4.0" || Number(found) < 4;
  header.version = known ?? (header.isBefore41 ? "4.1" : "4.5");
  header.reserved = reservedKeys(header.version);
  if (!known && found !== "4.0") {
    const params = { version: header.version };
    say("vcf-fileformat-version", 1, "##fileformat", line, { params });
  }
}

/** Lines of a kind by their ID. */
export type SeenIds = Map<string, number>;
const mostIds = 200_000;

/** A line that begins with "##", behind the first. */
export function checkMeta(line: string, number: number, header: VcfHeader, seen: SeenIds, say: Say): void {
  const meta = metaLine(line.trimEnd());
  if (!meta) return say("vcf-meta", number, "##", line);
  const { key, text, fields, fault } = meta;
  const field = `##${key}`;
  if (key === "fileformat") return say("vcf-fileformat-twice", number, field, line);
  const kind = metaKinds.find((one) => one === key) ?? null;
  if (fault) {
    // A text in brackets that nothing in the standard takes apart is nobody's fault before 4.3.
    const more = kind || isNew(header.version) ? {} : ({ severity: "warning" } as const);
    const rule = fault.kind === "quote-open" || fault.kind === "quote-inside" ? "vcf-meta-quote" : "vcf-meta-structure";
    return say(rule, number, field, fault.found, more);
  }
  if (text === "") {
    if (key === "assembly" || key === "pedigreeDB") return say("vcf-meta-url", number, field, line);
    return say("vcf-meta-empty", number, field, line, isNew(header.version) ? {} : { severity: "warning" });
  }
  if (key === "assembly" || key === "pedigreeDB") return checkUrl(key, text, number, say);
  if (!fields) {
    if (kind) say("vcf-meta-structure", number, field, line);
    return;
  }
  checkFields(fields, { kind, key, number, header, seen }, say);
}

interface Place {
  readonly kind: MetaKind | null;
  readonly key: string;
  readonly number: number;
  readonly header: VcfHeader;
  readonly seen: SeenIds;
}

function checkFields(fields: readonly MetaField[], place: Place, say: Say): void {
  const { kind, key, number, header, seen } = place;
  const field = `##${key}`;
  const keys = new Set<string>();
  for (const { key: name } of fields) {
    if (keys.has(name)) say("vcf-meta-field-twice", number, `${field} ${name}`, name);
    keys.add(name);
  }
  const id = fields.find((one) => one.key === "ID")?.value ?? null;
  if (kind) checkMetaOf(kind, { fields, id, number, header, say });
  else if (id === null && isNew(header.version))
    say("vcf-meta-required", number, field, "", { params: { key: "ID", meta: field }, severity: "warning", topic: "meta" });
  if (id === null || (!kind && !isNew(header.version)) || kind === "PEDIGREE") return;
  const name = `${key}\n${id}`;
  const other = seen.get(name);
  if (other !== undefined) {
    // Unique IDs are asked for since 4.3.
    const more = isNew(header.version) ? {} : ({ severity: "warning" } as const);
    say("vcf-meta-twice", number, `${field} ID`, id, { params: { meta: field, other }, ...more });
  } else if (seen.size < mostIds) seen.set(name, number);
}

/** RFC 3986 §3: a scheme, then what it names. An address in angle brackets is taken without them. */
function checkUrl(key: string, text: string, number: number, say: Say): void {
  const url = /^<(.*)>$/.exec(text)?.[1] ?? text;
  const parts = /^[A-Za-z][A-Za-z0-9+.-]*:(\/\/(?:[^/?#@\s]*@)?([^/?#\s:]*))?[^\s]*$/.exec(url);
  const topic = key === "assembly" ? "assembly" : "pedigree";
  // A path is often meant, and read.
  if (url === "" || /\s/.test(url)) return say("vcf-meta-url", number, `##${key}`, text, { topic });
  if (!parts) return say("vcf-meta-url", number, `##${key}`, text, { topic, severity: "warning" });
  const host = parts[2] ?? "";
  if (/^\d+$/.test(host) || (parts[1] !== undefined && host === "" && !/^file:/i.test(url)))
    say("vcf-meta-url-host", number, `##${key}`, text, { topic });
}

const names = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];

/** The line that begins with "#CHROM". */
export function checkNames(line: string, number: number, header: VcfHeader, say: Say): void {
  const found = line.split("\t");
  header.width = found.length;
  const wrong = names.findIndex((name, at) => found[at] !== name);
  if (wrong >= 0) {
    const shown = found.length === 1 ? line : (found[wrong] ?? "");
    const fixed = found.length === 1 ? line.trim().replace(/ +/g, "\t") : null;
    const isSafe = fixed !== null && names.every((name, at) => fixed.split("\t")[at] === name);
    say("vcf-header", number, `#CHROM / ${names[wrong]?.replace("#", "")}`, shown, isSafe ? { instead: fixed } : {});
    if (found.length < names.length) header.width = 0;
  }
  if (found.length <= names.length) return;
  header.hasFormat = true;
  if (found[8] !== "FORMAT") say("vcf-header", number, "#CHROM / FORMAT", found[8] ?? "");
  header.samples = found.slice(9);
  if (header.samples.length === 0) say("vcf-header-samples", number, "#CHROM / FORMAT", "FORMAT");
  const seen = new Set<string>();
  for (const sample of header.samples) {
    if (sample === "") say("vcf-sample-empty", number, "#CHROM", "");
    else if (seen.has(sample)) say("vcf-sample-twice", number, "#CHROM", sample);
    seen.add(sample);
  }
}
