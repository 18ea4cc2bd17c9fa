// What a number of the whole model is called.

import type { FactKey } from "../../contract/regression-family.ts";
import type { Locale } from "../../messages/locale.ts";
import { words } from "../../regressions/words.ts";

export const sayFact = (key: string, locale: Locale): string => words.say(key as FactKey, {}, locale);
