// The record of a lab: who did what, and whether its chain is whole.

import { createRoute, z } from "@hono/zod-openapi";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { targetNames } from "@genomecraft/storage/queries/target-names.ts";
import { headText, readHead } from "@genomecraft/storage/audit/seals.ts";
import { decimal, decimalOr } from "../../contract/fields.ts";
import { auditHeadAnswer, auditPage, auditVerdict, auditVerdictQuery } from "../../contract/audit.ts";
import { requireLab } from "../access.ts";
import { refuse } from "../errors.ts";
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
          before: decimal({ least: 0 }).optional(),
          limit: decimalOr(100, { least: 1, most: 500 }),
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
          entries: entries.map(({ id, at, user, action, target, detail, sealed, genuine }) => ({
            id,
            at,
            user: user === null ? null : { id: user, name: nameOf.get(user) ?? "" },
            action,
            target,
            name: called.get(target) ?? null,
            detail: detail as { [key: string]: never },
            sealed,
            genuine,
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
      summary: "Whether the record is whole, and grew out of what it was",
      middleware: [requireLab(context, "lab.audit")] as const,
      request: { params: labParam, query: auditVerdictQuery },
      responses: answer(auditVerdict),
    }),
    async (c) => {
      const { since } = c.req.valid("query");
      const before = since === undefined ? undefined : readHead(since);
      if (before === null) return refuse("invalid", "head-unreadable");
      if (before && before.lab !== c.var.lab.id) return refuse("invalid", "head-other-lab", { lab: c.var.lab.name });
      const { breaks, head, ...verdict } = await audit.verify(c.var.lab.id, before);
      const [broken = null] = breaks;
      return c.json({ ...verdict, breaks: [...breaks], broken, head: head === null ? null : headText(head) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/labs/{lab}/audit/head",
      tags,
      summary: "How far the record reaches, signed: to be kept elsewhere",
      middleware: [requireLab(context, "lab.audit")] as const,
      request: { params: labParam },
      responses: answer(auditHeadAnswer),
    }),
    async (c) => {
      const head = await audit.head(c.var.lab.id);
      const text = head === null ? null : headText(head);
      return c.json({ head: text, sealed: head?.place ?? 0, at: head?.at ?? null }, 200);
    },
  );
}
