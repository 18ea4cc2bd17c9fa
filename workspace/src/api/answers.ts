// What the server answers, as the screen reads it: the contract's own types where it has them.

import type { DatasetList, DatasetAnswer } from "@genomecraft/collab-server/contract/datasets.ts";
import type { AuditPage } from "@genomecraft/collab-server/contract/audit.ts";
import type { Lab } from "@genomecraft/collab-server/contract/labs.ts";
import type { KernelList } from "@genomecraft/collab-server/contract/kernels.ts";
import type { RunList } from "@genomecraft/collab-server/contract/runs.ts";
import type { KeyList } from "@genomecraft/collab-server/contract/keys.ts";
import type { SessionList } from "@genomecraft/collab-server/contract/sessions.ts";
import type { Me as MeAnswer } from "@genomecraft/collab-server/contract/me.ts";
import type { VersionList } from "@genomecraft/collab-server/contract/documents.ts";
import type { NotebookAccessAnswer } from "@genomecraft/collab-server/contract/access.ts";
import type { NotebookAnswer, NotebookList } from "@genomecraft/collab-server/contract/notebooks.ts";

export type { NotebookDocument } from "@genomecraft/collab-server/contract/documents.ts";
export type { Intake, IntakeFile, NewDataset } from "@genomecraft/collab-server/contract/datasets.ts";
export type { DatasetGuests } from "@genomecraft/collab-server/contract/dataset-guests.ts";
export type { Invitation, NewInvitation } from "@genomecraft/collab-server/contract/invitations.ts";
export type { MemberChanged } from "@genomecraft/collab-server/contract/members.ts";
export type { PasswordChanged, PasswordState } from "@genomecraft/collab-server/contract/password.ts";
export type { AuditHeadAnswer, AuditVerdictAnswer } from "@genomecraft/collab-server/contract/audit.ts";
export type { MailedLinkAnswer, SignUpWays } from "@genomecraft/collab-server/contract/mailed-links.ts";
export type { NewKeyAnswer } from "@genomecraft/collab-server/contract/keys.ts";
export type { MyWork } from "@genomecraft/collab-server/contract/me.ts";
export type { LinkAnswer, NewLink } from "@genomecraft/collab-server/contract/links.ts";
export type { DatasetRight, LabRole, NotebookRole } from "@genomecraft/collab-server/contract/roles.ts";

export type { NewRecipe, RecipeAnswer, RecipeList, RecipeSummary } from "@genomecraft/collab-server/contract/recipes.ts";
export type { FeaturePage } from "@genomecraft/collab-server/contract/feature-pages.ts";
export type { FeatureAlerts } from "@genomecraft/collab-server/contract/feature-alerts.ts";
export type {
  DriftAnswer,
  FeatureViewAnswer,
  FeatureViewList,
  NewMaterialisation,
} from "@genomecraft/collab-server/contract/feature-views.ts";

export type Me = MeAnswer;
export type MyLab = Me["labs"][number];
export type NotebookRow = NotebookList["notebooks"][number];
export type NotebookInfo = NotebookAnswer;
export type DatasetRow = DatasetList["datasets"][number];
export type DatasetInfo = DatasetAnswer;
export type Access = NotebookAccessAnswer;
export type LabInfo = Lab;
export type AuditEntry = AuditPage["entries"][number];
export type LabCompute = KernelList;
export type { NewKernel } from "@genomecraft/collab-server/contract/kernels.ts";
export type KeyRow = KeyList["keys"][number];
export type SessionRow = SessionList["sessions"][number];

export interface LabRef {
  readonly id: string;
  readonly name: string;
}
export type VersionRow = VersionList["versions"][number];
export type RunRow = RunList["runs"][number];
export type { Lineage, LineageNode, Verification } from "@genomecraft/collab-server/contract/lineage.ts";
export type { ResultAskList } from "@genomecraft/collab-server/contract/result-asks.ts";
export type { WaitingAsks } from "@genomecraft/collab-server/contract/waiting-asks.ts";
export type { InvitedSee } from "@genomecraft/collab-server/contract/invited-see.ts";
export type { UnshownResults } from "@genomecraft/collab-server/contract/unshown-results.ts";
export type { ReleaseList } from "@genomecraft/collab-server/contract/releases.ts";
export type {
  NewPublication,
  ProposalList,
  PublicationCheck,
  PublicationRow,
} from "@genomecraft/collab-server/contract/publications.ts";
