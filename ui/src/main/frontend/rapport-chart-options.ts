// What each kind of picture looks like: data, colours and formats in, an ECharts option out.
import type { EChartsCoreOption } from 'echarts/core';

export type Colours = Record<'text' | 'quiet' | 'line' | 'surface' | 'friction' | 'help' | 'muted' | 'bad', string>;
export type Formats = Record<'percent' | 'count' | 'score', (n: number) => string>;

interface Friction { points: { at: number; share: number | null; visits: number }[]; }
interface Hints { hints: { name: string; helped: number; didNotHelp: number; silent: number; heldOut: number }[]; }
interface Exposures { arms: string[]; points: { at: number; counts: number[] }[]; }
interface Effect { unit: 'percent' | 'score'; series: { name: string; points: { at: number; low: number | null; middle: number | null; high: number | null }[] }[]; }
interface Calibration { points: { said: number; truth: number; labels: number }[]; }
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
      { type: 'value', name: narrow ? '' : 'Visits', nameTextStyle: { color: c.quiet, align: 'right' }, min: 0, minInterval: 1, axisLabel: { ...label, formatter: f.count, show: !narrow }, splitLine: { show: false } },
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
      { ...part('Held out', c.surface, (h) => h.heldOut), itemStyle: { color: c.surface, borderColor: c.quiet, borderWidth: 1, borderType: 'dashed' } },
    ],
  };
}

/** A difference with its sign: shares in percentage points. */
const signedDifference = (unit: 'percent' | 'score', f: Formats) => (n: number) => (n > 0 ? '+' : '') + (unit === 'percent' ? `${f.score(n * 100)} pp` : f.score(n));

/** The next of 1, 2, 4, 6, 8 times a power of ten. */
function niceAbove(n: number): number {
  const power = 10 ** Math.floor(Math.log10(n));
  return (([1, 2, 4, 6, 8].find((step) => n <= step * power) ?? 10) * power);
}

function timeAxis(c: Colours, narrow: boolean) {
  return { type: 'time', axisLabel: { color: c.quiet, hideOverlap: true }, axisLine: { lineStyle: { color: c.line } }, splitNumber: narrow ? 3 : 7 };
}

const palette = (c: Colours) => [c.help, c.friction, c.bad, c.text];

export function exposures(data: Exposures, c: Colours, f: Formats, narrow: boolean): EChartsCoreOption {
  const colours = [c.quiet, ...palette(c)];
  return {
    grid: { left: 4, right: 16, top: 40, bottom: 4, containLabel: true },
    legend: legend(c),
    tooltip: { ...tooltip(c), trigger: 'axis', valueFormatter: f.count },
    xAxis: timeAxis(c, narrow),
    yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel: { color: c.quiet, formatter: f.count }, splitLine: { lineStyle: { color: c.line } } },
    series: data.arms.map((name, i) => ({
      name, type: 'line', symbolSize: 6, lineStyle: { color: colours[i % 5], width: 2.5, type: i === 0 ? 'dashed' : 'solid' },
      itemStyle: { color: colours[i % 5] }, data: data.points.map((p) => [p.at, p.counts[i]]),
    })),
  };
}

export function effect(data: Effect, c: Colours, f: Formats, narrow: boolean): EChartsCoreOption {
  const signed = signedDifference(data.unit, f);
  const band = { type: 'line', symbol: 'none', lineStyle: { opacity: 0 }, stackStrategy: 'all', silent: true, tooltip: { show: false } };
  return {
    grid: { left: 4, right: 16, top: 40, bottom: 4, containLabel: true },
    legend: { ...legend(c), data: data.series.map((s) => s.name) },
    tooltip: { ...tooltip(c), trigger: 'axis', valueFormatter: (v: number | null) => (v == null ? 'too early' : signed(v)) },
    xAxis: { ...timeAxis(c, narrow), axisLine: { show: true, onZero: false, lineStyle: { color: c.line } } },
    yAxis: { type: 'value', axisLabel: { color: c.quiet, formatter: signed }, splitLine: { lineStyle: { color: c.line } } },
    series: data.series.flatMap((s, i) => {
      const color = palette(c)[i % 4];
      return [
        { ...band, stack: `band${i}`, data: s.points.map((p) => [p.at, p.low]) },
        { ...band, stack: `band${i}`, areaStyle: { color, opacity: 0.18 }, data: s.points.map((p) => [p.at, p.low == null || p.high == null ? null : p.high - p.low]) },
        {
          name: s.name, type: 'line', symbolSize: 6, z: 3, lineStyle: { color, width: 2.5 }, itemStyle: { color }, data: s.points.map((p) => [p.at, p.middle]),
          markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: c.text, type: 'solid', width: 1 }, data: [{ yAxis: 0 }] },
        },
      ];
    }),
  };
}

/** Points on the dashed line are right; a point's size tells how many answers it rests on. */
export function calibration(data: Calibration, c: Colours, f: Formats, narrow: boolean): EChartsCoreOption {
  const most = Math.max(...data.points.map((p) => p.labels), 1);
  const axis = (name: string) => ({
    type: 'value', min: 0, max: 1, interval: narrow ? 0.5 : 0.25, name, nameLocation: 'middle', nameTextStyle: { color: c.quiet },
    axisLabel: { color: c.quiet, formatter: f.percent }, splitLine: { lineStyle: { color: c.line } }, axisLine: { lineStyle: { color: c.line } },
  });
  return {
    grid: { left: 24, right: 24, top: 16, bottom: 28, containLabel: true },
    tooltip: {
      ...tooltip(c),
      formatter: (p: { dataIndex: number }) => {
        const point = data.points[p.dataIndex];
        return `${f.percent(point.said)} → ${f.percent(point.truth)} (${f.count(point.labels)})`;
      },
    },
    xAxis: { ...axis('Score'), nameGap: 28 },
    yAxis: { ...axis('Said it was hard'), nameGap: 44 },
    series: [
      { type: 'line', symbol: 'none', silent: true, lineStyle: { color: c.quiet, type: 'dashed', width: 1 }, data: [[0, 0], [1, 1]], tooltip: { show: false } },
      {
        type: 'line', symbol: 'circle', symbolSize: (_: unknown, p: { dataIndex: number }) => 8 + 16 * Math.sqrt((data.points[p.dataIndex]?.labels ?? 0) / most),
        lineStyle: { color: c.friction, width: 2 }, itemStyle: { color: c.friction, opacity: 0.85 }, data: data.points.map((p) => [p.said, p.truth]),
      },
    ],
  };
}

export function difference(data: Difference, c: Colours, f: Formats, narrow: boolean): EChartsCoreOption {
  const signed = signedDifference(data.unit, f);
  const rows = [...data.rows].reverse();
  const reach = niceAbove(Math.max(...rows.flatMap((r) => [Math.abs(r.low), Math.abs(r.high)]), 1e-6));
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
      type: 'value', min: -reach, max: reach, interval: narrow ? reach : reach / 2, axisLabel: { color: c.quiet, formatter: signed, hideOverlap: true },
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
