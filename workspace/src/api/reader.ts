// How views read more of a result than they were given: windows, summaries, search and downloads over HTTP. Answers are
// kept by digest, newest first, so that scrolling back asks nobody.

import { askAgain } from "@genomecraft/cells/base/ask-again.ts";
import type { AlongFile, ArtifactReader, ColumnSummary, TableWindow } from "@genomecraft/cells/contract/kind-view.ts";
import { RowsClosed } from "@genomecraft/cells/contract/rows-closed.ts";
import { SortGone } from "@genomecraft/cells/contract/sort-gone.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { CellRef } from "@genomecraft/cells/base/refs.ts";
import { api, type ApiError } from "./client.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

type Handle = { readonly ref: CellRef; readonly digest: string };
const kept = 200;

/** What was refused is not asked for again, however often it is drawn: each time would stand in the record of the lab. */
export interface NotebookReader extends ArtifactReader {
  /** Rights have changed: what was closed may be open. */
  forgetRefused(): void;
}

/** `mainPort` names the output that a reference without a port means. */
export function newArtifactReader(notebook: string, mainPort: (ref: CellRef) => string): NotebookReader {
  const memo = new Map<string, Promise<unknown>>();
  const refused = new Set<string>();
  /** Asked and not answered. */
  const open = new Set<string>();
  const at = (handle: Handle, what: string, query: { readonly [key: string]: string | number | boolean | undefined }): string => {
    const params = new URLSearchParams();
    if (!handle.digest.startsWith("here:")) params.set("digest", handle.digest);
    for (const [key, value] of Object.entries(query)) if (value !== undefined) params.set(key, String(value));
    const port = handle.ref.port ?? mainPort(handle.ref);
    const part = encodeURIComponent;
    return `/notebooks/${part(notebook)}/cells/${part(handle.ref.ref)}/outputs/${part(port)}${what}?${params}`;
  };
  const get = <T>(path: string): Promise<T> => {
    const known = memo.get(path);
    if (known) return known as Promise<T>;
    const ask = async (): Promise<T> => {
      const answer = await askAgain(
        () => api.get<T>(path),
        (one) => !one.ok && one.error.failure?.reason === serverWords.key("result-not-kept"),
      );
      const isLast = memo.get(path) === asked;
      if (isLast || !memo.has(path)) open.delete(path);
      if (answer.ok) return answer.value;
      // A question from before the last change of rights says nothing of now.
      if (isLast && answer.error.status === 403) refused.add(path);
      else if (isLast) memo.delete(path);
      throw refusalOf(answer.error);
    };
    const asked = ask();
    memo.set(path, asked);
    open.add(path);
    if (memo.size > kept) memo.delete(memo.keys().next().value as string);
    return asked;
  };
  return {
    forgetRefused: () => {
      for (const path of [...refused, ...open]) memo.delete(path);
      refused.clear();
      open.clear();
    },
    json: (handle) => get<Json>(at(handle, "/json", {})),
    window: (handle, options) =>
      get<TableWindow>(
        at(handle, "/window", {
          part: options.part,
          offset: options.offset,
          limit: options.limit,
          colOffset: options.columns?.offset,
          colLimit: options.columns?.limit,
          sort: options.sort?.column,
          desc: options.sort?.descending ? "true" : undefined,
        }),
      ),
    summary: async (handle, options) =>
      listIn<ColumnSummary>(await get<unknown>(at(handle, "/summary", { part: options.part })), "columns"),
    search: async (handle, options) =>
      listIn<string>(
        await get<unknown>(
          at(handle, "/search", {
            what: typeof options.what === "string" ? options.what : `column:${options.what.column}`,
            q: options.text,
            limit: options.limit,
          }),
        ),
        "names",
      ),
    along: async (handle, { place, bins, isEstimate, signal, waits }) => {
      const read = at(handle, "/along", { place, bins });
      const path = isEstimate ? at(handle, "/along", { place, bins, estimate: "true" }) : read;
      // An estimate is not told where all was read meanwhile.
      const known = memo.get(read) ?? memo.get(path);
      if (known) return known as Promise<AlongFile>;
      for (;;) {
        const answer = await api.getUntil<AlongAnswer>(path, signal);
        signal.throwIfAborted();
        if (!answer.ok) throw refusalOf(answer.error);
        const { along, waiting } = answer.value;
        if (along) {
          memo.set(path, Promise.resolve(along));
          return along;
        }
        if (waiting) waits(waiting);
        // Without compute nothing is held, and the answer comes at once.
        if (waiting?.why === "no-kernel") await new Promise((resolve) => setTimeout(resolve, 2_000));
        signal.throwIfAborted();
      }
    },
    downloadUrl: (handle, format) => `/api/v1${at(handle, "/download", { format })}`,
  };
}

interface AlongAnswer {
  readonly waiting: { readonly why: string; readonly message: string; readonly fraction: number | null } | null;
  readonly along: AlongFile | null;
}

function refusalOf({ failure, message }: ApiError): Error {
  const reason = failure?.reason;
  if (reason === serverWords.key("restricted-rows")) return new RowsClosed(message);
  if (reason === serverWords.key("sort-missing") || reason === serverWords.key("sort-near")) return new SortGone(message);
  return new Error(message);
}

/** A list, alone or as the one list of an object. */
function listIn<T>(answer: unknown, name: string): readonly T[] {
  if (Array.isArray(answer)) return answer as readonly T[];
  if (typeof answer !== "object" || answer === null) return [];
  const found = (answer as { readonly [key: string]: unknown })[name] ?? Object.values(answer).find(Array.isArray);
  return Array.isArray(found) ? (found as readonly T[]) : [];
}
