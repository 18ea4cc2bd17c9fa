// The split of a chain that is to predict: rows of one person in one part, each class of the outcome in each part as in all.

import type { JsonObject } from "../base/json.ts";
import type { Sentence } from "../messages/sentence.ts";
import { type ChainOfSteps, nameIn, namesIn } from "./chain-of-steps.ts";
import type { Asked, Found, FormColumn } from "./proposal.ts";
import { words } from "./words.ts";

const splits = ({ step }: Found): boolean => step?.["verb"] === "split";

export function addSplit(asked: Asked, chain: ChainOfSteps, hasClasses: boolean): void {
  const { columns, verdicts, outcome } = asked;
  const by = verdicts.filter(splits);
  const isThere = columns.find(({ semantic }) => semantic === "split");
  if (isThere && by.length === 0) return chain.note(words.sentence("split-there", { column: isThere.name }));
  const after = by.map(({ step }) => nameIn(step, "after")).find((name) => name !== "") ?? "";
  const persons = [
    ...new Set([...columns.filter(repeats).map(({ name }) => name), ...by.flatMap(({ step }) => namesIn(step, "together"))]),
  ];
  const stratify = after === "" && hasClasses ? (outcome ?? "") : "";
  const step: JsonObject = {
    verb: "split",
    // One of that name would be replaced.
    ...(isThere || !columns.some(({ name }) => name === "split") ? {} : { name: "split_of_rows" }),
    ...(isThere ? { name: isThere.name } : {}),
    ...(stratify === "" ? {} : { stratify }),
    ...(after === "" ? {} : { after }),
    ...(persons.length === 0 ? {} : { together: persons }),
  };
  chain.add({
    key: "split",
    step,
    reason: after !== "" ? words.sentence("split-time", { column: after }) : strata(stratify),
    by,
    also: persons.length > 0 ? [words.sentence("together", { columns: persons })] : [],
  });
}

const strata = (outcome: string): Sentence =>
  outcome === "" ? words.sentence("split-chance") : words.sentence("split-strata", { outcome });

/** Persons with several rows. */
const repeats = ({ semantic, most = 1 }: FormColumn): boolean => semantic === "patient" && most > 1;
