// THE list of tables, one file per resource.

export * from "./accounts.ts";
export * from "./api-keys.ts";
export * from "./audit.ts";
export * from "./blobs.ts";
export * from "./datasets.ts";
export * from "./documents.ts";
export * from "./feature-views.ts";
export * from "./kernels.ts";
export * from "./labs.ts";
export * from "./notebooks.ts";
export * from "./publications.ts";
export * from "./releases.ts";
export * from "./results.ts";
export * from "./rights.ts";
export * from "./runs.ts";
export * from "./uploads.ts";
