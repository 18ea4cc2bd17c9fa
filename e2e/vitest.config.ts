// End-to-end tests: the real server, kernel and Postgres, a real browser. One file at a time: they share two cores.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["e2e/**/*.test.ts"],
    setupFiles: ["e2e/evidence.ts"],
    root: `${import.meta.dirname}/..`,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    bail: 0,
  },
});
