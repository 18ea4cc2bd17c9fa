// What a load tells of the columns that it gives, and how a person says it otherwise: for the heads of the table below.

import { createContext, useContext, useMemo } from "react";
import type { Category, Semantic } from "../../artifacts/artifact.ts";
import type { Part } from "../use-pages.ts";

export interface ToldColumn {
  readonly name: string;
  readonly part: "rows" | "samples" | "features";
  readonly found: { readonly semantic: Semantic; readonly category: Category };
  readonly share: number | null;
  readonly of: number;
  readonly genes?: { readonly current: number; readonly aliases: number; readonly dates: number; readonly others: number };
}
/** Null: as it was found. */
export interface SaidOtherwise {
  readonly semantic: Semantic | null;
  readonly category: Category | null;
}
export interface ToldColumns {
  readonly columns: readonly ToldColumn[];
  /** What this cell says of a column. */
  otherwise(name: string): SaidOtherwise;
  /** Absent when nothing may be changed. */
  readonly say?: ((name: string, said: SaidOtherwise) => void) | undefined;
}

export const ToldContext = createContext<ToldColumns | null>(null);

/** Of the columns of that part of what is shown. */
export function useTold(part: Part | undefined): { readonly told: ToldColumns; of(name: string): ToldColumn | null } | null {
  const told = useContext(ToldContext);
  return useMemo(() => {
    if (told === null || part === "values") return null;
    const known = new Map(told.columns.filter((each) => each.part === (part ?? "rows")).map((each) => [each.name, each]));
    return { told, of: (name) => known.get(name) ?? null };
  }, [told, part]);
}
