// Uploads over tus when connections break, on a store that takes its time.

import { expect, test } from "vitest";
import type { SealedUploads, Upload } from "@genomecraft/storage/blobs/sealed-uploads.ts";
import type { Principal } from "../accounts/principal.ts";
import { newTusServer, uploadsPath } from "./tus-server.ts";

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const ann = { user: { id: "ann" }, locale: "en" } as unknown as Principal;

/** One upload in memory. What arrived counts only a while after the last of it came, as a slow disk would have it. */
function slowUploads(): SealedUploads {
  const upload = {
    id: "up_1",
    user: "ann",
    offset: 0,
    size: 1000,
    metadata: {},
    createdAt: 0,
    finished: false,
  } as unknown as Upload;
  let state = upload;
  const unused = async (): Promise<never> => {
    throw new Error("not asked for here");
  };
  return {
    create: unused,
    declareSize: unused,
    finish: unused,
    removeOld: unused,
    find: async () => state,
    remove: async () => {
      state = { ...state, offset: 0 };
    },
    append: async (_id, offset, content) => {
      let received = offset;
      const broken = await (async () => {
        for await (const chunk of content) received += chunk.length;
      })().then(
        () => null,
        (error: unknown) => error,
      );
      await later(100);
      if (state.offset !== offset) throw new Error("changed by somebody else");
      state = { ...state, offset: received };
      if (broken) throw broken;
      return received;
    },
  };
}

test("when a connection breaks, the offset that is told counts what had arrived, and holds", async () => {
  const server = newTusServer({
    uploads: slowUploads(),
    largest: 1e9,
    principalOf: () => ann,
    checkLab: async () => undefined,
    onBegun: async () => undefined,
    onReceived: () => undefined,
    onTrouble: () => undefined,
  });
  const ask = (method: string, headers: Record<string, string>, body?: ReadableStream<Uint8Array>) =>
    server.handleWeb(
      new Request(`http://here${uploadsPath}/up_1`, {
        method,
        headers: { "tus-resumable": "1.0.0", ...headers },
        ...(body ? { body, duplex: "half" } : {}),
      } as RequestInit),
    );
  const broken = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(new Uint8Array(400));
      await later(20);
      controller.error(new Error("the line is cut"));
    },
  });
  const part = { "content-type": "application/offset+octet-stream" };
  expect((await ask("PATCH", { ...part, "upload-offset": "0", "content-length": "1000" }, broken)).status).toBe(400);
  expect((await ask("HEAD", {})).headers.get("upload-offset")).toBe("400");
  const next = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(100));
      controller.close();
    },
  });
  const answer = await ask("PATCH", { ...part, "upload-offset": "400", "content-length": "600" }, next);
  expect([answer.status, answer.headers.get("upload-offset")]).toEqual([204, "500"]);
});
