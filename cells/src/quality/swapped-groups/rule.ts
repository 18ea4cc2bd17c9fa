// swapped-groups: whether a sample is like another group than its own.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const swappedGroups = defineRule({
  name: "swapped-groups",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    warn: z.number().min(1).default(1.1).meta({
      title: "Warn above",
      description: "Distance from the middle of its own group, beside that from the nearest other one",
    }),
    fail: z.number().min(1).default(1.3).meta({
      title: "Fail above",
      description: "Distance from the middle of its own group, beside that from the nearest other one",
    }),
    apart: z.number().min(0).max(1).default(0.9).meta({
      title: "Groups are apart from",
      description:
        "Share of samples that are nearest to their own group; with less, groups are not told apart and nothing is said",
    }),
    features: z.number().int().min(10).default(100).meta({
      title: "Features",
      description: "So many of those that tell the groups apart are compared",
    }),
  }),
  labels: {
    warn: shared.key("warn-above"),
    fail: shared.key("fail-above"),
    apart: words.key("apart"),
    features: shared.key("features"),
  },
  words,
});
