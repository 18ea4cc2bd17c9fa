// What a run's steps have come to, on its way to the server. The worker does not wait for it: what ends while a report is
// under way goes along with the next one, so that a chain of quick steps costs few transactions.

import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { StepReport } from "./kernel-client.ts";

/** A figure in every step stays within what the server takes in one request. */
const mostAtOnce = 32;

export class StepReports {
  private readonly send: (steps: readonly StepReport[]) => Promise<void>;
  private readonly onFailed: (error: Error) => void;
  private waiting: StepReport[] = [];
  private sending: Promise<void> | null = null;
  private failed: Error | null = null;

  /** `onFailed`: the server cannot be told; nothing more is sent. */
  constructor(send: (steps: readonly StepReport[]) => Promise<void>, onFailed: (error: Error) => void) {
    this.send = send;
    this.onFailed = onFailed;
  }

  /** `later`: nobody waits for it, the next one takes it along. */
  add(step: number, outcome: StepOutcome, later: boolean): void {
    if (this.failed) return;
    this.waiting.push({ step, outcome });
    if (!later) this.begin();
  }

  /** Resolves when the server knows all that was added; rejects when it cannot be told. */
  async known(): Promise<void> {
    while (this.waiting.length > 0 || this.sending) {
      this.begin();
      await this.sending;
      if (this.failed) throw this.failed;
    }
    if (this.failed) throw this.failed;
  }

  private begin(): void {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
    });
  }

  private async sendAll(): Promise<void> {
    try {
      while (this.waiting.length > 0) await this.send(this.waiting.splice(0, mostAtOnce));
    } catch (error) {
      this.waiting = [];
      this.failed = error instanceof Error ? error : new Error(String(error));
      this.onFailed(this.failed);
    }
  }
}
