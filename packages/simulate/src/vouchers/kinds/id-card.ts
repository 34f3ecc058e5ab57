import type { Random } from '../../random.ts';
import type { CreateSheet, Sheet, TextStyle } from '../sheet.ts';
import { drawPlace, type Person } from '../wording.ts';

/** The front of a resident identity card, 85.6 × 54 mm, with a grey shape for the portrait. */
export function identityCard(random: Random, holder: Person, create: CreateSheet): Sheet {
  const sheet = create(1040, 656, '#e9f1f4');
  const { context } = sheet;
  for (let i = 0; i < 26; i++) {
    context.strokeStyle = `rgba(${random.integer(120, 190)}, ${random.integer(150, 200)}, 205, 0.35)`;
    context.lineWidth = 1.5;
    context.beginPath();
    context.ellipse(random.between(0, 1040), random.between(0, 656), 190, 90, i / 5, 0, 2 * Math.PI);
    context.stroke();
  }
  context.fillStyle = '#c9d3d8';
  context.beginPath();
  context.ellipse(820, 200, 78, 98, 0, 0, 2 * Math.PI);
  context.fill();
  context.beginPath();
  context.roundRect(690, 305, 260, 150, 60);
  context.fill();
  const place = drawPlace(random);
  const address = `${place.province}${place.city}${place.county}${place.town}${place.village}${random.integer(1, 99)}号`;
  const label: TextStyle = { face: 'sans', size: 30, colour: '#2c6aa0' };
  const value: TextStyle = { face: 'sans', size: 34, colour: '#16181b' };
  const put = (words: string, x: number, y: number, text: string, name?: string) =>
    sheet.write(text, sheet.write(words, x, y, label) + 24, y, value, name);
  put('姓名', 80, 100, holder.name, 'name');
  put('性别', 80, 172, holder.sex, 'sex');
  put('民族', 280, 172, '汉');
  const [year, month, day] = holder.birth.split('-').map(Number);
  put('出生', 80, 244, `${year}年${month}月${day}日`, 'birth');
  sheet.write('住址', 80, 316, label);
  sheet.write(address.slice(0, 11), 164, 316, value);
  sheet.write(address.slice(11), 164, 364, value);
  put('公民身份号码', 80, 560, holder.identity, 'identity');
  Object.assign(sheet.keys, {
    name: holder.name,
    sex: holder.sex === '男' ? 'male' : 'female',
    birth: holder.birth,
    'identity-number': holder.identity,
  });
  return sheet;
}
