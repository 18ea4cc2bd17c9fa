// Whom the rows that a cell hands on stand for, as far as the specs above it tell without anything being run. By this it is
// known whether numbers that the kernel counted of rows are numbers of whole individuals. Closed: what a kind or a step does
// not say of itself is free. Asked where somebody looks who may see no rows.

/**
 * none: no rows of data stand behind it (a parameter, text). whole: each row is one of the file's, all of them are there, and
 * nobody chose among them. groups: each row is a group of those, and its maker says how large. free: anything else, as
 * behind a condition, a formula, code, or a join.
 */
export type RowsTold = "none" | "whole" | "groups" | "free";

export interface Carried {
  readonly rows: RowsTold;
  /** Names of columns are those of the file or stand in a spec; values never became names. */
  readonly named: boolean;
  /** It is a file as it was read: no column has been left out or renamed, so what is looked for in it is found as in the file. */
  readonly asRead?: true;
}

export const closed: Carried = { rows: "free", named: false };
export const noRows: Carried = { rows: "none", named: true };

/**
 * What a step makes of rows. rows: each stays whom it stood for. groups: a group of them. order: groups in another order; rows
 * of individuals would be free then, as which group comes first tells of whom comes first. names: free rows, known names.
 */
export type StepCarries = "rows" | "groups" | "order" | "names";

export const afterStep = ({ asRead: _asRead, ...before }: Carried, carries: StepCarries | undefined): Carried => {
  switch (carries) {
    case "rows":
      return before;
    case "order":
      return before.rows === "groups" ? before : chosen(before);
    case "groups":
      return before.rows === "whole" ? { ...before, rows: "groups" } : chosen(before);
    case "names":
      return chosen(before);
    case undefined:
      return { ...chosen(before), named: false };
  }
};

/** Some of the rows, or others made of them: of what stands for nobody they stand for nobody. */
export const chosen = (before: Carried): Carried => (before.rows === "none" ? before : { ...before, rows: "free" });

/** Of what reads all of them. Rows of two kinds beside each other are free. */
export function together(all: readonly Carried[]): Carried {
  const rows = new Set(all.map((each) => each.rows).filter((each) => each !== "none"));
  return {
    rows: rows.size === 0 ? "none" : rows.size === 1 ? ([...rows][0] as RowsTold) : "free",
    named: all.every((each) => each.named),
    ...(all.length > 0 && all.every((each) => each.asRead) ? { asRead: true } : {}),
  };
}
