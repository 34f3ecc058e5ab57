import type { Random } from '../../random.ts';
import { stamp } from '../seal.ts';
import type { CreateSheet, Sheet, TextStyle } from '../sheet.ts';
import { sign } from '../signature.ts';
import {
  ageOn,
  chineseDate,
  digits,
  drawDate,
  drawPerson,
  drawPlace,
  isoDate,
  type Person,
} from '../wording.ts';

/** Diagnosis, course, advice, and a department that treats it. */
export const ILLNESSES = [
  [
    '右侧胫骨骨折（闭合性）',
    '患者因外伤致右小腿疼痛、活动受限2小时入院，行切开复位内固定术，术后恢复可。',
    '全休三个月，加强营养，患肢避免负重，每月复查X线片，不适随诊。',
    '骨科',
  ],
  [
    '急性心肌梗死（前壁）',
    '患者因突发胸痛3小时入院，急诊行冠状动脉支架植入术，术后生命体征平稳。',
    '卧床休息，按时服药，全休六个月，定期心内科门诊复查。',
    '心内科',
  ],
  [
    '2型糖尿病；高血压病3级',
    '患者因多饮、多尿伴头晕一周入院，予降糖、降压及对症支持治疗后好转。',
    '低盐低脂糖尿病饮食，监测血糖血压，全休一个月，门诊随访。',
    '内分泌科',
  ],
  [
    '重度抑郁发作',
    '患者情绪低落、失眠、乏力半年余，近一月加重，予抗抑郁药物及心理治疗。',
    '按时服药，避免精神刺激，全休三个月，定期复诊。',
    '心理科',
  ],
] as const;

export function diagnosisCertificate(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1240, 1754, '#fdfdfb');
  const place = drawPlace(random);
  const hospital = `${place.city}${random.pick(['人民医院', '第二人民医院', '中心医院', '中医医院'])}`;
  const [diagnosis, course, advice, department] = random.pick(ILLNESSES);
  const admitted = drawDate(random);
  const left = new Date(admitted.getTime() + random.integer(5, 24) * 86_400_000);
  const label: TextStyle = { face: 'sans', size: 30 };
  const value: TextStyle = { face: 'serif', size: 31 };
  sheet.write(hospital, 620, 190, { face: 'serif-bold', size: 54, align: 'centre', spacing: 6 }, 'issuer');
  sheet.write('疾 病 诊 断 证 明 书', 620, 270, { face: 'serif-bold', size: 46, align: 'centre' });
  sheet.write(
    `No. ${digits(random, 8)}`,
    1090,
    335,
    { face: 'arial', size: 28, align: 'right', colour: '#b3262c' },
    'number',
  );
  sheet.rule(130, 360, 1110, 360, 3);

  const put = (text: string, x: number, y: number, name: string, content: string, right: number) => {
    const end = sheet.write(text, x, y, label);
    sheet.write(content, end + 12, y, value, name);
    sheet.rule(end + 4, y + 12, right, y + 12, 1.5, '#777');
  };
  put('姓名：', 140, 430, 'name', holder.name, 440);
  put('性别：', 470, 430, 'sex', holder.sex, 640);
  put('年龄：', 670, 430, 'age', `${ageOn(holder, left)}岁`, 850);
  put('科别：', 880, 430, 'department', department, 1100);
  put('门诊/住院号：', 140, 505, 'record', digits(random, 9), 640);
  put('职业：', 670, 505, 'post', random.pick(['工人', '农民', '职员', '个体']), 1100);
  put('入院日期：', 140, 580, 'admitted', chineseDate(admitted), 600);
  put('出院日期：', 630, 580, 'discharged', chineseDate(left), 1100);

  sheet.write('诊断：', 140, 690, { ...label, face: 'sans-bold' });
  sheet.write(diagnosis, 250, 690, value, 'diagnosis');
  sheet.write('诊疗经过：', 140, 790, { ...label, face: 'sans-bold' });
  const end = sheet.paragraph([course], 140, 855, 1100, 62, value);
  sheet.write('处理意见：', 140, end + 110, { ...label, face: 'sans-bold' });
  const after = sheet.paragraph(
    [{ name: 'advice', text: advice.split('，')[0]! }, `，${advice.split('，').slice(1).join('，')}`],
    140,
    end + 175,
    1100,
    62,
    value,
  );
  const foot = Math.max(after + 180, 1330);
  sheet.write('医师签名：', 650, foot, label);
  sign(sheet, drawPerson(random).name, 810, foot, random, 56);
  sheet.write(chineseDate(left), 1010, foot + 90, { ...value, align: 'right' }, 'date');
  stamp(
    sheet,
    { ring: hospital, foot: '诊断证明专用章', diameter: 228 },
    900 + random.integer(-60, 60),
    foot + 50,
    random,
  );
  sheet.rule(130, 1600, 1110, 1600, 2);
  sheet.write('注：本证明书须加盖医院诊断证明专用章方为有效，涂改无效。', 140, 1645, {
    ...label,
    size: 24,
    colour: '#555',
  });
  Object.assign(sheet.keys, {
    name: holder.name,
    sex: holder.sex === '男' ? 'male' : 'female',
    age: String(ageOn(holder, left)),
    department,
    admission: isoDate(admitted),
    discharge: isoDate(left),
    diagnosis,
    issued: isoDate(left),
    issuer: hospital,
  });
  return sheet;
}
