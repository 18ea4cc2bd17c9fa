// What drizzle-kit reads to write migrations: `npm run -w storage migrations`.

import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "postgresql", schema: "./src/schema/*.ts", out: "./migrations" });
