// Groups that were found in the values of the very rows that are compared. They differ by how they were made, and no test of these
// values knows of it: whoever gives p values between groups asks here first.

import type { Column } from "../artifacts/artifact.ts";
import type { Failure } from "../base/failure.ts";
import type { JsonPath } from "../base/json.ts";
import type { Sentence } from "../messages/sentence.ts";
import { words } from "./words.ts";

/** The first of those columns that holds such groups; null: none does. */
export const ownClusters = (columns: readonly Column[], names: readonly string[]): string | null =>
  names.find((name) => columns.some((column) => column.name === name && column.semantic === "cluster")) ?? null;

export const sayOwnClusters = (by: string): Sentence => words.sentence("own-clusters", { by });

/** `at`: the setting that names the column. */
export const refuseOwnClusters = (by: string, at: JsonPath): Failure => words.failure("own-clusters", { by }, { at });
