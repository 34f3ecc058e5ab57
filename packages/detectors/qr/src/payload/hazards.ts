import { format } from '@jianzhen/evidence';
import type { Hazard } from '../types.ts';
import { HAZARD_MESSAGES } from './messages.ts';

export type HazardCode = keyof typeof HAZARD_MESSAGES extends `qr.${infer Code}` ? Code : never;

/**
 * How probable it is that a customer is harmed who follows such a code that a stranger sent, by what the code does and nothing
 * else. Priors by argument: no set of codes with outcomes is public, so none is calibrated; what weighs them against
 * the rest of the evidence must be fitted. What they rest on is how the act ends, who asks for it honestly by a code, and which
 * forms the police's warnings to the public (国家反诈中心) name again and again.
 */
export const HAZARD_PRIORS: Readonly<Record<HazardCode, number>> = {
  // Runs in whatever opens it; nobody honest hands out a script as a code, and readers that open it are rare: hence not 0.99.
  script: 0.9,
  // Banks and shops ask for a card within their own app. A code that binds one serves who made it; the act ends with a password and a code by SMS.
  'card-binding': 0.85,
  // Whoever shows such a code to somebody far off is signed in to that person's account at once. Honest use is in front of one's own screen.
  login: 0.8,
  // Packages outside of stores: nearly every loan and brokerage fraud hands its app out like this. Makers of apps do so too, to testers.
  'app-sideload': 0.8,
  // Whoever sees and steers a screen empties the account; helpers of one's own employer are the honest use.
  'remote-control': 0.7,
  // Signing lets a merchant draw money from then on. Honest ones ask for it in their app, after an order.
  'debit-agreement': 0.6,
  // A stranger's parcel or order to be paid for by oneself: a known way of moving stolen money; friends and families do it too.
  'pay-for-another': 0.5,
  // Cannot be reversed and hides the payee; the one way of paying that every second investment fraud here ends in. Owners of coins pay so too.
  'crypto-transfer': 0.6,
  // Gives a stranger's page the say over a wallet.
  'wallet-connect': 0.6,
  // Hosts of test versions: makers of apps use them for their testers, frauds because no store looks at them.
  'app-distribution': 0.6,
  // A transfer filled in beforehand: payee and amount stand, the customer has only to agree. Shops use orders, not this.
  'transfer-preset': 0.55,
  // Helping somebody to register or unblock an account: accounts of frauds are made like this.
  'account-help': 0.6,
  // Chats abroad that no one here answers for: honest among friends, the second step of most investment and loan frauds.
  'foreign-chat': 0.4,
  // Frauds share screens to see passwords and codes; colleagues meet every day, though mostly not strangers.
  meeting: 0.4,
  // Looks like the wallet's own page and is anybody's.
  'page-in-app': 0.4,
  // Money to a person, hard to get back; also how each market stall takes it.
  'pay-person': 0.3,
  // A message sent by the customer can order a service or hand a number over, and its text stands already.
  'sms-send': 0.3,
  // Whoever passed the key on can sign in as well.
  'one-time-key': 0.3,
  // Broken: money sent there is lost at worst, mostly the wallet refuses.
  'crypto-broken': 0.3,
  // Opens an app that nobody here knows, with what the code gives it.
  'app-link': 0.25,
  // Central bank's wallet: payees are known by name or not at all for the smallest ones.
  'pay-ecny': 0.25,
  // Groups are run by agents: told here of many who only sell, and of all who defraud by stages.
  'join-group': 0.2,
  // A bill with a merchant behind it that some payment firm has looked at; shops' own codes pasted over are the harm.
  'pay-merchant': 0.12,
  // Fields that contradict their check digits: printed badly, or altered by hand.
  'pay-damaged': 0.35,
  // A gift that asks for nothing; imitations lead elsewhere and are judged by where.
  'red-packet': 0.1,
  // One new contact; what follows is talk, and talk is where most frauds begin.
  'add-contact': 0.15,
  // Staff of a firm whose name stands by theirs.
  'add-staff': 0.08,
  // Programs in an app have an owner who was looked at.
  'mini-program': 0.08,
  // Sends the customer's calls, codes that are read out among them, to another number. One sets that up oneself and by the phone's menu.
  'call-forwarding': 0.75,
  // Calls are answered by whom the code says or not; frauds rather call themselves.
  call: 0.12,
  // A network without a password reads what is not encrypted; little is, by now.
  'wifi-open': 0.12,
  'wifi-join': 0.06,
  // Stores look at what they hand out, and take the worst away.
  'app-store': 0.05,
  // A letter the customer has still to send.
  'email-send': 0.08,
};

/** A hazard with its reason in words. */
export function hazardOf(code: HazardCode): Hazard {
  const key = `qr.${code}` as const;
  return { probability: HAZARD_PRIORS[code], reason: { code: key, message: format(HAZARD_MESSAGES[key]) } };
}

/** The one of two that harms more often. */
export function graver(one: HazardCode | null, other: HazardCode | null): HazardCode | null {
  if (one === null || other === null) return one ?? other;
  return HAZARD_PRIORS[other] > HAZARD_PRIORS[one] ? other : one;
}
