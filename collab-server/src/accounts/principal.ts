// Who is asking.

import type { Locale } from "@genomecraft/cells/messages/locale.ts";

export interface Principal {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly via: "session" | "key";
  readonly sessionId?: string;
  readonly keyId?: string;
  readonly locale: Locale;
}
