import { createHash } from 'node:crypto';
import type { LeadCase, LeadExhibit, LeadInput, LeadTrace, SourceRecord } from '../../src/index.ts';

const LENDERS = ['海岳消费金融', '云岭银行', '阳光小贷', '江城消费金融', '北辰银行', '南屿信托'];

const source = (table: string, id: number): SourceRecord => ({
  system: 'core-lending',
  table,
  id: String(id),
  time: new Date(Date.UTC(2026, 0, 5) + id * 7_200_000).toISOString(),
  sha256: createHash('sha256').update(`${table} ${id}`).digest('hex'),
});

/** A made-up gang: its cases share a seal, a script and telephones; every n-th case has an exhibit. */
export function sampleLead({ cases = 40, exhibits = 6, name = 'g-0001' } = {}): LeadInput & {
  readonly exhibits: readonly LeadExhibit[];
} {
  const ids = Array.from({ length: cases }, (_, i) => `case-${1000 + i}`);
  const rows = ids.map(
    (id, i): LeadCase => ({
      case: id,
      customer: `cust-${7000 + i}`,
      lender: LENDERS[(i * i) % LENDERS.length]!,
      openedAt: new Date(Date.UTC(2026, 0, 5) + i * (20_000_000_000 / cases)).toISOString(),
      amount: 8000 + ((i * 7919) % 40_000),
      source: source('complaints', i + 1),
    }),
  );
  const shared: readonly (readonly [LeadTrace['kind'], string, number, number])[] = [
    ['seal', 'b64:uM9x2aPq', 1, 0],
    ['document_template', 'tpl-5f0c', 2, 3],
    ['script', 'script-18', 3, 12],
    ['phone', '13812345678', 4, 2],
    ['phone', '13987654321', 5, 0],
    ['ip', '203.0.113.9', 7, 180],
    ['qr_payload', 'https://wx.example.test/add?u=lawyer01', 6, 1],
  ];
  let record = 0;
  const traces = shared.flatMap(([kind, value, every, elsewhere]) => {
    const own = ids.filter((_, i) => i % every === 0);
    return own.map(
      (id): LeadTrace => ({
        case: id,
        kind,
        value,
        observedAt: source('traces', ++record).time,
        casesEverywhere: own.length + elsewhere,
        source: source('traces', record),
      }),
    );
  });
  const files = Array.from({ length: exhibits }, (_, i): LeadExhibit => {
    const bytes = Buffer.from(`exhibit ${i} `.repeat(50 + i));
    const forged = {
      code: 'document.text-edited',
      severity: 'high',
      probability: 0.97,
      region: null,
    } as const;
    return {
      case: ids[i % cases]!,
      name: i === 1 ? '诊断证明 100%.jpg' : `voucher-${i}.jpg`,
      mediaType: 'image/jpeg',
      receivedAt: '2026-02-01T00:00:00.000Z',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      open: () => [bytes],
      findings:
        i === 0
          ? [{ ...forged, page: 1, message: { zh: '金额被改动。', en: 'The amount was altered.' } }]
          : [],
      pictures: i === 0 ? [{ kind: 'mask', page: 1, bytes: Buffer.from('png') }] : [],
    };
  });
  const gang = {
    gang: name,
    score: 0.981,
    role: 'agency' as const,
    upstream: 'g-0007',
    downstream: [],
    cases: ids,
    customers: cases,
    lenders: new Set(rows.map(({ lender }) => lender)).size,
    firstSeen: rows[0]!.openedAt,
    lastSeen: rows.at(-1)!.openedAt,
    traces: shared.map(([kind, value, every]) => ({ kind, value, cases: Math.ceil(cases / every) })),
    levels: [],
    core: 0,
    reasons: [
      {
        code: 'gangs.shared-seal',
        message: {
          zh: `${cases} 件案件出现同一印模 b64:uM9x2aPq。`,
          en: `${cases} cases bear the seal b64:uM9x2aPq.`,
        },
      },
      {
        code: 'gangs.shared-phone',
        message: {
          zh: '电话13812345678在多家机构代客户来电。',
          en: '13812345678 called for customers of many lenders.',
        },
      },
    ],
  };
  return {
    gang,
    related: [{ ...gang, gang: 'g-0007', role: 'forger', score: 0.93, upstream: null, downstream: [name] }],
    cases: rows,
    traces,
    exhibits: files,
    population: { cases: 120_000, lenders: 31 },
    generator: {
      version: '0.1.0',
      revision: null,
      models: [{ model: 'document/classical', version: '3', sha256: 'cd'.repeat(32) }],
      parameters: { engine: 'memory' },
      seed: 7,
      commands: [
        'jianzhen gangs mine --cases cases.csv --traces traces.csv',
        `jianzhen leads export ${name} --out out`,
      ],
    },
  };
}
