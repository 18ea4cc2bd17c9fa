// PLINK's exact test of each autosomal site, in each population by itself and of cases and controls in controls. What is pooled is
// said, for populations beside each other are out of equilibrium together where each is in it.

import type { Column } from "../../artifacts/artifact.ts";
import { equilibriumGroups, saysControls } from "../../artifacts/equilibrium-groups.ts";
import type { Genotypes, JudgeOf, QualityData, Verdict } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { genotypeCounts, hardyWeinberg as exactTest } from "../../stats/hardy-weinberg.ts";
import { words as shared } from "../words.ts";
import type { hardyWeinberg } from "./rule.ts";
import { words } from "./words.ts";

/** Of fewer people no site is told from chance: 10 who are all heterozygous have a p of 4e-3. */
const fewestPeople = 10;
/** Groups that are told of one by one. */
const mostGroups = 30;

export const judge: JudgeOf<typeof hardyWeinberg> = {
  judge(data, { p: least, test }) {
    const { assay, genotypes } = data;
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const { by, controls } = columnsOf(data);
    const { groups, children } = equilibriumGroups(assay.samples, by, controls);
    const large = groups.filter(({ members }) => members.length >= fewestPeople);
    const most = Math.max(0, ...groups.map(({ members }) => members.length));
    if (large.length === 0) return { lacks: words.sentence(controls ? "few-controls" : "few", { n: most, least: fewestPeople }) };
    const sites = assay.featureCount;
    const isFar = new Uint8Array(sites);
    let worst = 1;
    const found = large.map(({ name, members }) => {
      const told = testedSites(genotypes, assay.sampleCount, members, test, least, isFar);
      worst = Math.min(worst, told.worst);
      return { name, people: members.length, ...told };
    });
    if (found.every(({ tested }) => tested === 0)) return { lacks: words.sentence("no-variance") };
    const ofColumn = { column: by?.name ?? "", controls: controls?.name ?? "" };
    const notes: Sentence[] = [
      words.sentence(by ? (controls ? "by-controls" : "by") : controls ? "controls" : "pooled", ofColumn),
      ...found.slice(0, mostGroups).map(({ name, people, tested, many, few }) =>
        words.sentence(name === null ? "of-all" : "of-group", {
          group: name ?? "",
          people,
          tested,
          n: many + few,
          many,
          few,
          threshold: least,
        }),
      ),
    ];
    if (groups.length > large.length)
      notes.push(words.sentence("small", { n: groups.length - large.length, least: fewestPeople }));
    if (children > 0) notes.push(words.sentence("children", { n: children }));
    const n = isFar.reduce((sum, one) => sum + one, 0);
    if (n === 0) return { measures: [], verdicts: [], notes };
    const [many, few] = [sum(found.map((one) => one.many)), sum(found.map((one) => one.few))];
    const step = {
      verb: "filter-sites",
      frequency: 0,
      missing: 1,
      equilibrium: least,
      ...(test === "mid-p" ? { test } : {}),
      ...(by ? { within: by.name } : {}),
      ...(controls ? { controls: controls.name } : {}),
    };
    const says = words.sentence(by ? "far-within" : "far", {
      n,
      all: sites,
      threshold: least,
      value: worst,
      many,
      few,
      ...ofColumn,
    });
    return {
      measures: [],
      verdicts: [{ level: "warn", samples: [], value: worst, threshold: least, says, step } satisfies Verdict],
      notes,
    };
  },
};

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** What is compared may be populations, or cases and controls; these may stand in another column as well. */
function columnsOf({ assay, columns }: QualityData): { readonly by: Column | null; readonly controls: Column | null } {
  const { group } = columns;
  if (group && saysControls(group)) return { by: null, controls: group };
  return { by: group, controls: assay.samples.columns.slice(1).find(saysControls) ?? null };
}

interface Tested {
  /** Autosomal sites that vary in the group. */
  readonly tested: number;
  /** Sites with more heterozygotes than expected, and with fewer, whose p is below the threshold. */
  readonly many: number;
  readonly few: number;
  readonly worst: number;
}

/** Marks the sites that are far, too. */
function testedSites(
  { calls, autosomal }: Genotypes,
  samples: number,
  members: readonly number[],
  test: "exact" | "mid-p",
  least: number,
  isFar: Uint8Array,
): Tested {
  const all = calls();
  let [tested, many, few, worst] = [0, 0, 0, 1];
  for (let site = 0; site < autosomal.length; site++) {
    if (autosomal[site] === 0) continue;
    const [none, het, two] = genotypeCounts(all, samples, site, members);
    if (het === 0 && (none === 0 || two === 0)) continue;
    tested++;
    const { p, midP, expected } = exactTest(none, het, two);
    const value = test === "exact" ? p : midP;
    if (value < worst) worst = value;
    if (!(value < least)) continue;
    isFar[site] = 1;
    if (het > expected) many++;
    else few++;
  }
  return { tested, many, few, worst };
}
