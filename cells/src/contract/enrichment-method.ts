// The contract of a method that asks sets of genes of a table of genes. One folder a method: method.ts (this card: data only), work.ts
// (which genes it asks, what it answers of each set, the call of R that gives the same), words.ts. The list is enrichment-methods.ts.

import type { z } from "zod";
import type { Failure } from "../base/failure.ts";
import type { Result } from "../base/result.ts";
import type { Words } from "../messages/define-words.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Variant } from "./identity.ts";

/** Settings of a method as a spec holds them; `type` is its name. */
export type EnrichmentOptions = { readonly type: string };

export interface EnrichmentMethod extends Variant<"enrichment"> {
  /** Its settings: a strict object with all defaults. */
  readonly schema: z.ZodType;
  /** `title` ("Over-representation"), `does` (a whole sentence). Of each of `settings` its label. */
  readonly words: Words<string, "title" | "does">;
  /** As the form shows them: choices with the keys of their words, a column of the genes' table, or a number. */
  readonly settings: readonly {
    readonly field: string;
    readonly choices?: { readonly [value: string]: string };
    readonly isColumn?: true;
  }[];
  /** Names of the numbers that it answers of each set, as columns of the table. */
  readonly columns: readonly string[];
  /** Which of them a picture of sets goes along, and whether that is to both sides of 0. */
  readonly along: { readonly column: string; readonly isSigned: boolean };
}

/** What the table says of each gene, one entry a gene; null: it has no such column. */
export interface TestedGenes {
  readonly names: readonly string[];
  readonly change: Float64Array | null;
  readonly statistic: Float64Array | null;
  readonly p: Float64Array | null;
  readonly adjusted: Float64Array | null;
  /** Genes that were listed by hand: 1. Null: none were. */
  readonly listed: Uint8Array | null;
  /** What each of these columns is called; "" where there is none. */
  readonly called: { readonly [of in "change" | "statistic" | "p" | "adjusted"]: string };
  /** Of another column: numbers, of true and false 1 and 0; null: it has none of that name, or texts. */
  column(name: string): { readonly values: Float64Array; readonly isFlag: boolean } | null;
}

export type Side = "either" | "up" | "down" | "list" | "ranking";

/** Which genes are asked, and how: of a list which are on it, of a ranking by what they are ranked. */
export interface AskedGenes {
  /** Places of the genes that could be found, in `names`. */
  readonly universe: Int32Array;
  readonly sides: readonly {
    readonly side: Side;
    /** One entry a gene of the universe: 1 or 0, or what it is ranked by. */
    readonly values: Float64Array;
  }[];
}

export interface EnrichmentTask<Options extends EnrichmentOptions = EnrichmentOptions> {
  readonly options: Options;
  readonly asked: AskedGenes;
  /** Places in the universe, ascending, of each set: at least one, and not all. */
  readonly sets: readonly Int32Array[];
  /** Fraction that is done; ends by throwing where the run is cancelled. */
  pause(share: number): Promise<void>;
}

/** One of a set and a side. */
export interface SetAnswer {
  readonly set: number;
  readonly side: Side;
  readonly p: number;
  /** By the columns of the method; NaN where there is none. */
  readonly numbers: readonly number[];
  /** Where the p value comes from. below: it is known to be smaller than that. */
  readonly how: "exact" | "drawn" | "levels" | "below";
  /** Places in the universe of the genes that make the answer: those on the list, the leading edge. */
  readonly genes: Int32Array;
}

export interface EnrichmentAnswer {
  readonly answers: readonly SetAnswer[];
  /** Of a ranking: the places of the universe from the highest to the lowest, and how much each counts by its rank. */
  readonly ranking: {
    readonly order: Int32Array;
    readonly weights: Float64Array;
    /** By rank where the stretch of genes of the same value begins, and where the next one does. Null: no two have the same. */
    readonly ties: { readonly starts: Int32Array; readonly ends: Int32Array } | null;
  } | null;
}

/** What the call of R names. */
export interface EnrichmentInR {
  /** Those that were asked: what they are listed or ranked by is told from them as for the answer. */
  readonly genes: TestedGenes;
  /** The column of their names. */
  readonly gene: string;
  /** Columns of the table of sets. */
  readonly columns: { readonly set: string; readonly gene: string };
  readonly smallest: number;
  readonly largest: number;
}

export interface EnrichmentLine<Options extends EnrichmentOptions = EnrichmentOptions> {
  readonly method: EnrichmentMethod;
  work(): Promise<{ readonly work: EnrichmentWork<Options> }>;
}
// Methods, so that the work of any one method is that of some method.
export type EnrichmentWork<Options extends EnrichmentOptions = EnrichmentOptions> = {
  ask(options: Options, genes: TestedGenes, say: (sentence: Sentence) => void): Result<AskedGenes, Failure>;
  answer(task: EnrichmentTask<Options>): Promise<EnrichmentAnswer>;
  inR(options: Options, asked: EnrichmentInR): readonly string[];
};

/** Makes a method from the schema of its settings: their type is inferred from it, never written a second time. */
export const defineEnrichmentMethod = <Schema extends z.ZodType<EnrichmentOptions>>(
  method: Omit<EnrichmentMethod, "axis" | "schema"> & { readonly schema: Schema },
): EnrichmentMethod & { readonly schema: Schema } => ({ ...method, axis: "enrichment" });
