// The header of a VCF: its version, what its fields hold, its contigs and its samples (VCF 4.3 §1.2-1.5, VCF 4.5 §1.4). Read by the readers
// of vcf and bcf, of which the second holds the same text.

import { buildNamed, buildOfContigs } from "../../../artifacts/builds.ts";

/** How many values a field has: so many, one for each alternative allele (A), for each allele (R), for each genotype (G), or any number. */
export type FieldNumber = number | "A" | "R" | "G" | ".";
export type FieldType = "Integer" | "Float" | "Flag" | "Character" | "String";

export interface Field {
  readonly id: string;
  readonly number: FieldNumber;
  readonly type: FieldType;
  readonly description: string;
  /** False: its header does not say what it holds. */
  readonly isDeclared: boolean;
}

export interface Contig {
  readonly name: string;
  readonly length: number | null;
}

export interface VcfHeader {
  /** "4.2"; null: its first line does not say. */
  readonly version: string | null;
  readonly infos: ReadonlyMap<string, Field>;
  readonly formats: ReadonlyMap<string, Field>;
  readonly contigs: readonly Contig[];
  /** By its name in artifacts/builds, null where nothing tells it. */
  readonly build: string | null;
  readonly samples: readonly string[];
  /** Columns of a record. */
  readonly width: number;
  /** Lines with that of the names. */
  readonly lines: number;
}

/** The names of the columns that every record has (VCF 4.3 §1.5). */
export const fixedColumns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"] as const;

/** key=value of a structured line, quotes taken off and what they escape; commas in quotes and in brackets are letters. */
export function pairsOf(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const equals = text.indexOf("=", at);
    if (equals < 0) break;
    const key = text.slice(at, equals).trim();
    let value = "";
    at = equals + 1;
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
      value = text.slice(at + 1, end).replace(/\\(.)/g, "$1");
      const comma = text.indexOf(",", end);
      at = comma < 0 ? text.length : comma + 1;
    } else {
      const close = text[at] === "[" ? text.indexOf("]", at) : at;
      const comma = text.indexOf(",", close < 0 ? at : close);
      const end = comma < 0 ? text.length : comma;
      value = text.slice(at, end).trim();
      at = end + 1;
    }
    if (!pairs.has(key)) pairs.set(key, value);
  }
  return pairs;
}

const types: readonly FieldType[] = ["Integer", "Float", "Flag", "Character", "String"];

/** What the standard calls these fields, where the header does not say (VCF 4.3 §1.6.1, table 1, and §1.6.2, table 2). */
const reserved: { readonly [id: string]: readonly [FieldNumber, FieldType] } = {
  AA: [1, "String"],
  AC: ["A", "Integer"],
  AF: ["A", "Float"],
  AN: [1, "Integer"],
  DB: [0, "Flag"],
  DP: [1, "Integer"],
  END: [1, "Integer"],
  H2: [0, "Flag"],
  H3: [0, "Flag"],
  MQ: [1, "Float"],
  MQ0: [1, "Integer"],
  NS: [1, "Integer"],
  SB: [4, "Integer"],
  SOMATIC: [0, "Flag"],
  VALIDATED: [0, "Flag"],
  IMPRECISE: [0, "Flag"],
  SVTYPE: [1, "String"],
  GT: [1, "String"],
  GQ: [1, "Integer"],
  AD: ["R", "Integer"],
  DS: ["A", "Float"],
  GP: ["G", "Float"],
  GL: ["G", "Float"],
  PL: ["G", "Integer"],
};

/** A field of which the header says nothing: as the standard has it, else a text. */
export function undeclared(id: string): Field {
  const [number, type] = (Object.hasOwn(reserved, id) ? reserved[id] : undefined) ?? ([".", "String"] as const);
  return { id, number, type, description: "", isDeclared: false };
}

function fieldOf(pairs: ReadonlyMap<string, string>): Field | null {
  const id = pairs.get("ID");
  if (id === undefined || id === "") return null;
  const number = pairs.get("Number") ?? ".";
  const type = types.find((one) => one === pairs.get("Type")) ?? "String";
  return {
    id,
    number: number === "A" || number === "R" || number === "G" ? number : /^\d{1,4}$/.test(number) ? Number(number) : ".",
    type,
    description: pairs.get("Description") ?? "",
    isDeclared: true,
  };
}

/** `lines`: those from the first to that of the names, which is the last. */
export function headerOf(lines: readonly string[]): VcfHeader {
  const infos = new Map<string, Field>();
  const formats = new Map<string, Field>();
  const contigs: Contig[] = [];
  const told: string[] = [];
  let version: string | null = null;
  for (const line of lines) {
    const [, key = "", value = ""] = /^##([^=]+)=(.*)$/.exec(line) ?? [];
    if (/^fileformat$/i.test(key)) version ??= /^VCFv?(\d+(?:\.\d+)?)/i.exec(value)?.[1] ?? null;
    if (/^(?:reference|assembly)$/i.test(key)) told.push(value);
    const inner = /^<(.*)>\s*$/.exec(value)?.[1];
    if (inner === undefined) continue;
    const pairs = pairsOf(inner);
    if (key === "INFO" || key === "FORMAT") {
      const field = fieldOf(pairs);
      const fields = key === "INFO" ? infos : formats;
      if (field && !fields.has(field.id)) fields.set(field.id, field);
    } else if (key === "contig") {
      const length = pairs.get("length") ?? "";
      const assembly = pairs.get("assembly");
      if (assembly !== undefined && !told.includes(assembly)) told.push(assembly);
      contigs.push({ name: pairs.get("ID") ?? "", length: /^\d{1,15}$/.test(length) ? Number(length) : null });
    }
  }
  const names = (lines.at(-1) ?? "").split("\t");
  const byName = [...new Set(told.map(buildNamed).filter((build) => build !== null))];
  return {
    version,
    infos,
    formats,
    contigs,
    build: buildOfContigs(contigs) ?? (byName.length === 1 ? (byName[0] ?? null) : null),
    samples: names.slice(fixedColumns.length + 1),
    width: names.length,
    lines: lines.length,
  };
}
