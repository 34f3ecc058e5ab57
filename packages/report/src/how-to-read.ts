import { format, type Message, type OperatingPoints } from '@jianzhen/evidence';
import { percent } from './format.ts';
import { type Html, html } from './html.ts';
import { both, words } from './words.ts';

const rules: readonly Message[] = [
  {
    zh: '最后由人决定。这份报告帮助复核人员找到该看的地方，不能代替人的判断，也不应单凭它拒绝客户。',
    en: 'A person has the last word. This report shows a reviewer where to look; it does not replace judgement, and nobody should be refused on it alone.',
  },
  {
    zh: '“发现”是痕迹，不是证据的终点。压缩、扫描、聊天软件转发、正常的裁剪和调色都可能留下类似痕迹；请向出具单位核实。',
    en: 'A finding is a trace, not proof. Compression, scanning, chat apps and honest cropping or toning can leave similar traces; verify with whoever issued the document.',
  },
  {
    zh: '“未见伪造”只表示没有找到修改痕迹。从头伪造的整份文件、打印后重新拍摄的文件，可能不留任何修改痕迹。',
    en: '“Appears genuine” only says that no sign of alteration was found. A document made up from scratch, or printed and photographed again, may carry none.',
  },
  {
    zh: '概率经过校准：在用来校准的材料中，得到 90% 的页面大约每 100 页有 90 页确为伪造。您收到的材料若与之差别很大，概率会有偏差。',
    en: 'Probabilities are calibrated: of the pages in the calibration data that got 90%, about 90 in 100 were forged. On material very unlike it they will be off.',
  },
  {
    zh: '热力图颜色越深，该处被修改的可能性越大；标框是各项发现所指的位置，编号与清单一致。',
    en: 'The stronger the heat map, the more likely the spot was altered; boxes mark what findings speak of, numbered as in the list.',
  },
  {
    zh: '文件中的软件、日期等信息可以被随意改写，只能作为线索。SHA-256 用来确认您手中的文件与被检查的是同一份。',
    en: 'Software names and dates in a file can be rewritten at will; they are hints only. The SHA-256 tells whether the file in your hands is the one examined.',
  },
];

const points: Message = {
  zh: '概率达到 {forged} 判为“伪造”（在验证数据的真实文件上误报不超过 1%），{suspicious} 至 {forged} 之间判为“可疑”。',
  en: 'From {forged} on the verdict is “forged” (at most 1% false alarms on genuine validation documents); from {suspicious} up to {forged} it is “suspicious”.',
};

export function howToRead(operatingPoints: OperatingPoints | undefined): Html {
  const all = operatingPoints
    ? [
        ...rules,
        format(points, {
          forged: percent(operatingPoints.forged),
          suspicious: percent(operatingPoints.suspicious),
        }),
      ]
    : rules;
  return html`<section class="how-to" aria-labelledby="how-to-title"><h2 id="how-to-title">${both(words.howTo)}</h2><ul>${all.map((rule) => html`<li class="rule">${both(rule)}</li>`)}</ul></section>
`;
}
