import { ageOn, type Day } from '../dates/calendar.ts';

/** Years by which an age in Chinese counting (虚岁) may be above the age in full years. */
const NOMINAL = 2;

export interface AgeCheck {
  readonly matches: boolean;
  /** Full years on the day. */
  readonly actual: number;
}

/**
 * Whether an age goes with a birth date on the day of the paper. Where the day is not known but only a day by which the paper
 * existed, any younger age within `slack` years is possible too.
 */
export function checkAge(stated: number, birth: Day, on: Day, slack = 0): AgeCheck {
  const actual = ageOn(birth, on);
  return { matches: stated >= actual - slack && stated <= actual + NOMINAL, actual };
}
