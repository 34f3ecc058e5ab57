/** What a complaint is filled with. */
export interface ComplaintFacts {
  readonly name: string;
  readonly lender: string;
  /** Yuan. */
  readonly amount: number;
  readonly date: Date;
  readonly phone: string;
}
