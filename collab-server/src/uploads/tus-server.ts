// Resumable uploads by the tus protocol (tus.io, 1.0.0) over sealed uploads. Metadata: filename, lab, notebook (if it is
// dropped on one). Each upload belongs to the person who began it.

import type { Readable } from "node:stream";
import { DataStore, ERRORS, Server, Upload as TusUpload } from "@tus/server";
import type { SealedUploads, Upload } from "@genomecraft/storage/blobs/sealed-uploads.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { apiErrorOf, statusOf } from "../errors.ts";
import type { Principal } from "../accounts/principal.ts";
import { uploadDetails } from "./upload-details.ts";

export const uploadsPath = "/api/v1/uploads";

class SealedStore extends DataStore {
  readonly #uploads: SealedUploads;
  readonly #principalOf: () => Principal;

  constructor(uploads: SealedUploads, principalOf: () => Principal) {
    super();
    this.#uploads = uploads;
    this.#principalOf = principalOf;
    this.extensions = ["creation", "creation-with-upload", "creation-defer-length", "termination"];
  }

  override async create(file: TusUpload): Promise<TusUpload> {
    const details = uploadDetails(file.metadata ?? {});
    const made = await this.#uploads.create({
      lab: details.lab,
      notebook: details.notebook,
      name: details.name,
      user: this.#principalOf().user.id,
      size: file.size ?? null,
      metadata: {
        filename: details.name,
        lab: details.lab,
        ...(details.notebook === null ? {} : { notebook: details.notebook }),
      },
    });
    // The address is ours to choose: tus takes the id from here on.
    file.id = made.id;
    return file;
  }

  /** Writers at work, by upload. */
  readonly #writing = new Map<string, Promise<number>>();

  /**
   * Waits for the writer of an upload. When a connection breaks, tus gives its lock back before what had arrived is on
   * the disk; who asked meanwhile would be told an offset that no longer holds a moment later.
   */
  async #written(id: string): Promise<void> {
    for (let writer = this.#writing.get(id); writer; writer = this.#writing.get(id)) await writer.catch(() => undefined);
  }

  override async getUpload(id: string): Promise<TusUpload> {
    await this.#written(id);
    const found = await this.#own(id);
    return new TusUpload({
      id,
      offset: found.offset,
      metadata: found.metadata,
      creation_date: new Date(found.createdAt).toISOString(),
      ...(found.size === null ? {} : { size: found.size }),
    });
  }

  override async declareUploadLength(id: string, size: number): Promise<void> {
    await this.#own(id);
    await this.#uploads.declareSize(id, size);
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const writer = this.#own(id)
      .then(() => this.#uploads.append(id, offset, stream))
      .finally(() => this.#writing.delete(id));
    this.#writing.set(id, writer);
    return writer;
  }

  override async remove(id: string): Promise<void> {
    await this.#written(id);
    await this.#own(id);
    await this.#uploads.remove(id);
  }

  async #own(id: string): Promise<Upload> {
    const found = await this.#uploads.find(id);
    if (!found || found.user !== this.#principalOf().user.id) throw ERRORS.FILE_NOT_FOUND;
    return found;
  }
}

export function newTusServer(options: {
  readonly uploads: SealedUploads;
  readonly largest: number;
  /** Of the request at hand. */
  readonly principalOf: () => Principal;
  /** Refuses a lab that the person may not upload to. */
  readonly checkLab: (lab: string) => Promise<void>;
  /** Once an upload is begun. */
  readonly onBegun: (upload: { readonly lab: string; readonly name: string; readonly size: number | null }) => Promise<void>;
  readonly onReceived: (bytes: number) => void;
  readonly onTrouble: (error: unknown) => void;
}): Server {
  const { uploads } = options;
  return new Server({
    path: uploadsPath,
    datastore: new SealedStore(uploads, options.principalOf),
    relativeLocation: true,
    maxSize: options.largest,
    respectForwardedHeaders: false,
    disableTerminationForFinishedUploads: true,
    onUploadCreate: async (_request, upload) => {
      const details = uploadDetails(upload.metadata ?? {});
      await options.checkLab(details.lab);
      await options.onBegun({ lab: details.lab, name: details.name, size: upload.size ?? null });
      return {};
    },
    onUploadFinish: async (_request, upload) => {
      const done = await uploads.finish(upload.id);
      options.onReceived(done.offset);
      return { headers: { "X-Digest": done.digest } };
    },
    onResponseError: (_request, error) => {
      if (!(error instanceof Error)) return undefined;
      const refusal = apiErrorOf(error);
      // tus's own errors carry their status; of others its answer would show the text.
      if (refusal.code === "internal" && "status_code" in error) return undefined;
      if (refusal.code === "internal") options.onTrouble(error);
      return { status_code: statusOf(refusal.code), body: sentence(refusal.failure, options.principalOf()) };
    },
  });
}

const sentence = (value: Failure, principal: Principal): string => failureSentence(value, principal.locale);
