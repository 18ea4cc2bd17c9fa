// Features of several matrices as those of one: called in one way, of one genome, found by their ids.

import type { Column } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import { buildNamed } from "../../artifacts/builds.ts";
import { meaningOf } from "../../artifacts/semantics.ts";
import { cellString } from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { withoutVersion } from "../parts/id-versions.ts";
import { named } from "../parts/listed-names.ts";
import { refuse } from "../parts/step-scope.ts";
import type { Lab } from "./one-scale.ts";
import { words } from "./words.ts";

export interface Joined {
  readonly ids: readonly string[];
  /** Of each matrix where each feature stands in it; -1: nowhere. */
  readonly places: readonly Int32Array[];
  /** Row of each feature in all tables of features, one below the other. */
  readonly first: Int32Array;
}

/** Ids of two kinds are refused, as far as they are known. */
export function needOneKind(labs: readonly Lab[], scope: StepScope): void {
  const kindOf = ({ assay }: Lab): string | null => {
    const semantic = assay.features.columns[0]?.semantic;
    return semantic !== undefined && meaningOf(semantic).names === "features" ? semantic : null;
  };
  const known = labs.find((lab) => kindOf(lab) !== null);
  const other = labs.find((lab) => known && kindOf(lab) !== null && kindOf(lab) !== kindOf(known));
  if (!known || !other) return;
  const params = { here: known.name, there: other.name, first: kindOf(known) ?? "", second: kindOf(other) ?? "" };
  refuse(scope, words, "ids-differ", params, ["others"]);
}

interface Options {
  readonly features: "common" | "all";
  readonly versions: "exact" | "strip";
}

export function joinedFeatures(labs: readonly Lab[], step: Options, scope: StepScope): Joined {
  const isStripped = step.versions === "strip";
  const idsOf = labs.map(({ assay }) => (isStripped ? featureIds(assay).map(withoutVersion) : featureIds(assay)));
  const placeOf = idsOf.map((ids, at) => {
    const places = new Map<string, number>();
    const twice = new Set<string>();
    for (const [place, id] of ids.entries()) {
      if (places.has(id)) twice.add(id);
      else places.set(id, place);
    }
    if (twice.size > 0)
      refuse(scope, words, "version-twice", { n: twice.size, lab: labs[at]?.name ?? "", ...named([...twice]) }, ["versions"]);
    return places;
  });
  const own = placeOf[0] as ReadonlyMap<string, number>;
  for (const [at, places] of placeOf.entries()) {
    if (at === 0 || own.size === 0 || places.size === 0 || [...places.keys()].some((id) => own.has(id))) continue;
    refuseApart(labs, at, scope);
  }
  const all = [...new Set(idsOf.flat())];
  const isEverywhere = (id: string): boolean => placeOf.every((places) => places.has(id));
  const common = all.filter(isEverywhere);
  const params = { step: scope.index + 1, all: all.length, labs: labs.length };
  if (common.length < all.length)
    scope.say(
      step.features === "common"
        ? words.sentence("kept", { ...params, n: common.length })
        : words.sentence("filled", { ...params, n: all.length - common.length }),
    );
  const ids = step.features === "common" ? common : all;
  const starts = labs.map((_, at) => labs.slice(0, at).reduce((sum, { assay }) => sum + assay.featureCount, 0));
  return {
    ids,
    places: placeOf.map((places) => Int32Array.from(ids, (id) => places.get(id) ?? -1)),
    first: Int32Array.from(ids, (id) => {
      const at = placeOf.findIndex((places) => places.has(id));
      return (starts[at] as number) + (placeOf[at]?.get(id) ?? 0);
    }),
  };
}

/** Two matrices without a feature in common: by versions alone, or altogether. */
function refuseApart(labs: readonly Lab[], at: number, scope: StepScope): never {
  const [here, there] = [labs[0] as Lab, labs[at] as Lab];
  const bare = new Set(featureIds(here.assay).map(withoutVersion));
  const n = featureIds(there.assay).filter((id) => bare.has(withoutVersion(id))).length;
  const params = { here: here.name, there: there.name };
  if (n > 0)
    return refuse(scope, words, "none-but-versions", { ...params, n }, ["versions"], {
      fix: { path: ["steps", scope.index, "versions"], value: "strip" },
    });
  const [first, second] = [featureIds(here.assay)[0] ?? "", featureIds(there.assay)[0] ?? ""];
  return refuse(scope, words, "none-common", { ...params, first, second }, ["others"]);
}

/** Places are of one build, and a site has the same alleles everywhere, or 0, 1 and 2 mean other genotypes. */
export function needOneGenome(labs: readonly Lab[], { ids, places }: Joined, scope: StepScope): void {
  const [here] = labs as readonly [Lab, ...Lab[]];
  const columnsOf = ({ assay }: Lab, semantic: string): readonly Column[] =>
    assay.features.columns.filter((column) => column.semantic === semantic);
  const buildOf = (lab: Lab): string | null => {
    const build = columnsOf(lab, "chromosome")[0]?.build;
    return build === undefined ? null : (buildNamed(build) ?? build);
  };
  for (const [at, there] of labs.entries()) {
    const [first, second] = [buildOf(here), buildOf(there)];
    if (first !== null && second !== null && first !== second)
      refuse(scope, words, "builds-differ", { here: here.name, there: there.name, first, second }, ["others"]);
    if (at === 0 || here.assay.scale !== "dosage") continue;
    const alleles = columnsOf(here, "allele");
    const theirs = alleles.map(({ name }) => columnsOf(there, "allele").find((column) => column.name === name));
    const differ = ids.filter((_, nth) => {
      const [a, b] = [places[0]?.[nth] ?? -1, places[at]?.[nth] ?? -1];
      return (
        a >= 0 &&
        b >= 0 &&
        alleles.some((column, which) => {
          const other = theirs[which];
          return other !== undefined && cellString(column, a) !== cellString(other, b);
        })
      );
    });
    if (differ.length > 0)
      refuse(scope, words, "alleles-differ", { n: differ.length, here: here.name, there: there.name, ...named(differ) }, [
        "others",
      ]);
  }
}
