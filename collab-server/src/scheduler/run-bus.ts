// What happens to runs, told to whoever waits for them on this server, and by number to the other servers, which read
// the rest from the database.

import { isSentence, type Sentence } from "@genomecraft/cells/messages/sentence.ts";
import { isWaitReason, type WaitReason } from "@genomecraft/cells/session/wait-reason.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { Notifications } from "../notifications.ts";

export type RunNews =
  /** It waits (again): no kernel has it. */
  | { readonly type: "queued"; readonly why: WaitReason }
  | { readonly type: "started"; readonly step: number }
  | { readonly type: "progress"; readonly step: number; readonly fraction: number | null; readonly note: Sentence | null }
  | { readonly type: "log"; readonly step: number; readonly offset: number; readonly text: string }
  /** Without the outcome when it happened on another server: it is in the database. */
  | { readonly type: "step"; readonly step: number; readonly outcome: StepOutcome | null; readonly sources: readonly string[] }
  | { readonly type: "ended"; readonly state: "done" | "lost" | "cancelled"; readonly detail: string };

/** Detail of a run that ended because an input was not kept: not its fault, and not the kernel's. */
export const inputMissing = "input-missing";

export interface RunBus {
  on(run: string, heard: (news: RunNews) => void): () => void;
  /** After the commit of what it tells. */
  tell(run: string, news: RunNews): void;
  close(): void;
}

const channel = "genomecraft_runs";
const longestPayload = 7_500;

export function newRunBus(options: {
  readonly notifications: Notifications;
  readonly replica: string;
  /** Other servers are there: without them nothing is sent. */
  readonly hasOthers: () => boolean;
}): RunBus {
  const listeners = new Map<string, Set<(news: RunNews) => void>>();
  const deliver = (run: string, news: RunNews): void => {
    for (const heard of [...(listeners.get(run) ?? [])]) heard(news);
  };
  const stop = options.notifications.on(channel, (payload) => {
    const [replica, run, json] = split(payload);
    if (replica !== options.replica) deliver(run, readNews(JSON.parse(json) as RunNews));
  });
  return {
    on: (run, heard) => {
      let set = listeners.get(run);
      if (!set) {
        set = new Set();
        listeners.set(run, set);
      }
      set.add(heard);
      return () => {
        set.delete(heard);
        if (set.size === 0 && listeners.get(run) === set) listeners.delete(run);
      };
    },
    tell: (run, news) => {
      deliver(run, news);
      if (!options.hasOthers()) return;
      const sent = news.type === "step" ? { ...news, outcome: null } : news;
      const json = JSON.stringify(sent.type === "log" ? { ...sent, text: sent.text.slice(-6_000) } : sent);
      if (json.length < longestPayload)
        void options.notifications.send(channel, `${options.replica}:${run}:${json}`).catch(() => {});
    },
    close: stop,
  };
}

/** Of another server, which may be of another release. */
function readNews(news: RunNews): RunNews {
  if (news.type === "queued" && !isWaitReason(news.why)) return { type: "queued", why: { what: "turn" } };
  if (news.type === "progress" && news.note !== null && !isSentence(news.note)) return { ...news, note: null };
  return news;
}

function split(payload: string): readonly [string, string, string] {
  const first = payload.indexOf(":");
  const second = payload.indexOf(":", first + 1);
  return [payload.slice(0, first), payload.slice(first + 1, second), payload.slice(second + 1)];
}
