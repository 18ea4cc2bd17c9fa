// Speaks with the server: JSON in and out, every failure a value with a sentence in the reader's language.

import { useCallback, useEffect, useRef, useState } from "react";
import { receivedFailure, type Failure } from "@genomecraft/cells/base/failure.ts";
import type { Result } from "@genomecraft/cells/base/result.ts";

export interface ApiError {
  readonly code: string;
  /** 0 when the server was not reached. */
  readonly status: number;
  readonly message: string;
  readonly requestId: string | null;
  readonly failure: Failure | null;
}
export type Answer<T> = Result<T, ApiError>;

const base = "/api/v1";
let language = "en";
let offlineSentence = "The server does not answer.";
let onSignedOut: () => void = () => {};

/** Set by the shell: language of answers, what to say when nothing answers, and what to do when the session ended. */
export function configureApi(options: {
  readonly language: string;
  readonly offline: string;
  readonly signedOut: () => void;
}): void {
  language = options.language;
  offlineSentence = options.offline;
  onSignedOut = options.signedOut;
}

async function request<T>(method: string, path: string, body?: unknown, quiet = false, signal?: AbortSignal): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path.startsWith("/api/") ? path : `${base}${path}`, {
      method,
      credentials: "same-origin",
      ...(signal ? { signal } : {}),
      headers: {
        accept: "application/json",
        "accept-language": language,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, error: { code: "unreachable", status: 0, message: offlineSentence, requestId: null, failure: null } };
  }
  const text = await response.text().catch(() => "");
  const parsed = parse(text);
  if (response.ok) return { ok: true, value: parsed as T };
  if (response.status === 401 && !quiet) onSignedOut();
  return { ok: false, error: errorOf(response, parsed, text) };
}

const parse = (text: string): unknown => {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

function errorOf(response: Response, parsed: unknown, text: string): ApiError {
  const found =
    typeof parsed === "object" && parsed !== null ? (parsed as { error?: unknown; message?: unknown; code?: unknown }) : {};
  const inner = (typeof found.error === "object" && found.error !== null ? found.error : found) as {
    code?: unknown;
    message?: unknown;
    requestId?: unknown;
    failure?: unknown;
  };
  const plain = typeof parsed === "string" && text.length < 300 && !text.includes("<") ? text : null;
  return {
    code: typeof inner.code === "string" ? inner.code : "internal",
    status: response.status,
    message:
      typeof inner.message === "string" && inner.message !== ""
        ? inner.message
        : (plain ?? `${offlineSentence} (${response.status})`),
    requestId: typeof inner.requestId === "string" ? inner.requestId : null,
    failure: receivedFailure(inner.failure),
  };
}

/** Asked for before anybody waits for it. */
const early = new Map<string, Promise<Answer<unknown>>>();

/** The answer that was asked for early, once; a failure is asked again, so that it is said in the reader's language. */
async function read<T>(path: string, quiet: boolean): Promise<Answer<T>> {
  const asked = early.get(path);
  early.delete(path);
  const answer = await asked;
  return answer?.ok ? (answer as Answer<T>) : request<T>("GET", path, undefined, quiet);
}

export const api = {
  get: <T>(path: string) => read<T>(path, false),
  /** Asks for what takes long: whoever goes away lets go of it. */
  getUntil: <T>(path: string, signal: AbortSignal) => request<T>("GET", path, undefined, false, signal),
  /** A 401 is an answer here, not the end of the session. */
  ask: <T>(path: string) => read<T>(path, true),
  /** Asks for what the page will want while its script is still on the way. */
  ahead: (path: string): void => {
    early.set(path, request("GET", path, undefined, true));
  },
  post: <T>(path: string, body: unknown = {}) => request<T>("POST", path, body),
  tell: <T>(path: string, body: unknown = {}) => request<T>("POST", path, body, true),
  put: <T>(path: string, body: unknown = {}) => request<T>("PUT", path, body),
  patch: <T>(path: string, body: unknown = {}) => request<T>("PATCH", path, body),
  delete: <T>(path: string) => request<T>("DELETE", path),
};

export interface Loaded<T> {
  readonly value: T | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  reload(): void;
}

/** Reads a resource and keeps it; null reads nothing. `every` milliseconds reads it again while the tab is seen. */
export function useApi<T>(path: string | null, every?: number): Loaded<T> {
  const [state, setState] = useState<{ path: string | null; value: T | null; error: ApiError | null; loading: boolean }>({
    path,
    value: null,
    error: null,
    loading: path !== null,
  });
  const turn = useRef(0);
  const present = useRef(path);
  present.current = path;
  const load = useCallback(async (): Promise<void> => {
    // Whoever asks for what the page has gone on from does not end the reading of what it shows now.
    if (path === null || path !== present.current) return;
    const mine = ++turn.current;
    const answer = await api.get<T>(path);
    if (mine !== turn.current) return;
    setState((before) => ({
      path,
      value: answer.ok ? answer.value : before.path === path ? before.value : null,
      error: answer.ok ? null : answer.error,
      loading: false,
    }));
  }, [path]);
  useEffect(() => {
    setState((before) => (before.path === path ? before : { path, value: null, error: null, loading: path !== null }));
    void load();
    if (!every) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) void load();
    }, every);
    return () => clearInterval(timer);
  }, [load, every, path]);
  return {
    value: state.path === path ? state.value : null,
    error: state.error,
    loading: state.loading,
    reload: () => void load(),
  };
}
