// The floor plan as a test: which folder may import which. Each cross-edge that the plan does not give stands in
// `exceptions` with its reason; an entry or a grant that nothing uses any more fails too, and no grants lead in a circle.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = import.meta.dirname;
const rooms: readonly { readonly room: string; readonly at: RegExp; readonly may: readonly string[] }[] = [
  { room: "cells/base", at: /^cells\/src\/base\//, may: [] },
  { room: "cells/stats", at: /^cells\/src\/stats\//, may: [] },
  // Words which are said below the variants that they belong to, too: by the formula language, by the engine of SQL.
  { room: "cells/said-below", at: /^cells\/src\/(steps|kinds\/query)\/words\.ts$/, may: ["cells/messages"] },
  { room: "cells/messages", at: /^cells\/src\/messages\//, may: ["cells/base"] },
  { room: "cells/artifacts", at: /^cells\/src\/artifacts\//, may: ["cells/base", "cells/stats", "cells/messages"] },
  { room: "cells/contract", at: /^cells\/src\/contract\//, may: ["cells/base", "cells/messages", "cells/artifacts"] },
  {
    room: "cells/notebook",
    at: /^cells\/src\/notebook\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract"],
  },
  {
    room: "cells/session",
    at: /^cells\/src\/session\//,
    may: ["cells/base", "cells/messages", "cells/artifacts"],
  },
  {
    room: "cells/formula",
    at: /^cells\/src\/formula\//,
    may: ["cells/messages", "cells/said-below", "cells/base", "cells/artifacts"],
  },
  {
    room: "cells/formats",
    at: /^cells\/src\/formats\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract", "cells/features"],
  },
  // Designs on sample sheets: whoever compares groups, and the form of it.
  {
    room: "cells/design",
    at: /^cells\/src\/design\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts"],
  },
  // Comparisons of the groups of a design that was fitted.
  { room: "cells/contrasts", at: /^cells\/src\/contrasts\//, may: ["cells/base", "cells/stats", "cells/messages"] },
  // Recipes as files, and what a store of features computes: of tables alone, without a network.
  {
    room: "cells/features",
    at: /^cells\/src\/features\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract"],
  },
  {
    room: "cells/learn",
    at: /^cells\/src\/learn\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract"],
  },
  {
    room: "cells/chart-parts",
    at: /^cells\/src\/charts\/parts\/.*\.ts$/,
    // Tests between groups ask whether rows are of the same individuals.
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract", "cells/design"],
  },
  {
    room: "cells/charts",
    at: /^cells\/src\/charts\/.*\.ts$/,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract", "cells/chart-parts"],
  },
  {
    room: "cells/ui",
    at: /^cells\/src\/ui\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract", "cells/design"],
  },
  {
    room: "cells/differential",
    at: /^cells\/src\/differential\/.*\.ts$/,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract"],
  },
  {
    room: "cells/association",
    at: /^cells\/src\/association\/.*\.ts$/,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/contract"],
  },
  {
    room: "cells/embeddings",
    at: /^cells\/src\/embeddings\/.*\.ts$/,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/contract"],
  },
  {
    room: "cells/quality",
    at: /^cells\/src\/quality\//,
    may: ["cells/base", "cells/learn", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract", "cells/formula"],
  },
  {
    room: "cells/steps",
    at: /^cells\/src\/steps\/.*\.ts$/,
    may: [
      "cells/said-below",
      "cells/base",
      "cells/stats",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/formula",
      "cells/design",
      "cells/features",
      "cells/learn",
      // What is measured of samples is measured one way.
      "cells/quality",
    ],
  },
  {
    room: "cells/variant-forms",
    at: /^cells\/src\/(steps|learners|charts|differential|association|embeddings)\/.*\.tsx$/,
    may: [
      "cells/design",
      "cells/base",
      "cells/stats",
      "cells/messages",
      "cells/contract",
      "cells/formula",
      "cells/steps",
      "cells/learners",
      "cells/charts",
      "cells/chart-parts",
      "cells/differential",
      "cells/association",
      "cells/embeddings",
      "cells/ui",
    ],
  },
  {
    room: "cells/learners",
    at: /^cells\/src\/learners\/.*\.ts$/,
    may: ["cells/stats", "cells/messages", "cells/contract", "cells/learn"],
  },
  // Methods that group rows: numbers in, numbers of groups out.
  {
    room: "cells/clustering",
    at: /^cells\/src\/clustering\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/contract"],
  },
  {
    room: "cells/statistical-tests",
    at: /^cells\/src\/statistical-tests\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/contract"],
  },
  {
    room: "cells/regressions",
    at: /^cells\/src\/regressions\//,
    may: ["cells/stats", "cells/messages", "cells/contract"],
  },
  {
    room: "cells/enrichment",
    at: /^cells\/src\/enrichment\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/contract"],
  },
  {
    room: "cells/variant-lists",
    at: /^cells\/src\/(steps|learners|charts|differential-methods|statistical-tests|embeddings|association-models|regressions|enrichment-methods|cluster-methods|quality-rules|formats|known-formats|checkers|load-settings|may-be-mended|second-core-pieces)\.ts$/,
    // Forms and readers are named to be loaded lazily.
    may: [
      "cells/base",
      "cells/contract",
      "cells/steps",
      "cells/learners",
      "cells/charts",
      "cells/differential",
      "cells/association",
      "cells/embeddings",
      "cells/quality",
      "cells/clustering",
      "cells/statistical-tests",
      "cells/regressions",
      "cells/enrichment",
      "cells/formats",
      "cells/variant-forms",
    ],
  },
  // What a step of the list does, in words, for whoever shows one that is in no chain yet.
  {
    room: "cells/step-says",
    at: /^cells\/src\/step-says\.ts$/,
    may: ["cells/base", "cells/messages", "cells/contract", "cells/variant-lists"],
  },
  // Above the lists, which name forms, which are made of what views share.
  {
    room: "cells/artifact-views",
    at: /^cells\/src\/artifact-views\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract", "cells/variant-lists", "cells/ui"],
  },
  // Steps of a chain one after the other, fitted here or elsewhere: kinds that do them.
  {
    room: "cells/chains",
    at: /^cells\/src\/chains\//,
    may: [
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/variant-lists",
      "cells/steps",
      "cells/said-below",
    ],
  },
  // A chain proposed from verdicts: of words and forms alone, so that a view can ask.
  {
    room: "cells/prepare",
    at: /^cells\/src\/prepare\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract"],
  },
  {
    room: "cells/files",
    at: /^cells\/src\/files\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract", "cells/formats", "cells/variant-lists"],
  },
  {
    room: "cells/reports",
    at: /^cells\/src\/reports\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract", "cells/variant-lists"],
  },
  {
    room: "cells/views",
    at: /^cells\/src\/(kinds\/[^/]+\/(.*\.tsx|controls\/.*)|views\.ts)$/,
    may: [
      "cells/variant-lists",
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/reports",
      "cells/spec",
      "cells/lists",
      "cells/ui",
      "cells/artifact-views",
      "cells/prepare",
      "cells/contrasts",
      "cells/step-says",
    ],
  },
  {
    room: "cells/execute",
    at: /^cells\/src\/kinds\/[^/]+\/execute.*\.ts$/,
    may: [
      // Kinds that test and model what stands on sample sheets, and say it in reports.
      "cells/stats",
      "cells/design",
      "cells/reports",
      "cells/statistical-tests",
      "cells/regressions",
      "cells/said-below",
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/spec",
      "cells/variant-lists",
      "cells/chart-parts",
      "cells/formats",
      "cells/learn",
      "cells/quality",
      "cells/features",
      "cells/files",
      "cells/chains",
      "cells/contrasts",
    ],
  },
  {
    room: "cells/spec",
    at: /^cells\/src\/kinds\/[^/]+\/[^/]+\.ts$/,
    may: [
      "cells/design",
      "cells/statistical-tests",
      "cells/regressions",
      "cells/stats",
      "cells/said-below",
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/variant-lists",
      "cells/reports",
      "cells/notebook",
      "cells/formats",
      "cells/learn",
      "cells/contrasts",
      // A stretch of a Manhattan plot is drawn where it is looked at.
      "cells/chart-parts",
    ],
  },
  {
    room: "cells/job",
    at: /^cells\/src\/jobs\//,
    may: [
      "cells/formats",
      "cells/base",
      "cells/artifacts",
      "cells/contract",
      "cells/reports",
      "cells/files",
      "cells/variant-lists",
    ],
  },
  {
    room: "cells/lists",
    at: /^cells\/src\/(kinds|kind-cards|executors|inline-executors|jobs|reports|disclosure-of|doubts-of-artifact|seen-without-rows|shows-rows)\.ts$/,
    may: [
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/reports",
      "cells/spec",
      "cells/execute",
      "cells/job",
    ],
  },
  {
    room: "cells/all-words",
    at: /^cells\/src\/all-words\.ts$/,
    may: [
      "cells/chart-parts",
      "cells/statistical-tests",
      "cells/regressions",
      "cells/differential",
      "cells/prepare",
      "cells/design",
      "cells/features",
      "cells/messages",
      "cells/artifacts",
      "cells/files",
      "cells/formats",
      "cells/learn",
      "cells/session",
      "cells/notebook",
      "cells/variant-lists",
      "cells/said-below",
      "cells/spec",
      "cells/lists",
    ],
  },
  {
    room: "cells/runtime",
    at: /^cells\/src\/runtime\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract", "cells/notebook", "cells/session", "cells/lists"],
  },
  { room: "storage/schema", at: /^storage\/src\/schema\//, may: [] },
  { room: "storage/database", at: /^storage\/src\/[^/]+\.ts$/, may: ["storage/schema"] },
  { room: "storage/blobs", at: /^storage\/src\/blobs\//, may: ["cells/base", "storage/database", "storage/schema"] },
  {
    room: "storage/audit",
    at: /^storage\/src\/audit\//,
    may: ["cells/base", "storage/blobs", "storage/database", "storage/schema"],
  },
  { room: "storage/backup", at: /^storage\/src\/backup\//, may: ["cells/base", "storage/blobs", "storage/database"] },
  { room: "storage/queries", at: /^storage\/src\/queries\//, may: ["cells/base", "storage/database", "storage/schema"] },
  {
    room: "kernel/base",
    at: /^kernel\/src\/(config|capabilities|worker-memory|gpu-session-probe|artifact-store)\.ts$/,
    may: ["cells/base"],
  },
  {
    room: "kernel/engines",
    at: /^kernel\/src\/(engines\/.*|native-engines|describe-artifact)\.ts$/,
    may: ["cells/said-below", "cells/formats", "cells/learn", "cells/artifacts", "cells/base", "cells/contract", "cells/formula"],
  },
  { room: "kernel/sandbox", at: /^kernel\/src\/sandbox\//, may: ["kernel/base"] },
  {
    room: "kernel/worker",
    at: /^kernel\/src\/worker\//,
    may: [
      "cells/messages",
      "cells/artifacts",
      "cells/base",
      "cells/contract",
      "cells/lists",
      "cells/runtime",
      // What its second core is asked for.
      "cells/variant-lists",
      "kernel/base",
      "kernel/engines",
    ],
  },
  { room: "kernel/launch", at: /^kernel\/src\/launch\//, may: ["kernel/sandbox", "kernel/worker"] },
  {
    room: "kernel/pool",
    at: /^kernel\/src\/(pool\/.*|executor-in-place)\.ts$/,
    may: [
      "cells/messages",
      "cells/base",
      "cells/lists",
      "cells/runtime",
      "kernel/base",
      "kernel/launch",
      "kernel/sandbox",
      "kernel/worker",
    ],
  },
  {
    room: "kernel/headless",
    at: /^kernel\/src\/headless\//,
    may: [
      "kernel/launch",
      "cells/messages",
      "cells/files",
      "cells/artifacts",
      "cells/base",
      "cells/execute",
      "cells/lists",
      "cells/notebook",
      "cells/runtime",
      "cells/session",
      "cells/spec",
      "kernel/base",
      "kernel/engines",
      "kernel/pool",
      "kernel/sandbox",
    ],
  },
  {
    room: "kernel/service",
    at: /^kernel\/src\/(service\/.*|service-main)\.ts$/,
    may: [
      "kernel/launch",
      "cells/base",
      "cells/lists",
      "cells/runtime",
      "kernel/base",
      "kernel/pool",
      "kernel/sandbox",
      "cells/messages",
    ],
  },
  {
    room: "kernel/cli",
    at: /^kernel\/src\/cli\//,
    may: [
      "kernel/launch",
      "cells/all-words",
      "cells/variant-lists",
      "cells/files",
      "cells/formats",
      "cells/artifacts",
      "cells/base",
      "cells/contract",
      "cells/lists",
      "cells/messages",
      "cells/notebook",
      "cells/runtime",
      "cells/ui",
      "kernel/base",
      "kernel/engines",
      "kernel/headless",
      "kernel/pool",
      "kernel/sandbox",
      "kernel/service",
    ],
  },
  // Said by what lies below publications, too.
  { room: "server/words", at: /^collab-server\/src\/(feature-store|publications|mail)\/words\.ts$/, may: ["cells/messages"] },
  {
    room: "server/contract",
    at: /^collab-server\/contract\//,
    may: ["cells/variant-lists", "cells/artifacts", "cells/contract", "cells/base", "cells/messages", "cells/session"],
  },
  // What knows nothing of a request: settings, errors, the table of permissions, tokens, words between servers.
  {
    room: "server/base",
    at: /^collab-server\/src\/(config|errors|error-for-log|trouble-log|turns|metrics|notifications|permissions|secrets|session-news|validation|version|awaited-artifacts|notebook-computing)\.ts$/,
    may: ["server/words", "cells/base", "cells/messages", "cells/runtime", "cells/session", "storage/blobs", "server/contract"],
  },
  // How letters leave, and what they say.
  { room: "server/mail", at: /^collab-server\/src\/mail\//, may: ["server/words", "cells/messages", "server/base"] },
  {
    room: "server/accounts",
    at: /^collab-server\/src\/accounts\//,
    may: [
      "storage/audit",
      "cells/base",
      "cells/messages",
      "storage/database",
      "storage/queries",
      "storage/schema",
      "server/base",
      "server/mail",
    ],
  },
  { room: "server/record", at: /^collab-server\/src\/record\//, may: ["storage/audit", "storage/database"] },
  {
    room: "server/context",
    at: /^collab-server\/src\/server-context\.ts$/,
    may: [
      "server/record",
      "storage/audit",
      "cells/base",
      "cells/messages",
      "storage/blobs",
      "storage/database",
      "server/accounts",
      "server/base",
      "server/contract",
      "server/mail",
      "cells/notebook",
    ],
  },
  {
    room: "server/access",
    at: /^collab-server\/src\/(access|attach-dataset|show-results)\.ts$/,
    may: [
      "server/words",
      "storage/audit",
      "storage/database",
      "storage/queries",
      "server/accounts",
      "server/base",
      "server/context",
      "server/contract",
    ],
  },
  {
    room: "server/uploads",
    at: /^collab-server\/src\/uploads\//,
    may: ["cells/base", "cells/messages", "storage/blobs", "server/accounts", "server/base"],
  },
  {
    room: "server/outputs",
    at: /^collab-server\/src\/outputs\//,
    may: [
      "server/record",
      "cells/messages",
      "cells/artifacts",
      "cells/base",
      "cells/lists",
      "cells/session",
      "storage/blobs",
      "storage/database",
      "storage/queries",
      "server/access",
      "server/base",
      "server/context",
      "cells/contract",
      "cells/notebook",
      "cells/runtime",
    ],
  },
  {
    room: "server/feature-store",
    at: /^collab-server\/src\/feature-store\//,
    may: [
      "cells/runtime",
      "cells/contract",
      "cells/messages",
      "cells/artifacts",
      "cells/base",
      "cells/features",
      "cells/formats",
      "cells/lists",
      "cells/notebook",
      "cells/session",
      "storage/database",
      "storage/queries",
      "server/access",
      "server/accounts",
      "server/base",
      "server/context",
      "server/contract",
      "server/outputs",
      "server/words",
    ],
  },
  {
    room: "server/sync",
    at: /^collab-server\/src\/sync\//,
    may: [
      "cells/base",
      "cells/lists",
      "cells/messages",
      "cells/notebook",
      "cells/runtime",
      "cells/session",
      "storage/database",
      "storage/queries",
      "server/access",
      "server/accounts",
      "server/base",
      "server/context",
      "server/contract",
    ],
  },
  {
    room: "server/feed",
    at: /^collab-server\/src\/feed\//,
    may: [
      "cells/base",
      "cells/session",
      "storage/database",
      "storage/queries",
      "server/base",
      "server/outputs",
      "cells/artifacts",
      "server/context",
    ],
  },
  {
    room: "server/scheduler",
    at: /^collab-server\/src\/scheduler\//,
    may: [
      "cells/messages",
      "cells/artifacts",
      "cells/base",
      "cells/lists",
      "cells/notebook",
      "cells/runtime",
      "cells/session",
      "storage/database",
      "storage/queries",
      "server/base",
    ],
  },
  {
    room: "server/kernel-api",
    at: /^collab-server\/src\/kernel-api\//,
    may: [
      "storage/audit",
      "cells/all-words",
      "cells/artifacts",
      "cells/base",
      "cells/contract",
      "cells/lists",
      "cells/messages",
      "cells/runtime",
      "cells/session",
      "storage/database",
      "storage/queries",
      "server/accounts",
      "server/base",
      "server/context",
      "server/feed",
      "server/outputs",
      "server/scheduler",
    ],
  },
  // Steps that somebody waits for at the screen and that no notebook shows.
  {
    room: "server/looks",
    at: /^collab-server\/src\/looks\//,
    may: [
      "cells/artifacts",
      "cells/base",
      "cells/contract",
      "cells/job",
      "cells/messages",
      "cells/runtime",
      "storage/queries",
      "server/context",
      "server/outputs",
      "server/scheduler",
    ],
  },
  {
    room: "server/intake",
    at: /^collab-server\/src\/intake\//,
    may: [
      "cells/messages",
      "cells/files",
      "storage/database",
      "cells/base",
      "cells/contract",
      "cells/job",
      "cells/reports",
      "cells/runtime",
      "storage/queries",
      "server/context",
      "server/looks",
      "server/outputs",
      "server/scheduler",
    ],
  },
  {
    room: "server/lineage",
    at: /^collab-server\/src\/lineage\//,
    may: [
      "cells/artifacts",
      "cells/base",
      "cells/contract",
      "cells/lists",
      "cells/notebook",
      "cells/runtime",
      "cells/session",
      "storage/database",
      "storage/queries",
      "server/access",
      "server/base",
      "server/contract",
    ],
  },
  {
    room: "server/publications",
    at: /^collab-server\/src\/publications\//,
    may: [
      "server/words",
      "server/intake",
      "cells/artifacts",
      "cells/base",
      "cells/contract",
      "cells/lists",
      "cells/messages",
      "cells/notebook",
      "cells/runtime",
      "cells/session",
      "storage/database",
      "storage/queries",
      "server/access",
      "server/base",
      "server/context",
      "server/contract",
      "server/lineage",
      "server/outputs",
      "server/scheduler",
      "server/sync",
      "server/feed",
    ],
  },
  // Where all of them are put together.
  {
    room: "server/live",
    at: /^collab-server\/src\/live\.ts$/,
    may: [
      "server/outputs",
      "cells/base",
      "storage/queries",
      "server/base",
      "server/context",
      "server/feed",
      "server/intake",
      "server/kernel-api",
      "server/looks",
      "server/scheduler",
      "server/sync",
    ],
  },
  {
    room: "server/routes",
    at: /^collab-server\/src\/(routes\/.*|routes|open-api)\.ts$/,
    may: [
      "storage/audit",
      "server/words",
      "cells/files",
      "cells/formats",
      "cells/artifacts",
      "cells/base",
      "cells/contract",
      "cells/features",
      "cells/job",
      "cells/lists",
      "cells/messages",
      "cells/notebook",
      "cells/runtime",
      "cells/session",
      "storage/database",
      "storage/queries",
      "server/access",
      "server/accounts",
      "server/base",
      "server/context",
      "server/contract",
      "server/feature-store",
      "server/feed",
      "server/intake",
      "server/kernel-api",
      "server/lineage",
      "server/live",
      "server/outputs",
      "server/publications",
      "server/scheduler",
      "server/sync",
      "server/uploads",
    ],
  },
  {
    room: "server/demo",
    at: /^collab-server\/src\/demo\//,
    may: [
      "cells/base",
      "cells/lists",
      "cells/messages",
      "cells/notebook",
      "storage/database",
      "storage/queries",
      "server/access",
      "server/base",
      "server/context",
    ],
  },
  {
    room: "server/main",
    at: /^collab-server\/src\/(main|serve-main|backup|backup-main|read-record|record-main|app|housekeeping|origin-checks|rate-limits|asked-query|screen)\.ts$/,
    may: [
      "server/feature-store",
      "storage/backup",
      "server/record",
      "storage/audit",
      "cells/all-words",
      "cells/messages",
      "cells/base",
      "storage/blobs",
      "storage/database",
      "storage/queries",
      "server/accounts",
      "server/base",
      "server/context",
      "server/demo",
      "server/kernel-api",
      "server/live",
      "server/mail",
      "server/routes",
    ],
  },
  // The screen, from below.
  { room: "workspace/base", at: /^workspace\/src\/base\//, may: [] },
  { room: "workspace/words", at: /^workspace\/src\/words\//, may: ["cells/base", "cells/messages", "workspace/base"] },
  { room: "workspace/theme", at: /^workspace\/src\/theme\//, may: [] },
  { room: "workspace/router", at: /^workspace\/src\/router\//, may: [] },
  {
    room: "workspace/api",
    at: /^workspace\/src\/api\//,
    may: ["cells/base", "cells/messages", "cells/contract", "server/contract"],
  },
  { room: "workspace/plot", at: /^workspace\/src\/plot\//, may: ["cells/contract", "cells/ui"] },
  {
    room: "workspace/app",
    at: /^workspace\/src\/app\//,
    may: [
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/ui",
      "workspace/base",
      "workspace/words",
      "workspace/theme",
      "workspace/router",
      "workspace/api",
    ],
  },
  // The kinds that this page has loaded: their cards, words and views.
  {
    room: "workspace/kinds",
    at: /^workspace\/src\/kinds\//,
    may: [
      "cells/base",
      "cells/messages",
      "cells/contract",
      "cells/notebook",
      "cells/views",
      "cells/lists",
      "workspace/base",
      "workspace/words",
    ],
  },
  // Files on their way, whatever page they were dropped on.
  {
    room: "workspace/upload",
    at: /^workspace\/src\/upload\//,
    may: [
      "cells/base",
      "cells/artifacts",
      "cells/contract",
      "cells/messages",
      "cells/variant-lists",
      "workspace/base",
      "workspace/router",
      "workspace/api",
      "workspace/app",
    ],
  },
  // A document and its feed, as they come.
  {
    room: "workspace/live",
    at: /^workspace\/src\/live\//,
    may: [
      "cells/base",
      "cells/artifacts",
      "cells/contract",
      "cells/notebook",
      "cells/session",
      "cells/lists",
      "server/contract",
      "workspace/base",
      "workspace/words",
      "workspace/api",
      "workspace/app",
      "workspace/kinds",
    ],
  },
  // An open notebook as one person has it before her: what its page, sharing and publishing have in common.
  {
    room: "workspace/desk",
    at: /^workspace\/src\/desk\//,
    may: [
      "cells/base",
      "cells/messages",
      "cells/contract",
      "cells/notebook",
      "cells/session",
      "cells/spec",
      "cells/lists",
      "workspace/base",
      "workspace/api",
      "workspace/app",
      "workspace/kinds",
      "workspace/live",
    ],
  },
  {
    room: "workspace/reader",
    at: /^workspace\/src\/reader\//,
    may: [
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/ui",
      "cells/lists",
      "server/contract",
      "workspace/base",
      "workspace/router",
      "workspace/api",
      "workspace/plot",
      "workspace/app",
      "workspace/kinds",
    ],
  },
  {
    room: "workspace/share",
    at: /^workspace\/src\/share\//,
    may: ["cells/base", "workspace/api", "workspace/app", "workspace/desk"],
  },
  {
    room: "workspace/publish",
    at: /^workspace\/src\/publish\//,
    may: [
      "cells/base",
      "cells/artifacts",
      "cells/contract",
      "cells/notebook",
      "cells/ui",
      "cells/lists",
      "server/contract",
      "workspace/base",
      "workspace/api",
      "workspace/app",
      "workspace/kinds",
      "workspace/live",
      "workspace/desk",
      "workspace/reader",
    ],
  },
  {
    room: "workspace/store",
    at: /^workspace\/src\/store\//,
    may: [
      "cells/base",
      "cells/step-says",
      "cells/artifacts",
      "cells/contract",
      "cells/features",
      "cells/messages",
      "cells/notebook",
      "workspace/router",
      "workspace/api",
      "workspace/app",
      "workspace/kinds",
      "workspace/desk",
    ],
  },
  {
    room: "workspace/notebook",
    at: /^workspace\/src\/notebook\//,
    may: [
      "cells/runtime",
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/notebook",
      "cells/session",
      "cells/ui",
      "cells/variant-lists",
      "cells/spec",
      "cells/lists",
      "workspace/base",
      "workspace/words",
      "workspace/router",
      "workspace/api",
      "workspace/plot",
      "workspace/app",
      "workspace/kinds",
      "workspace/upload",
      "workspace/live",
      "workspace/desk",
      "workspace/share",
      "workspace/publish",
      "workspace/store",
    ],
  },
  {
    room: "workspace/pages",
    at: /^workspace\/src\/pages\//,
    may: [
      "workspace/store",
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/session",
      "cells/lists",
      "server/contract",
      "workspace/base",
      "workspace/words",
      "workspace/router",
      "workspace/api",
      "workspace/app",
      "workspace/kinds",
      "workspace/upload",
    ],
  },
  {
    room: "workspace/shell",
    at: /^workspace\/src\/(main\.tsx|shell\/.*)$/,
    may: [
      "cells/messages",
      "workspace/base",
      "workspace/words",
      "workspace/theme",
      "workspace/router",
      "workspace/api",
      "workspace/app",
      "workspace/reader",
      "workspace/notebook",
      "workspace/pages",
      "workspace/store",
    ],
  },
];

/** from -> to: why the plan gives way here. */
const exceptions: { readonly [edge: string]: string } = {
  "cells/src/kinds/chart/proposals.ts -> cells/execute":
    "Where a chart is chosen it is drawn small of the first rows by the drawing that a kernel runs, loaded there.",
};

const packages: { readonly [name: string]: string } = {
  "@genomecraft/cells/": "cells/src/",
  "@genomecraft/storage/": "storage/src/",
  "@genomecraft/kernel/": "kernel/src/",
  "@genomecraft/collab-server/contract/": "collab-server/contract/",
  "@genomecraft/collab-server/": "collab-server/src/",
};

function* sourcesBelow(folder: string): Generator<string> {
  if (!existsSync(path.join(root, folder))) return;
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "dist" || entry.name === "migrations") continue;
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourcesBelow(at);
    else if (/\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name) && !at.includes("/testing/")) yield at;
  }
}
const allSources = (): string[] =>
  ["cells/src", "storage/src", "kernel/src", "collab-server/src", "collab-server/contract", "workspace/src"].flatMap((folder) => [
    ...sourcesBelow(folder),
  ]);
const roomOf = (file: string): string | null => rooms.find((room) => room.at.test(file))?.room ?? null;

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const found: string[] = [];
  for (const match of text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g)) {
    const name = match[1] as string;
    if (name.startsWith(".")) found.push(path.posix.normalize(`${path.posix.dirname(file)}/${name}`));
    else {
      const owner = Object.keys(packages).find((start) => name.startsWith(start));
      found.push(owner ? `${packages[owner]}${name.slice(owner.length)}` : name);
    }
  }
  return found;
}

test("every import goes down the floor plan, or stands as an exception with its reason", () => {
  const used = new Set<string>();
  const usedGrants = new Set<string>();
  const wrong: string[] = [];
  for (const file of allSources()) {
    const from = roomOf(file);
    if (!from) {
      wrong.push(`${file} is in no room of the floor plan`);
      continue;
    }
    const may = rooms.find((room) => room.room === from)?.may ?? [];
    for (const target of importsOf(file)) {
      const to = roomOf(target);
      if (!to || to === from) continue;
      if (may.includes(to)) {
        usedGrants.add(`${from} -> ${to}`);
        continue;
      }
      const edge = `${file} -> ${to}`;
      if (exceptions[edge]) used.add(edge);
      else wrong.push(`${file} (${from}) imports ${target} (${to})`);
    }
  }
  expect(wrong).toEqual([]);
  expect(
    Object.keys(exceptions).filter((edge) => !used.has(edge)),
    "exceptions that nothing uses",
  ).toEqual([]);
  const grants = rooms.flatMap(({ room, may }) => may.map((to) => `${room} -> ${to}`));
  expect(
    grants.filter((grant) => !usedGrants.delete(grant)),
    "grants that no import uses, or that stand twice",
  ).toEqual([]);
});

test("a variant knows no other variant of its axis, nor a kind another kind", () => {
  // What several share lies in these, and belongs to none.
  const folder =
    /^cells\/src\/(charts|differential|embeddings|formats|kinds|learners|reports|steps)\/(?!(?:parts|named|write)\/)([^/]+)\//;
  const wrong: string[] = [];
  for (const file of sourcesBelow("cells/src")) {
    const own = folder.exec(file);
    for (const target of own ? importsOf(file) : []) {
      const other = folder.exec(target);
      if (other && other[1] === own?.[1] && other[2] !== own?.[2]) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** What views share, and what lies in their folders: no program without a screen imports it. */
const isBesideViews = (file: string): boolean =>
  ["cells/ui", "cells/artifact-views"].includes(roomOf(file) ?? "") || /^cells\/src\/kinds\/[^/]+\/controls\//.test(file);

test("the language of the notebook knows no Node API, and React only in views", () => {
  const wrong: string[] = [];
  for (const file of sourcesBelow("cells/src")) {
    for (const target of importsOf(file)) {
      if (target.startsWith("node:")) wrong.push(`${file} imports ${target}`);
      const view = isBesideViews(file) || file.endsWith(".tsx") || file === "cells/src/views.ts" || file.endsWith("-view.ts");
      if (!view && /^(react|@mui|@emotion)(\/|$)/.test(target)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a view is loaded lazily by all that is no view, so that programs without a screen can leave it out", () => {
  const wrong = [...sourcesBelow("cells/src")]
    .filter((file) => file.endsWith(".ts") && !isBesideViews(file))
    .filter((file) => /\bfrom\s+["'][^"']+\.tsx["']/.test(readFileSync(path.join(root, file), "utf8")));
  expect(wrong).toEqual([]);
});

test("the kernel's code reaches no database and no view; the workspace never reaches arquero", () => {
  const wrong: string[] = [];
  for (const file of sourcesBelow("kernel/src")) {
    for (const target of importsOf(file)) {
      if (/^(pg|drizzle-orm)(\/|$)/.test(target) || target.endsWith(".tsx")) wrong.push(`${file} imports ${target}`);
      if (target.startsWith("storage/src/") && !target.startsWith("storage/src/blobs/")) wrong.push(`${file} imports ${target}`);
    }
  }
  for (const file of sourcesBelow("workspace/src")) {
    for (const target of importsOf(file)) if (target === "arquero") wrong.push(`${file} imports arquero`);
  }
  expect(wrong).toEqual([]);
});

test("the server parses no file of a stranger: readers of formats run in workers only", () => {
  const readers =
    /^(hyparquet|hyparquet-compressors|@e965\/xlsx)$|^cells\/src\/(formats\/(?!write\/)|files\/(?!(?:match-files|inspection)\.ts$))/;
  // Parquet that this server wrote itself, of what a kernel gave it; a version that somebody uploads is never read by it.
  const ownFiles = "collab-server/src/feature-store/read-own-parquet.ts";
  const wrong: string[] = [];
  for (const file of sourcesBelow("collab-server/src")) {
    if (file === ownFiles) continue;
    const text = readFileSync(path.join(root, file), "utf8").replaceAll(/import type [^;]*;/g, "");
    for (const [, name = ""] of text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g)) {
      const target = name.replace("@genomecraft/cells/", "cells/src/");
      if (readers.test(target)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the rooms stand one above the other: no way leads back to where it began", () => {
  const below = new Map(rooms.map(({ room, may }) => [room, may]));
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (room: string, way: readonly string[]): void => {
    if (way.includes(room)) circles.push([...way.slice(way.indexOf(room)), room].join(" -> "));
    else if (!done.has(room)) {
      for (const next of below.get(room) ?? []) visit(next, [...way, room]);
      done.add(room);
    }
  };
  for (const room of below.keys()) visit(room, []);
  expect(circles).toEqual([]);
});

test("the server holds no SQL: queries belong to storage, and only the library of accounts is given the tables", () => {
  const library = "collab-server/src/accounts/auth.ts";
  const wrong: string[] = [];
  for (const file of [...sourcesBelow("collab-server/src")].filter((each) => each !== library && !each.includes("/testing/"))) {
    for (const target of importsOf(file))
      if (/^drizzle-orm(\/|$)/.test(target) || target.startsWith("storage/src/schema/")) wrong.push(`${file} imports ${target}`);
  }
  expect(wrong).toEqual([]);
});

test("process.env is read in config files and by the command line only", () => {
  const wrong = ["storage/src", "kernel/src", "collab-server/src"]
    .flatMap((folder) => [...sourcesBelow(folder)])
    .filter(
      (file) =>
        !file.endsWith("config.ts") &&
        !file.startsWith("kernel/src/cli/") &&
        /process\.env\b/.test(readFileSync(path.join(root, file), "utf8")),
    );
  expect(wrong).toEqual([]);
});

test("no file imports itself by way of others, type-only and lazy imports counted", () => {
  const sources = new Set(allSources());
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) {
      circles.push([...way.slice(at), file].join(" -> "));
      return;
    }
    if (done.has(file)) return;
    for (const target of importsOf(file)) if (sources.has(target)) walk(target, [...way, file]);
    done.add(file);
  };
  for (const file of sources) walk(file, []);
  expect(circles).toEqual([]);
});
