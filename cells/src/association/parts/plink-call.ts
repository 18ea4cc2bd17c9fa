// Parts of the calls of plink.

import type { AskedCalls } from "../../contract/association-model.ts";

/** Of the covariates, components among them. */
export function covariatesOf({ covariates, components }: AskedCalls): readonly string[] {
  return [...covariates, ...Array.from({ length: components }, (_, at) => `PC${at + 1}`)];
}

const isSex = (name: string): boolean => /^(sex|gender|пол)$/iu.test(name);

/** On X plink2 adds the sex that it knows by itself, and a column of the same beside it is refused. */
const plinkNames = (asked: AskedCalls): readonly string[] => covariatesOf(asked).filter((name) => !asked.takesX || !isSex(name));

/** With the words of --glm that make sex a covariate everywhere, or nowhere. */
export function plinkGlm(asked: AskedCalls): string {
  const sex = !asked.takesX ? "" : asked.covariates.some(isSex) ? " sex" : " no-x-sex";
  return `${sex} omit-ref hide-covar${plinkNames(asked).length === 0 ? " allow-no-covars" : ""}`;
}

export function plinkCovariates(asked: AskedCalls): string {
  const all = plinkNames(asked);
  return all.length === 0 ? "" : ` --covar covariates.txt --covar-name ${inShell(all.join(","))}`;
}

/** A name as one word of a shell. */
export const inShell = (name: string): string => (/^[\w.,-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`);

/** Whose trait it is, and which variants are tested: those of this cell. */
export function plinkInput({ trait, minCount, isBinary, hwe, hweWithin, takesX }: AskedCalls): string {
  const equilibrium = hwe > 0 && !hweWithin ? ` --hwe ${hwe}` : "";
  const chromosomes = takesX ? "--chr 1-22,X --xchr-model 2" : "--autosome";
  return `plink2 --bfile genotypes --pheno traits.txt --pheno-name ${inShell(trait)}${isBinary ? " --1" : ""} ${chromosomes} --mac ${minCount}${equilibrium}`;
}

/** What a call of plink2 does not do. */
export const plinkNotes = ({ hwe, hweWithin, takesX }: AskedCalls): readonly string[] => [
  ...(hwe > 0 && hweWithin
    ? [`# before: leave out variants with p < ${hwe} of --hardy among controls, or in each population`]
    : []),
  ...(takesX ? ["# on X plink2 goes by the sex that stands in genotypes.fam"] : []),
];

/** As R writes a name in a formula. */
export const nameInR = (name: string): string => (/^[A-Za-z.][\w.]*$/.test(name) ? name : `\`${name}\``);
