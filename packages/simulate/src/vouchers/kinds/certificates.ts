import type { Random } from '../../random.ts';
import { drawCreditCode, drawPhone } from '../numbers.ts';
import { stamp } from '../seal.ts';
import type { CreateSheet, Piece, Sheet, TextStyle } from '../sheet.ts';
import { sign } from '../signature.ts';
import {
  capitalMoney,
  chineseDate,
  digits,
  drawCompany,
  drawDate,
  drawPerson,
  drawPlace,
  isoDate,
  money,
  type Person,
} from '../wording.ts';

const WIDTH = 1240;
const HEIGHT = 1754;

interface Letter {
  readonly title: string;
  readonly number?: string;
  readonly addressee?: string;
  readonly paragraphs: readonly (readonly Piece[])[];
  readonly issuer: string;
  readonly date: Date;
  readonly sealFoot?: string;
  /** Pieces of the contact line with the gaps before them, in ems. */
  readonly contact?: readonly (readonly [string, number, string?])[];
  /** Signs after the first word of the contact line. */
  readonly signer?: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** A letter of one page as offices write it: title, text, issuer and date at the lower right, the seal across both. */
function letter(text: Letter, filled: TextStyle['face'], random: Random, create: CreateSheet): Sheet {
  const sheet = create(WIDTH, HEIGHT, '#fefefd');
  const margin = random.integer(140, 175);
  const size = random.integer(33, 37);
  const body: TextStyle = { face: random.chance(0.8) ? 'serif' : 'sans', size };
  const leading = Math.round(size * random.between(1.9, 2.2));
  sheet.write(text.title, WIDTH / 2, 250, { face: 'serif-bold', size: 62, align: 'centre', spacing: 14 });
  if (text.number)
    sheet.write(text.number, WIDTH - margin, 320, { ...body, size: 25, align: 'right' }, 'number');
  let y = 420;
  if (text.addressee) {
    sheet.write(text.addressee, margin, y, body);
    y += leading;
  }
  for (const pieces of text.paragraphs) {
    const styled = pieces.map((piece) =>
      typeof piece === 'string' ? piece : { ...piece, style: { face: filled } },
    );
    y = sheet.paragraph(styled, margin, y, WIDTH - margin, leading, body) + leading;
  }
  y += leading * random.between(1.2, 2.4);
  const right = WIDTH - margin - random.integer(0, 30);
  sheet.write(text.issuer, right, y, { ...body, align: 'right' }, 'issuer');
  sheet.write(
    chineseDate(text.date),
    right - random.integer(10, 50),
    y + leading,
    { ...body, align: 'right', face: filled },
    'date',
  );
  if (text.contact) {
    const line = Math.min(HEIGHT - 120, y + leading * 3.4);
    const small: TextStyle = { ...body, size: 27 };
    let at = margin;
    for (const [words, gap, name] of text.contact)
      at = sheet.write(words, at + gap * small.size, line, small, name);
    if (text.signer) sign(sheet, text.signer, margin + sheet.measure('经办人：', small), line, random, 46);
  }
  stamp(
    sheet,
    { ring: text.issuer, ...(text.sealFoot ? { foot: text.sealFoot } : {}) },
    right - random.integer(130, 210),
    y + leading * 0.4,
    random,
  );
  Object.assign(sheet.keys, text.keys, { issuer: text.issuer, issued: isoDate(text.date) });
  return sheet;
}

const sexWord = ({ sex }: Person) => (sex === '男' ? 'male' : 'female');
const personKeys = (holder: Person) => ({
  name: holder.name,
  sex: sexWord(holder),
  'identity-number': holder.identity,
});

const identity = (holder: Person): Piece[] => [
  { name: 'name', text: holder.name },
  '，',
  { name: 'sex', text: holder.sex },
  '，身份证号码：',
  { name: 'identity', text: holder.identity },
];

export function hardshipCertificate(random: Random, holder: Person, create: CreateSheet): Sheet {
  const place = drawPlace(random);
  const income = random.integer(6, 28) * 500;
  const reason = random.pick([
    `因${random.integer(2024, 2025)}年患病住院，医疗费用支出较大，家中负债较多`,
    '家中老人常年卧病，本人为家庭唯一劳动力，现因工伤无法外出务工',
    '子女均在校就读，配偶无固定工作，仅靠务农维持生活',
  ]);
  const issuer = `${place.county}${place.town}${place.village}村民委员会`;
  return letter(
    {
      title: random.pick(['家庭贫困证明', '贫困证明', '困难证明']),
      addressee: random.pick(['致有关单位：', '贵公司：', '']),
      paragraphs: [
        [
          '兹有我村村民',
          ...identity(holder),
          `，家庭住址：${place.province}${place.city}${place.county}${place.town}${place.village}${random.integer(1, 12)}组，家庭人口`,
          { name: 'members', text: String(random.integer(2, 6)) },
          '人。',
        ],
        [
          `该户${reason}，家庭年人均收入约`,
          { name: 'income', text: money(income) },
          '元，生活确有困难，',
          '情况属实。',
        ],
        ['特此证明。'],
      ],
      issuer,
      date: drawDate(random),
      contact: [
        ['经办人：', 0],
        ['联系电话：', 8],
        [holder.phone, 0, 'phone'],
      ],
      signer: drawPerson(random).name,
      keys: { ...personKeys(holder), income: income.toFixed(2) },
    },
    random.pick(['kai', 'serif']),
    random,
    create,
  );
}

export function unemploymentCertificate(random: Random, holder: Person, create: CreateSheet): Sheet {
  const place = drawPlace(random);
  const since = drawDate(random);
  return letter(
    {
      title: '失业证明',
      number: `编号：${place.county.slice(0, 2)}失证〔2026〕${digits(random, 4)}号`,
      paragraphs: [
        [
          '兹证明',
          ...identity(holder),
          `，系${place.city}${place.county}${place.town}居民，原就职于`,
          { name: 'employer', text: drawCompany(random) },
          '，于',
          { name: 'since', text: chineseDate(since) },
          '与原单位解除劳动关系，现处于失业状态，无固定收入来源。',
        ],
        ['本证明仅用于办理贷款延期还款申请，不作其他用途。'],
        ['特此证明。'],
      ],
      issuer: `${place.city}${place.county}${place.town}社会保障事务所`,
      date: new Date(since.getTime() + random.integer(20, 150) * 86_400_000),
      sealFoot: '业务专用章',
      keys: { ...personKeys(holder), dismissed: isoDate(since) },
    },
    'serif',
    random,
    create,
  );
}

export function incomeCertificate(random: Random, holder: Person, create: CreateSheet): Sheet {
  const monthly = random.integer(28, 160) * 100;
  const company = drawCompany(random);
  const code = drawCreditCode(random);
  return letter(
    {
      title: '收入证明',
      addressee: random.pick(['致：贷款机构', '致有关金融机构：']),
      paragraphs: [
        [
          '兹证明',
          ...identity(holder),
          '，系我单位正式员工，自',
          { name: 'since', text: `${random.integer(2014, 2023)}年${random.integer(1, 12)}月` },
          '起在我单位工作，现任',
          {
            name: 'post',
            text: random.pick(['销售主管', '车间操作工', '仓库管理员', '会计', '工程部技术员']),
          },
          '一职。',
        ],
        [
          '其近一年内平均月收入（税后）为人民币',
          { name: 'amount', text: `${money(monthly)}元` },
          '（大写：',
          { name: 'capital', text: capitalMoney(monthly) },
          '）。',
        ],
        ['我单位对上述内容的真实性负责，本证明不作为我单位对该员工任何形式的担保。'],
        ['特此证明。'],
      ],
      issuer: company,
      date: drawDate(random),
      sealFoot: random.chance(0.5) ? '人事专用章' : '',
      contact: [
        ['统一社会信用代码：', 0],
        [code, 0, 'credit-code'],
        ['联系电话：', 2],
        [drawPhone(random), 0, 'phone'],
      ],
      keys: {
        ...personKeys(holder),
        amount: monthly.toFixed(2),
        'amount-capitals': monthly.toFixed(2),
        'credit-code': code,
      },
    },
    random.pick(['serif', 'kai']),
    random,
    create,
  );
}
