// What a mutation does to its protein, by the words of MAF (GDC MAF Format v1.0.0, Variant_Classification), and which of them change it.

/** maftools' list of what is not silent (Mayakonda 2018, Genome Res 28:1747; its read.maf), in the order in which pictures draw them. */
export const changingClasses: readonly string[] = [
  "Missense_Mutation",
  "Nonsense_Mutation",
  "Splice_Site",
  "Frame_Shift_Del",
  "Frame_Shift_Ins",
  "In_Frame_Ins",
  "In_Frame_Del",
  "Translation_Start_Site",
  "Nonstop_Mutation",
];

/** Words that MAF does not write and that mean one of these: as VEP, SnpEff and ANNOVAR write them, and loose spellings. */
const changingElsewhere =
  /missense|nonsense|non_?synonymous|stop_?(?:gain|lost|loss)|frame_?shift|in_?frame|splice[_ ](?:donor|acceptor|site)|splicing|start_lost|nonstop|protein_altering/iu;

/** Whether a class that is none of MAF's may change the protein all the same; a start of its own (Oncotator's De_novo_…) is none. */
export const mayChangeProtein = (name: string): boolean =>
  !changingClasses.includes(name) && changingElsewhere.test(name) && !/^de_novo/iu.test(name);

/** Of other words than MAF's the first to come stand behind its own. */
export function inOrderOfClasses(found: Iterable<string>): readonly string[] {
  const place = (name: string): number => {
    const at = changingClasses.indexOf(name);
    return at < 0 ? changingClasses.length : at;
  };
  return [...new Set(found)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}
