// A layered drawing after K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system structures (1981):
// layers are what is drawn (who supplies, the gang, traces, lenders), the last ordered by barycentres. Nothing is drawn at random.

import { roleWords, traceKindWords } from '@jianzhen/evidence';
import { INK, type Scene, type Shape } from '../document/index.ts';
import type { LeadView, TraceView } from '../view/index.ts';
import { count, short } from './format.ts';

const MOST_TRACES = 10;
const MOST_LENDERS = 10;
const MOST_RELATED = 6;
const ROW = 40;
const WIDTH = 860;
const X = { related: 0, gang: 205, traces: 390, lenders: 690 } as const;
const WIDTHS = { related: 145, gang: 130, traces: 205, lenders: 170 } as const;
const BOX = 30;

interface Node {
  readonly key: string;
  readonly title: string;
  readonly sub: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly strong: boolean;
}

/** Whom the gang is supplied by and supplies, what ties its cases together, and whose cases they are. */
export function graphScene(view: LeadView): Scene {
  const { gang } = view;
  const traces = view.traces.slice(0, MOST_TRACES);
  const flows = flowsOf(view, traces);
  const lenders = orderLenders(view, traces, flows);
  const related = view.related.slice(0, MOST_RELATED);
  const rows = Math.max(traces.length, lenders.length, related.length, 3);
  const height = 34 + rows * ROW;
  const place = (i: number, of: number) => 34 + ((rows - of) / 2 + i) * ROW;

  const gangNode = node(
    'gang',
    `${gang.gang}`,
    `${roleWords[gang.role].zh} · ${count(view.cases.length)} 件`,
    X.gang,
    place(0, 1),
    WIDTHS.gang,
    true,
  );
  const relatedNodes = related.map((other, i) =>
    node(
      other.gang,
      other.gang,
      `${other.relation === 'upstream' ? '上游' : '下游'} · ${roleWords[other.role].zh}`,
      X.related,
      place(i, related.length),
      WIDTHS.related,
      other.relation === 'upstream',
    ),
  );
  const traceNodes = traces.map((trace, i) =>
    node(
      trace.no,
      `${traceKindWords[trace.kind].zh} ${short(trace.value, 14)}`,
      `${trace.no} · 本团伙 ${count(trace.cases)} 件`,
      X.traces,
      place(i, traces.length),
      WIDTHS.traces,
      false,
    ),
  );
  const lenderNodes = lenders.map(({ no, lender, cases }, i) =>
    node(
      no,
      short(lender, 16),
      `${count(cases)} 件`,
      X.lenders,
      place(i, lenders.length),
      WIDTHS.lenders,
      false,
    ),
  );

  const thickness = (cases: number) => 0.8 + 5 * Math.sqrt(cases / Math.max(1, view.cases.length));
  const join = (from: Node, to: Node, width: number, colour: string): Shape => ({
    kind: 'curve',
    from: [from.x + from.width, from.y + BOX / 2],
    to: [to.x, to.y + BOX / 2],
    width,
    colour,
  });
  const byKey = new Map(lenderNodes.map((each) => [each.key, each]));
  const curves = [
    ...relatedNodes.map((from) => join(from, gangNode, 1.6, from.strong ? INK.alarm : '#8b97a8')),
    ...traceNodes.map((to, i) => join(gangNode, to, thickness(traces[i]!.cases), '#9fb2cb')),
    ...traceNodes.flatMap((from) =>
      [...(flows.get(from.key) ?? [])].flatMap(([no, cases]) => {
        const to = byKey.get(no);
        return to ? [join(from, to, thickness(cases), '#d3dbe6')] : [];
      }),
    ),
  ];
  const heads: readonly [string, keyof typeof X][] = [
    ['上下游', 'related'],
    ['本团伙', 'gang'],
    ['共有痕迹', 'traces'],
    ['涉案机构', 'lenders'],
  ];
  const shown = heads.filter(([, column]) => column !== 'related' || related.length > 0);
  const titles = shown.map(([title, column]) =>
    text(title, X[column] + WIDTHS[column] / 2, 16, 11, INK.soft, 'middle', true),
  );
  const boxes = [...relatedNodes, gangNode, ...traceNodes, ...lenderNodes].flatMap(boxOf);
  return { width: WIDTH, height, shapes: [...curves, ...titles, ...boxes] };
}

const node = (
  key: string,
  title: string,
  sub: string,
  x: number,
  y: number,
  width: number,
  strong: boolean,
): Node => ({ key, title, sub, x, y, width, strong });

const text = (
  content: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  bold = false,
): Shape => ({ kind: 'text', x, y, text: content, size, colour, anchor, bold });

function boxOf({ title, sub, x, y, width, strong }: Node): Shape[] {
  const stroke = strong ? INK.alarm : INK.accent;
  return [
    { kind: 'rect', x, y, width, height: BOX, fill: strong ? '#fbf1f1' : '#f5f8fc', stroke },
    text(short(title, 22), x + 7, y + 12.5, 10, INK.text, 'start', true),
    text(sub, x + 7, y + 24.5, 8.5, INK.soft),
  ];
}

/** Cases by trace and lender. */
function flowsOf(view: LeadView, traces: readonly TraceView[]): Map<string, Map<string, number>> {
  const flows = new Map(traces.map(({ no }) => [no, new Map<string, number>()]));
  const lenderNo = new Map(view.lenders.map(({ lender, no }) => [lender, no]));
  const seen = new Set<string>();
  for (const { trace, case: one } of view.links) {
    const flow = flows.get(trace.no);
    const no = one.lender === null ? undefined : lenderNo.get(one.lender);
    const pair = `${trace.no} ${one.no}`;
    if (!flow || !no || seen.has(pair)) continue;
    seen.add(pair);
    flow.set(no, (flow.get(no) ?? 0) + 1);
  }
  return flows;
}

/** The lenders with most cases, each at the mean height of the traces that it is tied to, so that few lines cross. */
function orderLenders(
  { lenders }: LeadView,
  traces: readonly TraceView[],
  flows: ReadonlyMap<string, ReadonlyMap<string, number>>,
) {
  const centre = (no: string) => {
    let [sum, weight] = [0, 0];
    traces.forEach((trace, i) => {
      const cases = flows.get(trace.no)?.get(no) ?? 0;
      sum += i * cases;
      weight += cases;
    });
    return weight > 0 ? sum / weight : traces.length;
  };
  const top = lenders.slice(0, MOST_LENDERS).map((lender) => ({ lender, at: centre(lender.no) }));
  return top
    .toSorted((a, b) => a.at - b.at || (a.lender.no < b.lender.no ? -1 : 1))
    .map(({ lender }) => lender);
}
