import { type Static, Type } from 'typebox';
import { Reason } from './seal.ts';

/** What a payload is for; one family may hold several. */
export const CodeKind = Type.Enum(
  [
    'url',
    'wechat-pay',
    'wechat-collect',
    'wechat-bind',
    'wechat-add',
    'wechat-group',
    'wechat',
    'alipay',
    'alipay-pay',
    'unionpay',
    'ecny',
    'emv-merchant',
    'merchant-pay',
    'qq-add',
    'qq-group',
    'qq-pay',
    'qq',
    'chat-add',
    'chat-group',
    'login',
    'meeting',
    'app-download',
    'app-link',
    'script',
    'wifi',
    'contact',
    'tel',
    'sms',
    'email',
    'geo',
    'calendar',
    'otpauth',
    'crypto',
    'text',
    'binary',
  ],
  { $id: 'CodeKind' },
);
export type CodeKind = Static<typeof CodeKind>;

export const RiskLevel = Type.Enum(['safe', 'caution', 'danger'], { $id: 'RiskLevel' });
export type RiskLevel = Static<typeof RiskLevel>;

/** How dangerous it is for a customer to follow a code or link, and why, the weightiest reason first. */
export const Risk = Type.Object(
  {
    level: RiskLevel,
    /** Calibrated, in [0, 1]. */
    probability: Type.Number({ minimum: 0, maximum: 1 }),
    reasons: Type.Array(Reason),
  },
  { $id: 'Risk' },
);
export type Risk = Static<typeof Risk>;

type Point = [x: number, y: number];

/** Four points; arrays of fixed length rather than tuples, which generators of clients write in two ways. */
const Corners = Type.Unsafe<[Point, Point, Point, Point]>(
  Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), { minItems: 4, maxItems: 4 }),
);

/** One code on a page, as `jianzhen qr` prints it. */
export const Code = Type.Object(
  {
    text: Type.String(),
    /** ZXing's name of the symbology: `QRCode`, `MicroQRCode`, `RMQRCode` … */
    format: Type.String(),
    /** In pixels of the page as decoded: the code's own top left, top right, bottom right, bottom left. */
    corners: Corners,
    kind: CodeKind,
    /** What was understood of the payload, by name: `host`, `payee`, `amount`, `ssid` … */
    details: Type.Record(Type.String(), Type.String()),
    /** Links within, outermost first: a nested one is judged like one of its own. */
    links: Type.Array(Type.String()),
    risk: Risk,
  },
  { $id: 'Code' },
);
export type Code = Static<typeof Code>;
