import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** What a chart shows: one value for each label, null where there is none. */
export interface ChartFacts {
  readonly kind: 'bar' | 'line'
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** Values are from 0 to 1. */
  readonly isShare: boolean
}

const size = { width: 400, height: 240 }
/** Each at least 3:1 on its ground. */
const grounds = {
  light: {
    ink: '#1b2430',
    soft: '#56606d',
    line: '#dde2e8',
    colours: ['#0f7a5a', '#1d4f91', '#b26a00'],
  },
  dark: {
    ink: '#eef3f7',
    soft: '#b3c0cc',
    line: '#34424f',
    colours: ['#4fd1a5', '#8ab8ff', '#ffc266'],
  },
} as const
export type Ground = keyof typeof grounds
/** Lines differ in dashes, too. */
const looks = [
  { dashes: 'solid', symbol: 'circle' },
  { dashes: 'dashed', symbol: 'rect' },
  { dashes: 'dotted', symbol: 'triangle' },
] as const

/** The chart as SVG that our content policy lets in: without styles and scripts. */
export function drawnChart({ kind, labels, series, isShare }: ChartFacts, on: Ground): string {
  const { ink, soft, line, colours } = grounds[on]
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'sans-serif', fontSize: 13, color: ink },
    legend: { top: 0, left: 0, itemGap: 14, textStyle: { fontSize: 13, color: ink } },
    grid: { left: 40, right: 12, top: 36, bottom: 28 },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisLabel: { fontSize: 12, color: soft, hideOverlap: true },
      axisLine: { lineStyle: { color: soft } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: line } },
      minInterval: isShare ? 0.25 : 1,
      axisLabel: {
        fontSize: 12,
        color: soft,
        ...(isShare && { formatter: (value: number) => `${Math.round(value * 100)}%` }),
      },
      ...(isShare && { min: 0, max: 1 }),
    },
    series: series.map(({ name, values }, i) => ({
      ...lookOf(i, colours[i % colours.length] ?? ink),
      name,
      type: kind,
      data: [...values],
      silent: true,
      barMaxWidth: 18,
    })),
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return withoutStyles(svg)
}

function lookOf(place: number, colour: string) {
  const { dashes, symbol } = looks[place % looks.length] ?? looks[0]
  return {
    color: colour,
    lineStyle: { type: dashes, width: 2.5, color: colour },
    symbol,
    symbolSize: 7,
    itemStyle: { color: colour },
  }
}

/** Attributes instead of styles, and as wide as there is room. */
const withoutStyles = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ style="font-size:(\d+)px;font-family:[^"]*"/g, ' font-size="$1"')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ ecmeta_\w+="[^"]*"/g, '')
    .replace(/^<svg width="\d+" height="\d+"/, '<svg class="drawing" aria-hidden="true"')
