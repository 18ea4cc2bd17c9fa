// How a check says what it found: a rule of its own list, by its name, so that no other compiles.

import type { Finding, Rules } from "../../../contract/check.ts";
import type { CheckTask } from "../../../contract/format.ts";

export type Found = Omit<Finding, "rule">;
export type Find<R extends Rules> = (rule: keyof R & string, found: Found) => void;

export const finderOf =
  <const R extends Rules>(_rules: R, task: Pick<CheckTask, "report">): Find<R> =>
  (rule, found) =>
    task.report({ rule, ...found });
