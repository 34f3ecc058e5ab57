import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'simulate.data-missing': {
    zh: '找不到单据数据目录：{path}',
    en: 'The folder of documents was not found: {path}',
    status: 404,
  },
  'simulate.usage': { zh: '参数有误：{detail}', en: 'Wrong arguments: {detail}', status: 400 },
  'simulate.held-out': {
    zh: '“{op}”只用于测试集，不得进入 {split} 集',
    en: '{op} is held out for the test split and must not enter {split}',
    status: 400,
  },
  'simulate.no-place': {
    zh: '页面上没有适合“{op}”的位置',
    en: 'The page has no place that suits {op}',
  },
  'simulate.donor-missing': {
    zh: '拼接需要另一张来源图片',
    en: 'A splice needs another page to take from',
    status: 400,
  },
  'simulate.font-missing': {
    zh: '字体无法加载：{path}',
    en: 'The font cannot be loaded: {path}',
    status: 500,
  },
  'simulate.code-too-long': {
    zh: '内容无法编成这种码：{detail}',
    en: 'The payload does not fit such a code: {detail}',
    status: 400,
  },
  'simulate.pdf-shape': {
    zh: 'PDF 的结构不在可改写的范围内：{detail}',
    en: 'This PDF is not of the shape that can be updated: {detail}',
  },
  'simulate.no-field': { zh: '单据上没有字段“{name}”', en: 'The voucher has no field {name}' },
  'simulate.unreadable': { zh: '图片无法解码：{detail}', en: 'The picture cannot be decoded: {detail}' },
});
