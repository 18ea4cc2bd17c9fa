// The six classes of substitutions of one base, each told from the pyrimidine of its pair, and which of them are transitions
// (Alexandrov 2013, Nature 500:415).

export const substitutionClasses = ["C>A", "C>G", "C>T", "T>A", "T>C", "T>G"] as const;
export type SubstitutionClass = (typeof substitutionClasses)[number];

const paired: { readonly [base: string]: string } = { A: "T", C: "G", G: "C", T: "A" };

/** Null: no change of one base into one other. */
export function substitutionOf(reference: string, alternate: string): SubstitutionClass | null {
  const [from, to] = [reference.toUpperCase(), alternate.toUpperCase()];
  if (from === to || !Object.hasOwn(paired, from) || !Object.hasOwn(paired, to)) return null;
  const isPyrimidine = from === "C" || from === "T";
  const name = isPyrimidine ? `${from}>${to}` : `${paired[from] ?? ""}>${paired[to] ?? ""}`;
  return substitutionClasses.find((known) => known === name) ?? null;
}

/** A purine for a purine, a pyrimidine for a pyrimidine. */
export const isTransition = (of: SubstitutionClass): boolean => of === "C>T" || of === "T>C";
