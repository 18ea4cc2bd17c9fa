// The address of resumable uploads: tus speaks there, behind our own check of who asks.

import { AsyncLocalStorage } from "node:async_hooks";
import { allowedLab, principalOf, requirePerson } from "../access.ts";
import type { Principal } from "../accounts/principal.ts";
import type { App, ServerContext } from "../server-context.ts";
import { newTusServer, uploadsPath } from "../uploads/tus-server.ts";

export function registerUploads(app: App, context: ServerContext): void {
  // tus hands its store neither request nor caller: they are where the request runs.
  const asking = new AsyncLocalStorage<Principal>();
  const current = (): Principal => principalOf(asking.getStore() ?? null);
  const tus = newTusServer({
    uploads: context.uploads,
    largest: context.config.largestUpload,
    principalOf: current,
    checkLab: async (lab) => {
      await allowedLab(context.db, lab, current(), "lab.upload");
    },
    onBegun: ({ lab, name, size }) => {
      const user = current().user.id;
      return context.audit.record(context.db, { lab, user, action: "upload.begin", target: lab, detail: { name, size } });
    },
    onTrouble: (error) => context.log.error({ err: error }, "upload"),
    onReceived: (bytes) => context.metrics.uploadedBytes.inc(bytes),
  });
  for (const path of [uploadsPath, `${uploadsPath}/:id`])
    app.all(path, requirePerson, (c) => asking.run(principalOf(c.var.principal), () => tus.handleWeb(c.req.raw)));
}
