import { roleWords, traceKindWords } from '@jianzhen/evidence';
import type { Block, Paper } from '../document/index.ts';
import type { LeadView } from '../view/index.ts';
import type { InventoryItem, PackageFacts } from './facts.ts';
import { count, day, instant, percent, short, yuan } from './format.ts';
import { graphScene } from './graph.ts';
import { timelineScene } from './timeline.ts';

/** Rows of tables here; all of them stand in the CSV files. */
const MOST = { traces: 25, links: 40, linksOfTrace: 4, lenders: 30 } as const;

const more = (shown: number, all: number, file: string) =>
  all > shown
    ? [
        {
          kind: 'paragraph',
          text: `以上列出前 ${count(shown)} 项，共 ${count(all)} 项，全部见 ${file}。`,
        } as const,
      ]
    : [];

/** The summary for the recipient, in Chinese: what is recorded, what was inferred and how sure that is stand apart. */
export function summaryPaper(view: LeadView, facts: PackageFacts, items: readonly InventoryItem[]): Paper {
  return {
    title: `团伙线索摘要 ${view.gang.gang}`,
    landscape: false,
    foot: `${facts.package} · 线索材料，非证据结论`,
    blocks: [
      {
        kind: 'title',
        text: '团伙线索摘要',
        sub: `${facts.package} · ${facts.organisation} · 制作于 ${instant(facts.madeAt)}（北京时间）`,
      },
      {
        kind: 'note',
        tone: 'caution',
        label: '使用须知',
        text: '本材料是数据分析形成的线索，不是证据结论，不替代依法收集、提取的电子数据。每项联系都注明来源记录，可回源系统重新调取核对；事实、推断、把握程度分别列出。',
      },
      ...overview(view, facts, items),
      ...recorded(view),
      ...linked(view),
      ...inferred(view),
      ...confidence(view),
      ...reproducible(facts),
    ],
  };
}

function overview(view: LeadView, facts: PackageFacts, items: readonly InventoryItem[]): Block[] {
  const { gang, cases, lenders, amount, traces } = view;
  const opened = cases.flatMap(({ openedAt }) => (openedAt === null ? [] : [openedAt]));
  const span = opened.length > 0 ? `${day(opened[0]!)} 至 ${day(opened.at(-1)!)}` : '未记载';
  const inside = items.filter(({ path }) => path !== null).length;
  return [
    { kind: 'heading', text: '一、概要' },
    {
      kind: 'facts',
      rows: [
        ['团伙编号', gang.gang],
        ['涉案案件', `${count(cases.length)} 件，涉及客户 ${count(view.customers)} 人`],
        ['涉案机构', `${count(lenders.length)} 家`],
        [
          '涉案金额',
          amount.cases > 0
            ? `${yuan(amount.yuan)}（${count(amount.cases)} 件有金额记载）`
            : '来源记录未载明金额',
        ],
        ['案件时间', span],
        ['共有痕迹', `${count(traces.length)} 项（至少两件案件共有）`],
        [
          '材料',
          `${count(items.length)} 份，其中随包 ${count(inside)} 份，仅列散列 ${count(items.length - inside)} 份`,
        ],
        ['接收对象', `${facts.profileTitle.zh}（披露配置 ${facts.profile}）`],
        ['用途', facts.purpose],
        ['制作人', `${facts.organisation}　${facts.who}`],
      ],
    },
  ];
}

function recorded(view: LeadView): Block[] {
  const timeline = timelineScene(view);
  const lenders = view.lenders.slice(0, MOST.lenders);
  const traces = view.traces.slice(0, MOST.traces);
  const share = (cases: number) =>
    view.population.cases > 0 ? `${((100 * cases) / view.population.cases).toPrecision(2)}%` : '–';
  return [
    { kind: 'heading', text: '二、事实（可回源核对）' },
    { kind: 'note', tone: 'fact', label: '事实', text: '本节只陈述来源系统中的记录及其计数，不含判断。' },
    ...(timeline
      ? [{ kind: 'figure', scene: timeline, caption: '图 1　案件受理时间（按月，件）' } as const]
      : []),
    {
      kind: 'table',
      columns: [
        { title: '编号', width: 0.13, code: true },
        { title: '机构', width: 0.47 },
        { title: '案件', width: 0.16, right: true },
        { title: '金额', width: 0.24, right: true },
      ],
      rows: lenders.map(({ no, lender, cases, amount }) => [no, lender, count(cases), yuan(amount)]),
    },
    ...more(lenders.length, view.lenders.length, 'entities.csv'),
    {
      kind: 'paragraph',
      text: `共有痕迹及其稀有程度：“全部”指参与分析的 ${count(view.population.cases)} 件案件中出现该痕迹的件数，越少越稀有。`,
    },
    {
      kind: 'table',
      columns: [
        { title: '编号', width: 0.1, code: true },
        { title: '类别', width: 0.12 },
        { title: '内容', width: 0.28, code: true },
        { title: '本团伙', width: 0.1, right: true },
        { title: '全部', width: 0.1, right: true },
        { title: '占全部', width: 0.1, right: true },
        { title: '首次—末次出现', width: 0.2, code: true },
      ],
      rows: traces.map((trace) => [
        trace.no,
        traceKindWords[trace.kind].zh,
        short(trace.value, 60),
        count(trace.cases),
        count(trace.casesEverywhere),
        share(trace.casesEverywhere),
        `${trace.firstSeen?.slice(0, 10) ?? '未记载'} — ${trace.lastSeen?.slice(0, 10) ?? '未记载'}`,
      ]),
    },
    ...more(traces.length, view.traces.length, 'entities.csv'),
  ];
}

function linked(view: LeadView): Block[] {
  // A few of each trace: forty of the commonest would show one trace only.
  const own = [...Map.groupBy(view.links, ({ trace }) => trace.no).values()];
  const links = own.flatMap((of) => of.slice(0, MOST.linksOfTrace)).slice(0, MOST.links);
  return [
    { kind: 'heading', text: '三、如何关联' },
    {
      kind: 'figure',
      scene: graphScene(view),
      caption: '图 2　上下游、共有痕迹与涉案机构（线宽表示案件数；仅绘最主要者）',
    },
    { kind: 'paragraph', text: '每一项联系的来源记录（系统、表、记录号、时间、散列），据此可重新调取：' },
    {
      kind: 'table',
      columns: [
        { title: '痕迹', width: 0.09, code: true },
        { title: '案件', width: 0.16, code: true },
        { title: '出现时间', width: 0.13, code: true },
        { title: '来源系统·表·记录号', width: 0.28, code: true },
        { title: '记录 SHA-256', width: 0.34, code: true },
      ],
      rows: links.map(({ trace, case: one, observedAt, source }) => [
        trace.no,
        `${one.no}\n${short(one.case, 26)}`,
        instant(observedAt),
        `${source.system} · ${source.table} · ${short(source.id, 30)}`,
        halves(source.sha256),
      ]),
    },
    ...more(links.length, view.links.length, 'links.csv'),
  ];
}

/** A digest in two lines, so that it can be compared by eye. */
export const halves = (digest: string) =>
  digest.length === 64 ? `${digest.slice(0, 32)}\n${digest.slice(32)}` : digest;

function inferred({ gang, related }: LeadView): Block[] {
  const others = related.map((other) => [
    other.gang,
    other.relation === 'upstream' ? '上游（供给方）' : '下游（被供给方）',
    roleWords[other.role].zh,
    count(other.cases),
    count(other.lenders),
    percent(other.score),
  ]);
  const unknown = gang.upstream !== null && !related.some(({ gang: id }) => id === gang.upstream);
  return [
    { kind: 'heading', text: '四、推断' },
    {
      kind: 'note',
      tone: 'inference',
      label: '推断',
      text: '本节由算法从上述事实推得，供侦查参考，须经核实方可采信。',
    },
    {
      kind: 'facts',
      rows: [
        ['角色', roleWords[gang.role].zh],
        [
          '上游伪造者',
          gang.upstream === null ? '未发现' : `${gang.upstream}${unknown ? '（本包未附其数据）' : ''}`,
        ],
        ['下游', gang.downstream.length > 0 ? gang.downstream.join('、') : '未发现'],
      ],
    },
    ...(others.length > 0
      ? [
          {
            kind: 'table',
            columns: [
              { title: '团伙', width: 0.2, code: true },
              { title: '与本团伙关系', width: 0.22 },
              { title: '角色', width: 0.2 },
              { title: '案件', width: 0.12, right: true },
              { title: '机构', width: 0.12, right: true },
              { title: '把握', width: 0.14, right: true },
            ],
            rows: others,
          } as const,
        ]
      : []),
    ...gang.reasons.map(
      ({ message }, i) => ({ kind: 'paragraph', text: `（${i + 1}）${message.zh}` }) as const,
    ),
  ];
}

function confidence({ gang }: LeadView): Block[] {
  return [
    { kind: 'heading', text: '五、把握程度' },
    {
      kind: 'note',
      tone: 'confidence',
      label: '把握程度',
      text: `团伙分值 ${gang.score.toFixed(3)}，为经校准的概率：在得到此分值的团伙中，约 ${percent(gang.score)} 确属有组织行为。该概率针对团伙整体，不针对任何个人；团伙中的客户可能是受害人。`,
    },
    {
      kind: 'paragraph',
      text: '可能的误差：不同人合用电话、地址或网络出口会造成偶然关联；痕迹越常见，证明力越弱；未接入的机构与未受理的案件不在分析之内。',
    },
  ];
}

function reproducible({ generator, package: name }: PackageFacts): Block[] {
  const { version, revision, models, parameters, seed, commands } = generator;
  const given = Object.entries(parameters).map(([key, value]) => `${key} = ${value}`);
  return [
    { kind: 'heading', text: '六、复核与复算' },
    {
      kind: 'facts',
      rows: [
        ['程序版本', `鉴真 ${version}${revision ? `（${revision}）` : ''}`],
        ['参数', given.length > 0 ? given.join('；') : '缺省'],
        ['随机种子', seed === null ? '无随机步骤' : String(seed)],
        [
          '模型',
          models.length > 0
            ? models.map((model) => `${model.model} ${model.version}\n${model.sha256}`).join('\n')
            : '未使用',
        ],
        ['复算命令', commands.join('\n')],
        ['核验命令', `jianzhen leads verify ${name}`],
      ],
    },
    {
      kind: 'paragraph',
      text: '完整性：manifest-sha256.txt 与 manifest-sm3.txt 列出每份文件的散列；statement 为签名声明；custody 为保管记录及其证明。不装任何软件时，用浏览器打开 verify.html 亦可核验；操作见 README.zh.md。',
    },
  ];
}
