// What a run's steps have come to, on its way to the server. The worker does not wait for it: a chain of quick steps is
// told in one transaction, for the figure at its end should not wait for that of the table before it.

import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { StepReport } from "./kernel-client.ts";

/** A figure in every step stays within what the server takes in one request. */
const mostAtOnce = 32;
/** How long a step in the middle of a plan waits for the next one to go along: a person does not see it. */
const soonMs = 80;

/** `now`: the plan's last step. `soon`: another one follows. `later`: nobody waits for it, the next one takes it along. */
export type Urgency = "now" | "soon" | "later";

export class StepReports {
  private readonly send: (steps: readonly StepReport[]) => Promise<void>;
  private readonly onFailed: (error: Error) => void;
  private waiting: StepReport[] = [];
  private sending: Promise<void> | null = null;
  private failed: Error | null = null;
  private soon: ReturnType<typeof setTimeout> | undefined;

  /** `onFailed`: the server cannot be told; nothing more is sent. */
  constructor(send: (steps: readonly StepReport[]) => Promise<void>, onFailed: (error: Error) => void) {
    this.send = send;
    this.onFailed = onFailed;
  }

  add(step: number, outcome: StepOutcome, urgency: Urgency): void {
    if (this.failed) return;
    this.waiting.push({ step, outcome });
    if (urgency === "now") this.begin();
    if (urgency === "soon") this.soon ??= setTimeout(() => this.begin(), soonMs);
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
    clearTimeout(this.soon);
    this.soon = undefined;
    if (this.waiting.length > 0) this.sending ??= this.sendAll();
  }

  private async sendAll(): Promise<void> {
    try {
      while (this.waiting.length > 0) await this.send(this.waiting.splice(0, mostAtOnce));
    } catch (error) {
      this.waiting = [];
      this.failed = error instanceof Error ? error : new Error(String(error));
      this.onFailed(this.failed);
    }
    // In the same breath as the last look: what is added from here on begins anew.
    this.sending = null;
  }
}
