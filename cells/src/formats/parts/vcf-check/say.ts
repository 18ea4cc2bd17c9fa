// How the parts of the check say what they found: a rule of the list, where, and in which section of the file's own version.

import type { Severity } from "../../../contract/check.ts";
import type { CheckTask } from "../../../contract/format.ts";
import type { JsonObject } from "../../../base/json.ts";
import { topicOf, type VcfRule } from "./rules.ts";
import { sectionOf, type Topic, type VcfVersion } from "./version.ts";

export interface SaidMore {
  readonly params?: JsonObject;
  /** Less grave than the rule. */
  readonly severity?: Severity;
  /** Where another section of the standard asks for it. */
  readonly topic?: Topic;
  /** What may stand in the place of the whole line. */
  readonly instead?: string;
}
/** `line` null: it is about the whole file. */
export type Say = (rule: VcfRule, line: number | null, field: string | null, found: string, more?: SaidMore) => void;

export const sayer =
  (task: Pick<CheckTask, "report">, version: () => VcfVersion): Say =>
  (rule, line, field, found, { params, severity, topic, instead } = {}) =>
    task.report({
      rule,
      line,
      field,
      found,
      section: sectionOf(topic ?? topicOf(rule), version()),
      ...(params ? { params } : {}),
      ...(severity ? { severity } : {}),
      ...(instead === undefined || line === null ? {} : { fix: { line, text: instead } }),
    });
