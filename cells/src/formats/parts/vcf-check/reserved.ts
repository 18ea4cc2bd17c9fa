// Keys that the specification reserves, with their Number and Type: INFO and FORMAT of §1.4.1, §1.4.2 (4.1, 4.2) and of the tables in
// §1.6.1, §1.6.2 (since 4.3), and those of structural variants (§3, §4).

import { hasPerAllele, isNew, isSince, type Topic, type VcfVersion } from "./version.ts";

export const types = ["Integer", "Float", "Flag", "Character", "String"] as const;
export type ValueType = (typeof types)[number];

export interface Declared {
  /** As it is written: "1", "A", ".". */
  readonly number: string;
  readonly type: ValueType;
}
export interface Reserved extends Declared {
  /** The text of that version gives Number and Type itself; else they follow from its wording. */
  readonly isFirm: boolean;
  readonly topic: Topic;
}

type Line = readonly [names: string, number: string, type: ValueType];

/** By wording up to 4.2, by a table since 4.3. */
const info: readonly Line[] = [
  ["AC", "A", "Integer"],
  ["AF", "A", "Float"],
  ["AN DP END MQ0 NS", "1", "Integer"],
  ["AA", "1", "String"],
  ["BQ MQ", "1", "Float"],
  ["CIGAR", "A", "String"],
  ["DB H2 H3 SOMATIC VALIDATED 1000G", "0", "Flag"],
];
const infoSince43: readonly Line[] = [
  ["AD ADF ADR", "R", "Integer"],
  ["SB", "4", "Integer"],
];

const infoOfStructures: readonly Line[] = [
  ["IMPRECISE NOVEL", "0", "Flag"],
  ["SVTYPE", "1", "String"],
  ["SVLEN HOMLEN", ".", "Integer"],
  ["CIPOS CIEND CILEN", "2", "Integer"],
  ["HOMSEQ BKPTID MATEID", ".", "String"],
  ["MEINFO METRANS", "4", "String"],
  ["DGVID DBVARID DBRIPID PARID EVENT", "1", "String"],
];
const infoOfStructuresSince44: readonly Line[] = [
  ["IMPRECISE NOVEL", "0", "Flag"],
  ["SVTYPE", "1", "String"],
  ["SVLEN HOMLEN RN", "A", "Integer"],
  ["CIPOS CIEND CILEN RUL RB CIRB RUB", ".", "Integer"],
  ["HOMSEQ BKPTID DGVID DBVARID DBRIPID MATEID PARID EVENT EVENTTYPE SVCLAIM", "A", "String"],
  ["MEINFO METRANS RUS", ".", "String"],
  ["CN", "A", "Float"],
  ["CICN RUC CIRUC", ".", "Float"],
];

const format: readonly Line[] = [
  ["GT FT", "1", "String"],
  ["DP GQ PQ PS MQ", "1", "Integer"],
  ["GL GP", "G", "Float"],
  ["PL", "G", "Integer"],
  ["HQ", "2", "Integer"],
  ["EC", "A", "Integer"],
];
const formatUpTo42: readonly Line[] = [["GLE", "G", "String"]];
const formatSince43: readonly Line[] = [
  ["AD ADF ADR", "R", "Integer"],
  ["PP", "G", "Integer"],
];
const formatSince44: readonly Line[] = [
  ["PSL", "P", "String"],
  ["PSO PSQ", "P", "Integer"],
];
const formatSince45: readonly Line[] = [
  ["LEN", "1", "Integer"],
  ["LAA", ".", "Integer"],
  ["LAD LADF LADR", "LR", "Integer"],
  ["LEC", "LA", "Integer"],
  ["LPL LPP", "LG", "Integer"],
];
const formatOfStructures: readonly Line[] = [
  ["CN", "1", "Integer"],
  ["CNQ", "1", "Float"],
  ["NQ HAP AHAP", "1", "Integer"],
];
const formatOfStructuresSince44: readonly Line[] = [
  ["CN CNQ", "1", "Float"],
  ["CICN", "2", "Float"],
  ["NQ HAP AHAP", "1", "Integer"],
];

export interface ReservedKeys {
  readonly info: ReadonlyMap<string, Reserved>;
  readonly format: ReadonlyMap<string, Reserved>;
}

export function reservedKeys(version: VcfVersion): ReservedKeys {
  const since44 = isSince(version, "4.4");
  const byTable = isNew(version);
  return {
    info: new Map([
      ...linesOf(since44 ? infoOfStructuresSince44 : infoOfStructures, false, "sv-info"),
      // The text of 4.1 and 4.2 types counts and flags by what they are; of the others it says less.
      ...linesOf(info, true, "fixed", byTable ? "" : "AA BQ CIGAR"),
      ...(byTable ? linesOf(infoSince43, true, "fixed") : []),
    ]),
    format: new Map([
      ...linesOf(since44 ? formatOfStructuresSince44 : formatOfStructures, false, "sv-format"),
      ...linesOf(format, true, "genotypes"),
      ...linesOf(byTable ? formatSince43 : formatUpTo42, byTable, "genotypes"),
      ...(since44 ? linesOf(formatSince44, true, "genotypes") : []),
      ...(isSince(version, "4.5") ? linesOf(formatSince45, true, "genotypes") : []),
    ]),
  };
}

const linesOf = (lines: readonly Line[], isFirm: boolean, topic: Topic, soft = ""): [string, Reserved][] =>
  lines.flatMap(([names, number, type]) =>
    names
      .split(" ")
      .map((name): [string, Reserved] => [name, { number, type, topic, isFirm: isFirm && !soft.split(" ").includes(name) }]),
  );

/** Legal values of Number. */
export function isNumber(text: string, of: "INFO" | "FORMAT", version: VcfVersion): boolean {
  if (/^(?:\d+|[AG.])$/.test(text)) return true;
  if (text === "R") return hasPerAllele(version);
  if (of === "INFO") return false;
  return (text === "P" && isSince(version, "4.4")) || (/^(?:LA|LR|LG|M)$/.test(text) && isSince(version, "4.5"));
}

export const numbersShown = (of: "INFO" | "FORMAT", version: VcfVersion): string[] => [
  "0, 1, 2 …",
  "A",
  "G",
  ".",
  ...(hasPerAllele(version) ? ["R"] : []),
  ...(of === "FORMAT" && isSince(version, "4.4") ? ["P"] : []),
  ...(of === "FORMAT" && isSince(version, "4.5") ? ["LA", "LR", "LG", "M"] : []),
];

/** What counts, or is a quality or a place: below zero there is none. */
export const neverNegative = {
  info: new Set("AC AN DP MQ0 NS END AD ADF ADR BQ MQ".split(" ")),
  format: new Set("DP GQ PQ PS MQ PL PP HQ EC AD ADF ADR LAD LADF LADR LPL LPP".split(" ")),
} as const;
