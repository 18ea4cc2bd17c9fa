// The record of a lab: who did what, and whether its chain is whole.

import { createRoute, z } from "@hono/zod-openapi";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { targetNames } from "@genomecraft/storage/queries/target-names.ts";
import { auditPage, auditVerdict } from "../../contract/audit.ts";
import { requireLab } from "../access.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, labParam } from "./route-shapes.ts";

const tags = ["Labs"];

export function registerAudit(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/labs/{lab}/audit",
      tags,
      summary: "Who did what, newest first",
      middleware: [requireLab(context, "lab.audit")] as const,
      request: {
        params: labParam,
        query: z.object({
          before: z.coerce.number().int().optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
      },
      responses: answer(auditPage),
    }),
    async (c) => {
      const { before, limit } = c.req.valid("query");
      const entries = await audit.list(db, c.var.lab.id, { limit, ...(before === undefined ? {} : { before }) });
      const nameOf = await namesOfPeople(
        db,
        entries.flatMap((entry) => entry.user ?? []),
      );
      const called = await targetNames(
        db,
        entries.map((entry) => entry.target),
      );
      return c.json(
        {
          entries: entries.map(({ id, at, user, action, target, detail, sealed }) => ({
            id,
            at,
            user: user === null ? null : { id: user, name: nameOf.get(user) ?? "" },
            action,
            target,
            name: called.get(target) ?? null,
            detail: detail as { [key: string]: never },
            sealed,
          })),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/labs/{lab}/audit/verify",
      tags,
      summary: "Whether the audit's chain is whole",
      middleware: [requireLab(context, "lab.audit")] as const,
      request: { params: labParam },
      responses: answer(auditVerdict),
    }),
    async (c) => {
      const verdict = await audit.verify(c.var.lab.id);
      const { intact, sealed, unsealed } = verdict;
      return c.json(
        {
          intact,
          sealed,
          unsealed,
          broken: verdict.intact ? null : { place: verdict.place, what: verdict.break, entry: verdict.entry },
          head: verdict.intact ? verdict.head : null,
        },
        200,
      );
    },
  );
}
