// A small artifact of every type and a report of every name, found in their folders (artifacts/types/<type>/example.ts,
// reports/<name>/example.ts): one without any fails the suites that go through the lists. For tests only.

import { artifactTypeNames } from "../artifacts/artifact-cards.ts";
import type { ArtifactOf } from "../artifacts/artifact-type.ts";
import type { Artifact, ArtifactType } from "../artifacts/artifact.ts";
import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import { type ReportName, reports } from "../reports.ts";

export { secretSample } from "../artifacts/types/table/example.ts";

async function byName<Name extends string, Example>(
  names: readonly string[],
  load: (name: string) => Promise<{ readonly example: Example }>,
): Promise<{ readonly [N in Name]: Example }> {
  const found = await Promise.all(names.map(async (name) => [name, (await load(name)).example]));
  return Object.fromEntries(found) as { readonly [N in Name]: Example };
}

export const exampleArtifacts = (await byName<ArtifactType, Artifact>(
  artifactTypeNames,
  (type) => import(`../artifacts/types/${type}/example.ts`),
)) as { readonly [T in ArtifactType]: ArtifactOf<T> };

/** Bodies as executors make them. */
export const exampleReports = await byName<ReportName, JsonObject>(
  Object.keys(reports),
  (name) => import(`../reports/${name}/example.ts`),
);

/** What a port may give: one artifact for each of its types; a report is the one that the kind says something of. */
export function examplesOfPort(kind: Kind, port: string): readonly Artifact[] {
  const types = kind.outputs.find(({ name }) => name === port)?.type ?? [];
  return [types].flat().map((type: ArtifactType): Artifact => {
    if (type !== "report") return exampleArtifacts[type];
    const known = Object.entries(exampleReports).map(([report, body]): Artifact => ({ type: "report", report, body }));
    const own = known.find(
      (artifact) =>
        kind.discloses({
          spec: kind.schema.parse(kind.empty),
          port,
          artifact,
          columns: null,
          valueOf: () => null,
        }) !== null,
    );
    return own ?? exampleArtifacts.report;
  });
}

export const allExamples: readonly Artifact[] = artifactTypeNames.map((type) => exampleArtifacts[type]);
