// Waiting for the bytes of a result. A result is told of before its bytes are all here, and another run may be about to store
// them: a reader and a kernel that come in between wait here. The screen asks again by itself when it is refused
// (workspace/src/api/reader.ts).

import type { Json } from "@genomecraft/cells/base/json.ts";
import { type ArtifactAsked, findArtifact, findInline, standingOfArtifacts } from "@genomecraft/storage/queries/artifacts.ts";
import type { ServerCore } from "../server-context.ts";

/** Looked for by itself this often, should it be stored through another server. */
const lookEveryMs = 100;

/**
 * Where it lies for these data; null when it does not come: nobody has it in hand, the time is up, or whoever asked is gone.
 * What was put for other data only does not come either, however well its digest is known.
 */
export async function waitForArtifact(
  { db, awaited }: ServerCore,
  { lab, ...asked }: ArtifactAsked & { readonly lab: string },
  { ms, signal }: { readonly ms: number; readonly signal?: AbortSignal },
): Promise<{ readonly blob: string } | { readonly inline: Json } | null> {
  const until = performance.now() + ms;
  const waiting = awaited.begin(lab, asked.digest);
  try {
    for (;;) {
      const row = await findArtifact(db, lab, asked);
      if (row) return { blob: row.blob };
      const inline = await findInline(db, lab, asked);
      if (inline !== null) return { inline: inline as Json };
      if (performance.now() > until || signal?.aborted) return null;
      if ((await standingOfArtifacts(db, lab, [asked]))[0] === "gone") return null;
      await waiting.pause(lookEveryMs);
    }
  } finally {
    waiting.end();
  }
}
