import { agree, differences, plainName } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { medicalOddities } from '../../src/rules/medicine/index.ts';
import { organisationSimilarity } from '../../src/rules/people/organisation.ts';

describe('names and numbers', () => {
  it('agree with their masked writings', () => {
    expect(agree('张三', '张三')).toBe(true);
    expect(agree('张*', '张三丰')).toBe(true);
    expect(agree('李*', '张三')).toBe(false);
    expect(agree('6222****1234', '6222021234567891234')).toBe(true);
    expect(plainName('买买提 • 艾力')).toBe('买买提·艾力');
    expect(differences('李四', '李五')).toEqual([1]);
    expect(differences('李四', '李四五')).toBeNull();
  });
});

describe('organisations', () => {
  it.each([
    ['云岭省青禾市人民医院', '青禾市人民医院诊断证明专用章', 1],
    ['恒源机电设备有限公司', '恒源机电设备有限公司财务专用章(1)', 1],
  ])('%s is that of seal %s', (name, seal, least) =>
    expect(organisationSimilarity(name, seal)).toBeGreaterThanOrEqual(least),
  );

  it('of other places are others', () => {
    expect(organisationSimilarity('临江市第二人民医院', '石桥县柳树镇民政办公室')).toBeLessThan(0.6);
    expect(organisationSimilarity('', '长汀市人民医院')).toBe(0);
  });
});

describe('departments and diagnoses', () => {
  const patient = { department: '骨科', diagnosis: '胫骨骨折', sex: 'male', age: 40 } as const;
  it('that go together are not spoken of', () => {
    expect(medicalOddities(patient)).toEqual([]);
    expect(medicalOddities({ ...patient, department: '妇幼保健科' })).toEqual([]);
    expect(medicalOddities({ department: '', diagnosis: '', sex: null, age: null })).toEqual([]);
  });
  it('that exclude each other are', () => {
    expect(medicalOddities({ ...patient, department: '妇产科' })).toMatchObject([{ against: 'sex' }]);
    expect(medicalOddities({ ...patient, department: '儿科' })).toMatchObject([{ against: 'age' }]);
    expect(medicalOddities({ ...patient, department: '眼科' })).toMatchObject([
      { against: 'diagnosis', value: '骨折' },
    ]);
    expect(medicalOddities({ ...patient, diagnosis: '卵巢囊肿' })).toMatchObject([
      { word: '卵巢', against: 'sex' },
    ]);
  });
});
