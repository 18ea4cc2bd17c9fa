// What a notebook looks like in a list. A figure is drawn from what is on show and only for whoever may see it: of what is
// restricted nothing comes out, not even its size.

import { createRoute } from "@hono/zod-openapi";
import { figureThumbnail } from "@genomecraft/cells/artifacts/figure-thumbnail.ts";
import { colourOf, groupNumbers, withGroupColours } from "@genomecraft/cells/artifacts/group-colours.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { tilesFirst } from "@genomecraft/cells/notebook/tiles-first.ts";
import { joinSources } from "@genomecraft/cells/base/sources.ts";
import type { CellSession, ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import { sessionOfCell, shownInNotebook } from "@genomecraft/storage/queries/shown.ts";
import { pictureOfNotebook } from "@genomecraft/storage/queries/notebooks.ts";
import { notebookThumbnail, type NotebookThumbnail, thumbnailMarks } from "../../contract/notebooks.ts";
import { principalOf, requireNotebook } from "../access.ts";
import { ApiError } from "../errors.ts";
import { Sight } from "../feed/personal-feed.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import type { Live } from "../live.ts";
import { sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, idParam } from "./route-shapes.ts";

/** Cells that the outline of a thumbnail has room for. */
const mostKinds = 12;
const cacheBytes = 16 * 1024 * 1024;

export function registerThumbnails(app: App, context: ServerContext, { documents }: Live): void {
  const { db } = context;
  const cache = new ArtifactCache(cacheBytes);

  const figureOf = async (
    notebook: Notebook,
    where: { readonly id: string; readonly lab: string; readonly user: string },
  ): Promise<NotebookThumbnail["figure"]> => {
    const rows = [...(await shownInNotebook(db, where.id))];
    const shown = new Map(rows.map(([cell, row]) => [cell, row.shown as ShownResult]));
    const behind = new Map(rows.map(([cell, row]) => [cell, row.sources]));
    const present = sourcesInNotebook(notebook);
    const numbers = groupNumbers(
      live(notebook).flatMap(({ id }) => Object.values(shown.get(id)?.outputs ?? {}).map((output) => output.summary)),
    );
    const sight = new Sight({ context, notebook: where.id, user: where.user });
    for (const cell of tilesFirst(notebook)) {
      const result = shown.get(cell);
      const drawn = Object.entries(result?.outputs ?? {}).find(([, found]) => found.summary.type === "figure");
      if (!result || !drawn) continue;
      const [port, output] = drawn;
      const sources = joinSources(behind.get(cell) ?? [], present.get(cell) ?? []);
      if ((await sight.barring(sources)) !== null) continue;
      // A list of notebooks is shown although one figure cannot be.
      const figure = await cache.read(context, { lab: where.lab, sources }, output).catch((error: unknown) => {
        if (error instanceof ApiError) return null;
        throw error;
      });
      if (!figure) continue;
      if ((await sight.seesResultsOnly(sources)) && !(await isToldOf(sight, where.id, { cell, port, key: result.key }))) continue;
      const marks = figure.type === "figure" ? figureThumbnail(withGroupColours(figure, colourOf(numbers))) : [];
      if (marks.length > 0) return [...marks];
    }
    return pictureOf(where.id, sight, joinSources(...present.values()));
  };

  /** What an example came with, as long as nothing of it is on show or changed; for whoever may see all that it is made of. */
  const pictureOf = async (notebook: string, sight: Sight, sources: readonly string[]): Promise<NotebookThumbnail["figure"]> => {
    const marks = thumbnailMarks.safeParse(await pictureOfNotebook(db, notebook));
    if (!marks.success || (await sight.barring(sources)) !== null || (await sight.seesResultsOnly(sources))) return null;
    return marks.data;
  };

  /** Her own list of states says whether she sees it. */
  const isToldOf = async (
    sight: Sight,
    notebook: string,
    of: { readonly cell: string; readonly port: string; readonly key: string },
  ): Promise<boolean> => {
    const said = await sessionOfCell(db, notebook, of.cell);
    if (!said) return false;
    const { shown } = await sight.sessionFor({ session: said.session as CellSession, sources: said.sources });
    return shown?.key === of.key && shown.outputs[of.port] !== undefined;
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/thumbnail",
      tags: ["Notebooks"],
      summary: "What a notebook looks like in a list",
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params: idParam("notebook") },
      responses: answer(notebookThumbnail),
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const notebook = await documents.read(id);
      const figure = await figureOf(notebook, { id, lab, user: principalOf(c.var.principal).user.id });
      return c.json(
        {
          kinds: live(notebook)
            .slice(0, mostKinds)
            .map((cell) => cell.kind),
          figure,
        },
        200,
      );
    },
  );
}

const live = (notebook: Notebook) => notebook.cells.filter((cell) => cell.deletedAt === null);
