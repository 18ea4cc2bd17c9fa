// Head of the API's description; the rest is generated from the routes.

import { version } from "./version.ts";

export const openApiInfo = {
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
