// A rule is asked of the data that it is for; of others it says that they are none of its.

import {
  type DataOf,
  isRuleOf,
  type ListedRule,
  type QualityAnswer,
  type QualityData,
  type QualityRule,
  type QualitySubject,
  subjectOf,
  type TableData,
} from "../../contract/quality-rule.ts";
import type { z } from "zod";
import { words } from "../words.ts";
import { mended } from "./drop-samples.ts";

type Settings = z.output<QualityRule["settings"]>;

export async function askRule(listed: ListedRule, data: QualityData, settings: Settings): Promise<QualityAnswer> {
  const { of, ofCells } = listed.rule;
  const subject = subjectOf(data.assay.scale);
  if (of === subject && data.isCells && !ofCells) return { lacks: words.sentence("of-samples") };
  if (of === subject && !data.isCells && ofCells === "only") return { lacks: words.sentence("of-cells") };
  const answer = await ask(listed, subject, data, settings);
  return "lacks" in answer ? answer : { ...answer, verdicts: answer.verdicts.map((verdict) => mended(data.assay, verdict)) };
}

export const askRuleOfTable = (listed: ListedRule, data: TableData, settings: Settings): Promise<QualityAnswer<"table">> =>
  ask(listed, "table", data, settings);

async function ask<Of extends QualitySubject>(
  listed: ListedRule,
  subject: Of,
  data: DataOf<Of>,
  settings: Settings,
): Promise<QualityAnswer<Of>> {
  if (!isRuleOf(listed, subject)) return { lacks: words.sentence(`of-${listed.rule.of}`) };
  return (await listed.judge()).judge.judge(data, settings);
}
