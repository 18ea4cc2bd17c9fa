// Who may what, by name: roles in a lab, roles in a notebook, rights to a data set.

export const labRoles = ["owner", "admin", "member"] as const;
export type LabRole = (typeof labRoles)[number];
/** From most to least. */
export const notebookRoles = ["owner", "editor", "runner", "viewer"] as const;
export type NotebookRole = (typeof notebookRoles)[number];
/** From least to most; each includes those before it. */
export const datasetRights = ["results", "rows", "download"] as const;
export type DatasetRight = (typeof datasetRights)[number];
