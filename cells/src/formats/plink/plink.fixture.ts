// A small data set of PLINK 1 in both of its forms. What is in it was read with `plink1.9 --recode A` (1.90b6.26): see plink.test.ts.

import { setOf } from "../../testing/set-of.ts";

export const bim = "1\trs1\t0\t100\tA\tG\n1\trs2\t0\t200\tC\tT\n23\trs3\t0\t300\t0\tT\n";
export const fam = "F1 mother 0 0 2 1\nF1 father 0 0 1 2\nF1 child father mother 0 -9\nF2 alone 0 0 1 1\nF2 other 0 0 0 2\n";
/** By site: rs1 2 1 - 0 0; rs2 0 1 1 2 -; rs3 0 0 0 0 0. */
export const bed = Uint8Array.of(0x6c, 0x1b, 1, 0b11_01_10_00, 0b11, 0b00_10_10_11, 0b01, 0xff, 0b11);
/** The same by sample. */
export const bedBySample = Uint8Array.of(0x6c, 0x1b, 0, 0b11_11_00, 0b11_10_10, 0b11_10_01, 0b11_00_11, 0b11_01_11);
export const map = "1 rs1 0 100\n1 rs2 0 200\n23 rs3 0 300\n";
export const ped = `F1 mother 0 0 2 1 A A T T T T
F1 father 0 0 1 2 A G C T T T
F1 child father mother 0 -9 0 0 C T T T
F2 alone 0 0 1 1 G G C C T T
F2 other 0 0 0 2 G G 0 0 T T
`;

/** As plink1.9 (1.90b6.26) wrote it by --make-bed and --recode: six sites of five samples, on X, Y and the mitochondria, too. */
const sexes = ["mother 0 0 2 1", "father 0 0 1 2", "child father mother 1 2"].map((line) => `F1 ${line}`);
export const written = {
  "made.bed": Uint8Array.of(0x6c, 0x1b, 1, 0xba, 2, 0xa3, 2, 0x2b, 3, 0xce, 3, 0x3d, 1, 0xcf, 0),
  "made.bim": `1\trs1\t0\t100\tT\tC
1\trs2\t0\t250\tC\tG
2\trs3\t0\t90\tC\tT
23\trs4\t0\t3000000\tA\tG
24\trs5\t0\t3000000\tA\tC
26\trs6\t0\t70\tC\tA
`,
  "made.fam": `${sexes.join("\n")}\nF2 alone 0 0 1 1\nF2 other 0 0 2 2\n`,
  "made.map": "1\trs1\t0\t100\n1\trs2\t0\t250\n2\trs3\t0\t90\n23\trs4\t0\t3000000\n24\trs5\t0\t3000000\n26\trs6\t0\t70\n",
  "made.ped": `${sexes[0]} T C G G T T A G 0 0 A A
${sexes[1]} T C C C C T G G C C A A
${sexes[2]} C C C G C T A A C C C C
F2 alone 0 0 1 1 T C C G C C G G A A A A
F2 other 0 0 2 2 T C C G T T G G 0 0 C C
`,
};

export const trio = (files: { readonly [name: string]: string | Uint8Array } = {}): Uint8Array =>
  setOf({ "study/kids.bed": bed, "study/kids.bim": bim, "study/kids.fam": fam, ...files });
export const pair = (files: { readonly [name: string]: string | Uint8Array } = {}): Uint8Array =>
  setOf({ "kids.map": map, "kids.ped": ped, ...files });
