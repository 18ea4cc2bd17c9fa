// obs and var of AnnData as columns: one value a row, typed as the file says. (AnnData on-disk format: dataframes,
// categoricals, nullable integers, booleans and strings, string arrays; categories by reference as anndata 0.7 kept them.)

import { bytesBy, wholesBy } from "../../base/filled-arrays.ts";
import type { Column } from "../../artifacts/artifact.ts";
import { booleanColumn, textColumn } from "../../artifacts/table.ts";
import type { Hdf5Dataset, Hdf5Group, Numbers } from "../parts/hdf5/hdf5-file.ts";
import { numbersColumn } from "../parts/hdf5/columns.ts";
import { words } from "./words.ts";

export interface Annotation {
  /** What the names are called, and they themselves. */
  readonly indexName: string;
  readonly ids: readonly string[];
  readonly columns: readonly Column[];
  /** Names of what is no column of one value a row. */
  readonly left: readonly string[];
}

export function annotationOf(root: Hdf5Group, what: "obs" | "var" | "raw/var"): Annotation {
  const [first = "", second] = what.split("/");
  const outer = root.group(first);
  const group = second === undefined ? outer : (outer?.group(second) ?? null);
  const isRecords = second === undefined ? root.dataset(first) : outer?.dataset(second);
  if (!group) return isRecords ? words.fail("too-old", { what }) : words.fail("no-index", { what });
  const named = group.attribute("_index");
  const key = typeof named === "string" ? named : "_index";
  const index = elementOf(group, key, "");
  if (index?.type !== "text") return words.fail("no-index", { what });
  const rows = index.codes.length;
  const order = group.attribute("column-order");
  const listed = Array.isArray(order) ? order.map(String) : typeof order === "string" && order !== "" ? [order] : [];
  const present = group.names().filter((name) => name !== key && name !== "__categories");
  const wanted = [...listed.filter((name) => present.includes(name)), ...present.filter((name) => !listed.includes(name))];
  const columns: Column[] = [];
  const left: string[] = [];
  for (const name of wanted) {
    const column = elementOf(group, name, name);
    if (column && (column.type === "text" ? column.codes : column.values).length === rows) columns.push(column);
    else left.push(name);
  }
  const ids = Array.from(index.codes, (code) => index.dictionary[code] as string);
  return { indexName: key === "_index" || key === "index" ? "" : key, ids, columns, left };
}

/** Null: it is no column. */
function elementOf(group: Hdf5Group, key: string, name: string): Column | null {
  const data = group.dataset(key);
  if (data) return data.shape.length === 1 ? columnOfArray(group, data, name) : null;
  const parts = group.group(key);
  if (!parts) return null;
  const values = parts.dataset("values");
  const mask = parts.dataset("mask");
  if (values && mask) return masked(values, mask, name);
  const codes = parts.dataset("codes");
  const categories = parts.dataset("categories");
  return codes && categories ? categorical(codes.numbers(), textsOf(categories), name) : null;
}

function columnOfArray(group: Hdf5Group, data: Hdf5Dataset, name: string): Column | null {
  const path = data.referred("categories");
  const categories = path === null ? null : (group.group("__categories")?.dataset(path.split("/").pop() ?? "") ?? null);
  if (categories) return categorical(data.numbers(), textsOf(categories), name);
  switch (data.holds) {
    case "text":
      return textColumn(name, data.texts());
    case "boolean":
      return booleanColumn(
        name,
        Array.from(data.numbers(), (value) => value !== 0),
      );
    case "whole":
    case "fraction":
      return numbersColumn(name, data.numbers(), data.holds === "whole");
    default:
      return null;
  }
}

/** A 1 in the mask is a missing value. */
function masked(values: Hdf5Dataset, mask: Hdf5Dataset, name: string): Column | null {
  const isMissing = mask.numbers();
  const kept = <T>(found: readonly T[]): (T | null)[] => found.map((value, at) => (isMissing[at] === 0 ? value : null));
  switch (values.holds) {
    case "text":
      return textColumn(name, kept(values.texts()));
    case "boolean":
      return booleanColumn(name, kept(Array.from(values.numbers(), (value) => value !== 0)));
    case "whole":
    case "fraction":
      return numbersColumn(name, values.numbers(), values.holds === "whole", isMissing);
    default:
      return null;
  }
}

/** Codes into the categories; -1 is missing. Categories of numbers are names of groups all the same. */
function categorical(codes: Numbers, categories: readonly string[], name: string): Column {
  const isThere = (code: number): boolean => code >= 0 && code < categories.length;
  const hasAll = codes.every(isThere);
  const valid = hasAll ? null : bytesBy(codes.length, (row) => (isThere(codes[row] as number) ? 1 : 0));
  // A missing row reads the empty text.
  const dictionary = hasAll || categories.includes("") ? categories : [...categories, ""];
  const nothing = dictionary.indexOf("");
  return {
    name,
    type: "text",
    valid,
    codes: wholesBy(codes.length, (row) => {
      const code = codes[row] as number;
      return isThere(code) ? code : nothing;
    }),
    dictionary,
  };
}

const textsOf = (data: Hdf5Dataset): readonly string[] =>
  data.holds === "text"
    ? data.texts()
    : Array.from(data.numbers(), (value) => (data.holds === "boolean" ? (value ? "True" : "False") : String(value)));
