// How an open notebook finds its server again. While the server is away it is asked by plain requests, once a second: a
// page that waits ever longer comes late, and browsers hold back the sockets of a host at which many have failed.
// Whoever is turned away by a server that answers waits longer each time.

export interface ComeBackOptions {
  /** Whether the server is there. */
  readonly ask: () => Promise<boolean>;
  readonly connect: () => void;
  /** May end early: the page is looked at again, the network is back. */
  readonly pause: (ms: number) => Promise<void>;
  /** From 0 to 1: not all pages at the same moment. */
  readonly random: () => number;
}

export interface ComeBack {
  /** The connection was lost, or was not made. */
  lost(): void;
  /** It stands. */
  arrived(): void;
  stop(): void;
}

const longestMs = 5_000;

export function newComeBack({ ask, connect, pause, random }: ComeBackOptions): ComeBack {
  let turnedAway = 0;
  let isLooking = false;
  let stopped = false;

  const look = async (): Promise<void> => {
    let wasAway = false;
    while (!stopped && !(await ask())) {
      wasAway = true;
      await pause(700 + 600 * random());
    }
    if (wasAway) turnedAway = 0;
    else await pause(Math.min(longestMs, 100 * 2 ** turnedAway++));
    isLooking = false;
    if (!stopped) connect();
  };

  return {
    lost: () => {
      if (isLooking || stopped) return;
      isLooking = true;
      void look();
    },
    arrived: () => {
      turnedAway = 0;
    },
    stop: () => {
      stopped = true;
    },
  };
}
