// Which data sets a notebook may use.

import { createRoute, z } from "@hono/zod-openapi";
import { lockAccess } from "@genomecraft/storage/queries/access.ts";
import { notebookWithDataset, removeAttached } from "@genomecraft/storage/queries/attached-datasets.ts";
import { forgetGuestsOf } from "@genomecraft/storage/queries/guest-results.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { postAttached } from "../../contract/attached-datasets.ts";
import { done } from "../../contract/fields.ts";
import { allowedNotebook, datasetStandingsOf, principalOf, requireNotebook, requirePerson } from "../access.ts";
import { attachDataset, attachEvents } from "../attach-dataset.ts";
import { refuse } from "../errors.ts";
import { canDataset } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Access"];
const params = idParam("notebook");

export function registerAttachedDatasets(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/datasets",
      tags,
      summary: "Let the notebook use a data set",
      middleware: [requireNotebook(context, "notebook.attach")] as const,
      request: { params, ...body(postAttached) },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      await attachDataset(context, db, { notebook: c.var.notebook, dataset: c.req.valid("json").dataset, user: user.id });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/notebooks/{id}/datasets/{dataset}",
      tags,
      summary: "Take a data set away from the notebook, as its editor or as one who may share the data set",
      middleware: [requirePerson] as const,
      request: {
        params: z.object({ id: pathParam("id", "Id of the notebook"), dataset: pathParam("dataset", "Id of the data set") }),
      },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { user } = principal;
      const { id: of, dataset } = c.req.valid("param");
      await db.transaction(async (tx) => {
        // What is shown at the same time is shown before, and ends here, or finds that the notebook does not use it any more.
        await lockAccess(tx, of);
        // Whose data it is takes them out wherever she stands; she sees which notebooks use them.
        const standing = (await datasetStandingsOf(tx, [dataset], user.id)).get(dataset) ?? "none";
        const used = canDataset(standing, "dataset.grant") ? await notebookWithDataset(tx, { notebook: of, dataset }) : null;
        const { id, lab } = used ?? (await allowedNotebook(tx, of, principal, "notebook.attach"));
        if (!(await removeAttached(tx, { notebook: id, dataset }))) refuse("not-found", "not-found", { what: "data set" });
        await forgetGuestsOf(tx, { notebook: id, dataset });
        const detached = { notebook: { id, lab }, datasets: [dataset], user: user.id };
        await audit.record(tx, ...(await attachEvents(tx, "dataset.detach", detached)));
        await notifyAccess(tx, { notebook: id, dataset });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
