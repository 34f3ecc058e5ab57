import { type Finding, format, type Message, type Severity } from '@jianzhen/evidence';

/** What is known of a page that was seen before. */
export interface TemplateRelation {
  /** Probability of one template, and of one picture under other names, 0–1, as verification gives them. */
  readonly sameTemplate: number;
  readonly samePicture: number;
  /** Persons or cases that handed in pages of this template, this one among them; at least 2 for a finding. */
  readonly sharedBy: number;
  /** Whether all of them name the same issuer; null where the issuer is not known. */
  readonly issuerAgrees: boolean | null;
  /**
   * How unusual the template is for its issuer or kind, 0–1: 1 − its share of that issuer's (or, without issuer, kind's) known
   * pages. A real hospital's form is most of what is seen of that hospital.
   */
  readonly rarity: number;
}

export interface WeighedTemplate {
  /** Null where the relation says nothing: one person alone, or hardly the same template. */
  readonly finding: Finding | null;
  /** That the pages were made by one hand rather than issued to honest people, 0–1; never used as a page's probability of forgery. */
  readonly oneHand: number;
  readonly reasons: readonly Message[];
}

/** Least probability of a relation that is told. */
const TOLD = 0.8;
/** Log-odds: before anything is known, most shared forms are genuine; for each thing that is known. */
const PRIOR = -2.2;
const RARE = 2.4;
const OTHER_ISSUERS = 2.6;
const SAME_ISSUER = -0.9;
const SAME_PICTURE = 3.4;
/** For each doubling of the persons beyond two, where the form is rare: an issuer's own form is shared by many, a rare one is not. */
const SHARED = 0.5;

const messages = {
  picture: {
    zh: '这一页与另外 {others} 人（案）提交的材料是同一张图像，只更换了姓名、号码等内容。',
    en: 'This page is the same picture as material of {others} other persons or cases; only names, numbers and the like were exchanged.',
  },
  template: {
    zh: '这一页与另外 {others} 人（案）提交的材料出自同一版式，填写内容不同。版式相同本身不能说明伪造。',
    en: 'This page is of the same template as material of {others} other persons or cases, filled in otherwise. A shared template alone is no sign of forgery.',
  },
  issuersDiffer: {
    zh: '同一版式出现在不同出具单位名下。',
    en: 'The same template appears under different issuers.',
  },
  issuersAgree: {
    zh: '各页的出具单位一致，可能是该单位的真实格式。',
    en: 'All pages name the same issuer: this may be its genuine form.',
  },
  issuerUnknown: { zh: '无法确认出具单位是否一致。', en: 'Whether the issuers agree is not known.' },
  rare: {
    zh: '该版式在同类材料中少见（占 {share}%）。',
    en: 'The template is rare among material of this sort ({share}%).',
  },
  usual: {
    zh: '该版式在同类材料中常见（占 {share}%）。',
    en: 'The template is usual among material of this sort ({share}%).',
  },
  samePicture: {
    zh: '背景、印章位置和未改动的内容逐像素相符。',
    en: 'Background, place of the seal and what was left unchanged agree in pixels.',
  },
} satisfies Record<string, Message>;

/** Share from which a template is usual. */
const USUAL = 0.2;

/**
 * What a shared template is worth. Honest people share the genuine form of a real issuer: issuer and rarity weigh, and the
 * relation alone never condemns: severity is at most `medium`, and no verdict is touched.
 */
export function weighTemplate(relation: TemplateRelation): WeighedTemplate {
  const { sameTemplate, samePicture, sharedBy, issuerAgrees, rarity } = relation;
  const picture = samePicture >= TOLD;
  const probability = picture ? Math.max(samePicture, sameTemplate) : sameTemplate;
  if (sharedBy < 2 || probability < TOLD) return { finding: null, oneHand: 0, reasons: [] };
  const logit =
    PRIOR +
    RARE * (2 * rarity - 1) +
    (issuerAgrees === null ? 0 : issuerAgrees ? SAME_ISSUER : OTHER_ISSUERS) +
    (picture ? SAME_PICTURE : 0) +
    SHARED * Math.log2(sharedBy / 2) * (2 * rarity - 1);
  const oneHand = probability / (1 + Math.exp(-logit));
  const share = Number((100 * (1 - rarity)).toFixed(rarity > 0.98 ? 1 : 0));
  const reasons = [
    ...(picture ? [messages.samePicture] : []),
    issuerAgrees === null
      ? messages.issuerUnknown
      : issuerAgrees
        ? messages.issuersAgree
        : messages.issuersDiffer,
    format(1 - rarity >= USUAL ? messages.usual : messages.rare, { share }),
  ];
  const values = { others: sharedBy - 1 };
  const finding: Finding = {
    code: 'papers.template-reused',
    severity: severityOf(oneHand, picture),
    probability,
    region: null,
    message: joined([format(picture ? messages.picture : messages.template, values), ...reasons]),
    signal: 'template',
    values: {
      relation: picture ? 'picture' : 'template',
      sharedBy,
      oneHand: Number(oneHand.toFixed(3)),
      rarity: Number(rarity.toFixed(4)),
    },
  };
  return { finding, oneHand, reasons };
}

function severityOf(oneHand: number, picture: boolean): Severity {
  if (oneHand >= 0.5) return 'medium';
  return picture || oneHand >= 0.15 ? 'low' : 'info';
}

const joined = (parts: readonly Message[]): Message => ({
  zh: parts.map(({ zh }) => zh).join(''),
  en: parts.map(({ en }) => en).join(' '),
});
