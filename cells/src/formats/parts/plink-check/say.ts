// How the parts of the check say what they found: in which file, and by the section of that file.

import type { JsonObject } from "../../../base/json.ts";
import type { CheckTask } from "../../../contract/format.ts";
import type { PlinkRule } from "./rules.ts";

export interface Place {
  readonly line?: number;
  readonly byte?: number;
}
export type Say = (rule: PlinkRule, place: Place, field: string | null, found: string, params?: JsonObject) => void;

/** `part`: of a data set of several files. `section`: where it is another one than the rule's own. */
export const sayer =
  (task: Pick<CheckTask, "report">, part: string | null, section?: string): Say =>
  (rule, { line = null, byte }: { readonly line?: number | null; readonly byte?: number }, field, found, params) =>
    task.report({
      rule,
      line,
      ...(section === undefined ? {} : { section }),
      ...(byte === undefined ? {} : { byte }),
      ...(part === null ? {} : { part }),
      field,
      found,
      ...(params ? { params } : {}),
    });

/** Fields of a line; none of an empty one, and of a comment, which PLINK passes over. */
export const fieldsOf = (line: string): readonly string[] => {
  const text = line.trim();
  return text === "" || text.startsWith("#") ? [] : text.split(/[ \t]+/);
};
