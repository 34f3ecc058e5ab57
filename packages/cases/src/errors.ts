import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'case.not-found': { zh: '没有编号为 {id} 的案件。', en: 'There is no case {id}.', status: 404 },
  'exhibit.not-found': { zh: '没有编号为 {id} 的材料。', en: 'There is no exhibit {id}.', status: 404 },
  'exhibit.not-examined': {
    zh: '材料 {id} 还没有检查完，请等检查结束后再复核。',
    en: 'Exhibit {id} is still being examined; review it once that has ended.',
    status: 409,
  },
  'exhibit.gave-up': {
    zh: '鉴定尝试了 {attempts} 次都没有完成（{detail}），已停止重试。请检查该文件或服务日志。',
    en: 'The examination did not finish in {attempts} attempts ({detail}) and is no longer retried. Check the file and the service log.',
    status: 500,
  },
  'exhibit.crashed': {
    zh: '鉴定该文件时服务进程意外退出，已发生 {attempts} 次，已停止重试。请检查该文件或服务日志。',
    en: 'The service process ended {attempts} times while it examined this file, which is no longer retried. Check the file and the service log.',
    status: 500,
  },
  'page.not-found': {
    zh: '材料 {id} 没有第 {page} 页的鉴定结果。',
    en: 'Exhibit {id} has no examined page {page}.',
    status: 404,
  },
  'page.no-picture': {
    zh: '材料 {id} 第 {page} 页没有这张图。',
    en: 'Page {page} of exhibit {id} has no such picture.',
    status: 404,
  },
  'page.no-template': {
    zh: '材料 {id} 第 {page} 页可比对的文字太少，无法与其他页面比对。',
    en: 'Too little was read on page {page} of exhibit {id} to compare it with other pages.',
    status: 404,
  },
  'page.no-seal': {
    zh: '材料 {id} 第 {page} 页没有第 {seal} 枚印章。',
    en: 'Page {page} of exhibit {id} has no seal number {seal}.',
    status: 404,
  },
  'page.no-seal-comparison': {
    zh: '材料 {id} 与材料 {other} 的印章可见部分太少，无法对齐比对。',
    en: 'Too little of the seals of exhibits {id} and {other} is there to lay them over each other.',
    status: 422,
  },
  'page.other-case': {
    zh: '材料 {id} 与材料 {other} 不属于同一案件，不能比对人像。',
    en: 'Exhibits {id} and {other} are not of one case; portraits are compared within a case only.',
  },
  'page.no-comparison': {
    zh: '材料 {id} 与材料 {other} 的这两页没有共同的版式，无法对齐比对。',
    en: 'These pages of exhibits {id} and {other} have no template in common and cannot be laid over each other.',
    status: 422,
  },
  'scan.busy': {
    zh: '等待记录的扫码请求过多，请稍后再试。',
    en: 'Too many scans wait to be recorded; try again shortly.',
    status: 503,
  },
  'alert.not-found': { zh: '没有编号为 {id} 的预警。', en: 'There is no alert {id}.', status: 404 },
  'delivery.not-found': { zh: '没有编号为 {id} 的推送。', en: 'There is no delivery {id}.', status: 404 },
  'delivery.not-dead': {
    zh: '推送 {id} 没有失败，无需重发。',
    en: 'Delivery {id} is not a dead letter and needs no sending again.',
    status: 409,
  },
  'delivery.crashed': {
    zh: '推送尝试了 {attempts} 次，每次都因服务进程意外退出而没有结果，已停止重试。',
    en: 'The service process ended during each of {attempts} attempts at this delivery, which is no longer retried.',
    status: 500,
  },
  'gang.not-found': { zh: '没有名为 {name} 的团伙。', en: 'There is no gang {name}.', status: 404 },
  'mining.running': {
    zh: '团伙挖掘正在进行，请等它结束。',
    en: 'Gangs are being mined already; wait for that to end.',
    status: 409,
  },
  'voiceprint.not-found': {
    zh: '没有编号为 {id} 的声纹。',
    en: 'There is no voiceprint {id}.',
    status: 404,
  },
  'voiceprint.none-of-person': {
    zh: '客户 {person} 没有可以比对的声纹。',
    en: 'There is no voiceprint of customer {person} to compare with.',
    status: 404,
  },
  'voiceprint.no-model': {
    zh: '没有安装声纹模型，不能登记或比对声音。请运行 jianzhen models pull voice。',
    en: 'No speaker model is installed, so voices can neither be enrolled nor compared. Run jianzhen models pull voice.',
    status: 503,
  },
  'voiceprint.consent-missing': {
    zh: '登记客户声纹须有其单独同意：请提供取得同意的人员、时间和内容。',
    en: 'To enrol a customer, state the separate consent: who took it, when, and its words.',
  },
  'voiceprint.reason-missing': {
    zh: '把声纹列入关注名单须写明理由。',
    en: 'To put a voice on the watch-list, state the reason.',
  },
  'voiceprint.person-missing': {
    zh: '登记客户或坐席的声纹须提供其编号。',
    en: 'To enrol a customer or a member of staff, give their number.',
  },
  'voiceprint.not-a-recording': {
    zh: '“{name}”不是录音。',
    en: '"{name}" is not a recording.',
    status: 415,
  },
  'voiceprint.no-channel': {
    zh: '录音“{name}”没有第 {channel} 声道。',
    en: 'Recording "{name}" has no channel {channel}.',
  },
  'voiceprint.no-voice': {
    zh: '录音“{name}”无法提取声纹：{zh}',
    en: 'No voiceprint can be made of recording "{name}": {en}',
  },
  'voiceprint.voices-differ': {
    zh: '这些录音不是同一个人的声音（{names}），没有登记。',
    en: 'The recordings are not of one voice ({names}); nothing was enrolled.',
  },
  'cursor.invalid': {
    zh: '翻页游标无效，请从第一页重新查询。',
    en: 'The cursor is not valid; start again from the first page.',
    status: 400,
  },
  'idempotency.mismatch': {
    zh: '幂等键“{key}”已用于另一个内容不同的请求。',
    en: 'Idempotency key "{key}" was already used for a request with different content.',
    status: 422,
  },
});
