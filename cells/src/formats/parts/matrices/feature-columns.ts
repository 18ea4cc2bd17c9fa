// What 10x Genomics says of features, in files of text and in HDF5, as columns with their meaning.

import type { Column, TextColumn } from "../../../artifacts/artifact.ts";
import { integerColumn, textColumn } from "../../../artifacts/table.ts";

/** "Gene Expression" of Cell Ranger 3 and later; releases before it know nothing else. */
export const isOfGenes = (types: readonly string[] | null): boolean =>
  types === null || (types.length > 0 && types.every((type) => type === "" || type === "Gene Expression"));

/** Named in the order in which features.tsv has them: symbol, type, and of Cell Ranger ARC the place (from 0, as in BED). */
export function featureColumns(texts: readonly (readonly string[])[]): readonly Column[] {
  const names = ["symbol", "feature_type", "chromosome", "start", "end"];
  return texts.map((column, at) => {
    const name = names[at] ?? `column_${at + 2}`;
    if (name === "start" || name === "end") return placesOf(name, column);
    const semantic = { symbol: "gene", feature_type: "category", chromosome: "chromosome" } as const;
    const empty = column.map((text) => (text === "" ? null : text));
    return textColumn(name, empty, name in semantic ? { semantic: semantic[name as keyof typeof semantic] } : {});
  });
}

function placesOf(name: "start" | "end", texts: readonly string[]): Column {
  const isWhole = texts.every((text) => text === "" || /^\d{1,9}$/.test(text));
  if (!isWhole) return textColumn(name, texts);
  const more = name === "start" ? ({ semantic: "start", origin: 0 } as const) : ({ semantic: "end" } as const);
  return integerColumn(
    name,
    texts.map((text) => (text === "" ? null : Number(text))),
    more,
  );
}

/** Barcodes end in the number of the well or library: "-1". Several of them are several libraries. */
export function libraryColumn(barcodes: readonly string[]): readonly TextColumn[] {
  const numbers = barcodes.map((barcode) => /-(\d{1,4})$/.exec(barcode)?.[1] ?? null);
  return numbers.every((number) => number !== null) && new Set(numbers).size > 1
    ? [textColumn("library", numbers, { semantic: "category" })]
    : [];
}
