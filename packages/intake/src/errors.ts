import { defineErrors } from '@jianzhen/evidence';

/** Everything that intake refuses, by code. */
export const intakeError = defineErrors({
  'intake.empty': {
    zh: '文件“{name}”是空的（0 字节）',
    en: 'File "{name}" is empty (0 bytes)',
  },
  'intake.too-short': {
    zh: '文件“{name}”只有 {bytes} 字节，不可能是图片、文档或录音',
    en: 'File "{name}" has only {bytes} bytes and cannot be a picture, document or recording',
  },
  'intake.too-large': {
    zh: '文件“{name}”有 {megabytes} MB，超过上限 {limit} MB',
    en: 'File "{name}" has {megabytes} MB, more than the limit of {limit} MB',
    status: 413,
  },
  'intake.too-many-pages': {
    zh: '文件“{name}”声称有 {pages} 页，超过上限 {limit} 页',
    en: 'File "{name}" claims {pages} pages, more than the limit of {limit}',
    status: 413,
  },
  'intake.unsupported-type': {
    zh: '文件“{name}”的内容是{seenZh}，不是可以检查的图片、PDF、OFD 或录音',
    en: 'The content of file "{name}" is {seenEn}, not a picture, PDF, OFD or recording that can be checked',
    status: 415,
  },
  'intake.no-such-page': {
    zh: '文件共有 {pages} 页，没有第 {page} 页',
    en: 'There is no page {page}: the file has {pages}',
    status: 404,
  },
  'intake.closed': {
    zh: '材料已经关闭，不能再读取页面',
    en: 'The exhibit was closed; its pages can no longer be read',
    status: 500,
  },
});
