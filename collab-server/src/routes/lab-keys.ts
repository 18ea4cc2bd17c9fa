// The key under which a lab's files lie: a new one, on demand.

import { createRoute } from "@hono/zod-openapi";
import { rotatedKey } from "../../contract/lab-keys.ts";
import { principalOf, requireLab } from "../access.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, labParam } from "./route-shapes.ts";

const tags = ["Labs"];

export function registerLabKeys(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/labs/{lab}/rotate-key",
      tags,
      summary: "A new key for the lab; the keys of its files are wrapped again",
      middleware: [requireLab(context, "lab.rotate-keys")] as const,
      request: { params: labParam },
      responses: answer(rotatedKey),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id } = c.var.lab;
      const count = await db.transaction(async (tx) => {
        const wrapped = await context.keys.rotate(tx, id);
        await audit.record(tx, { lab: id, user: user.id, action: "lab.rotate-key", target: id, detail: { wrapped } });
        return wrapped;
      });
      return c.json({ wrapped: count }, 200);
    },
  );
}
