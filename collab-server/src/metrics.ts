// What /metrics tells: the process, requests by route and status, and the gauges that other parts add. Labels are route
// patterns, never raw paths.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<"method" | "route" | "status">;
  readonly uploadedBytes: Counter;
  readonly openDocuments: Gauge;
  readonly openSockets: Gauge;
  readonly queuedRuns: Gauge;
  readonly runningRuns: Gauge;
}

export function newMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers: [registry] });
  return {
    registry,
    requests: new Histogram({
      name: "genomecraft_request_seconds",
      help: "Time to answer, by route",
      labelNames: ["method", "route", "status"],
      buckets: [0.002, 0.01, 0.05, 0.2, 1, 5, 30],
      registers: [registry],
    }),
    uploadedBytes: new Counter({
      name: "genomecraft_uploaded_bytes_total",
      help: "Bytes received by uploads",
      registers: [registry],
    }),
    openDocuments: gauge("genomecraft_open_documents", "Documents held in memory"),
    openSockets: gauge("genomecraft_open_sockets", "Connected editors"),
    queuedRuns: gauge("genomecraft_queued_runs", "Runs that wait for a kernel"),
    runningRuns: gauge("genomecraft_running_runs", "Runs that a kernel holds"),
  };
}
