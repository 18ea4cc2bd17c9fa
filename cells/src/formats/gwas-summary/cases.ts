// Files of the format gwas-summary, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const plink =
  " CHR         SNP         BP   A1       TEST    NMISS       BETA         STAT            P \n  21   rs1296972   14688825    C        ADD      150     0.8776        1.034       0.3029\n  21   rs2824447   19065456    T        ADD      150     -0.2         -0.5         0.61\n  22   rs2158148   17830125    A        ADD      149     NA           NA           NA\n";
const regenie =
  "CHROM GENPOS ID ALLELE0 ALLELE1 A1FREQ INFO N TEST BETA SE CHISQ LOG10P EXTRA\n21 14688825 rs1296972 T C 0.4433 1 150 ADD 0.8776 0.8487 1.069 0.51870 NA\n22 32344644 rs2833184 C T 0.23 1 150 ADD -2.085 0.9405 4.915 1.55098 NA\n";
const ssf =
  "chromosome\tbase_pair_location\teffect_allele\tother_allele\tbeta\tstandard_error\teffect_allele_frequency\tp_value\trsid\tn\n21\t19692698\tT\tA\t0.2412\t0.8121\t0.48\t0\trs2824736\t150\n21\t19692699\tT\tC\t0.2\t0.8\t0.4\t0.5\trs28\t150\n";

export const cases: FormatCases = {
  examples: [
    { title: "PLINK 1.9, in columns of blanks", bytes: () => utf8(plink), gives: { type: "table", shape: [3, 9] } },
    { title: "REGENIE", bytes: () => utf8(regenie), gives: { type: "table", shape: [2, 14] }, issues: [] },
    {
      title: "GWAS-SSF with a p of 0",
      bytes: () => utf8(ssf),
      gives: { type: "table", shape: [2, 10] },
      issues: [["p-zero", 2]],
    },
    {
      title: "effects that are no numbers",
      bytes: () => utf8('SNP\tA1\tA2\tBETA\tSE\tP\nrs1\tA\tG\t"0,1"\t0.01\t0.5\nrs2\tT\tC\t"-0,25"\t0.02\t0.25\n'),
      gives: { type: "table", shape: [2, 6] },
      issues: [["texts", 2]],
    },
    {
      title: "commas, by names that many use",
      bytes: () =>
        utf8("chr,pos,rsid,ref,alt,eaf,beta,se,pval\n21,14688825,rs1,T,C,0.4,0.8,0.8,0.3\n21,14688826,rs2,T,C,0.4,0.8,0.8,0.4\n"),
      gives: { type: "table", shape: [2, 9] },
      // Which of ref and alt the effects are counted for nothing says.
      issues: [["effect-unsaid", null]],
    },
  ],
  headerOnly: () => utf8("SNP\tA1\tA2\tfreq\tb\tse\tp\tN\n"),
  bad: [
    {
      title: "a row that is too short",
      bytes: () => utf8(ssf.replace("\t0.5\trs28\t150", "\t0.5")),
      reason: "load.rows-unequal",
      line: 3,
    },
  ],
};
