import type { Message, RiskLevel } from '@jianzhen/evidence';
import type {
  AlertKind,
  AlertStatus,
  CaseStatus,
  Decision,
  Delivery,
  ExhibitDecision,
  ExhibitStatus,
} from './api/types.ts';

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
  complaint: { zh: '投诉内容', en: 'Complaint' },
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

  alerts: { zh: '预警', en: 'Alerts' },
  alert: { zh: '预警', en: 'Alert' },
  subject: { zh: '内容', en: 'What' },
  domain: { zh: '域名', en: 'Domain' },
  payload: { zh: '二维码类型', en: 'Kind of payload' },
  kind: { zh: '范围', en: 'Whom' },
  danger: { zh: '危险概率', en: 'Probability of harm' },
  level: { zh: '风险', en: 'Risk' },
  scanned: { zh: '扫码次数', en: 'Scans' },
  lastSeen: { zh: '最近一次', en: 'Last seen' },
  firstSeen: { zh: '首次发现', en: 'First seen' },
  anyKind: { zh: '客户与扩散', en: 'Customers and campaigns' },
  anyLevel: { zh: '全部风险', en: 'Any risk' },
  searchAlerts: {
    zh: '搜索内容、域名、客户或机构（按 / 键）',
    en: 'Search what, domain, customer or lender (press /)',
  },
  noAlerts: { zh: '还没有预警', en: 'No alerts yet' },
  noAlertsHint: {
    zh: '客户扫到危险的二维码或链接时，预警会出现在这里。',
    en: 'When a customer meets a dangerous code or link, the alert appears here.',
  },
  noAlertMatch: { zh: '没有符合条件的预警', en: 'No alert matches' },
  alertKeys: { zh: '↑ ↓ 选择预警，回车打开，/ 搜索', en: '↑ ↓ to choose, Enter to open, / to search' },
  backToAlerts: { zh: '返回预警列表', en: 'Back to the alerts' },
  spread: { zh: '{customers} 位客户，{lenders} 家机构', en: '{customers} customers, {lenders} lenders' },
  why: { zh: '预警原因', en: 'Why' },
  advice: { zh: '客户应当怎么做', en: 'What the customer should do' },
  growth: { zh: '扩散情况（每小时新增客户）', en: 'Growth (new customers by the hour)' },
  growthBar: { zh: '{at}：新增 {customers} 位客户', en: '{at}: {customers} new customers' },
  review: { zh: '人工复核', en: 'Review' },
  reviewHint: {
    zh: '决定对同一内容的所有预警和今后的扫码立即生效，可以随时更改，每次决定都会留下记录。',
    en: 'A decision counts at once for every alert and later scan of the same thing. It can be changed, and each stays on record.',
  },
  exhibitReviewHint: {
    zh: '意见立即计入案件结论，可以随时更改；系统结论和每次意见都会保留。',
    en: "A decision counts for the case at once. It can be changed; the system's verdict and each decision stay on record.",
  },
  isGenuine: { zh: '不是伪造', en: 'Not forged' },
  isForged: { zh: '确认伪造', en: 'Forged' },
  byPerson: { zh: '人工复核', en: 'by a person' },
  systemSays: { zh: '系统结论：{verdict}', en: 'The system says: {verdict}' },
  reviewer: { zh: '复核人', en: 'Reviewer' },
  note: { zh: '理由', en: 'Reason' },
  isDangerous: { zh: '确认危险', en: 'Dangerous' },
  isNotDangerous: { zh: '没有危险', en: 'Not dangerous' },
  reviewed: { zh: '{by} 认定：{decision}', en: '{by} decided: {decision}' },
  deliveries: { zh: '推送', en: 'Deliveries' },
  noDeliveries: { zh: '没有配置接收方，未推送。', en: 'No endpoint is configured; nothing was sent.' },
  deadLetters: { zh: '未送达的推送', en: 'Dead letters' },
  deadLettersHint: {
    zh: '多次尝试仍未送达，已停止重试；接收方恢复后可以重发。',
    en: 'Given up after many attempts. Once the endpoint is back, they can be sent again.',
  },
  endpoint: { zh: '接收方', en: 'Endpoint' },
  message: { zh: '消息', en: 'Message' },
  tries: { zh: '尝试次数', en: 'Attempts' },
  sendAgain: { zh: '重发', en: 'Send again' },
  sendAllAgain: { zh: '全部重发', en: 'Send all again' },
  openAlert: { zh: '打开预警', en: 'Open the alert' },

  newCase: { zh: '新建案件', en: 'New case' },
  optional: { zh: '选填', en: 'optional' },
  drop: { zh: '把文件拖到这里，或点击选择', en: 'Drop files here, or click to choose' },
  dropHint: {
    zh: '图像（JPEG、PNG、WebP、TIFF、BMP、HEIC）、PDF、OFD、录音（WAV、FLAC、MP3、Opus、AMR），可一次选择多个',
    en: 'Images (JPEG, PNG, WebP, TIFF, BMP, HEIC), PDF, OFD and recordings (WAV, FLAC, MP3, Opus, AMR); several at once',
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
  nothingHeard: {
    zh: '这段录音没有需要留意的发现。',
    en: 'Nothing that needs attention was found in this recording.',
  },
  wholePage: { zh: '整页或整个文件', en: 'Whole page or file' },
  certainty: { zh: '把握', en: 'Certainty' },
  measured: { zh: '测量值', en: 'Measured values' },
  signal: { zh: '信号', en: 'Signal' },
  reading: { zh: '识别内容', en: 'What was read' },
  kindReasons: { zh: '依据：{words}', en: 'by: {words}' },
  doubtful: { zh: '识别把握 {share}', en: 'read with certainty {share}' },
  tableRows: { zh: '表格各行（{count} 行）', en: 'Rows of the table ({count})' },
  allText: { zh: '全部文字（{count} 行）', en: 'All text ({count} lines)' },
  textLayer: { zh: '可选文字', en: 'Selectable text' },
  difference: { zh: '两页对照，标出更换之处', en: 'Both pages, what was exchanged outlined' },
  differenceHint: {
    zh: '两页并排，更换之处已标出',
    en: 'Both pages side by side, what was exchanged outlined',
  },
  sealDifference: { zh: '两枚印章重叠比对', en: 'Both seals laid over each other' },
  sealDifferenceHint: {
    zh: '两枚印章重叠：灰色为共有，红色为本页独有，蓝色为对方独有',
    en: 'Both seals laid over each other: grey what both have, red this page’s alone, blue the other’s alone',
  },
  similarPage: { zh: '打开最相近的页面', en: 'Open the page most like it' },
  facts: { zh: '文件信息', en: 'File facts' },
  fileName: { zh: '文件名', en: 'File name' },
  mediaType: { zh: '类型', en: 'Media type' },
  size: { zh: '大小', en: 'Size' },
  pixels: { zh: '像素', en: 'Pixels' },
  length: { zh: '时长', en: 'Length' },
  sampling: { zh: '采样率', en: 'Sampling rate' },
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
    zh: 'H 热力图，B 标框，T 可选文字，J / K 下一个、上一个发现，[ ] 翻页',
    en: 'H heat map, B boxes, T selectable text, J / K next and previous finding, [ ] turn pages',
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

export const alertKindWords: Readonly<Record<AlertKind, Message>> = {
  customer: { zh: '客户预警', en: 'A customer' },
  campaign: { zh: '扩散预警', en: 'A campaign' },
};

export const alertStatusWords: Readonly<Record<AlertStatus, Message>> = {
  open: { zh: '待复核', en: 'Open' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  corrected: { zh: '已更正', en: 'Corrected' },
};

export const levelWords: Readonly<Record<RiskLevel, Message>> = {
  danger: { zh: '危险', en: 'Danger' },
  caution: { zh: '注意', en: 'Caution' },
  safe: { zh: '安全', en: 'Safe' },
};

export const decisionWords: Readonly<Record<Decision, Message>> = {
  dangerous: { zh: '有危险', en: 'dangerous' },
  'not-dangerous': { zh: '没有危险', en: 'not dangerous' },
};

export const exhibitDecisionWords: Readonly<Record<ExhibitDecision, Message>> = {
  genuine: { zh: '不是伪造', en: 'not forged' },
  forged: { zh: '伪造', en: 'forged' },
};

export const deliveryStatusWords: Readonly<Record<Delivery['status'], Message>> = {
  pending: { zh: '等待推送', en: 'Pending' },
  delivered: { zh: '已送达', en: 'Delivered' },
  dead: { zh: '未送达', en: 'Dead letter' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

export const deliveryTypeWords: Readonly<Record<Delivery['type'], Message>> = {
  'alert.raised': { zh: '客户预警', en: 'Alert' },
  'campaign.raised': { zh: '出现扩散', en: 'Campaign' },
  'campaign.grew': { zh: '继续扩散', en: 'Campaign grew' },
  'alert.reviewed': { zh: '复核结果', en: 'Review' },
};
