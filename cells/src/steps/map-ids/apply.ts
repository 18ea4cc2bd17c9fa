// Each id by its text, then without its version on both sides. What has no answer, or several, becomes what was chosen, and is
// counted. The table that answers is kept.

import type { Assay, Column } from "../../artifacts/artifact.ts";
import { nounNamed } from "../../artifacts/rows-called.ts";
import { identifies, meaningOf } from "../../artifacts/semantics.ts";
import { type ColumnMore, isMissing, textColumn, textsOf, uniquelyNamed } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { fittedOf } from "../parts/fitted.ts";
import { featureWords, named } from "../parts/listed-names.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { rowsThatStay } from "../parts/rows-that-stay.ts";
import { takeFeatures } from "../parts/take-features.ts";
import { words as shared } from "../words.ts";
import { type Answers, answersOf, type Mapping, mapping, mappingOf } from "./answers.ts";
import type { mapIds } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof mapIds>;

interface Mapped {
  /** Of each row that stays. */
  readonly ids: readonly (string | null)[];
  readonly rows: Int32Array;
  readonly more: ColumnMore;
}

export const { fitted, apply } = fittedOf<typeof mapIds>()({
  keeps: () => "values",
  state: mapping,
  on: {
    table: {
      fit: (step, table, scope) => kept(step, needColumn(scope, table, step.column, ["column"]), scope),
      apply(step, table, known, scope) {
        const column = needColumn(scope, table, step.column, ["column"]);
        const { ids, rows, more } = mapped(step, column, known, scope);
        const name = step.name === "" ? column.name : step.name;
        const made = textColumn(name, ids, more);
        const rest = rows.length === table.rowCount ? table : rowsThatStay(table, rows, scope);
        const isThere = rest.columns.some((each) => each.name === name);
        const columns = isThere ? rest.columns.map((each) => (each.name === name ? made : each)) : [...rest.columns, made];
        return tableWith(scope, columns, rows.length, ["name"]);
      },
    },
    assay: {
      fit: (step, assay, scope) => kept(step, idsOf(step, assay, scope), scope),
      apply(step, given, known, scope) {
        const column = idsOf(step, given, scope);
        if (!column) return given;
        const isInPlace = step.name === "";
        if (isInPlace && (step.lost === "missing" || step.several === "missing"))
          return refuse(scope, words, "missing-in-place", {}, [step.lost === "missing" ? "lost" : "several"]);
        const { ids, rows, more } = mapped(step, column, known, scope);
        const assay = rows.length === given.featureCount ? given : takeFeatures(given, rows);
        const { columns } = assay.features;
        if (!isInPlace) {
          const made = textColumn(step.name, ids, more);
          const others = columns.filter(({ name }, at) => at === 0 || name !== step.name);
          return { ...assay, features: tableWith(scope, [...others, made], assay.featureCount, ["name"]) };
        }
        const texts = onceEach(
          ids.map((id) => id ?? ""),
          step,
          assay,
          scope,
        );
        const features = uniquelyNamed([textColumn(step.to, texts, more), ...columns], "_");
        return {
          ...assay,
          featureNoun: nounOf(more.semantic) ?? assay.featureNoun,
          features: tableWith(scope, features, assay.featureCount),
        };
      },
    },
  },
});

const idsOf = (step: Options, { features }: Assay, scope: StepScope): Column | null =>
  step.column === "" ? (features.columns[0] ?? null) : needColumn(scope, features, step.column, ["column"]);

/** The whole table: data of later may have other ids. That it knows none of those that are here is a table that is not meant. */
function kept(step: Options, column: Column | null, scope: StepScope): Mapping {
  if (!step.with) return refuse(scope, shared, "nothing-chosen", { field: "with" }, ["with"]);
  const other = scope.input(step.with);
  if (other.type !== "table") return refuse(scope, shared, "not-a-table", {}, ["with"]);
  const to = needColumn(scope, other, step.to, ["to"]);
  const known = mappingOf(other, needColumn(scope, other, step.from, ["from"]), to);
  const different = column ? differentIn(column) : [];
  const answers = answersOf(known, step.versions === "strip");
  if (different.length > 0 && different.every((id) => answers.of(id).found.length === 0))
    refuse(
      scope,
      words,
      known.first === null ? "no-ids" : "unmatched",
      { n: different.length, column: step.from, here: different[0] ?? "", there: known.first ?? "" },
      ["from"],
    );
  return known;
}

const differentIn = (column: Column): readonly string[] => [
  ...new Set(textsOf(column).filter((_, row) => !isMissing(column, row))),
];

function mapped(step: Options, column: Column, known: Mapping, scope: StepScope): Mapped {
  const isThere = (row: number): boolean => !isMissing(column, row);
  const outcome = outcomesOf(step, differentIn(column), answersOf(known, step.versions === "strip"), column, scope);
  const rows: number[] = [];
  const ids: (string | null)[] = [];
  for (const [row, id] of textsOf(column).entries()) {
    const answer = isThere(row) ? outcome.of.get(id) : null;
    if (answer === undefined) continue;
    rows.push(row);
    ids.push(answer);
  }
  // Old ids that stay close what they closed.
  const closes = outcome.keeps && identifies(column) ? { closed: true } : {};
  return { ids, rows: Int32Array.from(rows), more: { ...known.more, ...closes } };
}

/** Null: missing; absent: the row goes. */
function outcomesOf(step: Options, different: readonly string[], answers: Answers, column: Column, scope: StepScope) {
  const of = new Map<string, string | null>();
  const lost: string[] = [];
  const several: string[] = [];
  let stripped = 0;
  for (const id of different) {
    const { found, isStripped } = answers.of(id);
    if (isStripped) stripped++;
    if (found.length === 0) lost.push(id);
    else if (found.length > 1) several.push(id);
    const rule = found.length === 0 ? step.lost : found.length > 1 ? step.several : "first";
    if (rule !== "drop") of.set(id, rule === "keep" ? id : rule === "missing" ? null : (found[0] ?? null));
  }
  const n = different.length;
  const say = (key: "lost-said" | "several-said", ids: readonly string[], rule: Options["several"]): void => {
    if (ids.length === 0) return;
    const names = tellsNames(column) ? { key: words.key("such-as"), params: named(ids) } : "";
    scope.say(
      words.sentence(key, {
        step: scope.index + 1,
        n: ids.length,
        all: n,
        what: { key: words.key(`done-${rule}`), params: {} },
        names,
      }),
    );
  };
  if (stripped > 0) scope.say(words.sentence("stripped", { step: scope.index + 1, n: stripped }));
  say("several-said", several, step.several);
  say("lost-said", lost, step.lost);
  return { of, keeps: (lost.length > 0 && step.lost === "keep") || (several.length > 0 && step.several === "keep") };
}

/** Names of features are told; of a column of which nothing says so, its values are not. */
const tellsNames = (column: Column): boolean => meaningOf(column.semantic).names === "features" && column.closed !== true;

/** A matrix has each id once. */
function onceEach(ids: readonly string[], step: Options, { featureNoun }: Assay, scope: StepScope): readonly string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const twice = [...counts].flatMap(([id, count]) => (count > 1 ? [id] : []));
  if (twice.length === 0) return ids;
  const noun = featureWords(featureNoun);
  const params = { n: twice.length, noun, ...named(twice) };
  if (step.shared === "refuse") {
    const fix = { path: ["steps", scope.index, "name"], value: step.to };
    return refuse(scope, words, "shared", params, ["shared"], { fix });
  }
  scope.say(words.sentence("apart", { step: scope.index + 1, ...params }));
  const taken = new Set(counts.keys());
  const seen = new Set<string>();
  return ids.map((id) => {
    if (!seen.has(id)) {
      seen.add(id);
      return id;
    }
    let name = id;
    for (let number = 2; taken.has(name); number++) name = `${id}_${number}`;
    taken.add(name);
    return name;
  });
}

/** What rows of such ids are called. */
function nounOf(semantic: ColumnMore["semantic"]): string | null {
  if (semantic === "gene" || semantic === "ensembl-gene" || semantic === "entrez") return nounNamed("gene");
  if (semantic === "uniprot" || semantic === "ensembl-protein") return nounNamed("protein");
  return semantic === "probe" ? nounNamed("probe") : null;
}
