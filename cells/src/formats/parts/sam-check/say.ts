// How the parts of the check say what they found. A record has a line of a text, or an offset in bytes.

import type { JsonObject } from "../../../base/json.ts";
import type { Severity } from "../../../contract/check.ts";
import type { CheckTask } from "../../../contract/format.ts";
import type { SamRule } from "./rules.ts";

export interface Place {
  readonly line: number | null;
  readonly byte?: number;
}
export interface SaidMore {
  readonly params?: JsonObject;
  readonly severity?: Severity;
}
export type Say = (rule: SamRule, place: Place, field: string | null, found: string, more?: SaidMore) => void;

export const sayer =
  (task: Pick<CheckTask, "report">): Say =>
  (rule, { line, byte }, field, found, { params, severity } = {}) =>
    task.report({
      rule,
      line,
      ...(byte === undefined ? {} : { byte }),
      field,
      found,
      ...(params ? { params } : {}),
      ...(severity ? { severity } : {}),
    });
