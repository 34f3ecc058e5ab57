import type { Random } from '../../random.ts';
import { stamp } from '../seal.ts';
import type { CreateSheet, Sheet, TextStyle } from '../sheet.ts';
import { chineseDate, drawDate, drawPlace, isoDate, type Person } from '../wording.ts';

const GRADES = [
  ['肢体残疾', '肢体三级'],
  ['视力残疾', '视力二级'],
  ['听力残疾', '听力四级'],
] as const;

/** A disability certificate on one page: a form of two columns, the issuing federation and its seal below. */
export function disabilityCertificate(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1240, 1180, '#fefdf9');
  const place = drawPlace(random);
  const issuer = `${place.city}${place.county}残疾人联合会`;
  const issued = drawDate(random);
  const until = new Date(Date.UTC(issued.getUTCFullYear() + 10, issued.getUTCMonth(), issued.getUTCDate()));
  const [sort, grade] = random.pick(GRADES);
  const label: TextStyle = { face: 'sans', size: 30, colour: '#333' };
  const value: TextStyle = { face: random.pick(['serif', 'kai'] as const), size: 31 };
  sheet.write('残疾证明', 620, 170, { face: 'serif-bold', size: 58, align: 'centre', spacing: 18 });
  const put = (words: string, x: number, y: number, text: string, name?: string) =>
    sheet.write(text, sheet.write(words, x, y, label) + 10, y, value, name);
  put('姓名：', 150, 300, holder.name, 'name');
  put('性别：', 660, 300, holder.sex, 'sex');
  const birth = new Date(`${holder.birth}T00:00:00Z`);
  put('出生日期：', 150, 380, chineseDate(birth), 'birth');
  put('民族：', 660, 380, '汉族');
  put('身份证号：', 150, 460, holder.identity, 'identity');
  put('残疾类别：', 150, 540, sort);
  put('残疾等级：', 660, 540, grade);
  put('家庭住址：', 150, 620, `${place.city}${place.county}${place.town}${place.village}`);
  put('签发日期：', 150, 700, chineseDate(issued), 'issued');
  put('有效期至：', 660, 700, chineseDate(until), 'until');
  for (let y = 325; y < 740; y += 80) sheet.rule(140, y, 1100, y, 1.5, '#bbb');
  sheet.paragraph(
    ['经残疾评定，上述人员符合国家残疾人残疾分类和分级标准，特发此证明。'],
    150,
    800,
    1090,
    56,
    value,
  );
  sheet.write(issuer, 1060, 960, { ...value, align: 'right' }, 'issuer');
  sheet.write(chineseDate(issued), 1040, 1020, { ...value, align: 'right' });
  stamp(sheet, { ring: issuer, diameter: 220 }, 890 + random.integer(-40, 40), 980, random);
  Object.assign(sheet.keys, {
    name: holder.name,
    sex: holder.sex === '男' ? 'male' : 'female',
    birth: holder.birth,
    'identity-number': holder.identity,
    issued: isoDate(issued),
    'valid-until': isoDate(until),
  });
  return sheet;
}
