import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'cli.file-missing': {
    zh: '找不到文件：{file}',
    en: 'No such file: {file}',
  },
  'cli.file-unreadable': {
    zh: '无法读取文件 {file}：{detail}',
    en: 'Cannot read {file}: {detail}',
  },
  'cli.no-pictures': {
    zh: '文件夹 {folder} 中没有图片（{kinds}）。',
    en: 'There are no pictures ({kinds}) in the folder {folder}.',
  },
  'cli.cannot-write': {
    zh: '无法写入 {file}：{detail}',
    en: 'Cannot write {file}: {detail}',
  },
  'cli.nothing-to-compare': {
    zh: '{file} 第一页可比对的文字太少。',
    en: 'Too little text was read on the first page of {file} to compare it.',
  },
  'cli.no-seal': {
    zh: '在 {file} 中没有找到可以比对的印章。',
    en: 'No seal that could be compared was found in {file}.',
  },
  'cli.not-text': {
    zh: '{file} 不是 UTF-8 或 GBK 编码的文本。',
    en: '{file} is no text in UTF-8 or GBK.',
  },
  'cli.table-unreadable': {
    zh: '表格 {file} 无法解析：{detail}',
    en: 'The table {file} cannot be parsed: {detail}',
  },
  'cli.column-missing': {
    zh: '表格 {file} 缺少列 {column}。',
    en: 'The table {file} lacks column {column}.',
  },
  'cli.demo-upload': {
    zh: '演示数据上传到 {url} 失败（状态 {status}）：{detail}',
    en: 'Handing the demo in at {url} failed with status {status}: {detail}',
  },
  'cli.no-server': {
    zh: '数据目录被占用，服务 {url} 又没有应答：{detail}',
    en: 'The data folder is in use, and the service at {url} does not answer: {detail}',
  },
  'cli.gangs-unreadable': {
    zh: '{file} 第 {line} 行不是团伙（应为 gangs mine --json 的输出）。',
    en: 'Line {line} of {file} is no gang (it should be output of gangs mine --json).',
  },
  'cli.gang-unknown': {
    zh: '{file} 中没有团伙 {gang}。',
    en: 'There is no gang {gang} in {file}.',
  },
  'cli.lead-unknown': {
    zh: '保管记录中没有线索包 {name}。',
    en: 'The custody log knows no package {name}.',
  },
  'cli.trials-unreadable': {
    zh: '{file} 第 {line} 行不是一对录音（应为：1或0 录音 录音）。',
    en: 'Line {line} of {file} is no trial (1 or 0, a recording, a recording).',
  },
  'cli.voice-unknown': {
    zh: '没有登记过 {person} 的声纹（或不是当前模型的）。请先用 voice enroll 登记。',
    en: 'No voiceprint of {person} is on record, or none of the model in use. Enrol one with voice enroll.',
  },
  'cli.no-spoof-model': {
    zh: '没有安装机器语音模型（models/voice/spoof.json）。',
    en: 'No model of machine voices is installed (models/voice/spoof.json).',
  },
  'cli.model-source': {
    zh: '无法从 {source} 取得模型：{detail}',
    en: 'The model cannot be fetched from {source}: {detail}',
  },
  'cli.usage': {
    zh: '用法错误：{detail}',
    en: 'Usage: {detail}',
  },
});
