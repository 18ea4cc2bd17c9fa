// What is kept when a test fails, in a folder that the failure names: a trace and a picture of every person's pages, and
// all that the product printed. Loaded by vitest before each file; harness.ts says who is there.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect } from "vitest";
import { persons, products, root } from "./harness.ts";

/** Git ignores it. */
const kept = path.join(root, "test-results");
const inName = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
const folder = path.join(kept, path.basename(expect.getState().testPath ?? "", ".test.ts"));
rmSync(folder, { recursive: true, force: true });

afterEach(async ({ task }) => {
  const errors = task.result?.state === "fail" ? (task.result.errors ?? []) : null;
  const here = path.join(folder, inName(task.name).slice(0, 60));
  if (errors) mkdirSync(here, { recursive: true });
  for (const [index, { context }] of [...persons].entries()) {
    const who = path.join(here, `person-${index + 1}`);
    if (errors)
      for (const [at, page] of context.pages().entries())
        await page.screenshot({ path: `${who}-page-${at + 1}.png`, timeout: 5_000 }).catch(() => {});
    // A step of a test is a chunk of the trace; what passed is not kept.
    await context.tracing.stopChunk(errors ? { path: `${who}-trace.zip` } : {}).catch(() => {});
    await context.tracing.startChunk().catch(() => {});
  }
  if (!errors) return;
  for (const [index, product] of products.entries()) writeFileSync(path.join(here, `product-${index + 1}.log`), product.output());
  for (const error of errors) error.message += `\nTraces, pictures and what the product printed: ${path.relative(root, here)}`;
});
