// Versions of the native engines whose answers enter a result's key. Constants of a release: a kernel whose engines
// differ gets no lease. Raise one here together with the dependency.

export const engineVersions = {
  duckdb: "1.5.6",
  onnxruntime: "1.30.0",
} as const;

export type EngineName = keyof typeof engineVersions;
