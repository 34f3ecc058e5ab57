import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'request.invalid': {
    zh: '请求内容不符合接口要求：{detail}',
    en: 'The request does not fit the interface: {detail}',
    status: 400,
  },
  'request.unknown-route': {
    zh: '没有这个接口：{method} {path}',
    en: 'There is no such route: {method} {path}',
    status: 404,
  },
  'request.unsupported-type': {
    zh: '不支持的请求类型“{type}”，请使用 {expected}。',
    en: 'Content type "{type}" is not supported here; send {expected}.',
    status: 415,
  },
  'request.too-large': { zh: '请求内容过大。', en: 'The request is too large.', status: 413 },
  'request.foreign': {
    zh: '拒绝来自其他网站（{origin}）的请求。',
    en: 'Requests from another site ({origin}) are refused.',
    status: 403,
  },
  'upload.no-file': { zh: '请求中没有文件。', en: 'The request carries no file.', status: 400 },
  'upload.empty': { zh: '文件“{name}”是空的。', en: 'File "{name}" is empty.', status: 422 },
  'upload.too-large': {
    zh: '文件“{name}”超过了 {limit} MB 的上限。',
    en: 'File "{name}" is larger than the limit of {limit} MB.',
    status: 413,
  },
  'upload.too-many': {
    zh: '一次最多上传 {limit} 个文件，请分批上传。',
    en: 'At most {limit} files go into one request; send them in batches.',
    status: 413,
  },
  'upload.broken': {
    zh: '上传的数据不完整或格式不正确。',
    en: 'The upload is incomplete or malformed.',
    status: 400,
  },
  'scan.one-or-several': {
    zh: '请提供 text（一个内容）或 payloads（多个内容）之一，不能都没有，也不能同时提供。',
    en: 'Send either text, for one payload, or payloads, for several.',
    status: 400,
  },
  'voice.files-or-exhibit': {
    zh: '请上传录音，或提供 exhibitId（库中的录音），二者选一。',
    en: 'Send recordings, or name one on record by exhibitId; one of the two.',
    status: 400,
  },
  'voice.consent-in-part': {
    zh: '同意须完整：consentBy、consentAt、consentText 须一并提供，或一并省略。',
    en: 'State the consent whole: consentBy, consentAt and consentText together, or none of them.',
    status: 400,
  },
  'webhook.refused': {
    zh: '接收方拒绝了推送（HTTP {status}）。',
    en: 'The endpoint refused the message with HTTP {status}.',
    status: 502,
  },
  'webhook.timeout': {
    zh: '接收方在 {seconds} 秒内没有应答。',
    en: 'The endpoint did not answer within {seconds} s.',
    status: 504,
  },
  'webhook.unreachable': {
    zh: '无法连接接收方：{detail}',
    en: 'The endpoint cannot be reached: {detail}',
    status: 502,
  },
  'webhook.unknown-endpoint': {
    zh: '配置中没有名为“{endpoint}”的接收方。',
    en: 'No endpoint named "{endpoint}" is configured.',
    status: 502,
  },
  'server.busy': {
    zh: '正在处理的请求过多，请稍后再试。',
    en: 'Too many requests are being worked on; try again shortly.',
    status: 503,
  },
  'server.not-ready': {
    zh: '服务尚未就绪：{detail}',
    en: 'The service is not ready: {detail}',
    status: 503,
  },
  'server.internal': {
    zh: '服务器内部错误，请凭编号 {request} 联系管理员。',
    en: 'Internal server error; quote {request} to your administrator.',
    status: 500,
  },
  'server.roles': {
    zh: '内嵌数据库只能由一个进程使用，该进程须同时承担 api 和 worker 角色；拆分角色请设置 DATABASE_URL。',
    en: 'The embedded database serves one process, which must be api and worker alike; to split the roles, set DATABASE_URL.',
  },
  'server.option': { zh: '参数 {name} 的值“{value}”无效。', en: 'Option {name} cannot be "{value}".' },
});
