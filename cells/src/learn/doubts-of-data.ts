// What is said of the rows and features that a model or a projection does not see. Rows are not named here: reports are
// seen by who may not see rows; the log names them.

import { type Doubt, doubtOf } from "../contract/doubt.ts";
import type { LearningData } from "./data-of-artifact.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import type { Sentence } from "../messages/sentence.ts";
import { constantFeatures } from "./design-matrix.ts";
import { usualTop } from "./usual-top.ts";
import { words } from "./words.ts";

const named = 10;

export function doubtsOfData(data: LearningData): readonly Doubt[] {
  const { incomplete, passedOver, matrix } = data;
  const nearly = passedOver.filter(({ isNearlyNumbers }) => isNearlyNumbers).map(({ column }) => column);
  const others = passedOver.filter(({ isNearlyNumbers }) => !isNearlyNumbers).map(({ column }) => column);
  return [
    ...(nearly.length > 0 ? [words.sentence("doubt-nearly-numbers", { n: nearly.length, names: shown(nearly) })] : []),
    ...(others.length > 0
      ? [words.sentence("doubt-passed-over", { n: others.length, names: shown(others), taken: matrix.features.length })]
      : []),
    ...rowsMissing(data, "doubt-left-out"),
    ...(incomplete.length > 0
      ? [
          words.sentence("doubt-incomplete", {
            n: incomplete.length,
            names: incomplete.slice(0, named),
            more: moreThan(incomplete.length),
          }),
        ]
      : []),
  ];
}

/** Another number was asked for where none are chosen. 0 keeps all, as is done there. */
export const topUnused = (asked: number, isChosen: boolean): readonly Sentence[] =>
  isChosen || asked === usualTop || asked === 0 ? [] : [words.sentence("doubt-top-unused", { n: asked })];

/** Features that never vary: nothing is divided by their spread of 0, and nothing is learned from them. */
export function constantOnes(matrix: DesignMatrix): readonly Sentence[] {
  const names = constantFeatures(matrix).map((f) => matrix.features[f] as string);
  return names.length === 0 ? [] : [words.sentence("log-constant", { count: names.length, names: shown(names) })];
}

const shown = (names: readonly string[]): readonly string[] => [...names.slice(0, named), ...(names.length > named ? ["…"] : [])];

/** How many rows are left out, and in which columns a value is missing; nothing where none is. */
export function rowsMissing(
  { kept, leftOut: { names, columns } }: LearningData,
  key: "doubt-left-out" | "doubt-not-predicted",
): readonly Doubt[] {
  if (names.length === 0) return [];
  return [
    doubtOf(
      words.sentence(key, {
        n: names.length,
        rows: kept.length + names.length,
        columns: columns.slice(0, named).map(({ name, rows }) => `${name} (${rows})`),
        more: moreThan(columns.length),
      }),
      [names.length, ...columns.slice(0, named).map(({ rows }) => rows)],
    ),
  ];
}

/** Which rows are left out, for the log: null where none is. */
export const rowsLeftOut = ({ leftOut: { names } }: LearningData): string | null =>
  names.length === 0
    ? null
    : words.say("log-left-out", { names: names.slice(0, 50), more: names.length > 50 ? ", …" : "" }, "en");

const moreThan = (count: number): string => (count > named ? ", …" : "");
