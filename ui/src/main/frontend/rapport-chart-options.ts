// What each kind of picture looks like: data, colours and formats in, an ECharts option out.
import type { EChartsCoreOption } from 'echarts/core';

export type Colours = Record<'text' | 'quiet' | 'line' | 'surface' | 'friction' | 'help' | 'muted' | 'bad', string>;
export type Formats = Record<'percent' | 'count' | 'score', (n: number) => string>;

interface Friction { points: { at: number; share: number | null; visits: number }[]; }
interface Hints { hints: { name: string; helped: number; didNotHelp: number; silent: number; heldOut: number }[]; }
interface Difference { unit: 'percent' | 'score'; rows: { name: string; low: number; middle: number; high: number }[]; }

function tooltip(c: Colours) {
  return { backgroundColor: c.surface, borderColor: c.line, textStyle: { color: c.text }, confine: true };
}

function legend(c: Colours) {
  return { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: { color: c.quiet, fontSize: 13 } };
}

export function friction(data: Friction, c: Colours, f: Formats, narrow: boolean): EChartsCoreOption {
  const label = { color: c.quiet, hideOverlap: true };
  return {
    grid: { left: 4, right: narrow ? 4 : 8, top: 40, bottom: 4, containLabel: true },
    legend: legend(c),
    tooltip: { ...tooltip(c), trigger: 'axis' },
    xAxis: { type: 'time', axisLabel: label, axisLine: { lineStyle: { color: c.line } }, splitNumber: narrow ? 3 : 7 },
    yAxis: [
      { type: 'value', min: 0, max: 1, axisLabel: { ...label, formatter: f.percent }, splitLine: { lineStyle: { color: c.line } } },
      { type: 'value', min: 0, minInterval: 1, axisLabel: { ...label, formatter: f.count, show: !narrow }, splitLine: { show: false } },
    ],
    series: [
      {
        name: 'Visits', type: 'bar', yAxisIndex: 1, barMaxWidth: 18, itemStyle: { color: c.muted, borderRadius: [3, 3, 0, 0] },
        tooltip: { valueFormatter: f.count }, data: data.points.map((p) => [p.at, p.visits]),
      },
      {
        name: 'Scored time with friction', type: 'line', showSymbol: data.points.length < 3, connectNulls: false, z: 3,
        lineStyle: { color: c.friction, width: 2.5 }, itemStyle: { color: c.friction }, areaStyle: { color: c.friction, opacity: 0.12 },
        tooltip: { valueFormatter: (v: number | null) => (v == null ? '–' : f.percent(v)) },
        data: data.points.map((p) => [p.at, p.share]),
      },
    ],
  };
}

export function hints(data: Hints, c: Colours, f: Formats, narrow: boolean): EChartsCoreOption {
  const rows = [...data.hints].reverse();
  const part = (name: string, color: string, pick: (h: Hints['hints'][number]) => number) => ({
    name, type: 'bar', stack: 'hint', barMaxWidth: 20, itemStyle: { color, borderColor: c.surface, borderWidth: 1 }, data: rows.map(pick),
  });
  return {
    grid: { left: 4, right: 16, top: narrow ? 56 : 36, bottom: 4, containLabel: true },
    legend: legend(c),
    tooltip: { ...tooltip(c), trigger: 'axis', axisPointer: { type: 'none' }, valueFormatter: f.count },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: c.quiet, formatter: f.count }, splitLine: { lineStyle: { color: c.line } } },
    yAxis: {
      type: 'category', data: rows.map((h) => h.name), axisTick: { show: false }, axisLine: { lineStyle: { color: c.line } },
      axisLabel: { color: c.text, width: narrow ? 90 : 190, overflow: 'truncate' },
    },
    series: [
      part('Said it helped', c.help, (h) => h.helped),
      part('Said it did not', c.bad, (h) => h.didNotHelp),
      part('Shown, no answer', c.muted, (h) => h.silent),
      part('Held out', c.line, (h) => h.heldOut),
    ],
  };
}

export function difference(data: Difference, c: Colours, f: Formats, narrow: boolean): EChartsCoreOption {
  const format = data.unit === 'percent' ? (n: number) => f.percent(n) : (n: number) => f.score(n);
  const signed = (n: number) => (n > 0 ? '+' : '') + format(n);
  const rows = [...data.rows].reverse();
  const reach = Math.max(...rows.flatMap((r) => [Math.abs(r.low), Math.abs(r.high)]), 1e-6) * 1.1;
  return {
    grid: { left: 4, right: 24, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltip(c),
      formatter: (p: { dataIndex: number }) => {
        const r = rows[p.dataIndex];
        return `${signed(r.middle)} (${signed(r.low)} … ${signed(r.high)})`;
      },
    },
    xAxis: {
      type: 'value', min: -reach, max: reach, splitNumber: narrow ? 2 : 5, axisLabel: { color: c.quiet, formatter: signed, hideOverlap: true },
      splitLine: { lineStyle: { color: c.line } },
    },
    yAxis: {
      type: 'category', data: rows.map((r) => r.name), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: c.text, width: narrow ? 90 : 220, overflow: 'break' },
    },
    series: [{
      type: 'custom', encode: { x: [1, 2, 3], y: 0 }, data: rows.map((r, i) => [i, r.low, r.middle, r.high]),
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: c.text, type: 'solid', width: 1 }, data: [{ xAxis: 0 }] },
      renderItem: (_: unknown, api: { value(i: number): number; coord(p: number[]): number[] }) => {
        const y = api.value(0);
        const [low, at] = api.coord([api.value(1), y]);
        const [middle] = api.coord([api.value(2), y]);
        const [high] = api.coord([api.value(3), y]);
        return {
          type: 'group',
          children: [
            { type: 'rect', shape: { x: low, y: at - 8, width: Math.max(1, high - low), height: 16, r: 4 }, style: { fill: c.help, opacity: 0.35 } },
            { type: 'rect', shape: { x: middle - 1.5, y: at - 11, width: 3, height: 22, r: 1 }, style: { fill: c.help } },
          ],
        };
      },
    }],
  };
}
