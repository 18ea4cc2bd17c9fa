// What a notebook has on show and cannot be read any more, found when somebody asks for it: a file that is gone, or one that a
// reader or a run found damaged and that was set aside. Its result is made again then, as if it had not been kept.

import { standingOfArtifacts } from "@genomecraft/storage/queries/artifacts.ts";
import { evictDigest } from "@genomecraft/storage/queries/results.ts";
import { blobsOnShow } from "@genomecraft/storage/queries/shown.ts";
import type { ServerCore } from "../server-context.ts";
import { setAside } from "./kept-artifact.ts";

export interface LostOutput {
  readonly cell: string;
  /** Nobody had noticed before: who looked for its result a moment ago has found it. */
  readonly isNew: boolean;
}

/** What was lost; its results count no more. A look at each file, at no content. `cells` null: all of the notebook. */
export async function setAsideLost(
  context: ServerCore,
  { notebook, lab }: { readonly notebook: string; readonly lab: string },
  cells: readonly string[] | null,
): Promise<readonly LostOutput[]> {
  const { db, store } = context;
  const shown = await blobsOnShow(db, notebook, cells);
  const sizes = await Promise.all(shown.map(({ blob }) => (blob === null ? null : store.size(blob))));
  const doubtful = shown.filter((_, at) => sizes[at] === null);
  for (const { blob, digest } of doubtful) if (blob !== null) await setAside(context, lab, { blob, digest });
  // Of several places one may be left, and what was just made may be on its way.
  const standing = await standingOfArtifacts(db, lab, doubtful);
  const gone = doubtful.filter((_, at) => standing[at] === "gone");
  for (const { evicted, ...asked } of gone) if (!evicted) await evictDigest(db, lab, asked);
  return gone.map(({ cell, evicted }) => ({ cell, isNew: !evicted }));
}
