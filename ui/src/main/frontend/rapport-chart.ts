// <rapport-chart>: Apache ECharts pictures of the console. Java sets kind and data; everything about looks is here and in
// console.css. Colours come from the page's custom properties, so the picture follows the light and dark scheme.
import { init, use, type ECharts } from 'echarts/core';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { calibration, difference, effect, exposures, friction, hints, type Colours, type Formats } from './rapport-chart-options';

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const OPTIONS = { friction, hints, difference, exposures, effect, calibration } as const;
/** Pixels of a picture's height: fixed, or a base with so much more for each row. */
const HEIGHT = { friction: [280, 0], hints: [90, 44], difference: [70, 48], exposures: [260, 0], effect: [260, 0], calibration: [300, 0] } as const;

/** Pixels that fit between the margins of a portrait page, A4 or Letter. */
const PAPER = 640;

type Kind = keyof typeof OPTIONS;

class RapportChart extends HTMLElement {
  kind: Kind = 'friction';
  #data: unknown;
  #chart?: ECharts;
  #size?: ResizeObserver;
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#draw();
  #toPaper = () => {
    this.#chart?.resize({ width: PAPER });
    this.#chart?.getZr().flush(); // the next frame would be too late
  };
  #toScreen = () => this.#chart?.resize();

  set data(value: unknown) {
    this.#data = value;
    this.#draw();
  }

  get data() {
    return this.#data;
  }

  connectedCallback() {
    this.#size = new ResizeObserver(() => this.#chart?.resize());
    this.#size.observe(this);
    this.#scheme.addEventListener('change', this.#redraw);
    window.addEventListener('rapport-theme', this.#redraw);
    window.addEventListener('beforeprint', this.#toPaper);
    window.addEventListener('afterprint', this.#toScreen);
    requestAnimationFrame(this.#redraw);
  }

  disconnectedCallback() {
    this.#size?.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
    window.removeEventListener('rapport-theme', this.#redraw);
    window.removeEventListener('beforeprint', this.#toPaper);
    window.removeEventListener('afterprint', this.#toScreen);
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  #draw() {
    if (!this.isConnected || !this.#data) return;
    const rows = rowCount(this.#data);
    const [base, each] = HEIGHT[this.kind];
    this.style.height = `${base + each * rows}px`;
    this.#chart ??= init(this, undefined, { renderer: 'svg' });
    const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    const option = OPTIONS[this.kind](this.#data as never, this.#colours(), formats(), this.clientWidth < 520);
    this.#chart.setOption({ animation: motion, animationDuration: 300, textStyle: { fontFamily: getComputedStyle(this).fontFamily }, ...option }, true);
    this.#chart.resize();
  }

  /** Custom properties as the browser resolves them for the scheme in use. */
  #colours(): Colours {
    const probe = document.createElement('span');
    this.append(probe);
    const read = (name: string) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };
    const colours = {
      text: read('--rapport-text'), quiet: read('--rapport-quiet'), line: read('--rapport-line'),
      surface: read('--rapport-surface'), friction: read('--rapport-friction'), help: read('--rapport-help'),
      muted: read('--rapport-muted'), bad: read('--rapport-bad'),
    };
    probe.remove();
    return colours;
  }
}

function rowCount(data: unknown): number {
  const rows = (data as { rows?: unknown[]; hints?: unknown[] }).rows ?? (data as { hints?: unknown[] }).hints;
  return rows?.length ?? 0;
}

function formats(): Formats {
  const locale = navigator.language;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const count = new Intl.NumberFormat(locale);
  const score = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return { percent: (n) => percent.format(n), count: (n) => count.format(n), score: (n) => score.format(n) };
}

customElements.define('rapport-chart', RapportChart);
