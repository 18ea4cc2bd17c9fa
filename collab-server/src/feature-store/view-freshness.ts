// Whether a view is fresh: what its newest events were is kept with each version; how far back they lie is told when somebody looks.
// Recipes that it was made by promise freshness, too: where they run nobody asks a clock, so that it is told here.

import type { Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { columnOf } from "@genomecraft/cells/artifacts/table.ts";
import type { RecipeTest } from "@genomecraft/cells/contract/recipe-file.ts";
import {
  ageIn,
  isEvent,
  isFresh,
  type Moment,
  momentNow,
  momentText,
  newestEvent,
} from "@genomecraft/cells/features/freshness.ts";
import { withinInWords } from "@genomecraft/cells/features/recipe-tests.ts";
import { sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { type FeatureView, recipesAmong } from "@genomecraft/storage/queries/feature-store.ts";
import { refuse } from "../errors.ts";
import { words } from "./words.ts";

export type FreshTest = Extract<RecipeTest, { readonly rule: "fresh" }>;
export interface FreshPromise {
  readonly column: string;
  readonly most: number;
  readonly unit: FreshTest["unit"];
  /** Null: the view's own. */
  readonly recipe: string | null;
}
/** What a version keeps of a column of times: by it freshness is told without its rows. */
export interface NewestKept {
  readonly column: string;
  /** Null: none, or none that does not lie ahead. */
  readonly newest: Moment | null;
  readonly ahead: number;
  readonly of: number;
}
export interface FreshnessKept {
  readonly newest: readonly NewestKept[];
  /** By recipes that it was made by. */
  readonly promised: readonly FreshPromise[];
}

/** Freshness that recipes promise, as their versions keep it beside them. */
export const freshTestsOf = (tests: readonly RecipeTest[]): readonly FreshTest[] =>
  tests.filter((test): test is FreshTest => test.rule === "fresh");

export async function promisesOfRecipes(
  executor: Executor,
  notebook: string,
  sources: readonly string[],
): Promise<readonly FreshPromise[]> {
  const found = await recipesAmong(executor, notebook, sources);
  return found.flatMap(({ name, made }) => {
    const told = (made as { readonly told?: { readonly fresh?: readonly FreshTest[] } } | null)?.told?.fresh ?? [];
    return told.map(({ column, most, unit }) => ({ column, most, unit, recipe: name }));
  });
}

/** `now`: in milliseconds. What lies ahead of it makes nothing fresh. */
export function freshnessKept(
  table: Table,
  of: { readonly time: string | null; readonly promised: readonly FreshPromise[]; readonly now: number },
): FreshnessKept {
  const promised = of.promised.filter(({ column }) => columnOf(table, column) !== null);
  const names = new Set([...(of.time === null ? [] : [of.time]), ...promised.map(({ column }) => column)]);
  const newest = [...names].flatMap((name): NewestKept[] => {
    const column = columnOf(table, name);
    const found = column && newestEvent(column, table.rowCount, momentNow(of.now));
    if (!found) return [];
    return [isEvent(found) ? { column: name, ...found } : { column: name, newest: null, ahead: 0, of: 0 }];
  });
  return { newest, promised };
}

/** Columns of which freshness can be promised, with what is the newest in each. */
export function newestTimes(table: Table, now: number): readonly { column: string; newest: string; days: number }[] {
  const at = momentNow(now);
  return table.columns.flatMap((column) => {
    const found = newestEvent(column, table.rowCount, at);
    if (!isEvent(found) || !found.newest) return [];
    return [{ column: column.name, newest: momentText(found.newest), days: ageIn(found.newest, at, "days") }];
  });
}

export interface Freshness {
  readonly column: string;
  readonly newest: string | null;
  readonly most: number;
  readonly unit: FreshTest["unit"];
  readonly recipe: string | null;
  readonly isFresh: boolean;
  readonly message: string;
}

/** Of a version, now. Nothing where nobody asks for freshness. */
export function freshnessNow(
  kept: FreshnessKept | null,
  { time, fresh }: Pick<FeatureView, "time" | "fresh">,
  at: { readonly now: number; readonly locale: Locale },
): readonly Freshness[] {
  if (!kept) return [];
  const own: readonly FreshPromise[] = time !== null && fresh ? [{ column: time, ...fresh, recipe: null }] : [];
  return [...own, ...kept.promised].map((promise) => {
    const found = kept.newest.find(({ column }) => column === promise.column);
    const newest = found?.newest ?? null;
    const holds = newest !== null && isFresh(newest, momentNow(at.now), promise);
    const params = {
      column: promise.column,
      within: { ...withinInWords(promise) },
      recipe: promise.recipe ?? "",
      ahead: found?.ahead ?? 0,
      newest: newest === null ? "" : momentText(newest),
    };
    const key = newest === null ? "none" : holds ? "holds" : "old";
    return {
      ...promise,
      newest: newest === null ? null : momentText(newest),
      isFresh: holds,
      message: sentenceIn(words.sentence(promise.recipe === null ? `fresh-${key}` : `fresh-${key}-recipe`, params), at.locale),
    };
  });
}

export const staleIn = (found: readonly Freshness[]): readonly string[] =>
  found.flatMap(({ isFresh: holds, message }) => (holds ? [] : [message]));

/** Whether a view may promise freshness of its time. */
export function needTime(fresh: FeatureView["fresh"], time: string | null): void {
  if (fresh !== null && time === null) refuse("invalid", words.failure("fresh-no-time"));
}
