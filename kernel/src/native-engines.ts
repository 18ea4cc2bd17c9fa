// The native engines of this package, loaded when first asked for.

import type { OnnxEngine, SqlEngine } from "@genomecraft/cells/kinds/kind.ts";

export const loadOnnxEngine = async (): Promise<OnnxEngine> => (await import("./engines/onnx-engine.ts")).newOnnxEngine();

export const loadSqlEngine: (() => Promise<SqlEngine>) | null = null;
