// THE list of formats that are loaded; of each the card at once, its code when first needed. A format is a folder in
// formats/ and a line here: recognition, loading, looking, the form, the stems of names and the contract suite follow.
// Specific ones first: where two are equally likely, recognition takes the first (known-formats.ts).

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import type { Format, ListedFormat } from "./contract/format.ts";
import { arrow } from "./formats/arrow/format.ts";
import { csv } from "./formats/csv/format.ts";
import { delimited } from "./formats/delimited/format.ts";
import { gct } from "./formats/gct/format.ts";
import { json } from "./formats/json/format.ts";
import { jsonl } from "./formats/jsonl/format.ts";
import { ods } from "./formats/ods/format.ts";
import { parquet } from "./formats/parquet/format.ts";
import { rdata } from "./formats/rdata/format.ts";
import { rds } from "./formats/rds/format.ts";
import { sqlite } from "./formats/sqlite/format.ts";
import { packedEnding } from "./base/compressions.ts";
import { text } from "./formats/text/format.ts";
import { tsv } from "./formats/tsv/format.ts";
import { xls } from "./formats/xls/format.ts";
import { xlsx } from "./formats/xlsx/format.ts";

export const formats = {
  xlsx: {
    format: xlsx,
    read: () => import("./formats/xlsx/read.ts"),
    sheets: () => import("./formats/xlsx/read.ts"),
  },
  xls: {
    format: xls,
    read: () => import("./formats/xls/read.ts"),
    sheets: () => import("./formats/xls/read.ts"),
  },
  ods: {
    format: ods,
    read: () => import("./formats/ods/read.ts"),
    sheets: () => import("./formats/ods/read.ts"),
  },
  parquet: {
    format: parquet,
    read: () => import("./formats/parquet/read.ts"),
    look: () => import("./formats/parquet/look.ts"),
  },
  arrow: { format: arrow, read: () => import("./formats/arrow/read.ts") },
  sqlite: {
    format: sqlite,
    read: () => import("./formats/sqlite/read.ts"),
    sheets: () => import("./formats/sqlite/read.ts"),
  },
  rds: { format: rds, read: () => import("./formats/rds/read.ts"), sheets: () => import("./formats/rds/read.ts") },
  rdata: { format: rdata, read: () => import("./formats/rdata/read.ts"), sheets: () => import("./formats/rdata/read.ts") },
  gct: { format: gct, read: () => import("./formats/gct/read.ts") },
  json: { format: json, read: () => import("./formats/json/read.ts") },
  jsonl: { format: jsonl, read: () => import("./formats/jsonl/read.ts") },
  csv: { format: csv, read: () => import("./formats/csv/read.ts") },
  tsv: { format: tsv, read: () => import("./formats/tsv/read.ts") },
  delimited: { format: delimited, read: () => import("./formats/delimited/read.ts") },
  text: { format: text, read: () => import("./formats/text/read.ts") },
} as const satisfies { readonly [name: string]: ListedFormat };

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as [FormatName, ...FormatName[]];
export const listedFormats: readonly ListedFormat[] = Object.values(formats);
export const formatSchema = z.enum(formatNames);

export const isLoaded = (name: string): name is FormatName => Object.hasOwn(formats, name);

/** The line of that name, or null: recognition knows names that are not loaded. */
export const listedFormat = (name: string): ListedFormat | null => (isLoaded(name) ? formats[name] : null);

/** The card of a format that stands in a validated spec. */
export function formatOf(name: FormatName): Format {
  const listed = listedFormat(name);
  invariant(listed, `${name} stands in a validated spec`);
  return listed.format;
}

const withoutPacking = (name: string): string => name.replace(packedEnding, "");
const endings = listedFormats.flatMap(({ format }) => format.endings);

/** A file's name without folders, packing and the ending of a format: "data/counts.csv.gz" is counts. */
export function stemOf(name: string): string {
  const own = withoutPacking(name.split(/[\\/]/).pop() ?? name);
  const small = own.toLowerCase();
  const ending = endings.find((one) => small.endsWith(one) && small !== one);
  return ending === undefined ? own : own.slice(0, own.length - ending.length);
}

/** Of what nobody has named yet. */
const usual: FormatName = "csv";
export const usualFormat: Format = formats[usual].format;

/** What files of this name usually hold, before anybody looked; null where the name does not say. */
export function formatOfName(name: string): Format | null {
  const small = withoutPacking(name).toLowerCase();
  const places = listedFormats.map(({ format }) => format.endings.findIndex((ending) => small.endsWith(ending)));
  const least = Math.min(...places.filter((place) => place >= 0));
  return listedFormats[places.indexOf(least)]?.format ?? null;
}
