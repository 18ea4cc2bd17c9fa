// The API's description: its head, and what the routes say of themselves.

import type { App } from "./server-context.ts";
import { version } from "./version.ts";

const head = {
  openapi: "3.1.0",
  info: {
    title: "GenomeCraft",
    version,
    description:
      "Everything that the screen can do. Sign in by session cookie, or send a key: `Authorization: Bearer gc_…`. Times are milliseconds since the epoch. Every error has the same body.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  security: [{ key: [] }, { session: [] }],
};

type Document = ReturnType<App["getOpenAPI31Document"]>;

/** With a name for each operation, by which generated clients call it: it follows from method and path. */
export function openApiDocument(app: App): Document {
  const document = app.getOpenAPI31Document(head);
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods ?? {}))
      (operation as { operationId?: string }).operationId = operationIdOf(method, path);
  return document;
}

/** `get /api/v1/notebooks/{id}/cells/{cell}/lineage` is getNotebookCellLineage: one of many is named in the singular. */
export function operationIdOf(method: string, path: string): string {
  const parts = path.split("/").slice(3);
  const words = parts.flatMap((part, at) => {
    if (part.startsWith("{")) return [];
    const isOne = parts[at + 1]?.startsWith("{") === true;
    const word = isOne ? part.replace(/(?<!s)s$/, "") : part;
    return word.split(/[-.]/).map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1));
  });
  return method + words.join("");
}
