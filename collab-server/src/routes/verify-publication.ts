// Every tile of a dashboard made again from the files, and compared.

import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { PublicationRow } from "@genomecraft/storage/queries/publications.ts";
import type { Verification } from "../../contract/lineage.ts";
import { traceResult } from "../lineage/trace-result.ts";
import { isVerified, verifyTrace } from "../lineage/verify-trace.ts";
import { isIntact } from "../outputs/kept-artifact.ts";
import type { ArtifactCache } from "../outputs/read-output.ts";
import { readyExecutor } from "../notebook-computing.ts";
import type { Pinned } from "../publications/publish-notebook.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import type { ServerContext } from "../server-context.ts";
import { refuseHidden, refuseSources } from "./lineage.ts";

const patienceMs = 10 * 60_000;

/** Refused where the one who asks may not see results of all data behind it. */
export async function verifyPublication(
  context: ServerContext,
  cache: ArtifactCache,
  { row, notebook, user }: { readonly row: PublicationRow; readonly notebook: string; readonly user: string },
): Promise<Verification> {
  const { db } = context;
  const signal = AbortSignal.timeout(patienceMs);
  const { tiles, sources } = row.pinned as Pinned;
  await refuseSources(context, { notebook, user, sources });
  const { cells: present } = await committedNotebook(db, notebook);
  const names = new Map([
    ...present.map((cell) => [cell.id as string, cell.name] as const),
    ...tiles.map((tile) => [tile.cell, tile.name] as const),
  ]);
  const of = { notebook, lab: row.lab, by: user, names };
  const executor = await readyExecutor(context, of);
  const cells = new Map<string, Verification["cells"][number]>();
  for (const tile of tiles) {
    const trace = await traceResult(db, { lab: row.lab, key: tile.key, digests: tile.digests, within: sources });
    if (!trace) continue;
    await refuseHidden(context, trace, notebook, user);
    // Tiles share most of their way: what was made again once is not made again.
    const left = {
      ...trace,
      nodes: trace.nodes.filter(
        (node) => node.what !== "result" || !cells.has(node.result.key) || kindIsInline(node.result.kind),
      ),
    };
    const found = await verifyTrace(left, {
      executor,
      here: { nameOf: (result) => result.cellName || names.get(result.cell) || "" },
      signal,
      read: (output, sources) => cache.read(context, { lab: row.lab, sources }, output),
      isIntact: (output, sources) => isIntact(context, { lab: row.lab, sources }, output),
    });
    const made = left.nodes.flatMap((node) =>
      node.what === "result" && !kindIsInline(node.result.kind) ? [node.result.key] : [],
    );
    found.cells.forEach((cell, at) => cells.set(made[at] ?? cell.cell, cell));
  }
  const all = [...cells.values()];
  const first = all.find((cell) => cell.verdict === "different")?.name ?? null;
  return { cells: all, first, ok: all.length > 0 && all.every(isVerified) };
}

const kindIsInline = (kind: string): boolean => kindOf(kind)?.place === "inline";
