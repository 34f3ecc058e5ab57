import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'portrait.threshold-invalid': {
    zh: 'JIANZHEN_PORTRAIT_THRESHOLD 必须是 0 到 2 之间的数，而不是“{value}”。',
    en: 'JIANZHEN_PORTRAIT_THRESHOLD must be a number above 0 and up to 2, not “{value}”.',
    status: 500,
  },
  'engine.deadline': {
    zh: '检测超过 {seconds} 秒仍未完成，已中止。文件可能已损坏或被人为构造。',
    en: 'The examination did not end within {seconds} s and was stopped. The file may be damaged or crafted.',
  },
  'engine.crashed': {
    zh: '检测进程异常退出：{detail}。其余文件不受影响。',
    en: 'The worker that examined this file died: {detail}. Other files are not affected.',
  },
  'engine.model-unreadable': {
    zh: '无法读取模型文件 {file}：{detail}。请检查环境变量 JIANZHEN_DOCUMENT_MODEL。',
    en: 'The model file {file} cannot be read: {detail}. Check the environment variable JIANZHEN_DOCUMENT_MODEL.',
    status: 503,
  },
  'engine.kinds-unreadable': {
    zh: '无法读取材料类型配置 {file}：{detail}。请检查环境变量 JIANZHEN_KINDS。',
    en: 'The kinds of papers in {file} cannot be read: {detail}. Check the environment variable JIANZHEN_KINDS.',
    status: 503,
  },
  'engine.url-model-unreadable': {
    zh: '无法读取网址模型 {file}：{detail}。请检查环境变量 JIANZHEN_URL_MODEL。',
    en: 'The model of links in {file} cannot be read: {detail}. Check the environment variable JIANZHEN_URL_MODEL.',
    status: 503,
  },
  'engine.lists-unreadable': {
    zh: '无法读取网址名单 {file}：{detail}。请检查 --lists 或环境变量 JIANZHEN_LISTS。',
    en: 'The lists of links in {file} cannot be read: {detail}. Check --lists or the environment variable JIANZHEN_LISTS.',
    status: 503,
  },
  'engine.trust-unreadable': {
    zh: '无法读取信任锚 {file}：{detail}。请检查 --trust 或环境变量 JIANZHEN_TRUST。',
    en: 'The trust anchors in {file} cannot be read: {detail}. Check --trust or the environment variable JIANZHEN_TRUST.',
    status: 503,
  },
  'engine.no-signatures-in': {
    zh: '{name} 不是 PDF 或 OFD，没有电子签名可验。',
    en: '{name} is neither a PDF nor an OFD: it holds no electronic signature to verify.',
  },
  'engine.voice-model-unreadable': {
    zh: '无法读取声纹模型文件 {file}：{detail}。请检查环境变量 JIANZHEN_VOICE_MODEL。',
    en: 'The file {file} of the speaker model cannot be read: {detail}. Check the environment variable JIANZHEN_VOICE_MODEL.',
    status: 500,
  },
  'engine.closed': {
    zh: '检测引擎已关闭。',
    en: 'The engine is closed.',
    status: 503,
  },
  'engine.gang-not-stored': {
    zh: '库中最近一次挖掘没有团伙 {gang}。请用 gangs list 查看，或给出 --gangs、--cases、--traces。',
    en: 'The last run on record has no gang {gang}. See gangs list, or give --gangs, --cases and --traces.',
    status: 404,
  },
  'engine.lead-unknown': {
    zh: '没有名为 {name} 的线索包。',
    en: 'There is no package {name}.',
    status: 404,
  },
  'engine.exhibit-missing': {
    zh: '材料 {name} 的原件不在文件库中（SHA-256 {sha256}）。',
    en: 'The file of exhibit {name} is not in the blob store (SHA-256 {sha256}).',
  },
});
