// Holds a VCF to its specification, 4.1 to 4.5.

export { checkVcf as check } from "../parts/vcf-check/check-vcf.ts";
export { rules } from "../parts/vcf-check/rules.ts";
