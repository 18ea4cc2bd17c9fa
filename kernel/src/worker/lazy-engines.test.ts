// An engine that could not be loaded once may be loaded the next time: a worker is kept for many plans.

import { expect, test } from "vitest";
import { lazyEngines } from "./lazy-engines.ts";

test("an engine that could not be loaded is loaded anew for the next cell, and then kept", async () => {
  let loads = 0;
  const { onnx } = lazyEngines({
    sql: null,
    secondCore: null,
    onnx: async () => {
      loads += 1;
      if (loads === 1) throw new Error("no memory for it now");
      return { inspect: async () => ({ ok: false, detail: "" }) as never, run: async () => ({ ok: false }) as never };
    },
  });
  const ask = async (): Promise<string> => {
    try {
      await onnx?.inspect(new Uint8Array());
      return "here";
    } catch {
      return "failed";
    }
  };
  expect([await ask(), await ask(), await ask(), loads]).toEqual(["failed", "here", "here", 2]);
});
