// A rule is asked of the matrices that it is for; of others it says that they are none of its.

import {
  type ListedRule,
  type QualityAnswer,
  type QualityData,
  type QualityRule,
  subjectOf,
} from "../../contract/quality-rule.ts";
import type { z } from "zod";
import { words } from "../words.ts";

export async function askRule(
  { rule, judge }: ListedRule,
  data: QualityData,
  settings: z.output<QualityRule["settings"]>,
): Promise<QualityAnswer> {
  if (rule.of !== subjectOf(data.assay.scale)) return { lacks: words.sentence(`of-${rule.of}`) };
  if (data.isCells && !rule.ofCells) return { lacks: words.sentence("of-samples") };
  if (!data.isCells && rule.ofCells === "only") return { lacks: words.sentence("of-cells") };
  return (await judge()).judge.judge(data, settings);
}
