// What the server answers, as the screen reads it: the contract's own types where it has them.

import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { DatasetList, DatasetAnswer } from "@genomecraft/collab-server/contract/datasets.ts";
import type { Lab, AuditPage } from "@genomecraft/collab-server/contract/labs.ts";
import type { KeyList, Me as MeAnswer, SessionList } from "@genomecraft/collab-server/contract/me.ts";
import type { NotebookAccessAnswer, NotebookAnswer, NotebookList } from "@genomecraft/collab-server/contract/notebooks.ts";

export type { Intake, IntakeFile, NewDataset } from "@genomecraft/collab-server/contract/datasets.ts";
export type { AuditVerdictAnswer, Invitation, NewInvitation } from "@genomecraft/collab-server/contract/labs.ts";
export type { MyWork, NewKeyAnswer } from "@genomecraft/collab-server/contract/me.ts";
export type { LinkAnswer, NewLink } from "@genomecraft/collab-server/contract/notebooks.ts";
export type { DatasetRight, LabRole, NotebookRole } from "@genomecraft/collab-server/contract/common.ts";

export type Me = MeAnswer;
export type MyLab = Me["labs"][number];
export type NotebookRow = NotebookList["notebooks"][number];
export type NotebookInfo = NotebookAnswer;
export type DatasetRow = DatasetList["datasets"][number];
export type DatasetInfo = DatasetAnswer;
export type Access = NotebookAccessAnswer;
export type LabInfo = Lab;
export type AuditEntry = AuditPage["entries"][number];
export type KeyRow = KeyList["keys"][number];
export type SessionRow = SessionList["sessions"][number];

export interface LabRef {
  readonly id: string;
  readonly name: string;
}
export interface UserRef {
  readonly id?: string;
  readonly name: string;
  readonly email?: string;
}
export interface RunRow {
  readonly id: string;
  readonly notebook: { readonly id: string; readonly title: string };
  readonly cell: { readonly id: string; readonly name: string; readonly kind: string };
  readonly state: string;
  readonly by: UserRef | string | null;
  readonly queuedAt: string | number | null;
  readonly startedAt: string | number | null;
  readonly ms: number | null;
  readonly where: string | null;
  readonly progress: number | { readonly fraction: number | null; readonly note?: string } | null;
}
export interface LineageNode {
  readonly digest?: string;
  readonly key?: string;
  readonly kind: string;
  readonly label: string;
  readonly type: string | null;
  readonly shape: readonly number[] | null;
  readonly by: string | UserRef | null;
  readonly at: string | number | null;
  readonly ms?: number | null;
  readonly where?: string | null;
  readonly dataset?:
    | { readonly id: string; readonly name: string; readonly lab?: LabRef; readonly version?: number }
    | string
    | null;
}
export interface Lineage {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly (readonly [number | string, number | string])[];
}
export interface PublicationRow {
  readonly id: string;
  readonly version: number;
  readonly url: string;
  readonly title: string;
  readonly slug?: string;
  readonly notebook?: { readonly id: string; readonly title: string } | null;
  readonly publishedAt?: string | number;
  readonly createdAt?: string | number;
  readonly by?: UserRef | string | null;
  readonly withdrawnAt?: string | number | null;
}
export interface DashboardTileData {
  readonly cell: string;
  readonly kind: string;
  readonly title?: string;
  readonly words?: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly type: Artifact["type"];
  readonly digest: string;
  readonly summary?: Json;
  readonly artifact?: Json;
}
