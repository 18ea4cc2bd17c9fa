// What is known of columns where they are named: in forms, which list them by category, and in the heads of tables, which say
// what they are and let it be said otherwise. Set by whoever has the data; read by the primitives below.

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Category, categories, categoryOf, type Said } from "../../artifacts/semantics.ts";
import type { Locale } from "../../messages/locale.ts";
import { useLocale } from "../locale-context.tsx";
import { words } from "../../messages/columns/words.ts";

export interface ColumnOption {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}
type Named = Said & { readonly name: string };

const CategoriesContext = createContext<ReadonlyMap<string, Category>>(new Map());

/** Around a form: the columns of what its cell reads. */
export function KnownColumns({
  columns,
  children,
}: {
  readonly columns: readonly Named[] | undefined;
  readonly children: ReactNode;
}) {
  const known = useMemo(
    () => new Map((columns ?? []).flatMap((column) => (column.semantic ? [[column.name, categoryOf(column)] as const] : []))),
    [columns],
  );
  return <CategoriesContext value={known}>{children}</CategoriesContext>;
}

export const categoryTitle = (category: Category, locale: Locale): string => words.say(`category-${category}`, {}, locale);

/** Columns as choices, under the titles of their categories where there are several; those that steps made go first. */
export function useColumnOptions(): (names: readonly string[]) => readonly ColumnOption[] {
  const known = useContext(CategoriesContext);
  const locale = useLocale();
  return (names) => {
    const found = new Set(names.flatMap((name) => known.get(name) ?? []));
    if (found.size < 2) return names.map((name) => ({ value: name, label: name }));
    const rank = (name: string): number => {
      const category = known.get(name);
      return category === undefined ? -1 : categories.indexOf(category);
    };
    return names
      .toSorted((a, b) => rank(a) - rank(b))
      .map((name) => {
        const category = known.get(name);
        return { value: name, label: name, ...(category === undefined ? {} : { group: categoryTitle(category, locale) }) };
      });
  };
}

/** The category of a column, in words: beside its name in lists that are typed in. Null: there is only one, or none is known. */
export function useCategoryNote(): (name: string) => string | null {
  const known = useContext(CategoriesContext);
  const locale = useLocale();
  const several = useMemo(() => new Set(known.values()).size > 1, [known]);
  return (name) => {
    const category = several ? known.get(name) : undefined;
    return category === undefined ? null : categoryTitle(category, locale);
  };
}
