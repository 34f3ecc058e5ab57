import { format, type Message } from '@jianzhen/evidence';

/** What was done to a document after a signature. `{name}` is a field, an entry or a type. */
const kinds = {
  signature: {
    zh: '之后又签了一个名：“{name}”。',
    en: 'Another signature was made afterwards: “{name}”.',
  },
  'signature-field': {
    zh: '之后添加了一个空白签名域：“{name}”。',
    en: 'An empty signature field was added afterwards: “{name}”.',
  },
  timestamp: {
    zh: '之后加盖了文档时间戳：“{name}”。',
    en: 'A document timestamp was put on afterwards: “{name}”.',
  },
  'validation-data': {
    zh: '之后添加了验证数据（证书、吊销信息）。',
    en: 'Data for validation (certificates, revocation) was added afterwards.',
  },
  metadata: {
    zh: '之后改动了文件属性（元数据）。',
    en: 'The metadata of the file was changed afterwards.',
  },
  extensions: {
    zh: '之后改动了版本或扩展声明“{name}”，不影响内容。',
    en: 'What the file says of its version or extensions (“{name}”) was changed; the content is not concerned.',
  },
  structure: {
    zh: '之后为新的签名域补充了文档结构。',
    en: 'The structure tree was extended for new fields.',
  },
  'form-field': {
    zh: '之后填写了表单域“{name}”。',
    en: 'The form field “{name}” was filled in afterwards.',
  },
  annotation: {
    zh: '之后添加了批注（{name}）。',
    en: 'An annotation ({name}) was added afterwards.',
  },
  'annotation-with-content': {
    zh: '之后添加了会显示文字或图形的批注（{name}），可能遮住或冒充原有内容。',
    en: 'An annotation ({name}) that shows text or pictures was added afterwards; it can cover or pass for content.',
  },
  'annotation-altered': {
    zh: '之后改动了已有的批注（{name}）。',
    en: 'An annotation ({name}) that was there was changed afterwards.',
  },
  'annotation-removed': {
    zh: '之后删除了批注（{name}）。',
    en: 'An annotation ({name}) was removed afterwards.',
  },
  'page-added': { zh: '之后增加了这一页。', en: 'This page was added afterwards.' },
  'page-removed': {
    zh: '原来的这一页之后被删除。',
    en: 'This page of the signed document was removed afterwards.',
  },
  'page-content': {
    zh: '之后改动了本页内容（{name}）。',
    en: 'The content of this page was changed afterwards ({name}).',
  },
  'form-altered': {
    zh: '之后改动了表单的设置“{name}”。',
    en: 'The form itself was changed afterwards (“{name}”).',
  },
  'field-added': {
    zh: '之后添加了表单域“{name}”。',
    en: 'A form field was added afterwards: “{name}”.',
  },
  'field-removed': {
    zh: '之后删除了表单域“{name}”。',
    en: 'The form field “{name}” was removed afterwards.',
  },
  'field-altered': {
    zh: '之后改动了表单域“{name}”的属性。',
    en: 'The form field “{name}” was altered afterwards.',
  },
  appearance: {
    zh: '之后替换了“{name}”显示的图样，其值未变或图样另有他用。',
    en: 'What “{name}” shows was exchanged, though its value is the same or the picture serves elsewhere too.',
  },
  'signature-replaced': {
    zh: '之后改写了签名“{name}”的信息（如理由、地点、时间）。',
    en: 'What the signature “{name}” says of itself (reason, place, time) was rewritten afterwards.',
  },
  'signature-removed': {
    zh: '之后移除了签名“{name}”。',
    en: 'The signature “{name}” was taken out of its field afterwards.',
  },
  catalogue: {
    zh: '之后改动了文档目录的“{name}”。',
    en: 'The document catalogue was changed afterwards (“{name}”).',
  },
  trailer: {
    zh: '之后改动了文件尾的“{name}”。',
    en: 'The trailer of the file was changed afterwards (“{name}”).',
  },
  encryption: {
    zh: '文件已加密，签名之后的改动无法判读。',
    en: 'The file is encrypted, so that changes after the signature cannot be read.',
  },
  'cross-reference': {
    zh: '之后追加的内容交叉引用损坏，不同阅读器看到的可能不同。',
    en: 'What was appended has broken cross-references; readers may disagree on what they show.',
  },
  'trailing-bytes': {
    zh: '文件末尾之后还有不属于任何一次保存的数据。',
    en: 'Behind the end of the file lies data that belongs to no revision.',
  },
  'too-large': {
    zh: '签名之后的改动过于庞杂，未能全部比对。',
    en: 'The changes after the signature are too many to be compared.',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type ChangeKind = keyof typeof kinds;

/** Entries of pages and types of annotations as people call them; others by their own name. */
const words: ReadonlyMap<string, Message> = new Map(
  Object.entries({
    Contents: { zh: '正文', en: 'what is drawn' },
    Resources: { zh: '字体、图片等资源', en: 'fonts, pictures and other resources' },
    MediaBox: { zh: '页面大小', en: 'size of the page' },
    CropBox: { zh: '页面可见范围', en: 'visible part of the page' },
    Rotate: { zh: '页面方向', en: 'orientation of the page' },
    AA: { zh: '动作', en: 'actions' },
    OpenAction: { zh: '打开时的动作', en: 'action on opening' },
    OCProperties: { zh: '图层', en: 'layers' },
    Names: { zh: '脚本、附件等名录', en: 'named scripts, attachments and the like' },
    StructTreeRoot: { zh: '文档结构', en: 'structure of the document' },
    Encrypt: { zh: '加密', en: 'encryption' },
    FreeText: { zh: '文字批注', en: 'text' },
    Stamp: { zh: '图章', en: 'stamp' },
    Highlight: { zh: '高亮', en: 'highlight' },
    Text: { zh: '便签', en: 'note' },
    Link: { zh: '链接', en: 'link' },
    Square: { zh: '矩形', en: 'rectangle' },
    Redact: { zh: '涂黑', en: 'redaction' },
    order: { zh: '先后次序', en: 'their order' },
    Widget: { zh: '表单控件', en: 'form control' },
  }),
);

const NOT_ALLOWED: Message = { zh: '（签名不允许此类改动）', en: ' The signature does not allow that.' };

/** Kinds that are harmless unless a certification or a lock says otherwise. */
const CONDITIONAL: ReadonlySet<ChangeKind> = new Set([
  'signature',
  'signature-field',
  'form-field',
  'annotation',
  'annotation-with-content',
]);

/** Kinds whose name is an entry or a type; elsewhere it is what somebody called a field. */
const NAMES_ENTRY: ReadonlySet<ChangeKind> = new Set([
  'page-content',
  'annotation',
  'annotation-with-content',
  'annotation-altered',
  'annotation-removed',
  'catalogue',
  'trailer',
]);

export function changeMessage(kind: ChangeKind, permitted: boolean, name: string): Message {
  const word = (NAMES_ENTRY.has(kind) ? words.get(name) : undefined) ?? { zh: name, en: name };
  const message = {
    zh: format(kinds[kind], { name: word.zh }).zh,
    en: format(kinds[kind], { name: word.en }).en,
  };
  if (permitted || !CONDITIONAL.has(kind)) return message;
  return { zh: message.zh + NOT_ALLOWED.zh, en: message.en + NOT_ALLOWED.en };
}
