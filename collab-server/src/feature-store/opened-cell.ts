// The output of a cell that is to be kept in the feature store: as it is on show, up to date, and for whoever may see its rows.

import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { ArtifactSummary } from "@genomecraft/cells/artifacts/artifact.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { sessionOfCell } from "@genomecraft/storage/queries/shown.ts";
import { refuse } from "../errors.ts";
import { type ArtifactCache, findOutput } from "../outputs/read-output.ts";
import { standingOnSources } from "../outputs/source-standing.ts";
import { canDataset } from "../permissions.ts";
import type { ServerContext } from "../server-context.ts";
import { words } from "./words.ts";

export interface OpenedCell {
  readonly digest: string;
  readonly summary: ArtifactSummary;
  readonly sources: Sources;
  readonly cellName: string;
  /** Decodes it. */
  read(): Promise<Artifact>;
}

export async function openedCell(
  context: ServerContext,
  cache: ArtifactCache,
  of: {
    readonly notebook: { readonly id: string; readonly lab: string };
    readonly cell: string;
    readonly port: string;
    readonly digest?: string | undefined;
    readonly user: string;
  },
): Promise<OpenedCell> {
  const { notebook, cell, port, user } = of;
  const graph = await context.documents.graph(notebook.id);
  const found = [...graph.cells.values()].find((each) => each.cell.id === cell);
  if (!found) return refuse("not-found", "no-cell", { cell });
  const cellName = found.cell.name;
  const { output, sources } = await findOutput(context, { notebook: notebook.id, lab: notebook.lab, cell, port });
  const standing = await standingOnSources(context.db, { notebook: notebook.id, sources, user });
  if (!canDataset(standing, "dataset.see-rows")) return refuse("forbidden", words.failure("rows-needed"));
  const session = (await sessionOfCell(context.db, notebook.id, cell))?.session as CellSession | undefined;
  const isFresh = session?.status.state === "fresh" && session.shown?.key === session.status.key;
  if (!output || !isFresh || (of.digest !== undefined && of.digest !== output.digest))
    return refuse("conflict", words.failure("not-fresh", { cell: cellName }));
  const { digest, summary } = output;
  return { digest, summary, sources, cellName, read: () => cache.read(context, { lab: notebook.lab, sources }, output) };
}
