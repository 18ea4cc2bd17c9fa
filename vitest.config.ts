import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "{cells,storage,kernel,collab-server,workspace}/**/*.test.{ts,tsx}",
      "scripts/*.test.ts",
      "layers.test.ts",
      "spec-ids.test.ts",
      "unused-code.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.slow.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Ends what hangs; nothing is timed by it, and a busy machine is slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 50_000 } },
  },
});
