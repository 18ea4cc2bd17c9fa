// THE list of artifact types, the half that knows their content. The light half is artifact-cards.ts.

import type { ArtifactType } from "./artifact.ts";
import type { ArtifactTypeOf } from "./artifact-type.ts";
import { assay } from "./types/assay/assay.ts";
import { file } from "./types/file/file.ts";
import { figure } from "./types/figure/figure.ts";
import { model } from "./types/model/model.ts";
import { report } from "./types/report/report.ts";
import { table } from "./types/table/table.ts";
import { value } from "./types/value/value.ts";

export const artifactTypes: { readonly [T in ArtifactType]: ArtifactTypeOf<T> } = {
  table,
  assay,
  model,
  figure,
  report,
  value,
  file,
};

/** The type of an artifact, to be asked about artifacts of that type. */
export const artifactTypeOf = <T extends ArtifactType>(artifact: { readonly type: T }): ArtifactTypeOf<T> =>
  artifactTypes[artifact.type];

/** The type of that name; null for one that this release does not know. */
export const artifactTypeNamed = (type: string): ArtifactTypeOf<ArtifactType> | null =>
  Object.hasOwn(artifactTypes, type) ? artifactTypeOf({ type: type as ArtifactType }) : null;
