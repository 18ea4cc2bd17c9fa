// What loads leave to their files: the format that somebody's look found, kept as a result by bytes and name; where it is
// wanted and nobody looked, a kernel is asked, as for a file that was dropped.

import type { Json } from "@genomecraft/cells/base/json.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import type { FileOrPart } from "@genomecraft/cells/base/refs.ts";
import { err, ok } from "@genomecraft/cells/base/result.ts";
import { formatShape, settingsOfPart } from "@genomecraft/cells/jobs/inspect/spec.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { Resolve } from "@genomecraft/cells/runtime/resolved-cells.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { findResult } from "@genomecraft/storage/queries/results.ts";
import { grantedFiles } from "@genomecraft/storage/queries/rights.ts";
import { outcomeOf } from "../scheduler/result-lookup.ts";
import { askedOf, type Inspections } from "./inspections.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import { words as generalWords } from "@genomecraft/cells/messages/general/words.ts";
import type { MessageKey } from "@genomecraft/cells/base/failure.ts";

/** The look that finds it: of an archive at the file of it that is meant. */
const lookAt = ({ digest, name, size, part }: FileOrPart) => ({
  digest,
  name,
  size,
  ...(part === undefined ? {} : { settings: settingsOfPart(part) }),
});

/** Answers what is known; asks nobody. */
export const knownFormats =
  (db: Database, lab: string): Resolve =>
  async (file) => {
    const found = await findResult(db, lab, { key: askedOf(lookAt(file)).key, sources: [file.digest] });
    const format = found ? formatIn(outcomeOf(found.row)) : undefined;
    return format === undefined ? null : ok(format);
  };

/** How long a look is waited for at a time, and between two where no kernel is connected. */
const holdMs = 10_000;
const pauseMs = 2_000;

/** Asks for a look where one is wanted, with the notebook's grants. */
export function formatsByLooks(
  { db, inspections }: { readonly db: Database; readonly inspections: Inspections },
  { notebook, lab, by }: { readonly notebook: string; readonly lab: string; readonly by: () => string },
): Resolve {
  const known = knownFormats(db, lab);
  return async (file: FileOrPart, options) => {
    const before = await known(file, options);
    if (before || !options.asks) return before;
    const [granted] = await grantedFiles(db, notebook, [file.digest]);
    if (!granted) return err(serverWords.failure("file-not-granted", { name: file.name }));
    const { digest, name } = file;
    const asked = { ...lookAt(file), lab, digest, name, size: granted.size, blob: granted.blob, by: by() };
    while (!options.signal.aborted) {
      const looked = await inspections.look(asked, holdMs, options.signal);
      if (looked.state === "failed") return lost(looked.failure.reason);
      if (looked.state === "seen") return (await known(file, options)) ?? ok(null);
      if (looked.why === "no-kernel") await new Promise((resolve) => setTimeout(resolve, pauseMs).unref());
    }
    return null;
  };
}

/** A look that was lost is tried again when somebody asks; one that took too long is left to the load, which takes its time. */
const lost = (reason: MessageKey) =>
  reason === serverWords.key("intake-lost") ? err(generalWords.failure("worker-lost", { attempts: 1, detail: "" })) : ok(null);

function formatIn(outcome: StepOutcome): string | null | undefined {
  const inline: Json | undefined = outcome.ok ? outcome.outputs["format"]?.inline : undefined;
  const format = isJsonObject(inline ?? null) ? formatShape.safeParse((inline as { readonly value?: unknown }).value) : null;
  return format?.success ? format.data : undefined;
}
