// THE list of route modules, one per resource.

import { registerAccess } from "./routes/access.ts";
import { registerDatasets } from "./routes/datasets.ts";
import { registerDocuments } from "./routes/documents.ts";
import { registerHealth } from "./routes/health.ts";
import { registerIntake } from "./routes/intake.ts";
import { registerKernel } from "./routes/kernel.ts";
import { registerKernels } from "./routes/kernels.ts";
import { registerKeys } from "./routes/keys.ts";
import { registerLabs } from "./routes/labs.ts";
import { registerMe } from "./routes/me.ts";
import { registerNotebooks } from "./routes/notebooks.ts";
import { registerOutputs } from "./routes/outputs.ts";
import { registerRuns } from "./routes/runs.ts";
import { registerSignIn } from "./routes/sign-in.ts";
import { registerThumbnails } from "./routes/thumbnails.ts";
import { registerUploads } from "./routes/uploads.ts";
import { registerLineage } from "./routes/lineage.ts";
import { registerPublications } from "./routes/publications.ts";
import { registerRead } from "./routes/read.ts";
import type { RegisterRoutes } from "./server-context.ts";

export const routes: readonly RegisterRoutes[] = [
  registerHealth,
  registerSignIn,
  registerMe,
  registerKeys,
  registerLabs,
  registerKernels,
  registerNotebooks,
  registerThumbnails,
  registerAccess,
  registerUploads,
  registerDatasets,
  registerIntake,
  registerDocuments,
  registerRuns,
  registerKernel,
  registerOutputs,
  registerLineage,
  registerPublications,
  registerRead,
];
