// x-heterozygosity: whether a sample's sex, by its genotypes on X, is the one that its sheet says.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

const f = (title: string, description: string, usual: number) =>
  z.number().min(-1).max(1).default(usual).meta({ title, description });

export const xHeterozygosity = defineRule({
  name: "x-heterozygosity",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    female: f("Female: F at most", "F on X; who has two different copies of X has about 0", 0.2),
    male: f("Male: F at least", "F on X; who has one copy has 1", 0.8),
    sites: z.number().int().min(1).default(50).meta({
      title: "At least so many sites",
      description: "Sites of X that vary and of which a sample has a genotype; of fewer F is chance",
    }),
  }),
  labels: { female: words.key("female"), male: words.key("male"), sites: words.key("sites") },
  words,
});
