import type { Family } from '../family.ts';
import { alipay } from './alipay.ts';
import { appLink } from './app-link.ts';
import { binary } from './binary.ts';
import { calendar } from './calendar.ts';
import { contact } from './contact.ts';
import { crypto } from './crypto/index.ts';
import { download } from './download.ts';
import { ecny } from './ecny.ts';
import { email } from './email.ts';
import { emv } from './emv/index.ts';
import { geo } from './geo.ts';
import { login } from './login.ts';
import { meeting } from './meeting.ts';
import { merchant } from './merchant.ts';
import { messenger } from './messenger.ts';
import { otpauth } from './otpauth.ts';
import { sms, tel } from './phone.ts';
import { qq } from './qq.ts';
import { script } from './script.ts';
import { text } from './text.ts';
import { unionpay } from './unionpay.ts';
import { url } from './url.ts';
import { wechat } from './wechat.ts';
import { wifi } from './wifi.ts';

/** In the order in which they are asked; the last takes everything. A new one goes before those that take what it knows better. */
export const FAMILIES: readonly Family[] = [
  binary,
  script,
  emv,
  wifi,
  contact,
  calendar,
  otpauth,
  tel,
  sms,
  email,
  geo,
  crypto,
  login,
  wechat,
  alipay,
  unionpay,
  ecny,
  merchant,
  qq,
  meeting,
  messenger,
  download,
  url,
  appLink,
  text,
];
