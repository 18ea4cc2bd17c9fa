// THE list of route modules, one per resource, in the order in which the API describes them.

import type { Live } from "./live.ts";
import { registerAcceptInvitation } from "./routes/accept-invitation.ts";
import { registerAccess } from "./routes/access.ts";
import { registerAttachedDatasets } from "./routes/attached-datasets.ts";
import { registerAudit } from "./routes/audit.ts";
import { registerDatasetGuests } from "./routes/dataset-guests.ts";
import { registerDatasets } from "./routes/datasets.ts";
import { registerDemands } from "./routes/demands.ts";
import { registerDocuments } from "./routes/documents.ts";
import { registerGrants } from "./routes/grants.ts";
import { registerHealth } from "./routes/health.ts";
import { registerIntake } from "./routes/intake.ts";
import { registerInvitations } from "./routes/invitations.ts";
import { registerKernels } from "./routes/kernels.ts";
import { registerKeys } from "./routes/keys.ts";
import { registerLabKeys } from "./routes/lab-keys.ts";
import { registerLabs } from "./routes/labs.ts";
import { registerLeasedBytes } from "./routes/leased-bytes.ts";
import { registerLeases } from "./routes/leases.ts";
import { registerLineage } from "./routes/lineage.ts";
import { registerLinks } from "./routes/links.ts";
import { registerMailedLinks } from "./routes/mailed-links.ts";
import { registerMe } from "./routes/me.ts";
import { registerMembers } from "./routes/members.ts";
import { registerNotebooks } from "./routes/notebooks.ts";
import { registerOutputs } from "./routes/outputs.ts";
import { registerPassword } from "./routes/password.ts";
import { registerPublications } from "./routes/publications.ts";
import { registerFeatureAlerts } from "./routes/feature-alerts.ts";
import { registerFeatureViewRows } from "./routes/feature-view-rows.ts";
import { registerFeatureViews } from "./routes/feature-views.ts";
import { registerRecipes } from "./routes/recipes.ts";
import { registerInvitedSee } from "./routes/invited-see.ts";
import { registerResultAsks } from "./routes/result-asks.ts";
import { registerUnshownResults } from "./routes/unshown-results.ts";
import { registerWaitingAsks } from "./routes/waiting-asks.ts";
import { registerReleases } from "./routes/releases.ts";
import { registerRead } from "./routes/read.ts";
import { registerRuns } from "./routes/runs.ts";
import { registerCellStates } from "./routes/cell-states.ts";
import { registerSessions } from "./routes/sessions.ts";
import { registerSignIn } from "./routes/sign-in.ts";
import { registerThumbnails } from "./routes/thumbnails.ts";
import { registerUploads } from "./routes/uploads.ts";
import type { App, ServerContext } from "./server-context.ts";

export type RegisterRoutes = (app: App, context: ServerContext, live: Live) => void;

export const routes: readonly RegisterRoutes[] = [
  registerHealth,
  registerSignIn,
  registerMailedLinks,
  registerMe,
  registerPassword,
  registerSessions,
  registerKeys,
  registerLabs,
  registerMembers,
  registerInvitations,
  registerLabKeys,
  registerAcceptInvitation,
  registerAudit,
  registerKernels,
  registerNotebooks,
  registerThumbnails,
  registerAccess,
  registerInvitedSee,
  registerUnshownResults,
  registerLinks,
  registerAttachedDatasets,
  registerUploads,
  registerDatasets,
  registerGrants,
  registerRecipes,
  registerFeatureViews,
  registerFeatureViewRows,
  registerFeatureAlerts,
  registerDatasetGuests,
  registerIntake,
  registerDocuments,
  registerDemands,
  registerCellStates,
  registerRuns,
  registerLeases,
  registerLeasedBytes,
  registerOutputs,
  registerReleases,
  registerResultAsks,
  registerWaitingAsks,
  registerLineage,
  registerPublications,
  registerRead,
];
