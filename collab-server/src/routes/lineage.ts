// How a cell's result was made, back to the uploaded files; and making it again to see whether the same comes out.

import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import { cellSessions, cellShown } from "@genomecraft/storage/schema/index.ts";
import { lineage, lineageQuery, verification } from "../../contract/lineage.ts";
import { principalOf, requireNotebook } from "../access.ts";
import { refuse } from "../errors.ts";
import { lineageForPerson } from "../lineage/lineage-for-person.ts";
import { traceResult, type Trace } from "../lineage/trace-result.ts";
import { verifyTrace } from "../lineage/verify-trace.ts";
import { isIntact } from "../outputs/kept-artifact.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { standingOnSources } from "../outputs/source-standing.ts";
import { canDataset } from "../permissions.ts";
import { readyExecutor } from "../publications/notebook-computing.ts";
import { committedNotebook } from "../publications/settle-notebook.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, pathParam } from "./route-parts.ts";

const tags = ["Lineage"];
const params = z.object({ id: pathParam("id", "Id of the notebook"), cell: pathParam("cell", "Id of the cell") });
const patienceMs = 10 * 60_000;

export function registerLineage(app: App, context: ServerContext): void {
  const { db } = context;
  const cache = new ArtifactCache(128 * 2 ** 20);

  const traceOfCell = async (notebook: { readonly id: string; readonly lab: string }, cell: string): Promise<Trace> => {
    const [row] = await db
      .select({ shown: cellShown.shown })
      .from(cellShown)
      .where(and(eq(cellShown.notebook, notebook.id), eq(cellShown.cell, cell)));
    const [state] = row
      ? []
      : await db
          .select({ session: cellSessions.session })
          .from(cellSessions)
          .where(and(eq(cellSessions.notebook, notebook.id), eq(cellSessions.cell, cell)));
    const shown = (row?.shown ?? (state?.session as { shown?: unknown } | undefined)?.shown) as ShownResult | null | undefined;
    if (!shown) return refuse("not-found", "publish.nothing-recorded");
    const digests = Object.values(shown.outputs).map((output) => output.digest);
    return (
      (await traceResult(db, { lab: notebook.lab, key: shown.key, digests })) ?? refuse("not-found", "publish.nothing-recorded")
    );
  };
  const namesOf = async (notebook: string): Promise<ReadonlyMap<string, string>> =>
    new Map((await committedNotebook(db, notebook)).cells.map((cell) => [cell.id as string, cell.name]));

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/cells/{cell}/lineage",
      tags,
      summary: "How the result on show was made, back to the files",
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params, query: lineageQuery },
      responses: answer(lineage),
    }),
    async (c) => {
      const { notebook } = c.var;
      const trace = await traceOfCell(notebook, c.req.valid("param").cell);
      const { user } = principalOf(c.var.principal);
      return c.json(
        await lineageForPerson(db, trace, { notebook: notebook.id, user: user.id, names: await namesOf(notebook.id) }),
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
      const trace = await traceOfCell(notebook, cell);
      await refuseHidden(context, trace, notebook.id, user.id);
      const names = await namesOf(notebook.id);
      const found = await verifyTrace(trace, {
        executor: await readyExecutor(context, { notebook: notebook.id, lab: notebook.lab, by: user.id, names }),
        read: (output) => cache.read(context, notebook.lab, output),
        isIntact: (output) => isIntact(context, notebook.lab, output),
        names,
        signal: AbortSignal.timeout(patienceMs),
      });
      await context.audit.record(db, {
        lab: notebook.lab,
        user: user.id,
        action: "notebook.verify",
        target: notebook.id,
        detail: { cell, ok: found.ok, cells: found.cells.length },
      });
      return c.json(found, 200);
    },
  );
}

/** Verdicts tell about every step: only for those who may see results of all data behind them. */
export async function refuseHidden(context: ServerContext, trace: Trace, notebook: string, user: string): Promise<void> {
  const sources = trace.nodes.flatMap((node) =>
    node.what === "result" ? node.result.sources : node.what === "file" ? [node.digest] : [],
  );
  const standing = await standingOnSources(context.db, { notebook, sources, user });
  if (!canDataset(standing, "dataset.see-results")) refuse("forbidden", "restricted");
}
