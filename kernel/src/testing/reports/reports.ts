// All cases of reported faults, as ../shared/data/reports holds them.

import { ofMatrices } from "./matrices.ts";
import { ofNumbers } from "./numbers.ts";
import type { Report } from "./report.ts";
import { ofTexts } from "./texts.ts";
import { ofWorkbooks } from "./workbooks.ts";

export const allReports: readonly Report[] = [...ofTexts, ...ofMatrices, ...ofWorkbooks, ...ofNumbers].toSorted((a, b) =>
  a.folder < b.folder ? -1 : 1,
);
