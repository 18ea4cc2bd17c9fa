// The native engines of this package, loaded when first asked for.

import type { OnnxEngine, SqlEngine } from "@genomecraft/cells/contract/engines.ts";

export const loadOnnxEngine = async (): Promise<OnnxEngine> => (await import("./engines/onnx-engine.ts")).newOnnxEngine();

/** Of a worker's memory, half is for the engine's buffers; what it spills fits into the worker's /tmp (worker-memory.ts). */
export const loadSqlEngine = async (
  limits: { readonly memoryBytes?: number; readonly spillBytes?: number } = {},
): Promise<SqlEngine> => (await import("./engines/duckdb-engine.ts")).newDuckdbEngine(limits);
