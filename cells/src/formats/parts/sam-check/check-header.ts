// Header lines of SAM (SAM v1 §1.3): their form, what each type requires, names that must be one of a kind, the chain of programs.

import { isName, type SamHeader } from "./sam-header.ts";
import type { Place, Say } from "./say.ts";

interface Field {
  readonly tag: string;
  readonly value: string;
}
type Values = ReadonlyMap<string, string>;

const required: { readonly [type: string]: readonly string[] } = { HD: ["VN"], SQ: ["SN", "LN"], RG: ["ID"], PG: ["ID"] };
/** In these UTF-8 may be used. */
const free = new Set(["DS", "CL"]);

export interface SamHeaderLines {
  see(line: string, place: Place): void;
  /** After the last line of the header. */
  end(): void;
}

export function headerLines(header: SamHeader, say: Say): SamHeaderLines {
  let lines = 0;
  const names = new Map<string, number | null>();
  const programs = new Map<string, { readonly previous: string | null; readonly place: Place }>();
  let isOver = false;
  let hasFile = false;

  const see = (line: string, place: Place): void => {
    lines++;
    const type = line.slice(1, 3);
    if (type === "CO" && (line.length === 3 || line[3] === "\t")) return;
    if (!Object.hasOwn(required, type) || (line.length > 3 && line[3] !== "\t"))
      return say("sam-header-type", place, line.split("\t")[0] ?? "", line);
    const values = valuesOf(type, fieldsOf(line, type, place, say), place, say);
    for (const tag of required[type] ?? [])
      if (!values.has(tag)) say("sam-header-required", place, `@${type} ${tag}`, line, { params: { tag, type } });
    if (type === "HD") {
      if (lines > 1) say(hasFile ? "sam-hd-twice" : "sam-hd-first", place, "@HD", "@HD");
      hasFile = true;
      checkFile(values, place, header, say);
    }
    if (type === "SQ") checkReference(values, names, place, header, say);
    if (type === "RG") checkGroup(values, place, header, say);
    if (type === "PG") checkProgram(values, place);
  };
  const checkProgram = (values: Values, place: Place): void => {
    const id = values.get("ID");
    if (id === undefined) return;
    if (programs.has(id)) return say("sam-pg-twice", place, "@PG ID", id);
    programs.set(id, { previous: values.get("PP") ?? null, place });
    header.programs.add(id);
  };

  return {
    see,
    end() {
      if (isOver) return;
      isOver = true;
      for (const [id, { previous, place }] of programs) {
        if (previous === null) continue;
        if (previous === id) say("sam-pg-previous-self", place, "@PG PP", previous);
        else if (!programs.has(previous)) say("sam-pg-previous", place, "@PG PP", previous);
      }
    },
  };
}

function fieldsOf(line: string, type: string, place: Place, say: Say): readonly Field[] {
  const [, ...parts] = line.split("\t");
  if (parts.length === 0) say("sam-header-field", place, `@${type}`, line);
  return parts.flatMap((part): Field[] => {
    const found = /^([A-Za-z][A-Za-z0-9]):([^]*)$/.exec(part);
    const [, tag = "", value = ""] = found ?? [];
    if (!found || value === "") say("sam-header-field", place, `@${type}${tag && ` ${tag}`}`, part);
    // eslint-disable-next-line no-control-regex
    else if (/[^ -~]/.test(value) && (!free.has(tag) || /[\u0000-\u001f\u007f]/.test(value)))
      say("sam-header-letters", place, `@${type} ${tag}`, value);
    return found ? [{ tag, value }] : [];
  });
}

function valuesOf(type: string, fields: readonly Field[], place: Place, say: Say): Values {
  const values = new Map<string, string>();
  for (const { tag, value } of fields) {
    if (values.has(tag)) say("sam-header-tag-twice", place, `@${type} ${tag}`, value);
    else values.set(tag, value);
  }
  return values;
}

const orders = ["unknown", "unsorted", "queryname", "coordinate"];
const groups = ["none", "query", "reference"];

function checkFile(values: Values, place: Place, header: SamHeader, say: Say): void {
  const [version, order, group, sub] = ["VN", "SO", "GO", "SS"].map((tag) => values.get(tag));
  if (version !== undefined && !/^\d+\.\d+$/.test(version)) say("sam-hd-version", place, "@HD VN", version);
  if (order !== undefined && !orders.includes(order)) say("sam-hd-order", place, "@HD SO", order, { params: { orders } });
  if (group !== undefined && !groups.includes(group)) say("sam-hd-group", place, "@HD GO", group, { params: { groups } });
  if (sub !== undefined && !/^(?:coordinate|queryname|unsorted)(?::[A-Za-z0-9_-]+)+$/.test(sub))
    say("sam-hd-suborder", place, "@HD SS", sub);
  else if (sub !== undefined && order !== undefined && sub.split(":")[0] !== order)
    say("sam-hd-suborder-other", place, "@HD SS", sub, { params: { order } });
  header.order = order ?? "unknown";
}

const longest = 2 ** 31 - 1;

function checkReference(values: Values, names: Map<string, number | null>, place: Place, header: SamHeader, say: Say): void {
  const [name, length, locus, others, md5, topology] = ["SN", "LN", "AH", "AN", "M5", "TP"].map((tag) => values.get(tag));
  const isLength = length !== undefined && /^\d+$/.test(length) && Number(length) >= 1 && Number(length) <= longest;
  if (length !== undefined && !isLength) say("sam-sq-length", place, "@SQ LN", length);
  if (locus !== undefined && locus !== "*" && !isName(locus.replace(/:\d+-\d+$/, "")))
    say("sam-sq-locus", place, "@SQ AH", locus);
  if (md5 !== undefined && !/^[0-9a-f]{32}$/.test(md5))
    say("sam-sq-md5", place, "@SQ M5", md5, /^[0-9a-fA-F]{32}$/.test(md5) ? { severity: "warning" } : {});
  if (topology !== undefined && !/^(?:linear|circular)$/.test(topology)) say("sam-sq-topology", place, "@SQ TP", topology);
  const more = others?.split(",") ?? [];
  if (more.some((one) => !isName(one))) say("sam-sq-names", place, "@SQ AN", others ?? "");
  if (name !== undefined && !isName(name)) say("sam-sq-name", place, "@SQ SN", name);
  for (const one of [...(name === undefined ? [] : [name]), ...more]) {
    const field = one === name ? "@SQ SN" : "@SQ AN";
    if (names.has(one)) say("sam-sq-twice", place, field, one, { params: { other: names.get(one) ?? 0 } });
    else names.set(one, place.line);
  }
  if (name !== undefined && !header.references.has(name))
    header.references.set(name, {
      order: header.references.size,
      length: isLength ? Number(length) : null,
      isCircular: topology === "circular",
    });
}

const platforms = "CAPILLARY DNBSEQ ELEMENT HELICOS ILLUMINA IONTORRENT LS454 ONT PACBIO SINGULAR SOLID ULTIMA".split(" ");

function checkGroup(values: Values, place: Place, header: SamHeader, say: Say): void {
  const [id, date, platform, flow, size] = ["ID", "DT", "PL", "FO", "PI"].map((tag) => values.get(tag));
  if (id !== undefined) {
    if (header.readGroups.has(id)) say("sam-rg-twice", place, "@RG ID", id);
    header.readGroups.add(id);
  }
  if (date !== undefined && !isDate(date.trim())) say("sam-rg-date", place, "@RG DT", date);
  else if (date !== undefined && date !== date.trim()) say("sam-rg-date-blank", place, "@RG DT", date);
  if (platform !== undefined && !platforms.includes(platform)) {
    const isKnown = platforms.includes(platform.toUpperCase());
    say(isKnown ? "sam-rg-platform-case" : "sam-rg-platform", place, "@RG PL", platform, { params: { platforms } });
  }
  if (flow !== undefined && !/^(?:\*|[ACMGRSVTWYHKDBN]+)$/.test(flow)) say("sam-rg-flow", place, "@RG FO", flow);
  if (size !== undefined && !/^\d+$/.test(size)) say("sam-rg-size", place, "@RG PI", size);
}

/** A date, or a date and a time, of ISO 8601, in its long or its short form. */
function isDate(text: string): boolean {
  const time = String.raw`(?:[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?`;
  const [, year, month = "01", day = "01"] =
    new RegExp(String.raw`^(\d{4})(?:-(\d{2})(?:-(\d{2})${time})?)?$`).exec(text) ??
    new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${time}$`).exec(text) ??
    [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
