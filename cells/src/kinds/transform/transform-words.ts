// A transform in words, for the outline and above the steps: "keeps 12 304 of 41 786 genes with at least 10 reads in 3
// samples". Numbers of the answer are said only where results are known.

import type { CellRef } from "../../base/refs.ts";
import type { WordsContext } from "../../contract/kind.ts";
import { featureNoun } from "../../artifacts/rows-called.ts";
import { type StepCard, type StepContext, stepData, type StepData } from "../../contract/step.ts";
import { type Step, stepOf } from "../../steps.ts";
import { words } from "../../steps/words.ts";

interface Chain {
  readonly from: CellRef | null;
  readonly steps: readonly Step[];
}
interface Active {
  readonly step: Step;
  readonly card: StepCard;
}
const activeOf = (spec: Chain): readonly Active[] =>
  spec.steps.flatMap((step) => {
    const card = stepOf(step.verb)?.step;
    return step.off || !card ? [] : [{ step, card }];
  });

export function transformWords(spec: Chain, context: WordsContext): string {
  const active = activeOf(spec);
  if (active.length === 0) return words.say("words-none", {}, context.locale);
  const summary = spec.from ? context.summaryOf(spec.from) : null;
  const noun = featureNoun(summary);
  let on: StepData | null = stepData.find((type) => type === summary?.type) ?? null;
  const [first, ...others] = active.map(({ step, card }): string => {
    const here: WordsContext & StepContext = { ...context, noun, on };
    // What it takes alone tells what it stands on, where nothing else does.
    const [only, ...more] = stepData.filter((type) => card.takes[type]);
    const taken = on ?? (more.length === 0 ? only : undefined);
    on = (taken && card.takes[taken]?.gives) ?? on;
    return unfilledWords(step, card, here) ?? card.say(step, here);
  });
  return [countedWords(spec, { ...context, noun, on }, active) ?? first, ...others].join("; ");
}

/** "rename columns: choose a column", while the step cannot do anything yet. */
function unfilledWords(step: Step, card: StepCard, context: StepContext): string | null {
  const lacks = card.lacks?.(step, context) ?? null;
  if (lacks === null) return null;
  const title = card.words.say("title", {}, context.locale);
  return words.say(
    "unfilled",
    { title: title.charAt(0).toLocaleLowerCase(context.locale) + title.slice(1), lacks },
    context.locale,
  );
}

/** The first step with its numbers, where it alone changes the features and the answer of this cell is known. */
function countedWords(spec: Chain, context: WordsContext & StepContext, [first, ...others]: readonly Active[]): string | null {
  if (!first?.card.sayCounted || !spec.from || others.some(({ card }) => changesFeatures(card))) return null;
  const before = context.summaryOf(spec.from);
  const after = context.own ?? null;
  if (before?.type !== "assay" || after?.type !== "assay") return null;
  return first.card.sayCounted(first.step, context, { before: before.shape[0] ?? 0, after: after.shape[0] ?? 0 });
}

const changesFeatures = ({ takes: { assay } }: StepCard): boolean =>
  assay !== undefined && (assay.gives !== "assay" || assay.rows !== "same");

/** "counts_kept", "counts_logcpm": what the last telling step makes of the input. */
export function suggestedName(spec: Chain, context: WordsContext): string {
  const source = spec.from ? context.nameOf(spec.from) : "";
  const ending = activeOf(spec).findLast(({ card }) => card.ending !== undefined)?.card.ending ?? "steps";
  return source === "" ? ending : `${source}_${ending}`;
}
