// Somebody who holds results only sees what its kind has declared: what it tells of individuals. What nobody has said of
// stays closed to her at every door. (How much of it she sees then is not decided here.)

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { disclosureOf } from "@genomecraft/cells/disclosure-of.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { Maker } from "@genomecraft/storage/queries/makers.ts";

/** `read` is asked for the content where it would be shown. */
export async function isDeclared(
  maker: Maker | null,
  port: string,
  output: OutputRef,
  read: () => Promise<Artifact>,
): Promise<boolean> {
  const kind = maker ? kindOf(maker.kind) : null;
  if (!maker || !kind?.outputs.some(({ name }) => name === port)) return false;
  // Of what holds rows no content goes to her anyway.
  if (artifactCardOf(output.summary).rights === "rows") return true;
  const artifact = await read();
  return disclosureOf(maker.kind, { spec: maker.spec, port, artifact, columns: null, valueOf: () => null }) !== null;
}

/** What is on show, without the outputs of which nobody has said what they tell. */
export async function withDeclaredOnly(maker: Maker | null, shown: ShownResult): Promise<ShownResult> {
  const outputs: [string, OutputRef][] = [];
  for (const [port, output] of Object.entries(shown.outputs)) {
    const { inline, ...outside } = output;
    if (inline !== undefined) {
      // Rights go by what it is, not by what is said of it.
      const artifact = isJsonObject(inline) && inline["type"] === output.summary.type ? artifactFromJson(inline) : null;
      if (artifact && (await isDeclared(maker, port, output, async () => artifact))) outputs.push([port, output]);
    } else if (maker && kindOf(maker.kind)?.outputs.some(({ name }) => name === port)) {
      // What does not travel inside the event is asked for at a door, which looks at it.
      outputs.push([port, outside]);
    }
  }
  return { ...shown, outputs: Object.fromEntries(outputs) };
}
