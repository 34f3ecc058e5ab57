import type { Message, Severity, Verdict } from '@jianzhen/evidence';
import type { CaseStatus, ExhibitStatus } from './api/types.ts';

/** Every sentence of the console that does not come from the service. */
export const words = {
  product: { zh: '鉴真', en: 'Jianzhen' },
  subtitle: { zh: '反欺诈工作台', en: 'Anti-fraud workbench' },
  language: { zh: '语言', en: 'Language' },
  cases: { zh: '案件', en: 'Cases' },
  case: { zh: '案件', en: 'Case' },
  live: { zh: '实时更新', en: 'Live' },
  reconnecting: { zh: '连接中断，正在重连', en: 'Connection lost, trying again' },
  skip: { zh: '跳到主要内容', en: 'Skip to content' },

  reference: { zh: '案件编号', en: 'Case no.' },
  customer: { zh: '客户', en: 'Customer' },
  lender: { zh: '机构', en: 'Lender' },
  title: { zh: '说明', en: 'Title' },
  exhibits: { zh: '材料', en: 'Exhibits' },
  verdict: { zh: '结论', en: 'Verdict' },
  probability: { zh: '伪造概率', en: 'Probability of forgery' },
  status: { zh: '状态', en: 'Status' },
  opened: { zh: '建立时间', en: 'Opened' },
  anyVerdict: { zh: '全部结论', en: 'Any verdict' },
  anyStatus: { zh: '全部状态', en: 'Any status' },
  search: {
    zh: '搜索编号、客户、机构、说明或文件名（按 / 键）',
    en: 'Search number, customer, lender, title or file (press /)',
  },
  noCases: { zh: '还没有案件', en: 'No cases yet' },
  noCasesHint: {
    zh: '把客户提交的材料拖到这里，即可新建案件并开始检查。',
    en: 'Drop the files that a customer sent in here to open a case and have them examined.',
  },
  noMatch: { zh: '没有符合条件的案件', en: 'No case matches' },
  clearFilters: { zh: '清除筛选', en: 'Clear filters' },
  newer: { zh: '较新', en: 'Newer' },
  older: { zh: '较早', en: 'Older' },
  pageNumber: { zh: '第 {page} 页', en: 'Page {page}' },
  retry: { zh: '重试', en: 'Try again' },
  listKeys: {
    zh: '↑ ↓ 选择案件，回车打开，N 新建，/ 搜索',
    en: '↑ ↓ to choose, Enter to open, N for a new case, / to search',
  },

  newCase: { zh: '新建案件', en: 'New case' },
  optional: { zh: '选填', en: 'optional' },
  drop: { zh: '把文件拖到这里，或点击选择', en: 'Drop files here, or click to choose' },
  dropHint: {
    zh: '图像（JPEG、PNG、WebP、TIFF、BMP、HEIC）、PDF、OFD，可一次选择多个',
    en: 'Images (JPEG, PNG, WebP, TIFF, BMP, HEIC), PDF and OFD; several at once',
  },
  create: { zh: '新建并检查', en: 'Open and examine' },
  createEmpty: { zh: '新建空案件', en: 'Open an empty case' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  rejected: { zh: '有 {count} 个文件未被接收', en: '{count} file(s) were not taken' },
  openCase: { zh: '打开案件', en: 'Open the case' },
  addExhibits: { zh: '添加材料', en: 'Add exhibits' },
  add: { zh: '添加并检查', en: 'Add and examine' },

  noExhibits: { zh: '这个案件还没有材料', en: 'This case has no exhibits yet' },
  page: { zh: '页', en: 'Page' },
  pageOf: { zh: '第 {page} / {pages} 页', en: 'Page {page} of {pages}' },
  previousPage: { zh: '上一页', en: 'Previous page' },
  nextPage: { zh: '下一页', en: 'Next page' },
  heat: { zh: '热力图', en: 'Heat map' },
  heatStrength: { zh: '热力图浓度', en: 'Heat map strength' },
  noHeat: { zh: '这一页没有热力图', en: 'This page has no heat map' },
  boxes: { zh: '标框', en: 'Boxes' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  fit: { zh: '适合窗口', en: 'Fit' },
  actualSize: { zh: '原始大小', en: 'Actual size' },
  original: { zh: '下载原件', en: 'Original' },
  picture: {
    zh: '页面图像。拖动平移，滚轮缩放，方向键移动，+ − 0 缩放。',
    en: 'Picture of the page. Drag to move, wheel to zoom, arrow keys to move, + − 0 to zoom.',
  },
  noPicture: { zh: '图像无法显示', en: 'The picture cannot be shown' },
  findings: { zh: '发现', en: 'Findings' },
  noFindings: { zh: '这一页没有发现异常痕迹。', en: 'No sign of alteration was found on this page.' },
  wholePage: { zh: '整页或整个文件', en: 'Whole page or file' },
  certainty: { zh: '把握', en: 'Certainty' },
  measured: { zh: '测量值', en: 'Measured values' },
  signal: { zh: '信号', en: 'Signal' },
  facts: { zh: '文件信息', en: 'File facts' },
  fileName: { zh: '文件名', en: 'File name' },
  mediaType: { zh: '类型', en: 'Media type' },
  size: { zh: '大小', en: 'Size' },
  pixels: { zh: '像素', en: 'Pixels' },
  pageCount: { zh: '页数', en: 'Pages' },
  received: { zh: '收到时间', en: 'Received' },
  examined: { zh: '检查用时', en: 'Examined in' },
  orientation: { zh: '拍摄方向', en: 'Orientation' },
  orientationTurned: { zh: 'EXIF 方向 {orientation}，显示时已转正', en: 'EXIF {orientation}, shown upright' },
  attempts: { zh: '检查次数', en: 'Attempts' },
  otherMetadata: { zh: '其他元数据（{count} 项）', en: 'Other metadata ({count})' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  waiting: {
    zh: '排队中，轮到后自动开始检查。',
    en: 'In the queue; it is examined as soon as its turn comes.',
  },
  running: { zh: '正在检查，完成后这里会自动更新。', en: 'Being examined; this page updates by itself.' },
  failed: { zh: '未能检查', en: 'Could not be examined' },
  limits: {
    zh: '概率经过校准，但“发现”只是痕迹而不是证明，“未见伪造”也不等于真实。最后由人决定。',
    en: 'Probabilities are calibrated, yet a finding is a trace and no proof, and “appears genuine” is no guarantee. A person has the last word.',
  },
  pageKeys: {
    zh: 'H 热力图，B 标框，J / K 下一个、上一个发现，[ ] 翻页',
    en: 'H heat map, B boxes, J / K next and previous finding, [ ] turn pages',
  },
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  backToCases: { zh: '返回案件列表', en: 'Back to the cases' },
  offline: {
    zh: '无法连接服务，请检查网络后重试。',
    en: 'The service cannot be reached. Check the network and try again.',
  },
  unexpected: {
    zh: '服务返回了意外的应答（{status}）。',
    en: 'The service gave an unexpected answer ({status}).',
  },
} as const satisfies Record<string, Message>;

/** Names of metadata as users know them; a name that is not here is shown as it stands in the file. */
export const metadataWords: Readonly<Record<string, Message>> = {
  Make: { zh: '设备厂商', en: 'Make' },
  Model: { zh: '设备型号', en: 'Model' },
  Software: { zh: '软件', en: 'Software' },
  CreatorTool: { zh: '创建工具', en: 'Creator tool' },
  DateTimeOriginal: { zh: '拍摄时间', en: 'Taken at' },
  CreateDate: { zh: '创建时间', en: 'Created at' },
  DateTimeDigitized: { zh: '数字化时间', en: 'Digitised at' },
  ModifyDate: { zh: '修改时间', en: 'Modified at' },
  DateTime: { zh: '修改时间', en: 'Modified at' },
  producer: { zh: '生成程序', en: 'Producer' },
  creator: { zh: '来源程序', en: 'Creator' },
  createdAt: { zh: '创建时间', en: 'Created at' },
  modifiedAt: { zh: '修改时间', en: 'Modified at' },
  pdfVersion: { zh: 'PDF 版本', en: 'PDF version' },
  revisions: { zh: '保存次数', en: 'Saves' },
};

export const verdictWords: Readonly<Record<Verdict, Message>> = {
  genuine: { zh: '未见伪造', en: 'Appears genuine' },
  suspicious: { zh: '可疑', en: 'Suspicious' },
  forged: { zh: '伪造', en: 'Forged' },
  unreadable: { zh: '无法读取', en: 'Unreadable' },
};

export const severityWords: Readonly<Record<Severity, Message>> = {
  high: { zh: '严重', en: 'High' },
  medium: { zh: '中等', en: 'Medium' },
  low: { zh: '轻微', en: 'Low' },
  info: { zh: '提示', en: 'Note' },
};

export const caseStatusWords: Readonly<Record<CaseStatus, Message>> = {
  empty: { zh: '尚无材料', en: 'No exhibits' },
  examining: { zh: '检查中', en: 'Examining' },
  done: { zh: '已检查', en: 'Examined' },
};

export const exhibitStatusWords: Readonly<Record<ExhibitStatus, Message>> = {
  queued: { zh: '排队中', en: 'Queued' },
  running: { zh: '检查中', en: 'Examining' },
  done: { zh: '已检查', en: 'Examined' },
  failed: { zh: '失败', en: 'Failed' },
};
