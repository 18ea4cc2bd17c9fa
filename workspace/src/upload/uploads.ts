// Files on their way to the server: resumable (tus), with progress and cancel; then each becomes a data set of a lab.

import type * as Tus from "tus-js-client";
import type { LabRef } from "../api/answers.ts";
import { api } from "../api/client.ts";
import type { NewDataset } from "../api/answers.ts";
import { cleanFileName } from "@genomecraft/cells/base/clean-name.ts";
import { newStore } from "../base/store.ts";

export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: "sending" | "waiting" | "saving" | "failed" | "cancelled";
  readonly error: string | null;
  cancel(): void;
  retry(): void;
}

/** Uploads of this tab that are not yet put away. */
export const uploads = newStore<readonly Upload[]>([]);
let next = 1;
const change = (id: number, part: Partial<Upload>): void =>
  uploads.set((before) => before.map((item) => (item.id === id ? { ...item, ...part } : item)));
export const forget = (id: number): void => uploads.set((before) => before.filter((item) => item.id !== id));

/** Asks for the program that sends, so that it comes while something else is asked. */
export const bringUploads = (): void => void import("tus-js-client").catch(() => {});

/** Sends one file; answers its data set, or null when it was cancelled or failed (the list says why). */
export async function upload(
  file: File,
  options: { readonly lab: LabRef; readonly notebook?: string; readonly versionOf?: string },
): Promise<NewDataset | null> {
  const tus = await import("tus-js-client");
  const id = next++;
  // What nobody sees in it goes; where nothing stays of it, the server says that a file has a name.
  const name = cleanFileName(file.name);
  return new Promise((resolve) => {
    const sending = new tus.Upload(file, {
      endpoint: "/api/v1/uploads",
      chunkSize: 16 * 1024 * 1024,
      retryDelays: [0, 500, 1_000, 2_000, 4_000, 8_000],
      removeFingerprintOnSuccess: true,
      metadata: {
        filename: name,
        filetype: file.type || "application/octet-stream",
        lab: options.lab.id,
        ...(options.notebook ? { notebook: options.notebook } : {}),
      },
      onProgress: (sent) => change(id, { sent, state: "sending" }),
      onShouldRetry: (error) => {
        const status = (error as Tus.DetailedError).originalResponse?.getStatus() ?? 0;
        change(id, { state: "waiting" });
        return status === 0 || status === 409 || status === 423 || status >= 500;
      },
      onError: (error) => change(id, { state: "failed", error: sentenceOf(error) }),
      onSuccess: () => {
        change(id, { sent: file.size, state: "saving" });
        const uploadId = (sending.url ?? "").split("/").at(-1) ?? "";
        void api
          .post<NewDataset>("/datasets", {
            upload: uploadId,
            lab: options.lab.id,
            name,
            ...(options.versionOf ? { versionOf: options.versionOf } : {}),
            ...(options.notebook ? { notebook: options.notebook } : {}),
          })
          .then((answer) => {
            if (answer.ok) {
              forget(id);
              resolve(answer.value);
            } else change(id, { state: "failed", error: answer.error.message });
          });
      },
    });
    const start = (): void => {
      void sending.findPreviousUploads().then((found) => {
        const [newest] = found;
        if (newest) sending.resumeFromPreviousUpload(newest);
        sending.start();
      });
    };
    uploads.set((before) => [
      ...before,
      {
        id,
        name,
        size: file.size,
        sent: 0,
        state: "sending",
        error: null,
        cancel: () => {
          void sending.abort(true).catch(() => undefined);
          change(id, { state: "cancelled" });
          setTimeout(() => forget(id), 1_000);
          resolve(null);
        },
        retry: () => {
          change(id, { state: "sending", error: null });
          start();
        },
      },
    ]);
    start();
  });
}

function sentenceOf(error: Error | Tus.DetailedError): string {
  const body = "originalResponse" in error ? error.originalResponse?.getBody() : undefined;
  if (!body) return error.message.split(",")[0] ?? error.message;
  try {
    return (JSON.parse(body) as { error?: { message?: string } }).error?.message ?? body.slice(0, 200);
  } catch {
    return body.slice(0, 200);
  }
}
