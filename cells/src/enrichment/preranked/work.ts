// The ranking, the score of each set along it, and its p value: by all sets where they are few, by drawn sets, and by levels where few
// of those reach the score.

import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { EnrichmentTask, EnrichmentWork, SetAnswer, TestedGenes } from "../../contract/enrichment-method.ts";
import { exactP, setsOfSize } from "../../stats/enrichment/all-scores.ts";
import { againstDrawn, drawnScores } from "../../stats/enrichment/drawn-scores.ts";
import { leadingEdge, scoreOf, scoreSides, weightsOf } from "../../stats/enrichment/enrichment-score.ts";
import { splitLevels } from "../../stats/enrichment/split-levels.ts";
import { trigamma } from "../../stats/log-gamma.ts";
import { streamSeed } from "../../stats/seeded-random.ts";
import type { PrerankedOptions } from "./method.ts";
import { words } from "./words.ts";

/** So many sets at most are gone through one by one. */
const mostExact = 20_000;
/** Fewer drawn sets as far out say too little of a p value. */
const enoughDrawn = 25;
/** Sets that are followed from level to level at a time. */
const sampled = 101;

interface Ranking {
  readonly by: "statistic" | "signed-p" | "change" | "column";
  readonly values: Float64Array;
  readonly column: string;
}

const hasSigns = (values: Float64Array): boolean => values.some((value) => value < 0) && values.some((value) => value > 0);

function rankingOf({ by, column }: PrerankedOptions, genes: TestedGenes): Result<Ranking, Failure> {
  const { statistic, p, change, called } = genes;
  const signedP =
    p && change ? p.map((value, at) => -Math.log10(Math.max(value, Number.MIN_VALUE)) * Math.sign(change[at] as number)) : null;
  const of: { readonly [by in "statistic" | "signed-p" | "change"]: Ranking | null } = {
    statistic: statistic && { by: "statistic", values: statistic, column: called.statistic },
    "signed-p": signedP && { by: "signed-p", values: signedP, column: called.p },
    change: change && { by: "change", values: change, column: called.change },
  };
  if (by === "column") {
    const found = genes.column(column);
    return found
      ? ok({ by, values: found.values, column })
      : err(words.failure("no-column", { column }, { at: ["method", "column"] }));
  }
  // A statistic without a sign (F, likelihood ratio) does not say which way.
  const auto = (statistic && hasSigns(statistic) ? of.statistic : null) ?? of["signed-p"] ?? of.change ?? of.statistic;
  const found = by === "auto" ? auto : of[by];
  return found ? ok(found) : err(words.failure("no-ranking", {}, { at: ["method", "by"] }));
}

export const work: EnrichmentWork<PrerankedOptions> = {
  ask(options, genes, say) {
    const found = rankingOf(options, genes);
    if (!found.ok) return found;
    const { by, values, column } = found.value;
    const universe = Int32Array.from(values.keys()).filter((at) => !Number.isNaN(values[at]));
    if (universe.length < 3) return err(words.failure("too-few", { n: universe.length }, { at: ["from"] }));
    const asked = Float64Array.from(universe, (at) => values[at] as number);
    const finite = asked.filter(Number.isFinite);
    const [low, high] = [Math.min(0, ...ends(finite)), Math.max(0, ...ends(finite))];
    const infinite = asked.length - finite.length;
    if (infinite > 0) say(words.sentence("infinite", { n: infinite }));
    const ranked = asked.map((value) => Math.max(low, Math.min(high, value)));
    if (ranked.every((value) => value === ranked[0])) return err(words.failure("constant", { column }, { at: ["method", "by"] }));
    if (!hasSigns(ranked) && by !== "column") {
      const fix = { path: ["method"], value: { ...options, by: "signed-p" as const } };
      return err(words.failure("no-sign", { column }, { at: ["method", "by"], ...(by === "signed-p" ? {} : { fix }) }));
    }
    if (options.by === "auto" && by !== "column") say(words.sentence(`ranked-${by}`, { column }));
    const counts = new Map<number, number>();
    for (const value of ranked) counts.set(value, (counts.get(value) ?? 0) + 1);
    const tied = [...counts.values()].reduce((sum, n) => sum + (n > 1 ? n : 0), 0);
    if (tied > 0) say(words.sentence("ties", { n: tied, all: ranked.length }));
    return ok({ universe, sides: [{ side: "ranking", values: ranked }] });
  },

  async answer(task) {
    const [side] = task.asked.sides;
    const values = side?.values ?? new Float64Array(0);
    const order = Int32Array.from(values.keys()).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
    const rankOf = new Int32Array(order.length);
    for (const [rank, place] of order.entries()) rankOf[place] = rank;
    const ranked = Float64Array.from(order, (place) => values[place] as number);
    const weights = weightsOf(ranked, task.options.weight);
    const drawn = new Map<number, Float64Array>();
    const answers: SetAnswer[] = [];
    for (const [set, places] of task.sets.entries()) {
      await task.pause(set / task.sets.length);
      const hits = Int32Array.from(places, (place) => rankOf[place] as number).sort();
      const size = hits.length;
      const { rounds, seed } = task.options;
      const scores = drawn.get(size) ?? drawnScores(weights, { size, rounds, seed: streamSeed(seed, size) });
      drawn.set(size, scores);
      answers.push(await answerOf(task, { set, hits, scores, weights, order }));
    }
    return { answers, ranking: { order, weights } };
  },

  inR({ weight, rounds, least, seed, by, column }, { called, gene, smallest, largest }) {
    const signed = `-log10(genes$${called.p}) * sign(genes$${called.change})`;
    const name = by === "column" ? column : by === "change" ? called.change : called.statistic;
    const ranked =
      by === "signed-p" || (by === "auto" && called.statistic === "" && called.p !== "")
        ? signed
        : `genes$${name || called.change}`;
    return [
      `ranks <- sort(setNames(${ranked}, genes$${gene}), decreasing = TRUE)`,
      `set.seed(${seed})`,
      `fgsea::fgsea(split(sets$gene, sets$set), ranks, minSize = ${smallest}, maxSize = ${largest}, gseaParam = ${weight}, nPermSimple = ${rounds}, eps = ${least})`,
    ];
  },
};

function ends(values: Float64Array): readonly number[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return values.length === 0 ? [] : [low, high];
}

interface Asked {
  readonly set: number;
  readonly hits: Int32Array;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
  readonly order: Int32Array;
}

async function answerOf(
  { options, pause, sets }: EnrichmentTask<PrerankedOptions>,
  { set, hits, scores, weights, order }: Asked,
): Promise<SetAnswer> {
  const sides = scoreSides(weights, hits);
  const score = scoreOf(sides);
  const genes = leadingEdge(sides, hits).map((rank) => order[rank] as number);
  const found = againstDrawn(score, scores);
  const answer = (p: number, error: number, how: SetAnswer["how"]): SetAnswer => ({
    set,
    side: "ranking",
    p,
    numbers: [score, found.normalised, error / Math.LN2, genes.length],
    how,
    genes,
  });
  const size = hits.length;
  if (setsOfSize(size, weights.length) <= mostExact) return answer(exactP(weights, size, score), 0, "exact");
  const { asFar, sameSign, p } = found;
  if (asFar >= enoughDrawn || score === 0) return answer(p, Math.sqrt(trigamma(asFar + 1) - trigamma(sameSign + 1)), "drawn");
  // A negative score is a positive one from the other end.
  const split = splitLevels({
    weights: score > 0 ? weights : weights.slice().reverse(),
    size,
    score: Math.abs(score),
    seed: streamSeed(options.seed, set + 1_000_003),
    sample: sampled,
    least: options.least,
  });
  for (;;) {
    const turn = split.next();
    if (!turn.done) {
      await pause(set / sets.length);
      continue;
    }
    const { logP, error, isBound } = turn.value;
    // Of sets with a score of that sign, whose share the drawn ones tell.
    const ofSign = Math.log((sameSign + 1) / (scores.length + 1));
    const total = Math.sqrt(error ** 2 + trigamma(sameSign + 1) - trigamma(scores.length + 1));
    return answer(Math.min(1, Math.exp(logP - ofSign)), total, isBound ? "below" : "levels");
  }
}
