// relatedness: pairs of samples that are one person, or kin.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

const kinship = (title: string, description: string, usual: number) =>
  z.number().min(0).max(0.5).default(usual).meta({ title, description });

export const relatedness = defineRule({
  name: "relatedness",
  version: 1,
  of: "genotypes",
  settings: z.strictObject({
    same: kinship("One person: above", "Kinship of a pair; of one person twice, and of twins, it is 0.5", 0.354),
    first: kinship("First degree: above", "Kinship of a pair; of parent and child, and of siblings, it is 0.25", 0.177),
    related: kinship("Kin: above", "Kinship of a pair; second degree is from 0.0884, third from 0.0442", 0.0884),
    sites: z.number().int().min(1).default(1000).meta({
      title: "At least so many sites",
      description: "Autosomal sites of which both samples have a genotype; of fewer kinship is chance",
    }),
  }),
  labels: {
    same: words.key("same-above"),
    first: words.key("first-above"),
    related: words.key("related-above"),
    sites: words.key("sites"),
  },
  words,
});
