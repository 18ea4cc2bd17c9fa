// A date is turned back where one gene alone can have become it. Names of features stay different from each other.

import type { Column, TextColumn } from "../../artifacts/artifact.ts";
import { genesOfDate } from "../../artifacts/genes/genes-of-dates.ts";
import { isMissing, moreOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import type { repairGenes } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof repairGenes>;
/** The name in the place of another; null: it stays. */
type Called = (name: string) => string | null;

export const apply: Apply<typeof repairGenes> = {
  async table(step, table, scope) {
    const chosen = step.column === "" ? null : needColumn(scope, table, step.column, ["column"]);
    if (chosen && chosen.type !== "text") return refuse(scope, words, "not-text", { column: chosen.name }, ["column"]);
    const isMeant = (column: Column): column is TextColumn =>
      column.type === "text" && (chosen ? column === chosen : column.semantic === "gene");
    if (!table.columns.some(isMeant)) return refuse(scope, words, "no-genes", {}, ["column"]);
    const called = await namesOf(step, scope);
    const columns = table.columns.map((column) => (isMeant(column) ? renamed(column, called.of) : column));
    called.say();
    return tableWith(scope, columns, table.rowCount);
  },
  async assay(step, assay, scope) {
    const [ids, ...others] = assay.features.columns;
    if (ids?.type !== "text") return assay;
    const called = await namesOf(step, scope);
    const before = textsOf(ids);
    const after = before.map((name) => called.of(name) ?? name);
    const there = new Map<string, number>();
    for (const name of [...before, ...after.filter((name, at) => name !== before[at])])
      there.set(name, (there.get(name) ?? 0) + 1);
    const kept = new Set<string>();
    // A matrix has each name once.
    const texts = after.map((name, at) => {
      const old = before[at] ?? name;
      if (name === old || there.get(name) === 1) return name;
      kept.add(name);
      return old;
    });
    called.say();
    if (kept.size > 0) scope.say(words.sentence("would-be-two", { names: [...kept].slice(0, 12), n: kept.size }));
    const columns = [textColumn(ids.name, texts, moreOf(ids)), ...others];
    return { ...assay, features: tableWith(scope, columns, assay.features.rowCount) };
  },
};

async function namesOf(step: Options, scope: StepScope): Promise<{ readonly of: Called; say(): void }> {
  const several = new Set<string>();
  const today = step.aliases ? (await import("../../artifacts/genes/genes-called.ts")).symbolOfAlias : null;
  return {
    of(name) {
      const genes = genesOfDate(name);
      const [only, ...more] = genes;
      if (only && more.length === 0) return step.to === "today" ? only.now : only.before;
      if (only) several.add(name);
      return genes.length === 0 ? (today?.(name) ?? null) : null;
    },
    say() {
      if (several.size > 0) scope.say(words.sentence("several", { dates: [...several].slice(0, 12), n: several.size }));
    },
  };
}

function renamed(column: TextColumn, of: Called): TextColumn {
  const names = column.dictionary.map((name) => of(name) ?? name);
  // Two names that become one share an entry.
  if (new Set(names).size === names.length) return { ...column, dictionary: names };
  const texts = textsOf(column).map((name, row) => (isMissing(column, row) ? null : (of(name) ?? name)));
  return textColumn(column.name, texts, moreOf(column));
}
