// How a cell's result was made, back to the uploaded files; and making it again to see whether the same comes out.

import { createRoute, z } from "@hono/zod-openapi";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import { sessionOfCell, shownOf } from "@genomecraft/storage/queries/shown.ts";
import { lineage, verification } from "../../contract/lineage.ts";
import { principalOf, requireNotebook } from "../access.ts";
import { refuse } from "../errors.ts";
import { Sight } from "../feed/personal-feed.ts";
import { cellsHere } from "../lineage/cells-here.ts";
import { lineageForPerson } from "../lineage/lineage-for-person.ts";
import { lineageOfGraph } from "../lineage/lineage-of-graph.ts";
import { traceResult, type Trace } from "../lineage/trace-result.ts";
import { verifyTrace } from "../lineage/verify-trace.ts";
import { isIntact } from "../outputs/kept-artifact.ts";
import { ArtifactCache, presentSources } from "../outputs/read-output.ts";
import { standingOnSources } from "../outputs/source-standing.ts";
import { canDataset } from "../permissions.ts";
import { readyExecutor } from "../notebook-computing.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, pathParam } from "./route-shapes.ts";
import { words as publishWords } from "../publications/words.ts";

const tags = ["Lineage"];
const params = z.object({ id: pathParam("id", "Id of the notebook"), cell: pathParam("cell", "Id of the cell") });
const patienceMs = 10 * 60_000;

export function registerLineage(app: App, context: ServerContext): void {
  const { db } = context;
  const cache = new ArtifactCache(128 * 2 ** 20);

  /** What a cell has on show, and the data sets behind that and behind the cell as it reads now. */
  const shownBy = async (notebook: string, cell: string): Promise<{ shown: ShownResult | null; sources: Sources }> => {
    const row = (await shownOf(db, notebook, [cell])).get(cell);
    const state = row ? null : await sessionOfCell(db, notebook, cell);
    const shown = (row?.shown ?? (state?.session as { shown?: unknown } | undefined)?.shown) as ShownResult | null | undefined;
    const kept = row?.sources ?? state?.sources ?? [];
    return { shown: shown ?? null, sources: joinSources(kept, await presentSources(context, notebook, cell)) };
  };
  const traceOf = async (lab: string, { shown, sources }: Awaited<ReturnType<typeof shownBy>>): Promise<Trace> => {
    const digests = Object.values(shown?.outputs ?? {}).map((output) => output.digest);
    const trace = shown && (await traceResult(db, { lab, key: shown.key, digests, within: sources }));
    return trace ?? refuse("not-found", publishWords.failure("nothing-recorded"));
  };
  const cellsOf = async (notebook: string) => (await committedNotebook(db, notebook)).cells;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/cells/{cell}/lineage",
      tags,
      summary: "How the result on show was made, back to the files",
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params },
      responses: answer(lineage),
    }),
    async (c) => {
      const { notebook } = c.var;
      const { cell } = c.req.valid("param");
      const of = { notebook: notebook.id, user: principalOf(c.var.principal).user.id };
      const found = await shownBy(notebook.id, cell);
      const standing = await standingOnSources(db, { ...of, sources: found.sources });
      // Also where she sees results only of persons: whether and how it was made is told of no cell then.
      const isBlind =
        !canDataset(standing, "dataset.see-rows") && (await new Sight({ context, ...of }).seesNoRunsOf(found.sources));
      if (!canDataset(standing, "dataset.see-results") || isBlind)
        return c.json(await lineageOfGraph(db, await committedNotebook(db, notebook.id), cell as CellId, of), 200);
      return c.json(
        await lineageForPerson(db, await traceOf(notebook.lab, found), {
          ...of,
          here: await cellsHere(db, notebook.id, await cellsOf(notebook.id), cell),
        }),
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/cells/{cell}/verify",
      tags,
      summary: "Make the result again from the files, step by step, and compare",
      middleware: [requireNotebook(context, "notebook.run")] as const,
      request: { params },
      responses: answer(verification),
    }),
    async (c) => {
      const { notebook } = c.var;
      const { user } = principalOf(c.var.principal);
      const { cell } = c.req.valid("param");
      const found = await shownBy(notebook.id, cell);
      await refuseSources(context, { notebook: notebook.id, user: user.id, sources: found.sources });
      const trace = await traceOf(notebook.lab, found);
      await refuseHidden(context, trace, notebook.id, user.id);
      const cells = await cellsOf(notebook.id);
      const names = new Map(cells.map((one) => [one.id as string, one.name]));
      const verdict = await verifyTrace(trace, {
        executor: await readyExecutor(context, { notebook: notebook.id, lab: notebook.lab, by: user.id, names }),
        read: (output, sources) => cache.read(context, { lab: notebook.lab, sources }, output),
        isIntact: (output, sources) => isIntact(context, { lab: notebook.lab, sources }, output),
        here: await cellsHere(db, notebook.id, cells, cell),
        signal: AbortSignal.timeout(patienceMs),
      });
      await context.audit.record(db, {
        lab: notebook.lab,
        user: user.id,
        action: "notebook.verify",
        target: notebook.id,
        detail: { cell, ok: verdict.ok, cells: verdict.cells.length },
      });
      return c.json(verdict, 200);
    },
  );
}

/** Verdicts tell about every step: only for those who may see results of all data behind them. */
export async function refuseHidden(context: ServerContext, trace: Trace, notebook: string, user: string): Promise<void> {
  const sources = trace.nodes.flatMap((node) =>
    node.what === "result" ? node.result.sources : node.what === "file" ? [node.digest] : [],
  );
  await refuseSources(context, { notebook, sources, user });
}

/** Whatever the record says: what was made of these data is not for whoever may not see their results. */
export async function refuseSources(
  context: ServerContext,
  of: { readonly notebook: string; readonly user: string; readonly sources: Sources },
): Promise<void> {
  const standing = await standingOnSources(context.db, of);
  if (!canDataset(standing, "dataset.see-results")) refuse("forbidden", "restricted");
  // Making it anew tells what came out.
  if (await new Sight({ context, ...of }).seesNoRunsOf(of.sources)) refuse("forbidden", "restricted-rows");
}
