// Refusals of the API: one closed set of codes, one switch to a status, a sentence in the reader's language, a request
// id in every body. Routes call `refuse`; app.ts turns what was thrown into the answer.

import { FailureError, type Failure } from "@genomecraft/cells/base/failure.ts";
import { assertNever } from "@genomecraft/cells/base/invariant.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { BlobDamaged, BlobMissing } from "@genomecraft/storage/blobs/blob-store.ts";
import type { ErrorBody, ErrorCode } from "../contract/error-body.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import type { KeyOf } from "@genomecraft/cells/messages/define-words.ts";

/** What somebody was refused, and the labs in whose records that stands. */
export interface RefusedOf {
  readonly target: string;
  readonly labs: readonly string[];
}

/** Thrown by routes; never leaves app.ts. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly failure: Failure;
  /** Of what was refused, where that belongs into records. */
  readonly about: RefusedOf | null;
  constructor(code: ErrorCode, value: Failure, options: ErrorOptions & { readonly about?: RefusedOf } = {}) {
    super(`${code}: ${value.reason}`, options);
    this.about = options.about ?? null;
    this.name = "ApiError";
    this.code = code;
    this.failure = value;
  }
}

/** A reason of the server's own, or a failure of any other area. */
export function refuse(code: ErrorCode, reason: KeyOf<typeof serverWords> | Failure, params: JsonObject = {}): never {
  throw new ApiError(code, typeof reason === "string" ? serverWords.failure(reason, params) : reason);
}

/** A right that somebody lacks on what she knows of: stands in the record. */
export function forbid(about: RefusedOf, reason: KeyOf<typeof serverWords> | Failure, params: JsonObject = {}): never {
  throw new ApiError("forbidden", typeof reason === "string" ? serverWords.failure(reason, params) : reason, { about });
}

export type ErrorStatus = 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;

export function statusOf(code: ErrorCode): ErrorStatus {
  switch (code) {
    case "unauthorized":
      return 401;
    case "forbidden":
      return 403;
    case "not-found":
      return 404;
    case "conflict":
      return 409;
    case "invalid":
      return 422;
    case "too-large":
      return 413;
    case "rate-limited":
      return 429;
    case "unavailable":
      return 503;
    case "internal":
      return 500;
    default:
      return assertNever(code);
  }
}

export const bodyOf = (error: ApiError, locale: Locale, requestId: string): ErrorBody => ({
  error: {
    code: error.code,
    message: failureSentence(error.failure, locale),
    requestId,
    failure: { reason: error.failure.reason, params: { ...error.failure.params } },
  },
});

/** Whatever was thrown, as a refusal. Bytes that are damaged or gone say so, without their names. What nobody foresaw is "internal" and says nothing of itself. */
export function apiErrorOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof FailureError) return new ApiError("invalid", error.failure, { cause: error });
  if (error instanceof BlobDamaged) return new ApiError("internal", serverWords.failure("blob-damaged"), { cause: error });
  if (error instanceof BlobMissing) return new ApiError("internal", serverWords.failure("blob-missing"), { cause: error });
  if (isDatabaseGone(error)) return new ApiError("unavailable", serverWords.failure("database-gone"), { cause: error });
  if (isDiskFull(error)) return new ApiError("unavailable", serverWords.failure("disk-full"), { cause: error });
  return new ApiError("internal", serverWords.failure("internal"), { cause: error });
}

const chain = function* (error: unknown): Generator<{ readonly code?: unknown; readonly message?: unknown }> {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    yield at as { readonly code?: unknown; readonly message?: unknown };
    if (at instanceof AggregateError) for (const inner of at.errors) if (inner instanceof Error) yield inner;
  }
};

const connectionCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "08003",
  "53300",
]);

/** Postgres does not answer: it is down, starting or out of connections. */
export function isDatabaseGone(error: unknown): boolean {
  for (const { code, message } of chain(error)) {
    const text = String(message ?? "");
    if (typeof code === "string" && connectionCodes.has(code) && (code !== "ENOENT" || text.includes("connect"))) return true;
    if (
      /Connection terminated|timeout exceeded when trying to connect|connection timeout|not queryable|Client has encountered a connection error/i.test(
        text,
      )
    )
      return true;
  }
  return false;
}

export function isDiskFull(error: unknown): boolean {
  for (const { code } of chain(error)) if (code === "ENOSPC" || code === "EDQUOT" || code === "53100") return true;
  return false;
}

/** SQLSTATE of a failed query, wherever the driver put it. */
export function sqlState(error: unknown): string | null {
  for (const { code } of chain(error)) if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  return null;
}
