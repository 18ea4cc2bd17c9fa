// What contrasts are asked of: a design as a fit keeps it.

/** A design as a fit keeps it (reports/fitted-features). */
export interface FittedDesign {
  readonly formula: string;
  readonly variables: readonly (
    | { readonly kind: "number"; readonly name: string; readonly mean: number }
    | { readonly kind: "factor"; readonly name: string; readonly levels: readonly string[] }
  )[];
  readonly coefficients: readonly string[];
  readonly cells: readonly { readonly row: readonly number[]; readonly levels: readonly (number | null)[]; readonly n: number }[];
}
