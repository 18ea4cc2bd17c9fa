// The running product for benchmarks: started as npm start starts it, spoken to over its API as any program would.

import { createHash } from "node:crypto";
import { newHome, removeHome, startProduct, type Product } from "../e2e/harness.ts";

export interface Client {
  readonly product: Product;
  readonly cookie: string;
  readonly lab: string;
  call<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** Uploads bytes by tus in one part and makes them a data set of the lab. */
  upload(name: string, bytes: Uint8Array): Promise<{ readonly id: string; readonly digest: string; readonly version: number }>;
  close(): Promise<void>;
}

export async function openProduct(args: readonly string[] = ["--empty"]): Promise<Client> {
  const home = newHome();
  const product = await startProduct({ home, args });
  const signed = await fetch(product.signIn, { redirect: "manual" });
  const cookie = signed.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${product.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: product.url, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text) as T;
  };
  const me = await call<{ labs: { id: string }[] }>("GET", "/me");
  const lab = me.labs[0]?.id ?? (await call<{ id: string }>("POST", "/labs", { name: "Bench lab" })).id;
  return {
    product,
    cookie,
    lab,
    call,
    upload: async (name, bytes) => {
      const meta = (values: Record<string, string>) =>
        Object.entries(values)
          .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
          .join(",");
      const made = await fetch(`${product.url}/api/v1/uploads`, {
        method: "POST",
        headers: {
          cookie,
          origin: product.url,
          "tus-resumable": "1.0.0",
          "upload-length": String(bytes.length),
          "upload-metadata": meta({ filename: name, lab }),
        },
      });
      const location = made.headers.get("location");
      if (!location) throw new Error(`the upload was refused: ${made.status} ${await made.text()}`);
      const sent = await fetch(new URL(location, product.url), {
        method: "PATCH",
        headers: {
          cookie,
          origin: product.url,
          "tus-resumable": "1.0.0",
          "upload-offset": "0",
          "content-type": "application/offset+octet-stream",
        },
        body: bytes as Uint8Array<ArrayBuffer>,
      });
      if (!sent.ok) throw new Error(`the upload broke off: ${sent.status} ${await sent.text()}`);
      const upload = location.split("/").pop() as string;
      return call("POST", "/datasets", { upload, lab, name });
    },
    close: async () => {
      await product.stop();
      removeHome(home);
    },
  };
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
