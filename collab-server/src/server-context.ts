// What every route is given: made once by main.ts, never looked up. ServerCore is what stands before anything is alive; what
// is alive (live.ts) is made of it, and lends the context two ports for those who need no more of it.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Database, Executor, OpenDatabase } from "@genomecraft/storage/database.ts";
import type { BlobStore } from "@genomecraft/storage/blobs/blob-store.ts";
import type { SealedBlobs } from "@genomecraft/storage/blobs/sealed-blobs.ts";
import type { SealedUploads } from "@genomecraft/storage/blobs/sealed-uploads.ts";
import type { LabKeys } from "@genomecraft/storage/blobs/lab-keys.ts";
import type { Audit } from "@genomecraft/storage/audit/audit.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { Result } from "@genomecraft/cells/base/result.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { HttpBindings } from "@hono/node-server";
import type { Pool, ClientConfig } from "pg";
import type { Logger } from "pino";
import type { LabRole, NotebookRole } from "../contract/roles.ts";
import type { Auth } from "./accounts/auth.ts";
import type { PasswordStrength } from "./accounts/password-strength.ts";
import type { Principal } from "./accounts/principal.ts";
import type { ServerConfig } from "./config.ts";
import type { Postbox } from "./mail/postbox.ts";
import type { Metrics } from "./metrics.ts";
import type { EditRecord } from "./record/edit-record.ts";
import type { RecordOnce } from "./record/record-once.ts";
import type { AwaitedArtifacts } from "./awaited-artifacts.ts";
import type { NotebookComputing } from "./notebook-computing.ts";

export interface ServerCore {
  readonly config: ServerConfig;
  readonly database: OpenDatabase;
  readonly db: Database;
  readonly pool: Pool;
  /** For a connection of one's own beside the pool: LISTEN. */
  readonly connection: ClientConfig;
  /** Where encrypted bytes lie. Use `blobs` for anything with content. */
  readonly store: BlobStore;
  readonly blobs: SealedBlobs;
  readonly uploads: SealedUploads;
  readonly keys: LabKeys;
  readonly audit: Audit;
  /** For what is done again and again: reading, being refused. */
  readonly recordOnce: RecordOnce;
  readonly edits: EditRecord;
  readonly auth: Auth;
  readonly passwords: PasswordStrength;
  /** Where letters are put; null where no mail is set up. */
  readonly postbox: Postbox | null;
  readonly log: Logger;
  readonly metrics: Metrics;
  now(): number;
  /** Outputs that somebody waits for on this server while the run that made them still has them. */
  readonly awaited: AwaitedArtifacts;
  /** What the screen is told about this server; kernels report whether their workers are sealed. */
  readonly features: { sandboxed: boolean; demo: boolean };
}

export interface ServerContext extends ServerCore {
  readonly documents: NotebookDocuments;
  /** How plans get run for verification and publications. */
  readonly computing: NotebookComputing;
}

/** What is needed to say what a person may see of a notebook's results. */
export type Lookout = ServerCore & { readonly documents: Pick<NotebookDocuments, "sources" | "graph"> };

/** What accounts, labs and notebooks ask of the part that holds documents. */
export interface NotebookDocuments {
  /**
   * Writes the first state of a document, in the transaction that creates its notebook: once, never again. `text` is a
   * notebook in the text format; a text that cannot be read is a failure and the transaction is rolled back.
   */
  create(
    tx: Executor,
    notebook: {
      readonly id: string;
      readonly lab: string;
      readonly epoch: string;
      readonly title: string;
      readonly text?: string;
      readonly by: string;
    },
  ): Promise<Result<{ readonly cellCount: number }, Failure>>;
  /** The same cells in a new document (with ids of its own history), for "duplicate". */
  copy(
    tx: Executor,
    from: string,
    to: { readonly id: string; readonly lab: string; readonly epoch: string; readonly title: string; readonly by: string },
  ): Promise<{ readonly cellCount: number }>;
  /** Data sets behind each cell as the document reads now. */
  sources(notebook: string): Promise<ReadonlyMap<CellId, Sources>>;
  /** The dependency graph of the document as it reads now. */
  graph(notebook: string): Promise<DependencyGraph>;
  /** The title is part of the document: an ordinary change of the live one. */
  rename(notebook: string, title: string, by: string): Promise<void>;
}

/** A notebook as the one who asks may see it; put there by `requireNotebook`. */
export interface NotebookAccess {
  readonly id: string;
  readonly lab: string;
  readonly labName: string;
  readonly title: string;
  readonly epoch: string;
  readonly role: NotebookRole;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}

export interface LabAccess {
  readonly id: string;
  readonly name: string;
  readonly role: LabRole;
}

export interface Env {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    locale: Locale;
    log: Logger;
    principal: Principal | null;
    notebook: NotebookAccess;
    lab: LabAccess;
  };
}

export type App = OpenAPIHono<Env>;
