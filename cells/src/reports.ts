// THE list of reports. What is not in it is shown to nobody who holds results only, and cannot be published.

import type { ReportCard } from "./contract/report.ts";
import { associationReport } from "./reports/association/report.ts";
import { componentsReport } from "./reports/components/report.ts";
import { contrastReport } from "./reports/contrast/report.ts";
import { enrichmentReport } from "./reports/enrichment/report.ts";
import { testReport } from "./reports/test/report.ts";
import { clustersReport } from "./reports/clusters/report.ts";
import { markersReport } from "./reports/markers/report.ts";
import { crossValidationReport } from "./reports/cross-validation/report.ts";
import { featureJoinReport } from "./reports/feature-join/report.ts";
import { fileCheckReport } from "./reports/file-check/report.ts";
import { fileKeysReport } from "./reports/file-keys/report.ts";
import { fittedAxesReport } from "./reports/fitted-axes/report.ts";
import { fittedChainReport } from "./reports/fitted-chain/report.ts";
import { featurePointsReport } from "./reports/feature-points/report.ts";
import { fittedDesignReport } from "./reports/fitted-design/report.ts";
import { fittedFeaturesReport } from "./reports/fitted-features/report.ts";
import { inspectionReport } from "./reports/inspection/report.ts";
import { mutationsReport } from "./reports/mutations/report.ts";
import { powerReport } from "./reports/power/report.ts";
import { metaAnalysisReport } from "./reports/meta-analysis/report.ts";
import { predictionReport } from "./reports/prediction/report.ts";
import { profileReport } from "./reports/profile/report.ts";
import { qualityReport } from "./reports/quality/report.ts";
import { readQualityReport } from "./reports/read-quality/report.ts";
import { readingReport } from "./reports/reading/report.ts";
import { stepChangesReport } from "./reports/step-changes/report.ts";
import { tableQualityReport } from "./reports/table-quality/report.ts";
import { stepsReport } from "./reports/steps/report.ts";
import { regressionReport } from "./reports/regression/report.ts";
import { survivalReport } from "./reports/survival/report.ts";

export const reports = {
  association: associationReport,
  "meta-analysis": metaAnalysisReport,
  reading: readingReport,
  "file-check": fileCheckReport,
  profile: profileReport,
  steps: stepsReport,
  "step-changes": stepChangesReport,
  "fitted-chain": fittedChainReport,
  components: componentsReport,
  "fitted-axes": fittedAxesReport,
  "cross-validation": crossValidationReport,
  power: powerReport,
  prediction: predictionReport,
  mutations: mutationsReport,
  contrast: contrastReport,
  test: testReport,
  enrichment: enrichmentReport,
  clusters: clustersReport,
  markers: markersReport,
  "feature-join": featureJoinReport,
  "feature-points": featurePointsReport,
  "fitted-design": fittedDesignReport,
  "fitted-features": fittedFeaturesReport,
  inspection: inspectionReport,
  "file-keys": fileKeysReport,
  quality: qualityReport,
  "table-quality": tableQualityReport,
  "read-quality": readQualityReport,
  regression: regressionReport,
  survival: survivalReport,
} as const satisfies { readonly [name: string]: ReportCard };

export type ReportName = keyof typeof reports;

/** The card of that name, or null: an artifact may hold a report that this release does not know. */
export const reportNamed = (name: string): ReportCard | null =>
  Object.hasOwn(reports, name) ? reports[name as ReportName] : null;
