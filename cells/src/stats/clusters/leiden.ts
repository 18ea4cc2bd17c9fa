// The Leiden algorithm: communities of a graph in which every part is connected (Traag, Waltman and van Eck, Scientific Reports
// 9:5233, 2019), for modularity with a resolution. Nodes move while that raises it; within each community single nodes join again
// where they are well connected (refinement: greedily, as leidenalg does by default); what came of that are the nodes of the next,
// smaller graph. The whole is done again until nothing changes.

import { modularity } from "./modularity.ts";
import { type Random, seededRandom, streamSeed } from "../seeded-random.ts";
import type { WeightedGraph } from "./neighbour-graph.ts";

export interface LeidenAsked {
  /** Larger: more and smaller communities. */
  readonly resolution: number;
  readonly seed: number;
}

const mostRounds = 20;
/** Of small graphs several runs cost nothing: the one of largest modularity stays. */
const startsFor = (nodes: number): number => Math.max(1, Math.min(10, Math.floor(20_000 / Math.max(1, nodes))));

/** A graph of joined nodes: what lies within a node is part of its strength alone. */
interface Level extends WeightedGraph {
  /** Sum of the weights at each node, those within it twice. */
  readonly strength: Float64Array;
}

/** The best of several runs, each of its own seed: of each node the number of its community, from 0. */
export async function bestLeiden(
  graph: WeightedGraph,
  { resolution, seed }: LeidenAsked,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<Int32Array> {
  const starts = startsFor(graph.nodes);
  let best: Int32Array | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < starts; start++) {
    const found = await leiden(graph, { resolution, seed: streamSeed(seed, start) }, (share) => pause((start + share) / starts));
    const quality = modularity(graph, found, resolution);
    if (best && quality <= most + 1e-12) continue;
    [best, most] = [found, quality];
  }
  return best as Int32Array;
}

/** Of each node the number of its community, from 0 in the order of their first nodes. */
async function leiden(
  graph: WeightedGraph,
  { resolution, seed }: LeidenAsked,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<Int32Array> {
  const { nodes } = graph;
  const base: Level = { ...graph, strength: strengthsOf(graph) };
  const total = base.strength.reduce((sum, strength) => sum + strength, 0);
  let found: Int32Array = Int32Array.from({ length: nodes }, (_, node) => node);
  if (total === 0) return found;
  const random = seededRandom(seed);
  const share = resolution / total;
  for (let round = 0; round < mostRounds; round++) {
    const before = found;
    let level = base;
    let labels: Int32Array = Int32Array.from(found);
    /** Node of the level that holds each node of the graph. */
    let place: Int32Array = Int32Array.from({ length: nodes }, (_, node) => node);
    for (;;) {
      await pause(round / mostRounds);
      moveNodes(level, labels, share, random);
      labels = numbered(labels);
      const refined = numbered(refine(level, labels, share, random));
      const parts = countOf(refined);
      found = place.map((node) => labels[node] as number);
      if (parts === level.nodes) break;
      const kept = new Int32Array(parts);
      for (let node = 0; node < level.nodes; node++) kept[refined[node] as number] = labels[node] as number;
      place = place.map((node) => refined[node] as number);
      level = aggregate(level, refined, parts);
      labels = kept;
    }
    found = numbered(found);
    if (found.every((label, node) => label === before[node])) break;
  }
  return found;
}

function strengthsOf({ nodes, offsets, weights }: WeightedGraph): Float64Array {
  return Float64Array.from({ length: nodes }, (_, node) => {
    let sum = 0;
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) sum += weights[at] as number;
    return sum;
  });
}

const countOf = (labels: Int32Array): number => labels.reduce((most, label) => Math.max(most, label), -1) + 1;

/** Numbers from 0 in the order in which they come first. */
function numbered(labels: Int32Array): Int32Array {
  const names = new Map<number, number>();
  return labels.map((label) => {
    const known = names.get(label);
    if (known !== undefined) return known;
    names.set(label, names.size);
    return names.size - 1;
  });
}

function shuffled(nodes: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: nodes }, (_, node) => node);
  for (let at = nodes - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] as number;
    order[at] = order[other] as number;
    order[other] = held;
  }
  return order;
}

/** Weights from one node to the communities of its neighbours; `seen` of them, to be wiped by the next `weigh`. */
class Ways {
  readonly weight: Float64Array;
  readonly seen: Int32Array;
  count = 0;

  constructor(nodes: number) {
    this.weight = new Float64Array(nodes).fill(-1);
    this.seen = new Int32Array(nodes);
  }

  add(community: number, weight: number): void {
    const held = this.weight[community] as number;
    if (held < 0) {
      this.seen[this.count] = community;
      this.count += 1;
      this.weight[community] = weight;
    } else this.weight[community] = held + weight;
  }

  to(community: number): number {
    return Math.max(0, this.weight[community] as number);
  }

  wipe(): void {
    for (let at = 0; at < this.count; at++) this.weight[this.seen[at] as number] = -1;
    this.count = 0;
  }
}

/** What must be gained for a move: more than rounding. */
const leastGain = 1e-12;

/** Nodes go where they gain most, those first whose neighbours moved, until none gains. `labels` are changed. */
function moveNodes(
  { nodes, offsets, targets, weights, strength }: Level,
  labels: Int32Array,
  share: number,
  random: Random,
): void {
  const sums = new Float64Array(nodes);
  const sizes = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const label = labels[node] as number;
    sums[label] = (sums[label] as number) + (strength[node] as number);
    sizes[label] = (sizes[label] as number) + 1;
  }
  const empty: number[] = [];
  for (let label = nodes - 1; label >= 0; label--) if (sizes[label] === 0) empty.push(label);
  const queue = shuffled(nodes, random);
  const isQueued = new Uint8Array(nodes).fill(1);
  const ways = new Ways(nodes);
  // A ring: at most every node waits once.
  let [head, waiting] = [0, nodes];
  while (waiting > 0) {
    const node = queue[head] as number;
    head = head + 1 === nodes ? 0 : head + 1;
    waiting -= 1;
    isQueued[node] = 0;
    const own = labels[node] as number;
    const k = strength[node] as number;
    ways.wipe();
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++)
      ways.add(labels[targets[at] as number] as number, weights[at] as number);
    sums[own] = (sums[own] as number) - k;
    let best = own;
    let most = ways.to(own) - share * k * (sums[own] as number) + leastGain * k;
    for (let at = 0; at < ways.count; at++) {
      const label = ways.seen[at] as number;
      if (label === own) continue;
      const gain = ways.to(label) - share * k * (sums[label] as number);
      if (gain > most) [best, most] = [label, gain];
    }
    // Alone it would gain nothing and lose nothing.
    const alone = empty.at(-1);
    if (most < 0 && alone !== undefined && (sizes[own] as number) > 1) best = alone;
    sums[best] = (sums[best] as number) + k;
    if (best === own) continue;
    if (best === alone) empty.pop();
    sizes[own] = (sizes[own] as number) - 1;
    sizes[best] = (sizes[best] as number) + 1;
    if (sizes[own] === 0) empty.push(own);
    labels[node] = best;
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
      const other = targets[at] as number;
      if (isQueued[other] || labels[other] === best) continue;
      isQueued[other] = 1;
      const tail = head + waiting;
      queue[tail >= nodes ? tail - nodes : tail] = other;
      waiting += 1;
    }
  }
}

/** Within each community: nodes that are alone join where they are well connected, one after the other. */
function refine(
  { nodes, offsets, targets, weights, strength }: Level,
  labels: Int32Array,
  share: number,
  random: Random,
): Int32Array {
  const parts = Int32Array.from({ length: nodes }, (_, node) => node);
  const whole = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const label = labels[node] as number;
    whole[label] = (whole[label] as number) + (strength[node] as number);
  }
  /** Of each part its strength, and the weight from it to the rest of its community. */
  const sums = Float64Array.from(strength);
  const out = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++)
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++)
      if (labels[targets[at] as number] === labels[node]) out[node] = (out[node] as number) + (weights[at] as number);
  const isAlone = new Uint8Array(nodes).fill(1);
  const isWell = (part: number, all: number): boolean =>
    (out[part] as number) >= share * (sums[part] as number) * (all - (sums[part] as number));
  const ways = new Ways(nodes);
  for (const node of shuffled(nodes, random)) {
    const all = whole[labels[node] as number] as number;
    if (!isAlone[node] || !isWell(node, all)) continue;
    ways.wipe();
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
      const other = targets[at] as number;
      if (labels[other] === labels[node]) ways.add(parts[other] as number, weights[at] as number);
    }
    const k = strength[node] as number;
    let [best, most] = [-1, 0];
    for (let at = 0; at < ways.count; at++) {
      const part = ways.seen[at] as number;
      if (!isWell(part, all)) continue;
      const gain = ways.to(part) - share * k * (sums[part] as number);
      if (gain > most) [best, most] = [part, gain];
    }
    if (best < 0) continue;
    parts[node] = best;
    // The part goes by the node that began it.
    isAlone[best] = 0;
    isAlone[node] = 0;
    sums[best] = (sums[best] as number) + k;
    out[best] = (out[best] as number) + (out[node] as number) - 2 * ways.to(best);
  }
  return parts;
}

/** Parts as nodes. */
function aggregate({ nodes, offsets, targets, weights, strength }: Level, parts: Int32Array, count: number): Level {
  const sums = new Float64Array(count);
  const starts = new Int32Array(count + 1);
  for (let node = 0; node < nodes; node++) {
    const part = parts[node] as number;
    sums[part] = (sums[part] as number) + (strength[node] as number);
    starts[part + 1] = (starts[part + 1] as number) + 1;
  }
  for (let part = 0; part < count; part++) starts[part + 1] = (starts[part + 1] as number) + (starts[part] as number);
  const members = new Int32Array(nodes);
  const next = starts.slice(0, count);
  for (let node = 0; node < nodes; node++) {
    const part = parts[node] as number;
    members[next[part] as number] = node;
    next[part] = (next[part] as number) + 1;
  }
  const ways = new Ways(count);
  const into: number[] = [];
  const heavy: number[] = [];
  const edges = new Int32Array(count + 1);
  for (let part = 0; part < count; part++) {
    ways.wipe();
    for (let m = starts[part] as number; m < (starts[part + 1] as number); m++) {
      const node = members[m] as number;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const other = parts[targets[at] as number] as number;
        if (other !== part) ways.add(other, weights[at] as number);
      }
    }
    for (let at = 0; at < ways.count; at++) {
      const other = ways.seen[at] as number;
      into.push(other);
      heavy.push(ways.weight[other] as number);
    }
    edges[part + 1] = into.length;
  }
  return { nodes: count, offsets: edges, targets: Int32Array.from(into), weights: Float64Array.from(heavy), strength: sums };
}
