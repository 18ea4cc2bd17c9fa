// What a kernel reports of its steps, compared with itself: what travels inside a report is the content of its digest and is
// what its summary says. What is put later is compared when it is put (routes/leased-bytes.ts).

import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { type OutputRef, outputRefOf } from "@genomecraft/cells/artifacts/output-ref.ts";
import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { isContentOf } from "../outputs/kept-artifact.ts";
import type { StepReport } from "./commit-steps.ts";

/** The output as its content says it is; null where that is not what was reported. */
function agreed(said: OutputRef): OutputRef | null {
  if (said.inline === undefined) return said;
  let artifact: Artifact;
  let found: OutputRef;
  try {
    artifact = artifactFromJson(said.inline);
    found = outputRefOf(artifact, said.digest);
    if (canonicalJson(found.summary as Json) !== canonicalJson(said.summary as Json)) return null;
  } catch {
    return null;
  }
  // Beyond the size that travels inline it is none of ours.
  return found.inline !== undefined && isContentOf(artifact, said.digest) ? found : null;
}

/** The reports, or the first output that does not agree with itself. */
export function checkedReports(
  reports: readonly StepReport[],
): { readonly reports: readonly StepReport[] } | { readonly step: number; readonly port: string } {
  const checked: StepReport[] = [];
  for (const { step, outcome } of reports) {
    if (!outcome.ok) {
      checked.push({ step, outcome });
      continue;
    }
    const outputs: [string, OutputRef][] = [];
    for (const [port, said] of Object.entries(outcome.outputs)) {
      const output = agreed(said);
      if (!output) return { step, port };
      outputs.push([port, output]);
    }
    checked.push({ step, outcome: { ...outcome, outputs: Object.fromEntries(outputs) } });
  }
  return { reports: checked };
}
