// A small table, for tests. It holds `secretSample`, by which a test sees whether rows came out.

import { numberColumn, tableOf, textColumn } from "../../table.ts";

export const secretSample = "PATIENT-0017";

export const example = tableOf(
  textColumn("sample", [secretSample, "PATIENT-0018"], { semantic: "sample" }),
  numberColumn("age", [41, 52]),
);
