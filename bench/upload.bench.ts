// A file of 10 GB uploaded to the running server by tus: the first half in parts of 16 MiB, as the screen sends them; in
// the middle the connection breaks; the rest in one request from where the server says that it stands. Bytes are made
// with a seed as they are sent, so that only the server's sealed copy lies on the disk. The server's digest is compared
// with the sender's. GENOMECRAFT_BENCH_UPLOAD_GB sets another size.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { statfs } from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import type { Measurement } from "./measurement.ts";
import { openServer, residentOf, type ServerClient } from "./product-client.ts";

const gigabytes = Number(process.env.GENOMECRAFT_BENCH_UPLOAD_GB ?? 10);
const size = Math.round(gigabytes * 1e9);
const part = 16 * 2 ** 20;
const block = 2 ** 20;

/** The file: one random block again and again, each time with its number at its beginning, so that no two are equal. */
function fileContent(): (at: number) => Uint8Array {
  const random = seededRandom(9);
  const bytes = Uint8Array.from({ length: block }, () => Math.floor(random() * 256));
  return (at) => {
    const number = Math.floor(at / block);
    const whole = Buffer.from(bytes);
    whole.writeDoubleLE(number, 0);
    return whole.subarray(at - number * block, Math.min(block, size - number * block));
  };
}

export async function bench(): Promise<Measurement[]> {
  const { bavail, bsize } = await statfs(os.tmpdir());
  if (bavail * bsize < size * 1.05 + 2e9) {
    throw new Error(
      `An upload of ${gigabytes} GB needs as much room and 2 GB more in ${os.tmpdir()}, where ${((bavail * bsize) / 1e9).toFixed(0)} GB are free. GENOMECRAFT_BENCH_UPLOAD_GB sets a smaller one.`,
    );
  }
  const client = await openServer();
  try {
    return await measure(client);
  } finally {
    await client.close();
  }
}

async function measure(client: ServerClient): Promise<Measurement[]> {
  const { url } = client.product;
  const headers = { cookie: client.cookie, origin: url, "tus-resumable": "1.0.0" };
  const made = await fetch(`${url}/api/v1/uploads`, {
    method: "POST",
    headers: {
      ...headers,
      "upload-length": String(size),
      "upload-metadata": `filename ${btoa("reads.bin")},lab ${btoa(client.lab)}`,
    },
  });
  const location = new URL(made.headers.get("location") ?? "", url);
  if (made.status !== 201) throw new Error(`the upload was refused: ${made.status} ${await made.text()}`);

  const content = fileContent();
  const digest = createHash("sha256");
  let hashed = 0;
  let sent = 0;
  /** Sends [from, to); with `breakAt` the connection is cut when so much has been sent. Answers the response, or null when cut. */
  const patch = async (from: number, to: number, breakAt = Number.POSITIVE_INFINITY): Promise<http.IncomingMessage | null> => {
    const request = http.request(location, {
      method: "PATCH",
      headers: {
        ...headers,
        "upload-offset": String(from),
        "content-type": "application/offset+octet-stream",
        "content-length": String(to - from),
      },
    });
    const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
      request.on("response", resolve);
      request.on("error", reject);
    });
    // An answer before the end is a refusal.
    let refused = false;
    answered.then(
      () => (refused = true),
      () => (refused = true),
    );
    for (let at = from; at < to && !refused; ) {
      if (at >= breakAt) {
        request.destroy();
        return null;
      }
      const bytes = content(at).subarray(0, to - at);
      if (at + bytes.length > hashed) {
        digest.update(bytes.subarray(Math.max(0, hashed - at)));
        hashed = at + bytes.length;
      }
      at += bytes.length;
      sent = Math.max(sent, at);
      if (!request.write(bytes)) await Promise.race([once(request, "drain"), answered]);
    }
    request.end();
    const response = await answered;
    const said: Buffer[] = [];
    for await (const chunk of response) said.push(chunk as Buffer);
    if (response.statusCode !== 204)
      throw new Error(`the upload broke off: ${response.statusCode} ${Buffer.concat(said).toString()}`);
    return response;
  };

  // The highest resident memory while the first tenth came, and while all else came.
  let early = 0;
  let late = 0;
  const sample = setInterval(() => {
    const resident = residentOf(client.pid);
    if (sent < size * 0.1) early = Math.max(early, resident);
    else late = Math.max(late, resident);
  }, 100);
  try {
    const started = performance.now();
    const middle = Math.floor(size / 2);
    let offset = 0;
    while (offset < middle) {
      const to = Math.min(size, offset + part);
      const isBroken = to >= middle;
      await patch(offset, to, isBroken ? offset + (to - offset) / 2 : undefined);
      if (isBroken) break;
      offset = to;
    }
    const brokenAt = sent;
    const head = await fetch(location, { method: "HEAD", headers });
    offset = Number(head.headers.get("upload-offset") ?? Number.NaN);
    if (!(offset > 0 && offset <= brokenAt)) throw new Error(`${brokenAt} bytes were sent, the server stands at ${offset}`);
    const again = brokenAt - offset;
    const last = await patch(offset, size);
    const seconds = (performance.now() - started) / 1000;
    const expected = digest.digest("hex");
    if (last?.headers["x-digest"] !== expected)
      throw new Error(`sent ${expected}, the server holds ${String(last?.headers["x-digest"])}`);
    const name = `${gigabytes} GB uploaded by tus, broken off once in the middle`;
    return [
      { name: `${name}, speed (sealed on the disk; sender on the same machine)`, unit: "MB/s", median: size / 1e6 / seconds },
      {
        name: `${name}, growth of the server's resident memory from 10 % to the end`,
        unit: "MiB",
        median: Math.round(late - early),
        bound: "<= 64 MiB",
      },
      { name: `${name}, sent again after the break`, unit: "MB", median: again / 1e6, bound: "<= 16 MB" },
    ];
  } finally {
    clearInterval(sample);
  }
}
