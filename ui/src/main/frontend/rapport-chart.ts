import { use, init, type ECharts } from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

class RapportChart extends HTMLElement {
  private chart?: ECharts;
  private text = '';
  set spec(value: string) { this.text = value; this.draw(); }
  get spec() { return this.text; }
  connectedCallback() { this.style.display = 'block'; this.style.height = '200px'; this.chart = init(this, null, { renderer: 'svg' }); this.draw(); }
  disconnectedCallback() { this.chart?.dispose(); this.chart = undefined; }
  private draw() {
    this.chart?.setOption({ xAxis: { type: 'category', data: ['a', 'b', 'c'] }, yAxis: {}, series: [{ type: 'line', data: [1, 3, 2] }] });
  }
}
customElements.define('rapport-chart', RapportChart);
