// The step that mends what was found, as the command line says it; --json has it as a notebook does.

import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { mendedBy } from "@genomecraft/cells/messages/settings/step-in-words.ts";
import { saysStep } from "@genomecraft/cells/steps.ts";

export const whatMends = (step: JsonObject, locale: Locale): string =>
  mendedBy(saysStep(step, { on: null, locale }), String(step["verb"]), locale);
