import { describe, expect, it } from 'vitest';
import { type TemplateRelation, weighTemplate } from '../../src/template/index.ts';

const relation: TemplateRelation = {
  sameTemplate: 0.97,
  samePicture: 0,
  sharedBy: 3,
  issuerAgrees: true,
  rarity: 0.1,
};

describe('what a shared template is worth', () => {
  it("is next to nothing for a real issuer's own form", () => {
    const { finding, oneHand } = weighTemplate(relation);
    expect(finding).toMatchObject({ code: 'papers.template-reused', severity: 'info', probability: 0.97 });
    expect(oneHand).toBeLessThan(0.05);
    expect(finding!.message.zh).toContain('版式相同本身不能说明伪造');
  });

  it('is more where the form is rare, more yet under other issuers, most for one picture, and never above medium', () => {
    const steps: TemplateRelation[] = [
      relation,
      { ...relation, rarity: 0.99 },
      { ...relation, rarity: 0.99, issuerAgrees: false },
      { ...relation, rarity: 0.99, issuerAgrees: false, samePicture: 0.95 },
    ];
    const weighed = steps.map((step) => weighTemplate(step));
    const hands = weighed.map(({ oneHand }) => oneHand);
    expect(hands).toEqual(hands.toSorted((a, b) => a - b));
    expect(new Set(hands).size).toBe(hands.length);
    expect(weighed.at(-1)!.finding!.severity).toBe('medium');
    for (const { finding } of weighed) expect(['info', 'low', 'medium']).toContain(finding!.severity);
  });

  it('says nothing of one person alone or of pages that hardly agree', () => {
    expect(weighTemplate({ ...relation, sharedBy: 1 }).finding).toBeNull();
    expect(weighTemplate({ ...relation, sameTemplate: 0.4 }).finding).toBeNull();
  });

  it('names the relation, the others and the reasons in both languages', () => {
    const { finding, reasons } = weighTemplate({
      ...relation,
      samePicture: 0.9,
      rarity: 0.995,
      issuerAgrees: null,
    });
    expect(finding!.values).toMatchObject({ relation: 'picture', sharedBy: 3 });
    expect(finding!.message.en).toContain('2 other persons');
    expect(finding!.message.zh).toContain('另外 2 人');
    expect(reasons).toHaveLength(3);
    for (const { zh, en } of reasons) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
