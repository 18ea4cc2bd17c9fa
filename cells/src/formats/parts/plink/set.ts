// Which files of a set are those of PLINK: one .bed, .bim and .fam, or one .ped and .map, of one name.

import type { FileHead } from "../../../contract/format.ts";
import { isBed } from "./bed.ts";
import { isBim, isFam, isMap, isPed } from "./sniff.ts";

export type PlinkSet =
  | { readonly kind: "bed"; readonly bed: string; readonly bim: string; readonly fam: string }
  | { readonly kind: "ped"; readonly ped: string; readonly map: string };

const ending = /\.(bed|bim|fam|ped|map)(?:\.gz)?$/i;
const endingOf = (name: string): string => ending.exec(name)?.[1]?.toLowerCase() ?? "";
const stemOf = (name: string): string => name.replace(/\.gz$/i, "").replace(/\.[^./]*$/, "");

/** By their names; null: there are none, or several sets. */
export function setOfNames(names: readonly string[]): PlinkSet | null {
  const of = (wanted: string): readonly string[] => names.filter((name) => endingOf(name) === wanted);
  const [beds, bims, fams, peds, maps] = ["bed", "bim", "fam", "ped", "map"].map(of) as unknown as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  const [bed, bim, fam] = [beds[0], bims[0], fams[0]];
  if (beds.length === 1 && bims.length === 1 && fams.length === 1 && bed && bim && fam && peds.length === 0)
    return { kind: "bed", bed, bim, fam };
  const [ped, map] = [peds[0], maps[0]];
  return peds.length === 1 && maps.length === 1 && ped && map && beds.length === 0 ? { kind: "ped", ped, map } : null;
}

/** What programs write beside them. */
const beside = /\.(?:log|nosex|hh|irem|md5|txt)$/i;

/**
 * The same where nothing else is in the set, and their beginnings are what their names say. Of three or two files of one stem with these
 * endings one is enough: the others are broken then, and whoever reads or checks them says how.
 */
export function setOfHeads(heads: readonly FileHead[]): PlinkSet | null {
  const set = setOfNames(heads.map(({ name }) => name));
  if (!set) return null;
  const isRight = (name: string, is: (head: FileHead) => boolean): boolean => {
    const found = heads.find((each) => each.name === name);
    return found !== undefined && is(found);
  };
  const own = Object.values(set).filter((name) => name !== set.kind);
  const stem = stemOf(own[0] ?? "");
  if (heads.some(({ name }) => !own.includes(name) && !(beside.test(name) || stemOf(name) === stem))) return null;
  const right =
    set.kind === "bed"
      ? [isRight(set.bed, ({ bytes }) => isBed(bytes)), isRight(set.bim, isBim), isRight(set.fam, isFam)]
      : [isRight(set.ped, isPed), isRight(set.map, isMap)];
  const isOfOneStem = own.every((name) => stemOf(name) === stem);
  return right.every(Boolean) || (isOfOneStem && right.some(Boolean)) ? set : null;
}
