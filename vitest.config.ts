import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "{cells,storage,kernel,collab-server,workspace}/**/*.test.{ts,tsx}",
      "layers.test.ts",
      "spec-ids.test.ts",
      "unused-code.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.slow.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
