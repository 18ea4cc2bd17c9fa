// Holds a data set of PLINK 1 to the rules of its files.

export { checkPlink as check } from "../parts/plink-check/check-plink.ts";
export { rules } from "../parts/plink-check/rules.ts";
