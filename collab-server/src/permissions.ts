// What a role may do: ONE pure table, read by every route and every sync message. No database, no clock.

import type { LabRole, NotebookRole } from "../contract/roles.ts";

/** What a person may do with a data set: as a member of its lab, by a grant to one of her labs, or nothing. */
export type DatasetStanding = "owner" | "admin" | "creator" | "member" | "download" | "rows" | "results" | "none";

const notebookTable = {
  //                      owner  editor runner viewer
  "notebook.read": /*    */ [true, true, true, true],
  "notebook.override": /**/ [true, true, true, true],
  "notebook.duplicate": /**/ [true, true, true, true],
  "notebook.export": /*  */ [true, true, true, true],
  "notebook.run": /*     */ [true, true, true, false],
  "notebook.cancel": /*  */ [true, true, true, false],
  "notebook.edit": /*    */ [true, true, false, false],
  "notebook.rename": /*  */ [true, true, false, false],
  "notebook.attach": /*  */ [true, true, false, false],
  "notebook.see-access": /**/ [true, true, false, false],
  "notebook.publish": /* */ [true, false, false, false],
  "notebook.share": /*   */ [true, false, false, false],
  "notebook.delete": /*  */ [true, false, false, false],
} as const;
export type NotebookAction = keyof typeof notebookTable;
const notebookColumns: { readonly [role in NotebookRole]: number } = { owner: 0, editor: 1, runner: 2, viewer: 3 };

const labTable = {
  //                       owner admin member
  "lab.read": /*          */ [true, true, true],
  "lab.create-notebook": /**/ [true, true, true],
  "lab.upload": /*        */ [true, true, true],
  "lab.audit": /*         */ [true, true, false],
  "lab.rename": /*        */ [true, true, false],
  "lab.small-groups": /*  */ [true, true, false],
  "lab.invite": /*        */ [true, true, false],
  "lab.remove-member": /* */ [true, true, false],
  "lab.set-role": /*      */ [true, true, false],
  "lab.kernels": /*       */ [true, true, false],
  "lab.make-owner": /*    */ [true, false, false],
  "lab.rotate-keys": /*   */ [true, false, false],
} as const;
export type LabAction = keyof typeof labTable;
const labColumns: { readonly [role in LabRole]: number } = { owner: 0, admin: 1, member: 2 };

const datasetTable = {
  //                          owner admin creator member download rows  results none
  "dataset.see-results": /* */ [true, true, true, true, true, true, true, false],
  "dataset.see-rows": /*    */ [true, true, true, true, true, true, false, false],
  "dataset.download": /*    */ [true, true, true, true, true, false, false, false],
  "dataset.attach": /*      */ [true, true, true, true, false, false, false, false],
  "dataset.add-version": /* */ [true, true, true, true, false, false, false, false],
  "dataset.grant": /*       */ [true, true, true, false, false, false, false, false],
  "dataset.mark": /*        */ [true, true, true, false, false, false, false, false],
  "dataset.delete": /*      */ [true, true, true, false, false, false, false, false],
} as const;
export type DatasetAction = keyof typeof datasetTable;
const datasetColumns: { readonly [standing in DatasetStanding]: number } = {
  owner: 0,
  admin: 1,
  creator: 2,
  member: 3,
  download: 4,
  rows: 5,
  results: 6,
  none: 7,
};

export const canNotebook = (role: NotebookRole, action: NotebookAction): boolean =>
  notebookTable[action][notebookColumns[role]] === true;
export const canLab = (role: LabRole, action: LabAction): boolean => labTable[action][labColumns[role]] === true;
export const canDataset = (standing: DatasetStanding, action: DatasetAction): boolean =>
  datasetTable[action][datasetColumns[standing]] === true;

/** The stronger of two roles; null is none. */
export function strongerRole(a: NotebookRole | null, b: NotebookRole | null): NotebookRole | null {
  if (a === null) return b;
  if (b === null) return a;
  return notebookColumns[a] <= notebookColumns[b] ? a : b;
}

/** The weaker of two standings: what a result that descends from both data sets allows. */
export const weakerStanding = (a: DatasetStanding, b: DatasetStanding): DatasetStanding =>
  datasetColumns[a] >= datasetColumns[b] ? a : b;

export const permissionTables = { notebook: notebookTable, lab: labTable, dataset: datasetTable };
