// What verdicts of quality say where there is no view of them (the command line, programs): what fails first, each with what mends it.

import type { JsonObject } from "../base/json.ts";
import type { SettledDoubt } from "../contract/report.ts";
import type { Sentence } from "../messages/sentence.ts";

interface Said {
  readonly level: "warn" | "fail";
  readonly says: Sentence;
  readonly step?: JsonObject;
}

export const doubtsOfVerdicts = (verdicts: readonly Said[]): readonly SettledDoubt[] =>
  [...verdicts]
    .sort((a, b) => Number(b.level === "fail") - Number(a.level === "fail"))
    .map(({ says, step }) => ({ ...says, ...(step ? { step } : {}) }));
