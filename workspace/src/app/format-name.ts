// What people call a format of files. Of one that is only recognised, and not loaded, the name that it goes by everywhere (VCF).

import { messageIfAny } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";

export const formatName = (format: string, locale: Locale): string =>
  messageIfAny(`format-${format}.title`, {}, locale) ?? format;
