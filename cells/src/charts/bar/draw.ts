// Bars by group.

import type { DrawChart } from "../../contract/chart-drawing.ts";
import { drawBars } from "../parts/bars.ts";
import type { BarOptions } from "./chart.ts";

export const draw: DrawChart<BarOptions> = (prepared) => drawBars(prepared, prepared.spec.chart);
