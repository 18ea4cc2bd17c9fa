// The ranking, the score of each set along it, and its p value: by all sets where they are few, by drawn sets, and by levels where few
// of those reach the score.

import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { EnrichmentTask, EnrichmentWork, SetAnswer, TestedGenes } from "../../contract/enrichment-method.ts";
import { exactP, setsOfSize } from "../../stats/enrichment/all-scores.ts";
import { againstDrawn, drawnScores } from "../../stats/enrichment/drawn-scores.ts";
import { leadingEdge, scoreOf, scoreSides, weightsOf } from "../../stats/enrichment/enrichment-score.ts";
import { splitLevels } from "../../stats/enrichment/split-levels.ts";
import { type TiedRanks, tiedRanks, tiesTurned } from "../../stats/enrichment/tied-ranks.ts";
import { trigamma } from "../../stats/log-gamma.ts";
import { streamSeed } from "../../stats/seeded-random.ts";
import { columnInR } from "../../base/column-in-r.ts";
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

/** Of a p value of 0 infinite, and then at the end: a number put in its place would weigh more than all others together. */
const signedSurprise = (p: number, change: number): number => (change === 0 ? 0 : -Math.log10(p) * Math.sign(change));

function rankingOf({ by, column }: PrerankedOptions, genes: TestedGenes): Result<Ranking, Failure> {
  const { statistic, p, change, called } = genes;
  const signedP = p && change ? p.map((value, at) => signedSurprise(value, change[at] as number)) : null;
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

interface Ranked {
  readonly ranking: Ranking;
  readonly universe: Int32Array;
  /** Of the universe, infinite ones brought to its ends. */
  readonly values: Float64Array;
  readonly infinite: number;
  /** Genes with a value, and no p value: they were not tested (DESeq2 takes it from counts that one sample alone makes). */
  readonly untested: number;
  /** Genes that have the value of another one. */
  readonly tied: number;
}

function rankedGenes(options: PrerankedOptions, genes: TestedGenes): Result<Ranked, Failure> {
  const found = rankingOf(options, genes);
  if (!found.ok) return found;
  const { values } = found.value;
  const { p } = genes;
  const valued = Int32Array.from(values.keys()).filter((at) => !Number.isNaN(values[at]));
  const universe = valued.filter((at) => p === null || !Number.isNaN(p[at]));
  const own = Float64Array.from(universe, (at) => values[at] as number);
  const finite = own.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...ends(finite)), Math.max(0, ...ends(finite))];
  const ranked = own.map((value) => Math.max(low, Math.min(high, value)));
  const counts = new Map<number, number>();
  for (const value of ranked) counts.set(value, (counts.get(value) ?? 0) + 1);
  const tied = [...counts.values()].reduce((sum, n) => sum + (n > 1 ? n : 0), 0);
  const [infinite, untested] = [own.length - finite.length, valued.length - universe.length];
  return ok({ ranking: found.value, universe, values: ranked, infinite, untested, tied });
}

export const work: EnrichmentWork<PrerankedOptions> = {
  ask(options, genes, say) {
    const found = rankedGenes(options, genes);
    if (!found.ok) return found;
    const { ranking, universe, values, infinite, untested, tied } = found.value;
    const { by, column } = ranking;
    if (options.column !== "" && options.by !== "column") {
      const fix = { path: ["method", "by"], value: "column" };
      return err(words.failure("column-unused", { column: options.column }, { at: ["method", "column"], fix }));
    }
    if (universe.length < 3) return err(words.failure("too-few", { n: universe.length }, { at: ["from"] }));
    if (untested > 0) say(words.sentence("untested", { n: untested, column: genes.called.p }));
    if (infinite > 0) say(words.sentence(by === "signed-p" ? "zero-p" : "infinite", { n: infinite, column }));
    if (values.every((value) => value === values[0])) return err(words.failure("constant", { column }, { at: ["method", "by"] }));
    if (!hasSigns(values) && by !== "column") {
      const fix = { path: ["method"], value: { ...options, by: "signed-p" as const } };
      return err(words.failure("no-sign", { column }, { at: ["method", "by"], ...(by === "signed-p" ? {} : { fix }) }));
    }
    if (options.by === "auto" && by !== "column") say(words.sentence(`ranked-${by}`, { column }));
    if (tied > 0) say(words.sentence("ties", { n: tied, all: values.length }));
    return ok({ universe, sides: [{ side: "ranking", values }] });
  },

  async answer(task) {
    const { sets, options, pause } = task;
    const [side] = task.asked.sides;
    const values = side?.values ?? new Float64Array(0);
    const order = Int32Array.from(values.keys()).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
    const rankOf = new Int32Array(order.length);
    for (const [rank, place] of order.entries()) rankOf[place] = rank;
    const ranked = Float64Array.from(order, (place) => values[place] as number);
    const weights = weightsOf(ranked, options.weight);
    const ties = tiedRanks(ranked);
    const answers: SetAnswer[] = [];
    // Sets of a size are held against the same drawn ones, which are kept no longer than that: a million scores are 8 MB.
    const bySize = [...sets.keys()].sort((a, b) => (sets[a]?.length ?? 0) - (sets[b]?.length ?? 0) || a - b);
    let scores: { readonly size: number; readonly drawn: Float64Array } = { size: 0, drawn: new Float64Array(0) };
    for (const set of bySize) {
      const done = answers.length / sets.length;
      await pause(done);
      const hits = Int32Array.from(sets[set] ?? [], (place) => rankOf[place] as number).sort();
      const size = hits.length;
      if (scores.size !== size) {
        const drawing = drawnScores(weights, { size, rounds: options.rounds, seed: streamSeed(options.seed, size), ties });
        for (;;) {
          const turn = drawing.next();
          if (turn.done) {
            scores = { size, drawn: turn.value };
            break;
          }
          await pause(done + turn.value / sets.length);
        }
      }
      answers.push(await answerOf(task, { set, hits, scores: scores.drawn, weights, ties, order, done }));
    }
    return { answers: answers.sort((a, b) => a.set - b.set), ranking: { order, weights, ties } };
  },

  inR(options, { genes, gene, columns, smallest, largest }) {
    const found = rankedGenes(options, genes);
    if (!found.ok) return [];
    const { ranking, infinite, tied } = found.value;
    const { called } = genes;
    const [names, p, change] = [columnInR(gene), columnInR(called.p), columnInR(called.change)];
    const signed = `ifelse(${change} == 0, 0, -log10(${p}) * sign(${change}))`;
    const by = ranking.by === "signed-p" ? signed : columnInR(ranking.column);
    const { seed, weight, rounds, least } = options;
    return [
      ...(called.p === "" ? [] : [`genes <- genes[!is.na(${p}), ]`]),
      `ranks <- sort(setNames(${by}, ${names}), decreasing = TRUE)`,
      ...(infinite > 0 ? ["ends <- range(0, ranks[is.finite(ranks)])", "ranks[] <- pmax(ends[1], pmin(ends[2], ranks))"] : []),
      ...(tied > 0 ? ["# fgsea puts genes of the same value in some order; here the sum goes straight through them"] : []),
      `set.seed(${seed})`,
      `fgsea::fgsea(split(${columnInR(columns.gene, "sets")}, ${columnInR(columns.set, "sets")}), ranks, minSize = ${smallest}, maxSize = ${largest}, gseaParam = ${weight}, nPermSimple = ${rounds}, eps = ${least})`,
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
  readonly ties: TiedRanks | null;
  readonly order: Int32Array;
  /** Share of all sets. */
  readonly done: number;
}

async function answerOf(
  { options, pause }: EnrichmentTask<PrerankedOptions>,
  { set, hits, scores, weights, ties, order, done }: Asked,
): Promise<SetAnswer> {
  const sides = scoreSides(weights, hits, ties);
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
  if (setsOfSize(size, weights.length) <= mostExact) return answer(exactP(weights, size, score, ties), 0, "exact");
  const { asFar, sameSign, p } = found;
  if (asFar >= enoughDrawn || score === 0) return answer(p, Math.sqrt(trigamma(asFar + 1) - trigamma(sameSign + 1)), "drawn");
  // A negative score is a positive one from the other end.
  const split = splitLevels({
    weights: score > 0 ? weights : weights.slice().reverse(),
    ties: ties && score < 0 ? tiesTurned(ties) : ties,
    size,
    score: Math.abs(score),
    seed: streamSeed(options.seed, set + 1_000_003),
    sample: sampled,
    least: options.least,
  });
  for (;;) {
    const turn = split.next();
    if (!turn.done) {
      await pause(done);
      continue;
    }
    const { logP, error, isBound } = turn.value;
    // Of sets with a score of that sign, whose share the drawn ones tell.
    const ofSign = Math.log((sameSign + 1) / (scores.length + 1));
    const total = Math.sqrt(error ** 2 + trigamma(sameSign + 1) - trigamma(scores.length + 1));
    return answer(Math.min(1, Math.exp(logP - ofSign)), total, isBound ? "below" : "levels");
  }
}
