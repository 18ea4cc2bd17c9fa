// What is doubtful in a result by its own reports, however it came: made now or kept.

import type { OutputRef } from "./artifacts/output-ref.ts";
import { isJsonObject } from "./base/json.ts";
import type { SettledDoubt } from "./contract/report.ts";
import { reportNamed } from "./reports.ts";

export type { SettledDoubt };

export const doubtsOfOutputs = (outputs: { readonly [port: string]: OutputRef }): readonly SettledDoubt[] =>
  Object.values(outputs).flatMap(({ summary, inline }) => {
    if (summary.type !== "report" || !isJsonObject(inline)) return [];
    const card = reportNamed(String(inline["report"]));
    const body = card?.doubts ? card.schema.safeParse(inline["body"]) : null;
    return card?.doubts && body?.success ? card.doubts(body.data) : [];
  });
