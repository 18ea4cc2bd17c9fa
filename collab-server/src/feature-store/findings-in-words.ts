// What has drifted, in the reader's language.

import type { Drift } from "@genomecraft/cells/features/drift.ts";
import { sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";

export const findingsIn = (findings: Drift["findings"], locale: Locale) =>
  findings.map(({ severity, rule, column, said }) => ({
    severity,
    rule,
    column,
    message: sentenceIn(said, locale),
  }));
