// Tokens that stand in addresses: of an invitation, of a link. We keep their sha256 only.

import { createHash, randomBytes } from "node:crypto";

export const newToken = (): string => randomBytes(24).toString("base64url");
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
