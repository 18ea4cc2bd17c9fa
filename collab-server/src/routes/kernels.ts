// Kernels of a lab: tokens for machines that compute its runs, handed out once, taken back at once.

import { createRoute } from "@hono/zod-openapi";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { addKernelToken, connectedOf, kernelTokensFor, removeKernelToken } from "@genomecraft/storage/queries/kernels.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { done } from "../../contract/fields.ts";
import { kernelList, newKernel, postKernel } from "../../contract/kernels.ts";
import { principalOf, requireLab } from "../access.ts";
import { refuse } from "../errors.ts";
import { hashOfToken, newToken } from "../secrets.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, labParam, pathParam } from "./route-shapes.ts";

const tags = ["Kernels"];
const dayMs = 86_400_000;

export function registerKernels(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/labs/{lab}/kernels",
      tags,
      summary: "Kernels of the lab",
      middleware: [requireLab(context, "lab.kernels")] as const,
      request: { params: labParam },
      responses: answer(kernelList),
    }),
    async (c) => {
      const now = context.now();
      const rows = await kernelTokensFor(db, c.var.lab.id);
      const own = rows.filter((row) => row.lab !== null);
      return c.json(
        {
          kernels: own.map((row) => ({
            id: row.id,
            name: row.name,
            site: row.site,
            createdAt: row.createdAt,
            lastSeenAt: row.lastSeenAt,
            expiresAt: row.expiresAt,
            connected: connectedOf(row, now).map(([name, { memory, gpus, software = [], walls }]) => ({
              name,
              memory,
              gpus,
              software: [...software],
              walls: walls ?? null,
            })),
          })),
          ofServer: rows.some((row) => row.lab === null && connectedOf(row, now).length > 0),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/labs/{lab}/kernels",
      tags,
      summary: "A token for a kernel; it is shown only now",
      middleware: [requireLab(context, "lab.kernels")] as const,
      request: { params: labParam, ...body(postKernel) },
      responses: answer(newKernel),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { name, site, expiresInDays } = c.req.valid("json");
      const id = newId("kt", systemRandom);
      const token = newToken();
      const now = context.now();
      await db.transaction(async (tx) => {
        await addKernelToken(tx, {
          id,
          lab: c.var.lab.id,
          name,
          site: site ?? "",
          tokenHash: hashOfToken(token),
          createdBy: user.id,
          createdAt: now,
          expiresAt: expiresInDays === undefined ? null : now + expiresInDays * dayMs,
        });
        await audit.record(tx, {
          lab: c.var.lab.id,
          user: user.id,
          action: "kernel.create",
          target: id,
          detail: { name, site: site ?? "" },
        });
      });
      return c.json({ id, token, command: `npx genomecraft kernel --server ${context.config.publicUrl} --token ${token}` }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/labs/{lab}/kernels/{id}",
      tags,
      summary: "Take a kernel's token back; its runs go to another",
      middleware: [requireLab(context, "lab.kernels")] as const,
      request: { params: labParam.extend({ id: pathParam("id", "Id of the kernel") }) },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id } = c.req.valid("param");
      await db.transaction(async (tx) => {
        const isGone = await removeKernelToken(tx, { id, lab: c.var.lab.id });
        if (!isGone) refuse("not-found", "not-found", { what: "kernel" });
        await audit.record(tx, { lab: c.var.lab.id, user: user.id, action: "kernel.delete", target: id });
        await notifyAccess(tx, { lab: c.var.lab.id });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
