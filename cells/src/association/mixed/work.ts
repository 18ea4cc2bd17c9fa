// A linear mixed model of all variants, chromosome by chromosome.

import { err, ok } from "../../base/result.ts";
import type { AssociationTask, AssociationWorkOf } from "../../contract/association-model.ts";
import { type KinshipSum, kinshipSum, kinshipWithout } from "../../stats/association/kinship-matrix.ts";
import { mixedScan } from "../../stats/association/mixed-scan.ts";
import { symmetricEigen } from "../../stats/association/symmetric-eigen.ts";
import { covariatesOf, inShell } from "../parts/plink-call.ts";
import { answersFor, everyPlace, scanAll } from "../parts/scan-all.ts";
import type { MixedOptions } from "./model.ts";
import { words } from "./words.ts";

/** The matrices of so many samples are some gigabytes, and their eigenvectors an hour of work. */
const mostSamples = 5000;
const fewestSites = 50;

export const work: AssociationWorkOf<MixedOptions> = {
  async scan(task) {
    const { samples, chromosomes, tested, forKinship, options } = task;
    if (samples > mostSamples) return err(words.failure("too-many", { n: samples, most: mostSamples }, { at: ["model"] }));
    if (options.leaveOut && !chromosomes)
      return err(
        words.failure("no-chromosomes", {}, { at: ["model"], fix: { path: ["model"], value: { ...options, leaveOut: false } } }),
      );
    const parts = partsOf(task);
    const fewest = Math.min(...parts.map(({ without }) => forKinship.length - without.length));
    if (fewest < fewestSites)
      return err(words.failure("few-sites", { n: Math.max(0, fewest), least: fewestSites }, { at: ["model"] }));
    // Sums over all sites are the longest single piece; each chromosome's own are as much together.
    const pause = (from: number, to: number) => (share: number) => task.pause(from + (to - from) * share);
    const all = await kinshipSum(task, Array.from(forKinship), pause(0, 0.15));
    const into = answersFor(tested.length);
    const fit = { n: 0, beta: 0, error: 0, statistic: 0, logP: 0, lambda: 0 };
    const shares: number[] = [];
    for (const [nth, { places, without }] of parts.entries()) {
      const [from, to] = [nth, nth + 1].map((at) => 0.15 + (0.85 * at) / parts.length) as [number, number];
      const third = (to - from) / 3;
      const own: KinshipSum | null = without.length === 0 ? null : await kinshipSum(task, without, pause(from, from + third));
      const eigen = await symmetricEigen(kinshipWithout(all, own, samples), samples, pause(from + third, from + 2 * third));
      const scan = mixedScan(task.trait, task.covariates, eigen);
      shares.push(scan.alone.share);
      await scanAll(task, scan, fit, { places, into, done: [from + 2 * third, to] });
    }
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    task.say(
      words.sentence(options.leaveOut ? "kinship-without" : "kinship-all", {
        sites: forKinship.length,
        share: Number((100 * mean).toPrecision(3)),
      }),
    );
    if (!options.leaveOut) task.say(words.sentence("takes-itself"));
    if (task.isBinary) task.say(words.sentence("of-cases"));
    return ok({ ...into, facts: { share: mean } });
  },
  calls: ({ leaveOut }, asked) => {
    const named = `# covariates.txt: columns without a head, ${["1", ...covariatesOf(asked)].join(", ")}`;
    const kinship = (genotypes: string, out: string): string => `gemma -bfile ${genotypes} -gk 1 -maf 0.01 -miss 0.05 -o ${out}`;
    const tested = (genotypes: string, of: string, out: string): string =>
      `gemma -bfile ${genotypes} -k output/${of}.cXX.txt -c covariates.txt -lmm 1 -maf 0 -miss 1 -o ${out}`;
    if (!leaveOut) return [named, kinship("genotypes", "kinship"), tested("genotypes", "kinship", inShell(asked.trait))];
    return [
      named,
      "for c in $(seq 1 22); do",
      "  others=$(seq 1 22 | grep -vx $c | paste -sd,)",
      "  plink1.9 --bfile genotypes --chr $others --make-bed --out others",
      `  ${kinship("others", "without_$c")}`,
      "  plink1.9 --bfile genotypes --chr $c --make-bed --out own",
      `  ${tested("own", "without_$c", `${inShell(asked.trait)}_$c`)}`,
      "done",
    ];
  },
};

interface Part {
  /** Places among those that are tested. */
  readonly places: Int32Array;
  /** Sites that its kinship is made without. */
  readonly without: readonly number[];
}

/** Variants that lie on no chromosome are tested with the kinship of all. */
function partsOf({ options, chromosomes, tested, forKinship }: AssociationTask<MixedOptions>): readonly Part[] {
  if (!options.leaveOut || !chromosomes) return [{ places: everyPlace(tested.length), without: [] }];
  const by = new Map<number, number[]>();
  tested.forEach((variant, place) => {
    const code = chromosomes[variant] as number;
    const places = by.get(code);
    if (places) places.push(place);
    else by.set(code, [place]);
  });
  return [...by].map(([code, places]) => ({
    places: Int32Array.from(places),
    without: code < 0 ? [] : Array.from(forKinship).filter((site) => chromosomes[site] === code),
  }));
}
