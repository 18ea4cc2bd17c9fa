// What 10x Genomics says of features, in files of text and in HDF5, as columns with their meaning.

import type { Column, TextColumn } from "../../../artifacts/artifact.ts";
import { styleOfChromosome } from "../../../artifacts/builds.ts";
import { integerColumn, textColumn } from "../../../artifacts/table.ts";
import { namingGenes } from "../meanings/semantic-type.ts";
import { columnOfWritten } from "./column-of-written.ts";

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
    return namingGenes(textColumn(name, empty, name in semantic ? { semantic: semantic[name as keyof typeof semantic] } : {}));
  });
}

/** The types of features, in the third column where it holds such; a sheet of genes may have their chromosomes there. */
export function typesOf(described: readonly (readonly string[])[], header: readonly string[] | null): readonly string[] | null {
  if (header) return described.find((_, at) => /^feature_?types?$/i.test(header[at] ?? "")) ?? null;
  const types = described[1] ?? null;
  return types?.every((text) => text === "" || (/[a-z]/i.test(text) && styleOfChromosome(text) === null)) ? types : null;
}

/** Columns that are named by a line above them, or by their number where nothing tells what they are. `first`: the number of the first. */
export const describedColumns = (
  texts: readonly (readonly string[])[],
  header: readonly string[] | null,
  first: number,
): readonly Column[] =>
  texts.map((column, at) => {
    const name = header?.[at] || `column_${at + first}`;
    const written = columnOfWritten(
      name,
      column.map((text) => (text === "" ? null : text)),
    );
    return /^(?:gene_?)?(?:symbol|name)s?$/i.test(name) && written.type === "text"
      ? namingGenes({ ...written, semantic: "gene" })
      : written;
  });

/** Names of features that came without their matrix; `types`: of those where something says which they are. */
export const idsOfFeatures = (ids: readonly string[], types: readonly string[] | null): TextColumn =>
  namingGenes(textColumn("id", ids, { semantic: isOfGenes(types) ? "gene" : "identifier" }));

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
