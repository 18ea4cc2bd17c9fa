// To whom results of a data set are shown in notebooks, and taking that back: by the right on the data set alone, whatever
// the person is in the notebook. Showing them: access.ts, links.ts, result-asks.ts.

import { createRoute } from "@hono/zod-openapi";
import { guestById, guestsOfDataset, hideResults } from "@genomecraft/storage/queries/guest-results.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { datasetGuests, type DatasetGuests } from "../../contract/dataset-guests.ts";
import { done } from "../../contract/fields.ts";
import { notebookRoles } from "../../contract/roles.ts";
import { allowedDataset, principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import type { App, ServerContext } from "../server-context.ts";
import { eventsOfShowing } from "../show-results.ts";
import { answer, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Data sets"];
const params = idParam("data set");

export function registerDatasetGuests(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/datasets/{id}/guests",
      tags,
      summary: "To whom results of a data set are shown, by notebook",
      middleware: [requirePerson] as const,
      request: { params },
      responses: answer(datasetGuests),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { id } = await allowedDataset(db, c.req.valid("param").id, principal, "dataset.grant", { inBin: "either" });
      type Shown = DatasetGuests["notebooks"][number];
      const notebooks = new Map<string, Shown>();
      for (const { notebook, role, email, ...guest } of await guestsOfDataset(db, id)) {
        const found: Shown = notebooks.get(notebook.id) ?? { notebook, guests: [] };
        notebooks.set(notebook.id, found);
        found.guests.push({
          ...guest,
          came: [...guest.came],
          role: notebookRoles.find((known) => known === role) ?? "viewer",
          // Whom somebody else has let in is not hers to know before they come.
          email: guest.by.id === principal.user.id ? email : null,
        });
      }
      return c.json({ notebooks: [...notebooks.values()] }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/datasets/{id}/guests/{guest}",
      tags,
      summary: "Show somebody no more results of a data set in a notebook",
      middleware: [requirePerson] as const,
      request: { params: params.extend({ guest: pathParam("guest", "Id of the person's, lab's or link's entry") }) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { id, guest: guestId } = c.req.valid("param");
      const dataset = await allowedDataset(db, id, principal, "dataset.grant", { inBin: "either" });
      await db.transaction(async (tx) => {
        const found = await guestById(tx, guestId);
        const hidden = found ? await hideResults(tx, found.guest, [dataset.id]) : [];
        if (!found || hidden.length === 0) return refuse("not-found", "not-found", { what: "entry" });
        await audit.record(tx, ...eventsOfShowing("dataset.revoke", { ...found, user: principal.user.id, dataset }));
        await notifyAccess(tx, { notebook: found.notebook.id });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
