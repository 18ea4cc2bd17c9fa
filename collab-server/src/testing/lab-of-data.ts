// A lab with data sets, notebooks that load them, and runs of their cells in this process: the ground of tests of what is made
// of data.

import { createHash } from "node:crypto";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { expect } from "vitest";
import { runCells } from "./run-cells.ts";
import type { Person, TestServer } from "./test-server.ts";

export interface KeptFile {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly size: number;
}

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** In a notebook's text. */
export const fileText = ({ id, version, digest, size }: KeptFile, name = "data.csv"): string =>
  `{digest: '${digest}', name: ${name}, size: ${size}, dataset: ${id}, version: ${version}}`;
export const loadText = (name: string, of: KeptFile, format = "csv"): string =>
  `\`\`\`load ${name}\nfile: ${fileText(of)}\nformat: ${format}\n\`\`\`\n\n`;

export class LabOfData {
  readonly files = new Map<string, ByteSource>();
  readonly server: TestServer;
  readonly lab: string;
  readonly owner: Person;
  private constructor(server: TestServer, lab: string, owner: Person) {
    this.server = server;
    this.lab = lab;
    this.owner = owner;
  }

  static async of(server: TestServer, owner: Person, name: string): Promise<LabOfData> {
    const { body } = await owner.ask("POST", "/api/v1/labs", { name });
    return new LabOfData(server, body.id, owner);
  }

  /** The next version of a data set of the lab, made where it is not there. */
  async put(id: string, text: string): Promise<KeptFile> {
    const { context } = this.server;
    const bytes = new TextEncoder().encode(text);
    const digest = digestOf(bytes);
    this.files.set(digest, bytesAsSource(bytes));
    const blob = await context.blobs.put(context.db, { lab: this.lab }, bytes);
    await context.pool.query(
      "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($1, $2, $1, $3, 1, 1) on conflict do nothing",
      [id, this.lab, this.owner.id],
    );
    const { rows } = await context.pool.query<{ version: number }>(
      `insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at)
        select $1, (select coalesce(max(version), 0) + 1 from dataset_versions where dataset = $1), $2, $3, $4, 'data.csv', $5, $6, 1 returning version`,
      [id, this.lab, blob.id, digest, bytes.length, this.owner.id],
    );
    return { id, version: rows[0]?.version ?? 1, digest, size: bytes.length };
  }

  /** What the store made, for cells that read it. */
  async readMade(of: { readonly id: string; readonly digest: string }): Promise<void> {
    const { context } = this.server;
    const { rows } = await context.pool.query<{ blob: string }>(
      "select blob from dataset_versions where dataset = $1 and digest = $2",
      [of.id, of.digest],
    );
    this.files.set(of.digest, await context.blobs.open(context.db, rows[0]?.blob ?? ""));
  }

  /** A notebook of these cells that uses these data sets, which its owner may share. */
  async notebook(cells: string, datasets: readonly string[] = [], title = "Data"): Promise<string> {
    const text = `---\nformat: 1\ntitle: ${title}\n---\n\n${cells}`;
    const made = await this.owner.ask("POST", "/api/v1/notebooks", { lab: this.lab, title, text });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    for (const dataset of datasets) await this.attach(made.body.id, dataset);
    return made.body.id;
  }

  async attach(notebook: string, dataset: string, by: Person = this.owner): Promise<void> {
    const { status, body } = await by.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset });
    expect(status, JSON.stringify(body)).toBe(200);
  }

  readonly run = (notebook: string): Promise<void> =>
    runCells(this.server.context, { notebook, lab: this.lab, by: this.owner.id, files: this.files });
}
