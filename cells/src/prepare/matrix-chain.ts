// The chain for a matrix: samples that fail go, then the split, then which features and sites are worth it, then the scale.

import { isJsonObject, type JsonObject } from "../base/json.ts";
import { type ChainOfSteps, chainOfSteps, namesIn } from "./chain-of-steps.ts";
import { hasClasses } from "./form-of-columns.ts";
import type { Asked, Found, Proposal } from "./proposal.ts";
import { addSplit } from "./split-step.ts";
import { words } from "./words.ts";

/** Fewer are no data set. */
const fewestSamples = 2;

export function matrixChain(asked: Asked): Proposal {
  const chain = chainOfSteps(asked);
  const { goal, columns, outcome } = asked;
  if (goal === "predict" && outcome === null) chain.note(words.sentence("no-outcome"));
  if (goal === "compare" && asked.group === null) chain.note(words.sentence("no-group"));
  dropSamples(asked, chain);
  const told = columns.find(({ name }) => name === outcome);
  if (goal === "predict") addSplit(asked, chain, told !== undefined && hasClasses(told));
  for (const verdict of asked.verdicts.filter(({ step }) => step?.["verb"] === "filter-sites"))
    chain.add({
      key: `sites ${verdict.rule}`,
      step: { ...verdict.step },
      reason: words.sentence("sites"),
      by: [verdict],
    });
  for (const verdict of asked.verdicts.filter(({ step }) => step?.["verb"] === "log"))
    chain.add({ key: "log", step: { ...verdict.step }, reason: words.sentence("log"), by: [verdict] });
  if (asked.scale === "counts") normalised(asked, chain);
  return chain.done();
}

const isInSheet = (asked: Asked, name: string | null): name is string => asked.columns.some((column) => column.name === name);

function dropSamples(asked: Asked, chain: ChainOfSteps): void {
  const [names] = asked.columns;
  // Whoever leaves out what is hard to tell finds it easy to tell.
  const isHard = ({ rule }: Found): boolean =>
    rule === "swapped-groups" && asked.goal === "predict" && asked.outcome === asked.group;
  const ofSamples = asked.verdicts.filter(({ level, samples = [] }) => level === "fail" && samples.length > 0);
  const failed = ofSamples.filter((verdict) => !isHard(verdict));
  const dropped = (verdict: Found): readonly string[] | null => valuesDropped(verdict.step, names?.name);
  // What is doubtful of one sample stays; what is said of the whole set leaves out as few as will do.
  const ofAll = asked.verdicts.filter((verdict) => (verdict.samples ?? []).length === 0 && dropped(verdict));
  const gone = new Set([
    ...failed.flatMap((verdict) => dropped(verdict) ?? verdict.samples ?? []),
    ...ofAll.flatMap((verdict) => dropped(verdict) ?? []),
  ]);
  if (ofSamples.some((verdict) => isHard(verdict) && verdict.samples?.some((sample) => !gone.has(sample))))
    chain.note(words.sentence("hard-stay", { outcome: asked.outcome }));
  if (!names || gone.size === 0) return;
  if (asked.sampleCount - gone.size < fewestSamples)
    return chain.note(words.sentence("too-few-left", { n: gone.size, all: asked.sampleCount }));
  const value = [...gone];
  const isOn = chain.add({
    key: "samples",
    step: { verb: "filter", action: "drop", where: { all: [{ column: names.name, is: "in", value }] } },
    reason: words.sentence("samples", { n: value.length, all: asked.sampleCount }),
    by: [...failed, ...ofAll],
  });
  // What is doubtful in samples that go needs nobody.
  if (isOn)
    chain.passOver(
      asked.verdicts.filter(({ samples = [] }) => samples.length > 0 && samples.every((sample) => gone.has(sample))),
    );
}

/** Samples that the step of a verdict leaves out by their names; null: it is none of these. */
function valuesDropped(step: JsonObject | undefined, column: string | undefined): readonly string[] | null {
  const where = step?.["where"];
  if (step?.["verb"] !== "filter" || step["action"] !== "drop" || !isJsonObject(where)) return null;
  const [first] = Array.isArray(where["all"]) ? where["all"] : [];
  return isJsonObject(first) && first["column"] === column && first["is"] === "in" ? namesIn(first, "value") : null;
}

function normalised(asked: Asked, chain: ChainOfSteps): void {
  const { goal, columns, rules } = asked;
  if (rules.includes("cell-outliers")) {
    if (goal === "compare") chain.note(words.sentence("cells-compare"));
    else chain.add({ key: "log-normalise", step: { verb: "log-normalise" }, reason: words.sentence("cells") });
    return;
  }
  const by = goal === "predict" ? asked.outcome : asked.group;
  const groups = columns.find(({ name, type }) => name === by && type !== "float64");
  if (goal !== "explore")
    chain.add({
      key: "features",
      step: {
        verb: "filter-by-expression",
        compare: groups && isInSheet(asked, by) && hasClasses(groups) ? { by: "group", column: by } : { by: "none" },
      },
      reason: groups ? words.sentence("features-group", { column: groups.name }) : words.sentence("features-all"),
    });
  if (goal === "compare") chain.note(words.sentence("counts-stay"));
  else chain.add({ key: "log-cpm", step: { verb: "log-cpm" }, reason: words.sentence(`log-cpm-${goal}`) });
}
