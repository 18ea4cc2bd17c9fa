// What those see at once who are let into a notebook, and what waits: told before they are, by the same rules that decide
// when they look (outputs/without-rows.ts).

import { createRoute, z } from "@hono/zod-openapi";
import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { datasetsOfNotebook } from "@genomecraft/storage/queries/attached-datasets.ts";
import { sourceVersions } from "@genomecraft/storage/queries/lineage.ts";
import { originsInNotebook } from "@genomecraft/storage/queries/origins.ts";
import { invitedSee, type InvitedSee } from "../../contract/invited-see.ts";
import { datasetStandingsOf, principalOf, requireNotebook } from "../access.ts";
import { Sight } from "../feed/personal-feed.ts";
import type { Live } from "../live.ts";
import { WithoutRows } from "../outputs/without-rows.ts";
import { canDataset, type DatasetStanding } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import { answer, idParam } from "./route-shapes.ts";

type Seen = InvitedSee["cells"][number];

export function registerInvitedSee(app: App, context: ServerContext, { feed, documents, scheduler }: Live): void {
  const { db } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/invited-see",
      tags: ["Access"],
      summary: "What somebody would see to whom you show results of these of your data sets here, and what would wait",
      middleware: [requireNotebook(context, "notebook.share")] as const,
      request: {
        params: idParam("notebook"),
        query: z.object({
          /** Ids, with commas between them: as many as an address holds, about 360. */
          datasets: z.string().max(8_000).default(""),
        }),
      },
      responses: answer(invitedSee),
    }),
    async (c) => {
      const { id } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const attached = (await datasetsOfNotebook(db, id)).filter(({ inBin }) => !inBin).map((dataset) => dataset.id);
      const own = await datasetStandingsOf(db, attached, user.id);
      const wanted = new Set(c.req.valid("query").datasets.split(","));
      // Of data that are not hers to show nothing is told here.
      const shown = new Set(
        attached.filter((dataset) => wanted.has(dataset) && canDataset(own.get(dataset) ?? "none", "dataset.grant")),
      );
      const guest = {
        notebook: id,
        user: user.id,
        standingsOf: (datasets: readonly string[]): ReadonlyMap<string, DatasetStanding> =>
          new Map(datasets.map((dataset) => [dataset, shown.has(dataset) ? "results" : "none"])),
      };
      await scheduler.look(id);
      const said = new Map((await feed.snapshot(id)).cells.map((one) => [one.session.cell, one]));
      const behind = await documents.sources(id);
      const withoutRows = new WithoutRows(context, guest);
      const sight = new Sight({ context, notebook: id, user: user.id });
      const cells: Seen[] = [];
      for (const { id: cell, name, kind, deletedAt } of (await committedNotebook(db, id)).cells) {
        const sources = deletedAt === null ? (behind.get(cell) ?? []) : [];
        if (sources.length === 0) continue;
        const one = said.get(cell) ?? {
          session: { cell, status: { state: "idle" }, shown: null, key: null } as CellSession,
          sources,
        };
        const versions = await sourceVersions(db, id, one.sources);
        // What recipes and tables of features were made of is shown to her, too, or she sees nothing of what comes of them.
        const made = [...(await originsInNotebook(db, id, one.sources)).values()].flat();
        const needed = [...one.sources, ...made.filter((origin) => versions.some(({ digest }) => digest === origin))];
        const isOpen = needed.every((source) => versions.some(({ digest, dataset }) => digest === source && shown.has(dataset)));
        const mine = await sight.sessionFor(one);
        const seen = isOpen ? seenOf(await withoutRows.session(one), mine) : "closed";
        cells.push({
          id: cell,
          name,
          kind,
          sees: seen,
          key: seen === "release" && isUpToDate(mine) ? mine.key : null,
        });
      }
      return c.json({ cells }, 200);
    },
  );
}

/** Its main output is rows, and no picture stands beside them. How a file was read, which does, goes with the rows. */
const holdsRows = ({ shown }: CellSession): boolean => {
  const outputs = Object.values(shown?.outputs ?? {});
  const [main] = outputs;
  return (
    main !== undefined &&
    artifactCardOf(main.summary).rights === "rows" &&
    outputs.every(({ summary }) => summary.type !== "figure")
  );
};
const isUpToDate = ({ status, shown, key }: CellSession): boolean =>
  status.state === "fresh" && shown !== null && shown.key === key;

/** `theirs`: what she would be told; `mine`: what the one is told who asks. */
function seenOf(theirs: CellSession, mine: CellSession): Seen["sees"] {
  if (holdsRows(mine)) return "rows";
  if (!isUpToDate(mine) && mine.status.state !== "stale") return "not-ready";
  if (theirs.status.state === "unreleased") return isUpToDate(mine) ? "release" : "not-ready";
  return theirs.shown === null || mine.status.state === "stale" ? "not-ready" : "now";
}
