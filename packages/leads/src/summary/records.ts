// The papers that go with electronic data when it is collected, pre-filled as far as the package knows. 法发〔2016〕22号 asks for a record and a
// list with category, format and integrity value, signed or sealed by collectors and holder.
import type { Block, Paper } from '../document/index.ts';
import type { LeadView } from '../view/index.ts';
import type { InventoryItem, PackageFacts } from './facts.ts';
import { count, instant, short, size } from './format.ts';
import { halves } from './summary.ts';

const FILL = '　　　　　　　　';
const DATE = '日期：　　　年　　月　　日';

const signatures: Block = {
  kind: 'signatures',
  places: [
    { role: '电子数据持有人（提供人）', lines: ['签名：', '单位（盖章）：', '', DATE] },
    { role: '收集、提取人（两人以上）', lines: ['签名：', '签名：', '单位（盖章）：', DATE] },
    { role: '见证人', lines: ['签名：', '联系方式：', '未邀请见证人的理由：', DATE] },
  ],
};

const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/^image\//, '图像'],
  [/^audio\//, '音频'],
  [/^video\//, '视频'],
  [/pdf|ofd|word|text/, '电子文档'],
];

/** 电子数据的类别, by what the file is. */
export const categoryOf = (mediaType: string): string =>
  CATEGORIES.find(([pattern]) => pattern.test(mediaType))?.[1] ?? '其他';

/** 电子数据清单: every exhibit, none left out. */
export function inventoryPaper(view: LeadView, facts: PackageFacts, items: readonly InventoryItem[]): Paper {
  const total = items.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  return {
    title: `电子数据清单 ${view.gang.gang}`,
    landscape: true,
    foot: `${facts.package} · 电子数据清单`,
    blocks: [
      { kind: 'title', text: '电子数据清单', sub: `${facts.package} · ${facts.organisation}` },
      {
        kind: 'paragraph',
        text: `共 ${count(items.length)} 份，合计 ${count(total)} 字节。散列值由制作程序在写入时逐份计算；“位置”为包内 data/ 下的路径，写“仅散列”的不随包提供文件本身。`,
      },
      {
        kind: 'table',
        columns: [
          { title: '序号', width: 0.055, code: true },
          { title: '名称', width: 0.2 },
          { title: '案件', width: 0.06, code: true },
          { title: '类别', width: 0.06 },
          { title: '格式', width: 0.085, code: true },
          { title: '大小（字节）', width: 0.085, right: true },
          { title: 'SHA-256', width: 0.185, code: true },
          { title: 'SM3', width: 0.185, code: true },
          { title: '位置', width: 0.085, code: true },
        ],
        rows: items.map((item) => [
          item.no,
          short(item.name, 60),
          item.case,
          categoryOf(item.mediaType),
          item.mediaType,
          size(item.bytes),
          item.sha256 ? halves(item.sha256) : '未记载',
          item.sm3 ? halves(item.sm3) : '未计算',
          item.path ? item.path.replace(/^exhibits\//, '').slice(0, 13) : '仅散列',
        ]),
      },
      signatures,
    ],
  };
}

/** 提取笔录: what only those present can know is left blank. */
export function extractionPaper(view: LeadView, facts: PackageFacts, items: readonly InventoryItem[]): Paper {
  const total = items.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  const records = [...view.cases.map(({ source }) => source), ...view.links.map(({ source }) => source)];
  const systems = [...new Set(records.map(({ system, table }) => `${system} · ${table}`))].toSorted();
  return {
    title: `电子数据提取笔录 ${view.gang.gang}`,
    landscape: false,
    foot: `${facts.package} · 电子数据提取笔录（预填稿，经在场人员核对、签名后生效）`,
    blocks: [
      { kind: 'title', text: '电子数据提取笔录', sub: '预填稿：空白处由提取人当场填写' },
      {
        kind: 'facts',
        rows: [
          ['案由、编号', FILL],
          ['提取依据', `法律文书名称及编号：${FILL}`],
          ['提取时间', '　　　年　　月　　日　　时　　分 至　　　年　　月　　日　　时　　分'],
          ['提取地点', FILL],
          ['提取人', `姓名、单位、职务（两人以上）：${FILL}`],
          ['持有人（提供人）', facts.organisation],
          ['见证人', FILL],
          ['原始来源', systems.join('\n')],
          [
            '提取对象',
            `团伙 ${view.gang.gang} 的案件记录 ${count(view.cases.length)} 条、联系记录 ${count(view.links.length)} 条、材料 ${count(items.length)} 份（合计 ${count(total)} 字节），详见《电子数据清单》`,
          ],
          [
            '提取方法',
            `由鉴真 ${facts.generator.version} 于 ${instant(facts.madeAt)}（北京时间）自上列系统导出；逐份以 SHA-256、SM3 计算散列，按 RFC 8493 封装，经数字签名；保管记录随包附证明。`,
          ],
          ['复算命令', facts.generator.commands.join('\n')],
          ['完整性校验值', `提取人现场计算 manifest-sha256.txt 的 SHA-256 并填写：\n${FILL}${FILL}${FILL}`],
          ['过程与说明', `（有无异常、是否录像、原始存储介质能否扣押及理由）\n\n\n`],
        ],
      },
      signatures,
    ],
  };
}
