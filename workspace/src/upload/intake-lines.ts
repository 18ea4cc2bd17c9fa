// The lines of an intake card: files, and sheets of workbooks; the settings of a load that somebody chose for them, and what a
// look with these found otherwise. Pure.

import type { IntakeFile } from "../api/answers.ts";

export type IntakeIssue = IntakeFile["issues"][number];
export type Fix = NonNullable<IntakeIssue["fix"]>;
export type Settings = Readonly<Record<string, Fix["value"]>>;

/** A file, or a sheet of a workbook: one line of the card. */
export const keyOf = ({ dataset, sheet }: { readonly dataset: string; readonly sheet: string | null }): string =>
  JSON.stringify([dataset, sheet]);

/** By itself it would be a table; with the sheet of samples it is read as a matrix. */
export const isReadByPair = (file: Pick<IntakeFile, "artifact">, role: "counts" | "samples" | null): boolean =>
  role === "counts" && file.artifact === "table";

/** What is doubtful of a line: whether it is a matrix is no question where the card pairs it with a sheet. */
export const issuesHere = (file: IntakeFile, role: "counts" | "samples" | null): IntakeFile["issues"] =>
  isReadByPair(file, role) ? file.issues.filter(({ rule }) => rule !== "small-matrix") : file.issues;

/** What a setting of its cell answers is added: there the question stands, with its answer one click away. */
export const isUsable = (file: IntakeFile): boolean =>
  !file.issues.some((issue) => issue.severity === "error" && issue.fix === null);

/** What is surer than this is beyond question; what is less likely than that is not worth a line. */
const surely = 0.9;
const worthSaying = 0.5;

/** What else it may be, where something tells them apart; where nothing does it is asked among the findings. */
export const alternativesOf = ({ isTie, confidence, alternatives }: IntakeFile): IntakeFile["alternatives"] =>
  isTie || confidence > surely ? [] : alternatives.filter((other) => other.confidence >= worthSaying).slice(0, 2);

/** A setting, with the finding that it answers and the line as it was without. */
export interface Chosen {
  readonly line: string;
  readonly message: string;
  readonly fix: Fix;
  readonly before: IntakeFile;
}

const isSame = (a: Fix, b: Fix): boolean => a.field === b.field && JSON.stringify(a.value) === JSON.stringify(b.value);
export const chosenOf = (chosen: readonly Chosen[], file: IntakeFile): readonly Chosen[] =>
  chosen.filter(({ line }) => line === keyOf(file));

/** Chosen, or no longer where it was; two values of one setting do not stand together. */
export function toggled(
  chosen: readonly Chosen[],
  file: IntakeFile,
  { message, fix }: Pick<Chosen, "message" | "fix">,
): readonly Chosen[] {
  const line = keyOf(file);
  const others = chosen.filter(
    (one) =>
      one.line !== line ||
      one.fix.field !== fix.field ||
      // Words of several columns stand together.
      (Array.isArray(one.fix.value) && Array.isArray(fix.value) && !isSame(one.fix, fix)),
  );
  const isThere = chosen.some((one) => one.line === line && isSame(one.fix, fix));
  return isThere ? others : [...others, { line, message, fix, before: file }];
}

/** As a load cell has them; the sheet of a workbook is not among them. */
export const settingsOf = (chosen: readonly Chosen[], file: IntakeFile): Settings =>
  chosenOf(chosen, file).reduce<Settings>((settings, { fix: { field, value } }) => {
    const before = settings[field];
    const both = Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value;
    return { ...settings, [field]: both };
  }, {});

export type Changed =
  /** It could not be read before. */
  | { readonly what: "read" }
  /** It cannot be read now. */
  | { readonly what: "refused" }
  | { readonly what: "shape" }
  | { readonly what: "columns"; readonly columns: readonly string[] }
  | { readonly what: "cells" }
  | { readonly what: "nothing" };

/** What came of it, the most telling first. */
export function whatChanged(before: IntakeFile, after: IntakeFile): Changed {
  if (after.artifact === null) return { what: "refused" };
  if (before.artifact === null) return { what: "read" };
  if (before.artifact !== after.artifact || before.shape.join() !== after.shape.join()) return { what: "shape" };
  const columns = after.columns.filter((column, at) => JSON.stringify(column) !== JSON.stringify(before.columns[at]));
  if (columns.length > 0) return { what: "columns", columns: columns.map(({ name }) => name) };
  return { what: JSON.stringify(before.preview) === JSON.stringify(after.preview) ? "nothing" : "cells" };
}
