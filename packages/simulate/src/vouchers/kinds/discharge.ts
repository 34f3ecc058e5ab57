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
import { ILLNESSES } from './hospital.ts';

const DAY = 86_400_000;

/** A hospital's discharge summary: the name in the head and again in the patient's box, running text below. */
export function dischargeSummary(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1240, 1754, '#fefefe');
  const hospital = `${drawPlace(random).city}${random.pick(['人民医院', '第一人民医院', '中心医院'])}`;
  const [diagnosis, course, advice, department] = random.pick(ILLNESSES);
  const admitted = drawDate(random);
  const days = random.integer(4, 26);
  const left = new Date(admitted.getTime() + days * DAY);
  const label: TextStyle = { face: 'sans', size: 27 };
  const value: TextStyle = { face: random.pick(['serif', 'kai'] as const), size: 28 };
  const bold: TextStyle = { face: 'sans-bold', size: 29 };
  sheet.write(hospital, 620, 150, { face: 'serif-bold', size: 48, align: 'centre', spacing: 4 }, 'issuer');
  sheet.write('出院小结', 620, 222, { face: 'serif-bold', size: 42, align: 'centre', spacing: 16 });
  const put = (words: string, x: number, y: number, text: string, name?: string) =>
    sheet.write(text, sheet.write(words, x, y, label) + 6, y, value, name);
  put('姓名：', 130, 290, holder.name, 'name');
  put('住院号：', 480, 290, digits(random, 8));
  put('科室：', 840, 290, department, 'department');
  sheet.rule(120, 312, 1120, 312, 2.5);
  put('患者姓名：', 130, 372, holder.name, 'name-again');
  put('性别：', 480, 372, holder.sex, 'sex');
  put('年龄：', 840, 372, `${ageOn(holder, left)}岁`, 'age');
  put('身份证号：', 130, 432, holder.identity, 'identity');
  put('入院日期：', 130, 492, chineseDate(admitted), 'admitted');
  put('出院日期：', 480, 492, chineseDate(left), 'discharged');
  put('住院天数：', 840, 492, `${days}天`);
  sheet.rule(120, 514, 1120, 514, 1.5);
  let y = 574;
  const section = (title: string, words: string, name?: string) => {
    sheet.write(title, 130, y, bold);
    y = sheet.paragraph(name ? [{ name, text: words }] : [words], 130, y + 50, 1110, 50, value) + 72;
  };
  sheet.write(diagnosis, sheet.write('出院诊断：', 130, y, bold) + 6, y, value, 'diagnosis');
  y += 72;
  section('入院情况：', course);
  section('诊疗经过：', '入院后完善相关检查，明确诊断，予积极治疗，病情好转，经上级医师同意，准予出院。');
  section('出院医嘱：', advice);
  const foot = Math.max(y + 60, 1360);
  sheet.write('主治医师：', 640, foot, label);
  sign(sheet, drawPerson(random).name, 790, foot, random, 52);
  sheet.write(chineseDate(left), 1040, foot + 90, { ...value, align: 'right' }, 'date');
  stamp(sheet, { ring: hospital, foot: '病案专用章', diameter: 220 }, 920, foot + 40, random);
  Object.assign(sheet.keys, {
    name: holder.name,
    sex: holder.sex === '男' ? 'male' : 'female',
    age: String(ageOn(holder, left)),
    department,
    'identity-number': holder.identity,
    admission: isoDate(admitted),
    discharge: isoDate(left),
    diagnosis,
    issued: isoDate(left),
    issuer: hospital,
  });
  return sheet;
}
