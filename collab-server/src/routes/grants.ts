// What other labs may do with a data set.

import { createRoute } from "@hono/zod-openapi";
import { setGrant } from "@genomecraft/storage/queries/datasets.ts";
import { isLab } from "@genomecraft/storage/queries/labs.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { done } from "../../contract/fields.ts";
import { putGrant } from "../../contract/grants.ts";
import { allowedDataset, principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam } from "./route-shapes.ts";

const tags = ["Data sets"];
const params = idParam("data set");

export function registerGrants(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "put",
      path: "/api/v1/datasets/{id}/grants",
      tags,
      summary: "Give another lab rights on a data set, or take them back",
      middleware: [requirePerson] as const,
      request: { params, ...body(putGrant) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { lab, right } = c.req.valid("json");
      // What was given is taken back also while it lies in the bin.
      const where = { inBin: right === null ? ("either" as const) : false };
      const found = await allowedDataset(db, c.req.valid("param").id, principal, "dataset.grant", where);
      if (lab === found.lab) return refuse("conflict", "grant-own-lab");
      await db.transaction(async (tx) => {
        if (!(await isLab(tx, lab))) return refuse("not-found", "not-found", { what: "lab" });
        const by = { user: principal.user.id, at: context.now() };
        const before = await setGrant(tx, { dataset: found.id, owner: found.lab, lab, right }, by);
        await audit.record(tx, {
          lab: found.lab,
          user: principal.user.id,
          action: right === null ? "dataset.revoke" : "dataset.grant",
          target: found.id,
          detail: { lab, right, before },
        });
        await notifyAccess(tx, { dataset: found.id, lab });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
