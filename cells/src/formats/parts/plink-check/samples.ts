// Samples held to their rules: the lines of a .fam, and the first six fields of those of a .ped.

import type { Say } from "./say.ts";

export interface CheckedSamples {
  see(fields: readonly string[], line: number): void;
  /** Parents and phenotypes, once all samples are known. */
  end(): void;
  readonly count: number;
  /** For each sample 1 (man), 2 (woman) or 0. */
  sexes(): Uint8Array;
}

interface Sample {
  readonly line: number;
  readonly sex: string;
}
interface Child {
  readonly line: number;
  readonly own: string;
  readonly family: string;
  readonly father: string;
  readonly mother: string;
}
const keyOf = (family: string, name: string): string => `${family}\t${name}`;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const isMissing = (phenotype: string): boolean => phenotype === "-9" || /^(?:na|nan)$/i.test(phenotype);

export function samplesOf(say: Say): CheckedSamples {
  const samples = new Map<string, Sample>();
  const children: Child[] = [];
  const sexes: number[] = [];
  /** Values of the phenotype that are not missing, as long as they are few. */
  const phenotypes = new Set<string>();
  let firstZero: number | null = null;

  const seeParents = (child: Child): void => {
    const { line, family, own, father, mother } = child;
    if (father === own || mother === own || (father !== "0" && father === mother))
      return say("plink-parent", { line }, "father, mother", `${father} ${mother}`);
    for (const [role, name, sex] of [
      ["father", father, "1"],
      ["mother", mother, "2"],
    ] as const) {
      if (name === "0") continue;
      const parent = samples.get(keyOf(family, name));
      if (!parent) say("plink-parent-absent", { line }, role, name);
      else if ((parent.sex === "1" || parent.sex === "2") && parent.sex !== sex)
        say("plink-parent-sex", { line }, role, `${name} ${parent.sex}`, { other: parent.line });
    }
  };
  return {
    get count() {
      return sexes.length;
    },
    sexes: () => Uint8Array.from(sexes),
    see(fields, line) {
      const [family = "", own = "", father = "", mother = "", sex = "", phenotype = ""] = fields;
      sexes.push(sex === "1" ? 1 : sex === "2" ? 2 : 0);
      if (own === "0") say("plink-sample", { line }, "sample", own);
      const other = samples.get(keyOf(family, own));
      if (other) say("plink-sample-twice", { line }, "family, sample", `${family} ${own}`, { other: other.line });
      else samples.set(keyOf(family, own), { line, sex });
      if (father !== "0" || mother !== "0") children.push({ line, own, family, father, mother });
      if (sex !== "0" && sex !== "1" && sex !== "2") say("plink-sex", { line }, "sex", sex);
      if (isMissing(phenotype)) return;
      if (!number.test(phenotype)) return say("plink-phenotype", { line }, "phenotype", phenotype);
      if (phenotypes.size < 4) phenotypes.add(phenotype);
      if (phenotype === "0") firstZero ??= line;
      else if (sex !== "1" && sex !== "2") say("plink-sex-unknown", { line }, "sex", sex);
    },
    end() {
      for (const child of children) seeParents(child);
      if (firstZero !== null && phenotypes.size === 2 && phenotypes.has("1"))
        say("plink-phenotype-zero-one", { line: firstZero }, "phenotype", "0, 1");
    },
  };
}
