// Native engines, loaded inside the worker when a cell first asks for them.

import { availableParallelism } from "node:os";
import type { Engines, OnnxEngine, SqlEngine } from "@genomecraft/cells/contract/engines.ts";
import { inflateOnNode } from "../engines/inflate-on-node.ts";
import { secondCoreOnNode } from "../engines/second-core-on-node.ts";

export interface EngineLoaders {
  readonly sql: (() => Promise<SqlEngine>) | null;
  readonly onnx: (() => Promise<OnnxEngine>) | null;
  /** The program of a second core (worker/second-core.ts, bundled); null: all is done on one. */
  readonly secondCore: URL | null;
}

export const lazyEngines = (load: EngineLoaders): Engines => ({
  sql: load.sql ? lazySql(load.sql) : null,
  onnx: load.onnx ? lazyOnnx(load.onnx) : null,
  inflate: inflateOnNode,
  secondCore: load.secondCore && availableParallelism() > 1 ? secondCoreOnNode(load.secondCore) : null,
});

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => {
    if (made) return made;
    const making = make();
    made = making;
    // The next cell of this worker tries again.
    making.catch(() => {
      if (made === making) made = null;
    });
    return making;
  };
};

function lazySql(load: () => Promise<SqlEngine>): SqlEngine {
  const engine = once(load);
  return {
    select: async (options) => (await engine()).select(options),
    readParquet: async (bytes) => (await engine()).readParquet(bytes),
  };
}

function lazyOnnx(load: () => Promise<OnnxEngine>): OnnxEngine {
  const engine = once(load);
  return {
    inspect: async (onnx) => (await engine()).inspect(onnx),
    run: async (options) => (await engine()).run(options),
  };
}
