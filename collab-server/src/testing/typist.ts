// Somebody who types: an unmodified y-websocket client that writes marks nobody else writes, and keeps account of which of
// them the server has acknowledged. What the fault suite counts at the end.

import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { syncProtocol } from "../../contract/sync-protocol.ts";

export interface TypistOptions {
  /** "http://127.0.0.1:4300" */
  readonly url: string;
  readonly notebook: string;
  readonly cookie: string;
  readonly name: string;
  /** 0 to 1. */
  readonly random: () => number;
}

interface Mark {
  readonly text: string;
  /** The client's clock after it. */
  readonly clock: number;
  readonly at: number;
}

export class Typist {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly written: Mark[] = [];
  /** Marks up to this clock are acknowledged. */
  acknowledged = 0;
  /** Milliseconds from keystroke to acknowledgement. */
  readonly latencies: number[] = [];
  private readonly options: TypistOptions;
  private readonly text: Y.Text;
  private count = 0;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(options: TypistOptions) {
    this.options = options;
    this.text = this.doc.getText("t");
    const { cookie } = options;
    class WithCookie extends WebSocket {
      constructor(url: string) {
        super(url, { headers: { cookie } });
        this.on("error", () => {});
      }
    }
    this.provider = new WebsocketProvider(`${options.url.replace("http", "ws")}/api/v1/sync`, options.notebook, this.doc, {
      WebSocketPolyfill: WithCookie as never,
      disableBc: true,
      params: { ext: "1", v: String(syncProtocol) },
      maxBackoffTime: 300,
    });
    this.provider.messageHandlers[100] = (_encoder, decoder) => void decoding.readVarString(decoder);
    this.provider.messageHandlers[102] = (_encoder, decoder) => void decoding.readVarString(decoder);
    this.provider.messageHandlers[101] = (_encoder, decoder) => {
      const clock = Y.decodeStateVector(decoding.readVarUint8Array(decoder)).get(this.doc.clientID) ?? 0;
      const now = performance.now();
      for (const mark of this.written) {
        if (mark.clock > this.acknowledged && mark.clock <= clock) this.latencies.push(now - mark.at);
      }
      this.acknowledged = Math.max(this.acknowledged, clock);
    };
  }

  /** One mark, somewhere among what is there. */
  type(): void {
    const mark = `<${this.options.name}.${this.count++}>`;
    const whole = this.text.toString();
    // Between marks, never inside one: a mark is whole or missing.
    const ends = [0, ...[...whole.matchAll(/>/g)].map((found) => found.index + 1)];
    const at = ends[Math.floor(this.options.random() * ends.length)] ?? 0;
    this.text.insert(at, mark);
    this.written.push({ text: mark, clock: Y.getState(this.doc.store, this.doc.clientID), at: performance.now() });
  }

  start(everyMs: number): void {
    this.timer = setInterval(() => this.type(), everyMs);
  }
  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  get all(): string {
    return this.text.toString();
  }
  get acknowledgedMarks(): readonly string[] {
    return this.written.filter((mark) => mark.clock <= this.acknowledged).map((mark) => mark.text);
  }
  get isSettled(): boolean {
    return this.provider.synced && this.written.every((mark) => mark.clock <= this.acknowledged);
  }
  leave(): void {
    this.stop();
    this.provider.destroy();
    this.doc.destroy();
  }
}

export interface Account {
  readonly typed: number;
  readonly acknowledged: number;
  /** Acknowledged marks that the text lacks. */
  readonly lost: readonly string[];
  /** Marks that are there twice. */
  readonly doubled: readonly string[];
  /** Whether every client holds the same text. */
  readonly agree: boolean;
}

/** What became of all that was typed, in a text. */
export function accountOf(typists: readonly Typist[], text: string): Account {
  const seen = new Map<string, number>();
  for (const [mark] of text.matchAll(/<[^<>]*>/g)) seen.set(mark, (seen.get(mark) ?? 0) + 1);
  return {
    typed: typists.reduce((sum, typist) => sum + typist.written.length, 0),
    acknowledged: typists.reduce((sum, typist) => sum + typist.acknowledgedMarks.length, 0),
    lost: typists.flatMap((typist) => typist.acknowledgedMarks.filter((mark) => !seen.has(mark))),
    doubled: [...seen].filter(([, count]) => count > 1).map(([mark]) => mark),
    agree: typists.every((typist) => typist.all === text),
  };
}
