// A check never fails for reasons of the file: what keeps it from being read at all is a finding, too.

import { FailureError } from "../../../base/failure.ts";
import type { CheckTask } from "../../../contract/format.ts";

export async function withoutFailing(task: CheckTask, rule: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { reason, params } = error.failure;
    const line = typeof params["line"] === "number" ? params["line"] : null;
    task.report({ rule, line, field: null, found: reason, params });
  }
}
