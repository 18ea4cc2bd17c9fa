// THE list of artifact types, the light half: what servers, screens and forms ask without knowing content. The code of the
// same types is in types.ts, how they are looked at in artifact-views.ts; the compiler names the list that lacks one.

import type { ArtifactType } from "./artifact.ts";
import type { ArtifactCard, ArtifactOf } from "./artifact-type.ts";
import { assayCard } from "./types/assay/card.ts";
import { fileCard } from "./types/file/card.ts";
import { figureCard } from "./types/figure/card.ts";
import { modelCard } from "./types/model/card.ts";
import { reportCard } from "./types/report/card.ts";
import { tableCard } from "./types/table/card.ts";
import { valueCard } from "./types/value/card.ts";

export const artifactCards = {
  table: tableCard,
  assay: assayCard,
  model: modelCard,
  figure: figureCard,
  report: reportCard,
  value: valueCard,
  file: fileCard,
} as const satisfies { readonly [T in ArtifactType]: ArtifactCard<T> };

/** In the order of the list; for enums of the contract. */
export const artifactTypeNames = Object.keys(artifactCards) as [ArtifactType, ...ArtifactType[]];

export const artifactCardOf = (artifact: { readonly type: ArtifactType }): ArtifactCard => artifactCards[artifact.type];

/** The card of a type that came as text; null for what this release does not know. */
export const artifactCardNamed = (type: string): ArtifactCard | null =>
  Object.hasOwn(artifactCards, type) ? artifactCards[type as ArtifactType] : null;

/** What a cell that loads a file may give. */
export const typesInFiles: readonly ArtifactType[] = artifactTypeNames.filter((type) => artifactCards[type].isInFiles);

type Cards = typeof artifactCards;
/** Those that travel inside events where they are small. */
export type InlineArtifact = {
  readonly [T in ArtifactType]: Cards[T]["inline"] extends null ? never : ArtifactOf<T>;
}[ArtifactType];
/** Those that a tile of a dashboard shows. */
export type ShownType = {
  readonly [T in ArtifactType]: Cards[T]["showable"] extends "whole" | "first-rows" ? T : never;
}[ArtifactType];
export const isShownType = (type: ArtifactType): type is ShownType =>
  ["whole", "first-rows"].includes(artifactCards[type].showable);
export const shownTypeNames = artifactTypeNames.filter(isShownType) as [ShownType, ...ShownType[]];
