export interface Client {
  readonly product: {
    readonly url: string;
    readonly signIn: string;
  };
  readonly cookie: string;
  readonly lab: string;
  call<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** Uploads bytes by tus in one part and makes them a data set of the lab. */
  upload(
    name: string,
    bytes: Uint8Array,
  ): Promise<{
    readonly id: string;
    readonly digest: string;
    readonly version: number;
  }>;
  close(): Promise<void>;
}
export declare function openProduct(args?: readonly string[]): Promise<Client>;
export interface ServerClient extends Client {
  /** Of the server's process. */
  readonly pid: number;
  /** What a kernel leases with; none runs. */
  readonly kernelToken: string;
}
/** The server without a kernel, on a free port and in a home of its own, or where one was before. */
export declare function openServer(place?: { readonly home: string; readonly port: number }): Promise<ServerClient>;
/** Resident memory of a process in MiB; Linux. */
export declare const residentOf: (pid: number) => number;
export declare const sha256: (bytes: Uint8Array) => string;
