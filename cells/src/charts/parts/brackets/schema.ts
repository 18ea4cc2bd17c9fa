// Tests between groups on a picture, as its spec holds them.

import { z } from "zod";

const name = z.string().max(10_000);

export const bracketsSchema = z
  .strictObject({
    pairs: z.enum(["none", "all", "against", "chosen"]).default("none").meta({
      title: "Pairs",
      description: "Which groups of x are compared: none, all (up to 6 pairs), each against one, or those that are chosen",
    }),
    against: name.default("").meta({ title: "Against", description: "The group that each other one is compared with" }),
    chosen: z
      .array(z.tuple([name, name]))
      .max(15)
      .default([])
      .meta({ title: "Chosen pairs", description: "Pairs of groups, by their names" }),
    test: z.enum(["auto", "t", "mann-whitney", "games-howell", "tukey", "dunn"]).default("auto").meta({
      title: "Test",
      description:
        "auto: of two groups Welch's t or Mann-Whitney, of more Games-Howell or Dunn, by how normal values look. t and mann-whitney take each pair alone",
    }),
    adjust: z.enum(["bh", "holm", "bonferroni", "by"]).default("bh").meta({
      title: "Adjusted by",
      description: "For how many pairs are compared; games-howell and tukey hold for all pairs together as they are",
    }),
  })
  .default({ pairs: "none", against: "", chosen: [], test: "auto", adjust: "bh" })
  .meta({
    title: "Brackets",
    description: "Tests between groups, drawn above them; their names and numbers stand under the figure",
  });

export type Brackets = z.output<typeof bracketsSchema>;
export type BracketTest = Exclude<Brackets["test"], "auto">;
