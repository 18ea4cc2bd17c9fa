// F = (O - E) / (N - E) of homozygous sites of X outside of what X and Y share, as plink1.9 --check-sex has it: E by the frequencies of
// alleles, of which declared males have one, their heterozygous calls left out. Who has one X has 1.

import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import { isX, pseudoAutosomalEnds } from "../../artifacts/builds.ts";
import { callsOfOneOrTwo } from "../../artifacts/genotype-calls.ts";
import { cellJson, cellString, isMissing } from "../../artifacts/table.ts";
import type { JudgeOf, Verdict } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { declaredSexes, type Sex, unreadIn } from "../parts/declared-sex.ts";
import { words as shared } from "../words.ts";
import type { xHeterozygosity } from "./rule.ts";
import { words } from "./words.ts";

/** Of fewer samples the frequencies of alleles are hardly known. */
const fewestSamples = 10;
/** Of those whose sexes are told, so many are told otherwise: the column says it the other way round. */
const nearlyAll = 0.8;

export const judge: JudgeOf<typeof xHeterozygosity> = {
  judge({ assay, genotypes, columns }, { female, male, sites: least }) {
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const { sampleCount } = assay;
    const found = sitesOfX(assay);
    if ("lacks" in found) return found;
    if (sampleCount < fewestSamples) return { lacks: words.sentence("few-samples", { n: sampleCount, least: fewestSamples }) };
    const { sex } = columns;
    const declared = sex ? declaredSexes(sex, sampleCount) : Array.from({ length: sampleCount }, () => null);
    const calls = callsOfOneOrTwo(assay, found.sites);
    const { f, informative } = inbreedingOnX(calls, found.sites.length, declared);
    const told = f.map((value, sample) => ((informative[sample] as number) >= least ? value : Number.NaN));
    if (told.every(Number.isNaN)) return { lacks: words.sentence("few-sites", { n: Math.max(0, ...informative), least }) };
    const measures = [{ name: "x_inbreeding_f", values: told }];
    const notes: Sentence[] = [...found.notes, words.sentence("counted", { n: found.sites.length })];
    if (!sex) return { measures, verdicts: [], notes: [...notes, words.sentence("no-sex")] };
    const unread = unreadIn(sex, sampleCount);
    if (declared.every((one) => one === null))
      return {
        measures,
        verdicts: [],
        notes: [...notes, words.sentence(unread.n > 0 ? "unread" : "none-said", { column: sex.name, values: unread.values })],
      };
    if (unread.n > 0) notes.push(words.sentence("some-unread", { column: sex.name, n: unread.n, values: unread.values }));
    const seen = Array.from(told, (value): Sex | null => (value <= female ? "female" : value >= male ? "male" : null));
    const both = seen.flatMap((one, sample) => (one && declared[sample] ? [one === declared[sample]] : []));
    const others = both.filter((isSame) => !isSame).length;
    if (both.length >= fewestSamples && others / both.length > nearlyAll) {
      const says = words.sentence("all-swapped", { column: sex.name, n: others, all: both.length });
      return {
        measures,
        notes,
        verdicts: [{ level: "fail", samples: [], value: others / both.length, threshold: nearlyAll, says }],
      };
    }
    const ids = sampleIds(assay);
    const verdicts = [...told].flatMap((value, row): Verdict[] => {
      const said = declared[row];
      if (!said || Number.isNaN(value) || seen[row] === said) return [];
      const params = { sample: ids[row] ?? "", column: sex.name, value, female, male };
      const threshold = said === "female" ? female : male;
      if (seen[row] === null)
        return [
          {
            level: "warn",
            samples: [row],
            value,
            threshold,
            says: words.sentence(said === "female" ? "between-female" : "between-male", params),
          },
        ];
      return [
        {
          level: "fail",
          samples: [row],
          value,
          threshold,
          says: words.sentence(said === "female" ? "is-male" : "is-female", params),
        },
      ];
    });
    return { measures, verdicts, notes };
  },
};

type SitesOfX = { readonly sites: readonly number[]; readonly notes: readonly Sentence[] } | { readonly lacks: Sentence };

function sitesOfX({ features, featureCount }: Assay): SitesOfX {
  const column = features.columns.find(({ semantic }) => semantic === "chromosome");
  if (!column) return { lacks: words.sentence("no-chromosomes") };
  const names = new Map<string, boolean>();
  const onX: number[] = [];
  for (let site = 0; site < featureCount; site++) {
    if (isMissing(column, site)) continue;
    const name = cellString(column, site);
    let is = names.get(name);
    if (is === undefined) names.set(name, (is = isX(name)));
    if (is) onX.push(site);
  }
  if (onX.length === 0) return { lacks: words.sentence("no-x") };
  const build = column.build ?? null;
  const ends = pseudoAutosomalEnds(build);
  const position = features.columns.find(({ semantic }) => semantic === "position" || semantic === "start");
  if (!ends || !position)
    return { sites: onX, notes: [words.sentence(ends ? "no-positions" : "other-genome", { build: build ?? "" })] };
  const from = position.origin === 0 ? 1 : 0;
  const sites = onX.filter((site) => {
    const at = isMissing(position, site) ? Number.NaN : Number(cellJson(position, site)) + from;
    return at > ends[0] && at < ends[1];
  });
  if (sites.length === 0) return { lacks: words.sentence("all-shared", { n: onX.length }) };
  const left = onX.length - sites.length;
  return {
    sites,
    notes: [
      ...(build === null ? [words.sentence("build-unknown")] : []),
      ...(left > 0 ? [words.sentence("left-out", { n: left })] : []),
    ],
  };
}

/** `calls`: sites x samples. NaN where no site that varies is known. */
function inbreedingOnX(
  calls: Int8Array,
  sites: number,
  declared: readonly (Sex | null)[],
): { readonly f: Float64Array; readonly informative: Float64Array } {
  const samples = declared.length;
  const [same, expected, informative] = [0, 1, 2].map(() => new Float64Array(samples)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let site = 0; site < sites; site++) {
    const of = calls.subarray(site * samples, (site + 1) * samples);
    let [copies, alleles] = [0, 0];
    for (let sample = 0; sample < samples; sample++) {
      const call = of[sample] as number;
      const isMale = declared[sample] === "male";
      if (call < 0 || (isMale && call === 1)) continue;
      copies += isMale ? call / 2 : call;
      alleles += isMale ? 1 : 2;
    }
    if (copies === 0 || copies === alleles) continue;
    const p = copies / alleles;
    const alike = 1 - 2 * p * (1 - p);
    for (let sample = 0; sample < samples; sample++) {
      const call = of[sample] as number;
      if (call < 0) continue;
      informative[sample] = (informative[sample] as number) + 1;
      expected[sample] = (expected[sample] as number) + alike;
      if (call !== 1) same[sample] = (same[sample] as number) + 1;
    }
  }
  const f = informative.map((n, sample) => {
    const usual = expected[sample] as number;
    return n - usual > 0 ? ((same[sample] as number) - usual) / (n - usual) : Number.NaN;
  });
  return { f, informative };
}
